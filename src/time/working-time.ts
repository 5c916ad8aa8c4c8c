import type { Instant } from "../domain/instants.ts";
import type { Calendar } from "./calendar.ts";
import { londonDate, minuteMs } from "./london.ts";

/**
 * The instant that lies so many minutes of working time after another. Nights, weekends, bank holidays and the council's
 * closure days do not count; counting from outside working hours begins with the next working day.
 * @throws OutsideCalendar when it leads beyond the calendar's years.
 */
export const addWorkingMinutes = (calendar: Calendar, from: Instant, minutes: number): Instant => {
  let left = minutes * minuteMs;
  for (let date = calendar.onOrAfter(londonDate(from)); ; date = calendar.nextWorkingDay(date)) {
    const start = Math.max(from, calendar.dayStart(date));
    const room = Math.max(0, calendar.dayEnd(date) - start);
    if (left <= room) return start + left;
    left -= room;
  }
};

/**
 * The instant that lies so many minutes of working time before another: the latest from which they all still fit.
 * @throws OutsideCalendar when it leads beyond the calendar's years.
 */
export const beforeWorkingMinutes = (calendar: Calendar, until: Instant, minutes: number): Instant => {
  let left = minutes * minuteMs;
  for (let date = calendar.onOrBefore(londonDate(until)); ; date = calendar.addWorkingDays(date, -1)) {
    const end = Math.min(until, calendar.dayEnd(date));
    const room = Math.max(0, end - calendar.dayStart(date));
    if (left <= room) return end - left;
    left -= room;
  }
};
