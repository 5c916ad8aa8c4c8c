import { z } from "zod";
import { instantSchema, londonDateSchema } from "../instants.ts";

const base = { at: instantSchema };
const person = z.string();
const count = z.int().min(0);
/** As the caseload names it; null for cases of none. */
const team = z.string().nullable();

/** Why nobody can be told of what a case owes: it has no worker, or its worker is not managed by anybody on the staff list. */
export const summaryGaps = ["unallocated", "nobody"] as const;

/** Duties of one kind on the cases of one team, as they stood. `standing`: all that have a limit. */
const cellSchema = z.strictObject({
  team,
  /** Of the vocabulary's kinds of duty; null: another duty. */
  kind: z.string().nullable(),
  standing: count,
  overdue: count,
});
export type SummaryCell = z.infer<typeof cellSchema>;

const oldestSchema = z.strictObject({ team, caseRef: z.string(), clause: z.string(), dueAt: instantSchema });
export type SummaryOldest = z.infer<typeof oldestSchema>;

/** `refs`: the first of them. */
const gapSchema = z.strictObject({ team, gap: z.enum(summaryGaps), count, refs: z.array(z.string()) });
export type SummaryGapCount = z.infer<typeof gapSchema>;

/** Who gets it: `scope` is whoever's line of teams it is about, null for everything. */
const audienceSchema = z.strictObject({
  scope: person.nullable(),
  kind: z.enum(["channel", "personal"]),
  /** The channel's id in the council file, or the person. */
  where: z.string(),
});
export type SummaryAudience = z.infer<typeof audienceSchema>;

/**
 * What happened to the summary of one week, append-only. References and numbers only: it is read in a channel.
 * - made: how things stood, and who is to be told. Never counted again: the trend is made of these.
 * - sent: it stands in a channel or a chat.
 * - unreachable: Teams will not take it there.
 * - passedOn: somebody is told instead.
 */
export const summaryFactSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...base,
    kind: z.literal("made"),
    /** "2026-W49" */
    week: z.string(),
    on: londonDateSchema,
    cases: count,
    /** Cases left out because a date on them is beyond the calendar. */
    beyond: count,
    cells: z.array(cellSchema),
    /** The oldest overdue of each team. */
    oldest: z.array(oldestSchema),
    gaps: z.array(gapSchema),
    to: z.array(audienceSchema),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("sent"),
    audience: audienceSchema,
    conversation: z.string(),
    activity: z.string(),
  }),
  z.strictObject({ ...base, kind: z.literal("unreachable"), audience: audienceSchema, why: z.string() }),
  z.strictObject({ ...base, kind: z.literal("passedOn"), audience: audienceSchema }),
]);
export type SummaryFact = z.infer<typeof summaryFactSchema>;
