import { z } from "zod";
import { instantSchema } from "../instants.ts";

const base = { at: instantSchema };
const person = z.string();

/**
 * What happened to a doubt that somebody put to their line manager (LCP-P10), append-only.
 * - raised: what was typed, as it was typed.
 * - addressed: who is asked, why they and not the line manager, and when they are asked again and passed over.
 * - handed: nobody answered and nobody is left: whoever raised it is asked to telephone.
 * - opened: somebody who was asked has begun a report of it.
 * - reported: that report was confirmed.
 * - judged: not Need-to-Know, and why.
 */
export const doubtFactSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...base,
    kind: z.literal("raised"),
    by: person,
    text: z.string(),
    caseRef: z.string().nullable(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("addressed"),
    to: z.array(person).min(1),
    why: z.string().nullable(),
    repeatAt: z.array(instantSchema),
    passOnAt: instantSchema,
  }),
  z.strictObject({
    ...base,
    kind: z.literal("told"),
    where: person,
    conversation: z.string(),
    activity: z.string(),
  }),
  z.strictObject({ ...base, kind: z.literal("unreachable"), where: person, why: z.string() }),
  z.strictObject({ ...base, kind: z.literal("repeated"), step: z.int() }),
  z.strictObject({ ...base, kind: z.literal("handed"), why: z.string() }),
  z.strictObject({ ...base, kind: z.literal("opened"), by: person, draft: z.string() }),
  z.strictObject({ ...base, kind: z.literal("reported"), by: person, ref: z.string() }),
  z.strictObject({ ...base, kind: z.literal("judged"), by: person, reason: z.string() }),
]);
export type DoubtFact = z.infer<typeof doubtFactSchema>;
export type DoubtFactOf<K extends DoubtFact["kind"]> = Extract<DoubtFact, { kind: K }>;
