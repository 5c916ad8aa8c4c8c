import type { HouseRules } from "../domain/council.ts";
import type { Instant, LondonDate } from "../domain/instants.ts";
import type { Calendar } from "../time/calendar.ts";
import { addDays, addMonths, atLondon, hourMs, londonDate } from "../time/london.ts";
import type { Clock } from "./clock-schema.ts";
import { partOfYear } from "./year-parts.ts";

export { clockSchema, type Clock } from "./clock-schema.ts";
export { clockInWords } from "./clock-words.ts";

/** When a clause starts to apply, and the last instant that is still in time. */
export interface Run {
  /** Null for a clock without a threshold: it applies from the anchor. */
  readonly maturesAt: Instant | null;
  /** Null: no limit stated, the person is told at once. */
  readonly dueAt: Instant | null;
}

/** The house rules that a clock asks for. */
export type ClockRules = Pick<HouseRules, "afterHours" | "yearStarts">;

const due = (dueAt: Instant | null): Run => ({ maturesAt: null, dueAt });
const threshold = (maturesAt: Instant, dueAt: Instant | null): Run => ({ maturesAt, dueAt });
const startOf = (date: LondonDate): Instant => atLondon(date, "00:00");

/** Elapsed time: an hour is an hour, through the nights on which the clocks change. */
const afterHours = (anchor: Instant, hours: number): Instant => anchor + Math.round(hours * hourMs);

/** The working day is over in the evening, at weekends and on holidays: then nobody waits, unless the house rule says so. */
const endOfWorkingDay = (anchor: Instant, calendar: Calendar, rules: ClockRules): Instant => {
  const date = londonDate(anchor);
  const end = calendar.dayEnd(date);
  if (calendar.isWorkingDay(date) && anchor < end) return end;
  return rules.afterHours === "now" ? anchor : calendar.dayEnd(calendar.nextWorkingDay(date));
};

const nextWorkingDayAfter = (maturesAt: Instant, calendar: Calendar): Run =>
  threshold(maturesAt, calendar.dayEnd(calendar.nextWorkingDay(londonDate(maturesAt))));

const whenOverWeeks = (weeks: number, date: LondonDate, calendar: Calendar): Run => {
  const matures = addDays(date, 7 * weeks + 1);
  return threshold(startOf(matures), calendar.dayEnd(calendar.onOrAfter(matures)));
};

/**
 * Runs a clock from its anchor, by CLOCKS.md. Pure. Throws `OutsideCalendar` when working days are needed beyond the
 * calendar's years. `timesAYear` gives the end of the part of the year that holds the anchor; `everyShifts` nothing, because
 * it counts shifts and not time (`duty/`).
 */
export const runClock = (clock: Clock, anchor: Instant, calendar: Calendar, rules: ClockRules): Run => {
  const date = londonDate(anchor);
  const days = "statutory" in clock && clock.statutory === true ? calendar.statutory : calendar;
  const midnightIn = (count: number): Run => due(calendar.midnightEnd(addDays(date, count)));
  const midnightInMonths = (count: number): Run => due(calendar.midnightEnd(addMonths(date, count)));

  if ("immediately" in clock) return due(anchor);
  if ("withinHours" in clock) return due(afterHours(anchor, clock.withinHours));
  // Midnight end is a whole second: an anchor within that second is still in time.
  if ("sameDay" in clock) return due(Math.max(anchor, calendar.midnightEnd(date)));
  if ("byEndOfWorkingDay" in clock) return due(endOfWorkingDay(anchor, days, rules));
  if ("withinWorkingDays" in clock) return due(days.dayEnd(days.addWorkingDays(date, clock.withinWorkingDays)));
  if ("withinDays" in clock) return midnightIn(clock.withinDays);
  if ("withinWeeks" in clock) return midnightIn(7 * clock.withinWeeks);
  if ("withinMonths" in clock) return midnightInMonths(clock.withinMonths);
  if ("everyWeeks" in clock) return midnightIn(7 * clock.everyWeeks);
  if ("everyMonths" in clock) return midnightInMonths(clock.everyMonths);
  if ("nextWorkingDayAfter" in clock)
    return nextWorkingDayAfter(afterHours(anchor, clock.nextWorkingDayAfter.hours), days);
  if ("whenOverWeeks" in clock) return whenOverWeeks(clock.whenOverWeeks, date, days);
  if ("whenMissingFor" in clock) {
    const matures = afterHours(anchor, clock.whenMissingFor.hours);
    return threshold(matures, matures);
  }
  if ("forMonths" in clock) return threshold(startOf(addMonths(date, clock.forMonths)), null);
  if ("lastWorkingDayOf" in clock) return due(days.dayEnd(days.lastWorkingDayOf(clock.lastWorkingDayOf, date)));
  if ("timesAYear" in clock)
    return due(calendar.midnightEnd(partOfYear(date, clock.timesAYear, rules.yearStarts.month).lastDay));
  if ("inMonthsBefore" in clock)
    return threshold(startOf(addMonths(date, -clock.inMonthsBefore)), calendar.midnightEnd(addDays(date, -1)));
  if ("everyShifts" in clock) return due(null);
  clock.noLimit satisfies true;
  return due(null);
};
