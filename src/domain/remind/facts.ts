import { z } from "zod";
import { instantSchema, londonDateSchema } from "../instants.ts";

const base = { at: instantSchema };
const person = z.string();

/**
 * What happened to one person's digest of one morning, append-only. What it says is derived whenever it is drawn.
 * - made: there is something to put before this person. `cases` and `workers` say where to look, and nothing else.
 * - sent: it stands in somebody's chat: the person's, or that of whoever it was passed on to.
 * - unreachable: Teams will not take it for them.
 * - passedOn: it goes to this person instead.
 * - changed: something on one of its cases was done, so copies are drawn anew.
 */
export const digestFactSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...base,
    kind: z.literal("made"),
    on: londonDateSchema,
    person,
    cases: z.array(z.string()),
    workers: z.array(person),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("sent"),
    where: person,
    conversation: z.string(),
    activity: z.string(),
  }),
  z.strictObject({ ...base, kind: z.literal("unreachable"), where: person, why: z.string() }),
  z.strictObject({ ...base, kind: z.literal("passedOn"), to: person }),
  z.strictObject({
    ...base,
    kind: z.literal("changed"),
    case: z.string(),
    /** How many entries the case then had: each of them is told once. */
    entries: z.int(),
    /** Who did it: the card on which they did it is in their hands, and is left alone. */
    by: person.nullable(),
  }),
]);
export type DigestFact = z.infer<typeof digestFactSchema>;

/** Who hears of a duty that stays overdue, and when. `to`: a post, or `owner`. */
const stepSchema = z.strictObject({ at: instantSchema, to: z.string() });
export type ReminderStep = z.infer<typeof stepSchema>;

/**
 * What happened about one duty that became overdue, append-only.
 * - opened: it is overdue. `interrupts`: somebody is told at once; the steps come after that.
 * - stepped: the people of a step were found (0: at once). `gap`: why there was nobody.
 * - told, unreachable: of a step that interrupts.
 * - met: it was done, or is owed no more. Nothing follows.
 */
export const reminderFactSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...base,
    kind: z.literal("opened"),
    duty: z.string(),
    clause: z.string(),
    caseRef: z.string(),
    dueAt: instantSchema,
    interrupts: z.boolean(),
    steps: z.array(stepSchema),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("stepped"),
    step: z.int().min(0),
    to: z.array(person),
    gap: z.string().nullable(),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("told"),
    step: z.int().min(0),
    where: person,
    conversation: z.string(),
    activity: z.string(),
  }),
  z.strictObject({ ...base, kind: z.literal("unreachable"), step: z.int().min(0), where: person, why: z.string() }),
  z.strictObject({ ...base, kind: z.literal("met") }),
]);
export type ReminderFact = z.infer<typeof reminderFactSchema>;

/** What somebody did by their post, of which no case knows: it meets a duty of the post. */
export const postFactSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...base,
    kind: z.literal("done"),
    /** The same when the same thing is told again. */
    id: z.string(),
    happening: z.string(),
    on: instantSchema,
    dateOnly: z.boolean(),
    by: person,
  }),
]);
export type PostFact = z.infer<typeof postFactSchema>;
