import { z } from "zod";
import { instantSchema, londonDateSchema } from "../instants.ts";

const base = { at: instantSchema };
const person = z.string();
const text = z.string();

/** One step that somebody has to take: what, who, and by when; never "ongoing" (MO-03). `id` is unique within the case. */
export const caseActionSchema = z.strictObject({
  id: z.string(),
  what: text,
  who: text,
  by: londonDateSchema,
});
export type CaseStep = z.infer<typeof caseActionSchema>;

/**
 * What people do about the duties on a case, append-only. Beside these a case holds what a caseload brought and what
 * happened on it. What managers write is the council's own text: it is shown to those who may see the case, and nowhere else.
 */
export const workFactSchemas = [
  /**
   * A record was written: of a supervision, or of management oversight. It is the `happened` of each of `happenings` on
   * the day `on`: the one that the form is of, and the one of its circumstance (MO-T01 to T20).
   */
  z.strictObject({
    ...base,
    kind: z.literal("recorded"),
    id: z.string(),
    by: person,
    /** One sitting may cover several of a worker's children: one record each. Null for a single one. */
    sitting: z.string().nullable(),
    happenings: z.array(z.string()).min(1),
    /** The clause of the circumstance that called for it (MO-T05), or null for a routine record. */
    circumstance: z.string().nullable(),
    on: londonDateSchema,
    /** By the ids of the headings that the policy's record rules give; headings left empty are not there. */
    headings: z.record(z.string(), text),
    actions: z.array(caseActionSchema),
    /** Actions of earlier records that were still open, by id (MO-T12). */
    carried: z.array(z.string()),
  }),
  /** Somebody says that the record is in the case system now (MO-02, PS-14). */
  z.strictObject({ ...base, kind: z.literal("confirmed"), record: z.string(), by: person }),
  z.strictObject({ ...base, kind: z.literal("stepDone"), step: z.string(), by: person }),
  /** Not today: this duty is out of the digest until the morning of `until`; it is as overdue as it was. */
  z.strictObject({
    ...base,
    kind: z.literal("snoozed"),
    duty: z.string(),
    clause: z.string(),
    until: londonDateSchema,
    reason: text,
    by: person,
  }),
  /** A duty was handed to somebody else, who accepts it or hands it back. Until then it stays where it was. */
  z.strictObject({
    ...base,
    kind: z.literal("given"),
    id: z.string(),
    duty: z.string(),
    clause: z.string(),
    to: person,
    reason: text,
    by: person,
  }),
  z.strictObject({ ...base, kind: z.literal("taken"), id: z.string(), by: person }),
  z.strictObject({ ...base, kind: z.literal("handedBack"), id: z.string(), reason: text, by: person }),
  /** Less often than the standard, for a recorded reason (MO-T11). Holds from approval by somebody else, until a date. */
  z.strictObject({
    ...base,
    kind: z.literal("lessOftenAsked"),
    id: z.string(),
    clause: z.string(),
    everyWeeks: z.int().min(1).max(52),
    until: londonDateSchema,
    reason: text,
    by: person,
  }),
  z.strictObject({ ...base, kind: z.literal("lessOftenApproved"), id: z.string(), by: person }),
  z.strictObject({ ...base, kind: z.literal("lessOftenRefused"), id: z.string(), reason: text, by: person }),
] as const;
export const workFactSchema = z.discriminatedUnion("kind", workFactSchemas);
export type WorkFact = z.infer<typeof workFactSchema>;
