import type { Instant } from "../../domain/instants.ts";
import { bankHolidayYears } from "../../time/bank-holidays.ts";
import { dateOf, dayNumber } from "../../time/london.ts";
import type { Clock, Run } from "../clock.ts";
import { run } from "../engine/timing.ts";
import type { Hours } from "../engine/timing.ts";
import { londonDay, startOfDay } from "./days.ts";

/** A clock made ready for many anchors. Throws `OutsideCalendar` like the clock itself. */
export interface Timer {
  /** The last instant in time; null: no limit stated. */
  readonly dueAt: (from: Instant) => Instant | null;
  /** When it opens; null: at once. */
  readonly maturesAt: (from: Instant) => Instant | null;
}

/** Clocks that ask for nothing of their anchor but its London day, and open at once: each day is worked out once and kept. */
const byDay = [
  "withinWorkingDays",
  "withinDays",
  "withinWeeks",
  "withinMonths",
  "everyWeeks",
  "everyMonths",
  "lastWorkingDayOf",
  "timesAYear",
] as const;

/** Clocks that open later than the instant from which they count. */
const opening = ["nextWorkingDayAfter", "whenOverWeeks", "whenMissingFor", "forMonths", "inMonthsBefore"] as const;

const firstDay = dayNumber(dateOf(bankHolidayYears.from, 1, 1));
const days = dayNumber(dateOf(bankHolidayYears.to, 12, 31)) - firstDay + 1;

export const timerOf = (clock: Clock, statutory: boolean, hours: Hours): Timer => {
  const ask = (from: Instant): Run => run(clock, from, statutory, hours);
  const opens = opening.some((kind) => kind in clock);
  return {
    dueAt: byDay.some((kind) => kind in clock) ? kept((from) => ask(from).dueAt) : (from) => ask(from).dueAt,
    maturesAt: opens ? (from) => ask(from).maturesAt : () => null,
  };
};

/** The answer for each day of the calendar's years, once somebody has asked for it. */
const kept = (ask: (from: Instant) => Instant | null): Timer["dueAt"] => {
  const known = new Float64Array(days).fill(Number.NaN);
  return (from) => {
    const index = londonDay(from) - firstDay;
    const found = known[index];
    if (found !== undefined && !Number.isNaN(found)) return found;
    const asked = ask(startOfDay(index + firstDay));
    if (asked !== null) known[index] = asked;
    return asked;
  };
};
