import { hoursInWords } from "../time/say.ts";
import type { Clock } from "./clock-schema.ts";

const counted = (n: number, one: string): string => `${String(n)} ${one}${n === 1 ? "" : "s"}`;

/** A clock as a reader says it after "told": "within 1 working day", "by the end of the next working day, once 24 hours have passed". */
export const clockInWords = (clock: Clock): string => {
  if ("immediately" in clock) return "immediately";
  if ("withinHours" in clock) return `within ${hoursInWords(clock.withinHours)}`;
  if ("sameDay" in clock) return "on the same day";
  if ("byEndOfWorkingDay" in clock) return "by the end of the working day";
  if ("withinWorkingDays" in clock) return `within ${counted(clock.withinWorkingDays, "working day")}`;
  if ("withinDays" in clock) return `within ${counted(clock.withinDays, "day")}`;
  if ("withinWeeks" in clock) return `within ${counted(clock.withinWeeks, "week")}`;
  if ("withinMonths" in clock) return `within ${counted(clock.withinMonths, "month")}`;
  if ("everyWeeks" in clock)
    return clock.everyWeeks === 1 ? "every week" : `every ${counted(clock.everyWeeks, "week")}`;
  if ("everyMonths" in clock)
    return clock.everyMonths === 1 ? "every month" : `every ${counted(clock.everyMonths, "month")}`;
  if ("everyShifts" in clock)
    return clock.everyShifts === 1 ? "every shift worked" : `every ${counted(clock.everyShifts, "shift")} worked`;
  if ("nextWorkingDayAfter" in clock) return nextWorkingDay(clock.nextWorkingDayAfter.hours);
  if ("whenOverWeeks" in clock)
    return `on the first working day after ${counted(clock.whenOverWeeks, "week")} have passed`.replace(
      "1 week have",
      "1 week has",
    );
  if ("whenMissingFor" in clock)
    return clock.whenMissingFor.hours === 0
      ? "immediately"
      : `as soon as ${hoursInWords(clock.whenMissingFor.hours)} have passed`;
  if ("forMonths" in clock) return `after ${counted(clock.forMonths, "month")}, no limit stated`;
  if ("lastWorkingDayOf" in clock) return `by the last working day of the ${clock.lastWorkingDayOf}`;
  if ("timesAYear" in clock) return clock.timesAYear === 1 ? "once a year" : `${String(clock.timesAYear)} times a year`;
  if ("inMonthsBefore" in clock)
    return `in the ${clock.inMonthsBefore === 1 ? "month" : counted(clock.inMonthsBefore, "month")} before`;
  clock.noLimit satisfies true;
  return "no limit stated";
};

const nextWorkingDay = (hours: number): string =>
  hours === 0
    ? "by the end of the next working day"
    : `by the end of the next working day after ${hoursInWords(hours)}`;
