import { z } from "zod";
import { instantSchema } from "../instants.ts";
import { answersSchema, factValueSchema } from "../report/facts.ts";
import { workFactSchemas } from "./work.ts";

const base = { at: instantSchema };

export const happenedSchema = z.strictObject({
  id: z.string(),
  happening: z.string(),
  on: instantSchema,
  dateOnly: z.boolean(),
  facts: answersSchema,
  by: z.string().nullable(),
});

export const standingSchema = z.strictObject({
  clause: z.string(),
  dueAt: instantSchema,
  metBy: z.array(z.string()),
  since: instantSchema,
});

/** Whether a case that its caseload no longer lists goes on being watched, or is closed. */
export const leftDecisions = ["stays", "closed"] as const;
export type LeftDecision = (typeof leftDecisions)[number];

/**
 * What happened to a case as Watchful keeps it, append-only.
 * - loaded: a caseload said something new; only what changed, and null for what became blank.
 * - happened: something was done or befell the case; one that is known already is not kept twice.
 * - stood: duties that were overdue when the facts changed, and stand; they take the place of those that stood before.
 * - left: a caseload that lists every case lists this one no more; somebody decides what that means.
 * - returned: it is listed again.
 * - leftDecided: what somebody decided; the duties of a closed case end.
 * The rest is what people do about its duties: `work.ts`.
 */
export const caseEntrySchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...base,
    kind: z.literal("loaded"),
    /** The file's name. */
    source: z.string(),
    facts: z.record(z.string(), factValueSchema.nullable()),
  }),
  z.strictObject({ ...base, kind: z.literal("happened"), happened: happenedSchema }),
  z.strictObject({ ...base, kind: z.literal("stood"), standing: z.array(standingSchema) }),
  z.strictObject({ ...base, kind: z.literal("left"), source: z.string() }),
  z.strictObject({ ...base, kind: z.literal("returned"), source: z.string() }),
  z.strictObject({ ...base, kind: z.literal("leftDecided"), by: z.string(), decision: z.enum(leftDecisions) }),
  ...workFactSchemas,
]);
export type CaseEntry = z.infer<typeof caseEntrySchema>;
