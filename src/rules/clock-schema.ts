import { z } from "zod";
import { periods } from "../time/calendar.ts";

const count = z.int().min(1).max(1000);
const hours = z.strictObject({ hours: z.number().min(0).max(10_000) });
const yes = z.literal(true);
/** Marks a clock that the law sets: the council's closure days do not move it. */
const statutory = yes.optional();

/**
 * The clocks that a clause can have, one key each, as CLOCKS.md lists them. A clause without a clock says `noLimit: true`.
 * `unit: assumed` marks a length whose unit the words leave open: it is read as calendar days, the earlier reading.
 */
const shapes = {
  immediately: z.strictObject({ immediately: yes }),
  withinHours: z.strictObject({ withinHours: z.number().positive().max(10_000) }),
  sameDay: z.strictObject({ sameDay: yes }),
  byEndOfWorkingDay: z.strictObject({ byEndOfWorkingDay: yes, statutory }),
  withinWorkingDays: z.strictObject({ withinWorkingDays: count, statutory }),
  withinDays: z.strictObject({ withinDays: count, unit: z.literal("assumed").optional() }),
  withinWeeks: z.strictObject({ withinWeeks: count }),
  withinMonths: z.strictObject({ withinMonths: count }),
  everyWeeks: z.strictObject({ everyWeeks: count }),
  everyMonths: z.strictObject({ everyMonths: count }),
  /** Due when so many shifts have been worked since it was last done; `worked` is the happening that is one shift. */
  everyShifts: z.strictObject({ everyShifts: count, worked: z.string().regex(/^[a-z][a-z0-9-]*$/) }),
  nextWorkingDayAfter: z.strictObject({ nextWorkingDayAfter: hours, statutory }),
  whenOverWeeks: z.strictObject({ whenOverWeeks: count, statutory }),
  whenMissingFor: z.strictObject({ whenMissingFor: hours }),
  forMonths: z.strictObject({ forMonths: count }),
  lastWorkingDayOf: z.strictObject({ lastWorkingDayOf: z.enum(periods) }),
  timesAYear: z.strictObject({ timesAYear: z.int().min(1).max(52) }),
  /** In the months before a date: not sooner, and done before the date comes. */
  inMonthsBefore: z.strictObject({ inMonthsBefore: count }),
  noLimit: z.strictObject({ noLimit: yes }),
};
type ClockKind = keyof typeof shapes;

const examples = {
  immediately: "immediately: true",
  withinHours: "withinHours: 24",
  sameDay: "sameDay: true",
  byEndOfWorkingDay: "byEndOfWorkingDay: true",
  withinWorkingDays: "withinWorkingDays: 1",
  withinDays: "withinDays: 2",
  withinWeeks: "withinWeeks: 1",
  withinMonths: "withinMonths: 9",
  everyWeeks: "everyWeeks: 8",
  everyMonths: "everyMonths: 3",
  everyShifts: "everyShifts: 8, worked: shift-worked",
  nextWorkingDayAfter: "nextWorkingDayAfter: { hours: 24 }",
  whenOverWeeks: "whenOverWeeks: 2",
  whenMissingFor: "whenMissingFor: { hours: 48 }",
  forMonths: "forMonths: 3",
  lastWorkingDayOf: "lastWorkingDayOf: month",
  timesAYear: "timesAYear: 3",
  inMonthsBefore: "inMonthsBefore: 1",
  noLimit: "noLimit: true",
} as const satisfies Record<ClockKind, string>;

/** What to write instead of something that is no clock: the form of the key that was meant, or the whole list. */
const notAClock = (input: unknown): string => {
  const written = typeof input === "object" && input !== null ? Object.keys(input) : [];
  const meant = Object.entries(examples).filter(([kind]) => written.includes(kind));
  const [only] = meant;
  if (meant.length === 1 && only !== undefined) return `this clock is written { ${only[1]} }`;
  if (meant.length > 1)
    return `a clause has one clock; this has ${String(meant.length)}: keep one of ${written.join(", ")}`;
  return `not a clock: write one of { ${Object.values(examples).join(" }, { ")} }`;
};

/** One clock. Refusals say what to write instead. */
export const clockSchema = z.union(Object.values(shapes), { error: (issue) => notAClock(issue.input) });
export type Clock = z.infer<typeof clockSchema>;
