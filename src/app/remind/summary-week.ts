import type { Instant, LondonDate } from "../../domain/instants.ts";
import { addDays, atLondon, daysBetween, londonDate, mondayOf, partsOf } from "../../time/london.ts";
import type { RemindDeps } from "./deps.ts";

type Hours = Pick<RemindDeps, "council" | "calendar">;

/** The ISO week of a London date, "2026-W49": a week belongs to the year of its Thursday. */
export const weekOf = (date: LondonDate): string => {
  const thursday = addDays(mondayOf(date), 3);
  const { year } = partsOf(thursday);
  const week = Math.floor(daysBetween(`${String(year)}-01-01`, thursday) / 7) + 1;
  return `${String(year)}-W${String(week).padStart(2, "0")}`;
};

/** The Mondays of so many weeks, the one of this date last. */
export const mondaysUntil = (date: LondonDate, weeks: number): readonly LondonDate[] =>
  Array.from({ length: weeks }, (_, index) => addDays(mondayOf(date), 7 * (index + 1 - weeks)));

const leavesOn = ({ council }: Hours, date: LondonDate): Instant =>
  atLondon(date, council.houseRules.reminders.digestAt);

/** The first working day of the next week that has one, when the digests leave. */
export const nextWeekAt = (deps: Hours, date: LondonDate): Instant =>
  leavesOn(deps, deps.calendar.onOrAfter(addDays(mondayOf(date), 7)));

/** The first moment at `asOf` or later at which a summary may leave: on a working day, from when the digests leave. */
export const nextMoment = (deps: Hours, asOf: Instant): Instant => {
  const today = londonDate(asOf);
  const { calendar } = deps;
  return calendar.isWorkingDay(today) && asOf < calendar.dayEnd(today)
    ? Math.max(asOf, leavesOn(deps, today))
    : leavesOn(deps, calendar.nextWorkingDay(today));
};

/** The week that a new store begins with: this one while its first working morning is ahead, else the next that has one. */
export const firstSummaryAt = (deps: Hours, asOf: Instant): Instant => {
  const today = londonDate(asOf);
  const first = leavesOn(deps, deps.calendar.onOrAfter(mondayOf(today)));
  return asOf <= first ? first : nextWeekAt(deps, today);
};
