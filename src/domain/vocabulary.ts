import { z } from "zod";
import { factValueSchema } from "./report/facts.ts";

/**
 * The questions that policies can ask. A vocabulary file (`events.yaml`) declares the events a report can be about and
 * the typed facts each may need; clauses then compare those facts and count from those that are instants or dates.
 */
export const factTypes = ["instant", "date", "choice", "choices", "yes-no", "number", "text"] as const;
export type FactType = (typeof factTypes)[number];

const option = z.strictObject({ value: z.string(), label: z.string() });

/** How a fact is asked that nobody can know when they report: it comes later, and ends what a clock waits for. */
const laterSchema = z.strictObject({
  /** "Is the child still missing?" */
  asks: z.string().min(1),
  /** The button that gives the fact: "Found". */
  ended: z.string().min(1),
  /** The button that says it has not come yet: "Still missing". No answer counts as this one. */
  persists: z.string().min(1),
  /** Asked this many hours after what the event's clock counts from, and not after the last. */
  afterHours: z.array(z.int().positive().max(10_000)).min(1).max(12),
  /** Words that say it in chat: "found", "is back". */
  heard: z.array(z.string().min(1)).default([]),
});
export type Later = z.infer<typeof laterSchema>;

export const factDefinitionSchema = z.strictObject({
  type: z.enum(factTypes),
  /** The question as a screen asks it: "When was the child last seen?" */
  asks: z.string(),
  hint: z.string().optional(),
  /** For choice and choices. */
  options: z.array(option).optional(),
  /** What is taken when nobody said: always the reading that tells more people, sooner. Without it the fact is required. */
  assume: factValueSchema.optional(),
  /** Whether an instant or date may lie in the future (a visit that is planned); default no. */
  future: z.boolean().optional(),
  /** Not asked on the report's screens: unknown at first, never needed, and asked for when its hours have passed. Of type instant. */
  later: laterSchema.optional(),
});
export type FactDefinition = z.infer<typeof factDefinitionSchema>;

export const eventDefinitionSchema = z.strictObject({
  /** Plain words: "A child is missing". */
  title: z.string(),
  /** Heading under which a list of events is shown: "Children", "Staff". */
  group: z.string(),
  /** Reference-and-category wording for the channel; never more than this. */
  category: z.string(),
  /** Asked in this order; the first is what the clock counts from. */
  facts: z.array(z.string()).min(1),
});
export type EventDefinition = z.infer<typeof eventDefinitionSchema>;

export const vocabularySchema = z.strictObject({
  facts: z.record(z.string(), factDefinitionSchema),
  events: z.record(z.string(), eventDefinitionSchema),
});
export type Vocabulary = z.infer<typeof vocabularySchema>;

/** One question of one event, ready to be put on a screen. */
export interface Question extends FactDefinition {
  readonly name: string;
}
