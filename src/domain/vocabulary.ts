import { z } from "zod";
import { factValueSchema } from "./report/facts.ts";

/**
 * The questions that policies can ask. A vocabulary file (`events.yaml`) declares the events a report can be about and
 * the typed facts each may need; clauses then compare those facts and count from those that are instants or dates.
 */
/**
 * people: names of the staff list, kept as their ids. It is asked wherever an event lists it, decides nothing by comparison,
 * and the report is withheld from everybody it names (LCP-3.7).
 */
export const factTypes = ["instant", "date", "choice", "choices", "yes-no", "number", "text", "people"] as const;
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

/** Whether a report asks which case it is about. none: its subject is not a child (a building, lost records, a colleague). */
export const caseReferences = ["needed", "optional", "none"] as const;

export const eventDefinitionSchema = z.strictObject({
  /** Plain words: "A child is missing". */
  title: z.string(),
  /** Heading under which a list of events is shown: "Children", "Staff". */
  group: z.string(),
  /** Reference-and-category wording for the channel; never more than this. */
  category: z.string(),
  /** Left out: needed in the groups Children and Cases and where the child's status is asked, none in Staff, else optional. */
  caseReference: z.enum(caseReferences).optional(),
  /** Asked in this order; the first is what the clock counts from. */
  facts: z.array(z.string()).min(1),
});
export type EventDefinition = z.infer<typeof eventDefinitionSchema>;

/** What a machine can work out from other facts of a case. */
export const derivedFacts = ["age", "allocated"] as const;
export type DerivedFact = (typeof derivedFacts)[number];

/** One fact of a case or of its worker. A caseload brings it in its column; extra columns are kept as facts without a definition. */
export const caseFactSchema = z.strictObject({
  ...factDefinitionSchema.omit({ later: true, future: true }).shape,
  /** The heading of the caseload's column, snake case. Left out: the caseload has none. */
  column: z
    .string()
    .regex(/^[a-z][a-z0-9_]*$/)
    .optional(),
  /**
   * age: whole years on the day the duty counts from, 0 before birth; allocated: the case has a worker. A derived fact
   * has no column.
   */
  derived: z.enum(derivedFacts).optional(),
  /** Used for rules and never shown: a date of birth. */
  personal: z.literal(true).optional(),
});
export type CaseFactDefinition = z.infer<typeof caseFactSchema>;

/** A happening that is told by writing a record of it: supervision, management oversight. */
const writtenSchema = z.strictObject({
  /** What the record is called: "Supervision". */
  title: z.string().min(1),
  /** Words that ask for its form in chat, before a case reference: "supervision AMB-1042". */
  heard: z.array(z.string().min(1)).default([]),
  /** The happening that it is to say that the record is in the case system (PS-14). */
  confirmedBy: z.string().optional(),
});

/** What can happen on a case. It starts duties, meets them, or both: supervision held meets one and starts another. */
export const happeningSchema = z.strictObject({
  /** Plain words, in the past: "Supervision was held". */
  title: z.string().min(1),
  /** The fact of the case (a date or an instant) that keeps when it last happened; a caseload may bring it too. */
  keeps: z.string().optional(),
  /** Facts asked when somebody says that it happened; of `facts` or of `caseFacts`. */
  facts: z.array(z.string()).default([]),
  /** Words that say it in chat: "transferred". */
  heard: z.array(z.string().min(1)).default([]),
  /**
   * It happens by itself: when a duty that one of these happenings meets becomes overdue (at that instant), or when these
   * facts come to hold (at the latest moment that a fact named in `since` gives).
   */
  byItself: z
    .union([
      z.strictObject({ overdue: z.array(z.string()).min(1) }),
      z.strictObject({ holds: z.record(z.string(), factValueSchema), since: z.array(z.string()).default([]) }),
    ])
    .optional(),
  /** The event of a report that it calls for: a late meeting (W-N2K-19). */
  reports: z.string().optional(),
  /** It happens by itself when somebody confirms a report about the case: of one of these events, or of any (MO-T08, MO-T10). */
  byReport: z.union([z.literal("any"), z.array(z.string()).min(1)]).optional(),
  /** Somebody chose another date for what one of these happenings is (MO-T05): it is offered where a duty is met by that. */
  moves: z.array(z.string()).min(1).optional(),
  /** Somebody was allowed to do what one of these happenings is less often than the standard (MO-T11). */
  spacesOut: z.array(z.string()).min(1).optional(),
  /** It is said by writing its record, whose headings are those of the clauses that `holds` it. */
  record: writtenSchema.optional(),
});
export type HappeningDefinition = z.infer<typeof happeningSchema>;

/** Duties that are counted together in a summary: those that one of these happenings meets. The first kind that fits counts. */
export const dutyKindSchema = z.strictObject({ title: z.string().min(1), metBy: z.array(z.string()).min(1) });

export const vocabularySchema = z.strictObject({
  facts: z.record(z.string(), factDefinitionSchema),
  events: z.record(z.string(), eventDefinitionSchema),
  caseFacts: z.record(z.string(), caseFactSchema).default({}),
  happenings: z.record(z.string(), happeningSchema).default({}),
  /** In the order in which they are shown. A duty of none of them is another duty. */
  dutyKinds: z.record(z.string(), dutyKindSchema).optional(),
});
export type Vocabulary = z.infer<typeof vocabularySchema>;

/** One question of one event, ready to be put on a screen. */
export interface Question extends FactDefinition {
  readonly name: string;
}
