import { z } from "zod";
import { clockSchema } from "../clock.ts";
import { conditionSchema } from "./condition.ts";

const happening = z.string().regex(/^[a-z][a-z0-9-]*$/, "a happening is written in kebab case, like case-transferred");
const factName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "a fact is written in camel case, like placementStart");
const sentence = z.string().trim().min(1);
const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)]);

/** What a duty is counted on: each case, each worker of the caseload, or the post that owes it. */
export const dutySubjects = ["case", "worker", "post"] as const;
export type DutySubject = (typeof dutySubjects)[number];

/** Of several happenings of one kind: each starts a duty of its own, or only the first, or only the last, counts. */
export const whichOnes = ["each", "first", "last"] as const;

/**
 * Until when a phase lasts, held against the day the duty was last done (CLOCKS.md, "Phased clocks"):
 * `first-done`: until it has been done once; a fact: until that date, and for as long as it is not known; months after a
 * fact: for so long from that date.
 */
const untilSchema = z.union([
  z.literal("first-done"),
  factName,
  z.strictObject({ months: z.int().positive(), after: factName }),
]);

/** One phase of a duty whose clock changes as time goes by. The first phase that holds is the one that runs. */
export const phaseSchema = z.strictObject({
  says: sentence,
  until: untilSchema.optional(),
  /** Facts of the case that must hold on the day it was last done. */
  when: conditionSchema.optional(),
  clock: clockSchema,
});

/** One of several deadlines that one start sets: at 10, at 20, at 45 working days. */
export const checkpointSchema = z.strictObject({ says: sentence, clock: clockSchema });

/**
 * When somebody must do a thing. Derived each time it is asked for, never stored: `duties(policy, case, asOf)`.
 *
 * - With `on`: a happening starts it (a transfer, a section 47 enquiry). It counts from `from`, or from when it happened.
 * - Without `on`: the case as it stands owes it, as long as `when` holds. With a clock that comes again (`everyWeeks`,
 *   `everyMonths`, `everyShifts`, `timesAYear`, `lastWorkingDayOf`, `phases`) it counts from when it was last done, and
 *   before the first time from the latest of the facts of `from` that are known. With any other clock it counts from `from` once.
 */
export const dutySchema = z.strictObject({
  each: z.enum(dutySubjects).default("case"),
  /** Happenings of the vocabulary that start it. */
  on: oneOrMore(happening).optional(),
  which: z.enum(whichOnes).default("each"),
  /** Facts of the happening, of the case, or of the worker that must hold. */
  when: conditionSchema.optional(),
  /** The fact, or the latest known of several, from which it counts. */
  from: oneOrMore(factName).optional(),
  /** Exactly one of `clock`, `phases` and `checkpoints`. A duty without a limit says `clock: { noLimit: true }`. */
  clock: clockSchema.optional(),
  phases: z.array(phaseSchema).min(2).optional(),
  checkpoints: z.array(checkpointSchema).min(2).optional(),
  /** Happenings that meet it. A duty that nothing meets is owed for as long as its facts hold. */
  metBy: oneOrMore(happening).optional(),
  /** Happenings that end it without meeting it. */
  endedBy: oneOrMore(happening).optional(),
  /** A longer limit than the standard that somebody has to choose deliberately, with a reason (WQ-10.1f). */
  chosen: z.literal(true).optional(),
});
export type DutySource = z.infer<typeof dutySchema>;
export type PhaseSource = z.infer<typeof phaseSchema>;
