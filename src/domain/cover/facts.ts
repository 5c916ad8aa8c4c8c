import { z } from "zod";
import { instantSchema, londonDateSchema } from "../instants.ts";

const base = { at: instantSchema };
const person = z.string();

/**
 * What happened to a time away, append-only.
 * - planned: shown to the person on a card; nothing follows from it yet.
 * - confirmed: it holds, from the first London date to the last, both included.
 * - ended: it stops counting; by the person, or because a later one takes its place.
 * - passed: its last date is over.
 */
export const coverFactSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...base,
    kind: z.literal("planned"),
    /** Who is away. */
    by: person,
    /** Who is told instead; null when nobody was named. */
    instead: person.nullable(),
    from: londonDateSchema,
    until: londonDateSchema,
  }),
  z.strictObject({ ...base, kind: z.literal("confirmed"), by: person }),
  z.strictObject({ ...base, kind: z.literal("ended"), by: person }),
  z.strictObject({ ...base, kind: z.literal("passed") }),
]);
export type CoverFact = z.infer<typeof coverFactSchema>;
