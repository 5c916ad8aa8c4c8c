import { z } from "zod";
import { answersSchema, briefingSchema } from "./report/facts.ts";
import { instantSchema } from "./instants.ts";

/** A report that is being told and has not been confirmed. Kept after every answer, so it survives a restart and can be resumed. */
export const draftSchema = z.strictObject({
  id: z.string(),
  by: z.string(),
  startedAt: instantSchema,
  screen: z.string(),
  /** Grows by one with every answer taken. */
  step: z.int(),
  /** Screens left behind, for "Back". */
  trail: z.array(z.string()),
  /** What happened, in the person's words. */
  what: z.string(),
  caseRef: z.string().nullable(),
  event: z.string().nullable(),
  /** Clause the person picked among the suggestions; routing never rests on it. */
  picked: z.string().nullable(),
  answers: answersSchema,
  briefing: briefingSchema,
  /** Raw input of the last refused answer, so that nothing typed is lost. */
  kept: z.record(z.string(), z.string()),
  refusals: z.record(z.string(), z.string()),
  /** What this draft becomes, and under which report's id. Written before it becomes it, so that it becomes one thing only. */
  decided: z.strictObject({ as: z.enum(["report", "joined"]), report: z.string() }).optional(),
});
export type Draft = z.infer<typeof draftSchema>;
export type Decided = NonNullable<Draft["decided"]>;
