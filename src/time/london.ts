import { tzOffset } from "@date-fns/tz";
import type { Instant, LondonDate } from "../domain/instants.ts";

/** Wall time in London: "HH:MM" or "HH:MM:SS", 00:00 to 23:59:59. */
export type WallTime = string;

/** 1 Monday to 7 Sunday, as ISO 8601 counts. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** Days since 1 January 1970, the form in which dates are counted here. */
export type DayNumber = number;

/** Where the table begins and ends. The last Sundays of March and October have bounded summer time since 1996. */
const firstYear = 1996;
const lastYear = 2099;

const zeroZero = 48 * 11;
/** The number written by two digits. */
const two = (text: string, at: number): number => text.charCodeAt(at) * 10 + text.charCodeAt(at + 1) - zeroZero;

/** Days since 1970 of a Gregorian date (years start in March, so that the leap day comes last). */
const dayOf = (year: number, month: number, day: number): DayNumber => {
  const shifted = month > 2 ? year : year - 1;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const leapDays = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  return shifted * 365 + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 719_469;
};

/** Days from 1 March of year 0, and days of 400 years: the calendar repeats after them. */
const marchOfYearZero = 719_468;
const fourCenturies = 146_097;

/** The date of a day number, years 0 to 9999. The reverse of `dayOf`. */
export const dateOfDay = (day: DayNumber): LondonDate => {
  const counted = day + marchOfYearZero;
  const cycle = Math.floor(counted / fourCenturies);
  const within = counted - cycle * fourCenturies;
  const year = Math.floor(
    (within - Math.floor(within / 1460) + Math.floor(within / 36_524) - Math.floor(within / 146_096)) / 365,
  );
  const ofYear = within - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const civilYear = cycle * 400 + year + (month < 3 ? 1 : 0);
  return dateOf(civilYear, month, ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1);
};

const tableStart = dayOf(firstYear, 1, 1);
const tableEnd = dayOf(lastYear, 12, 31);

/** Day number of the day before the first of each month of the table: most of the cost of counting, paid once. */
const monthStarts = Int32Array.from({ length: (lastYear - firstYear + 1) * 12 }, (_, month) =>
  dayOf(firstYear + Math.floor(month / 12), (month % 12) + 1, 0),
);

/** The date's day number. The date must be well formed (`isLondonDate`). */
export const dayNumber = (date: LondonDate): DayNumber => {
  const year = two(date, 0) * 100 + two(date, 2);
  const month = two(date, 5);
  const start = monthStarts[(year - firstYear) * 12 + month - 1];
  return start === undefined ? dayOf(year, month, two(date, 8)) : start + two(date, 8);
};

/** 1 Monday to 7 Sunday. 1 January 1970 was a Thursday. */
const weekdayOfDay = (day: DayNumber): Weekday => {
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  return isWeekday(weekday) ? weekday : 7;
};
const isWeekday = (value: number): value is Weekday => value >= 1 && value <= 7;

const lastSunday = (year: number, month: number, lastDay: number): DayNumber => {
  const last = dayOf(year, month, lastDay);
  return last - (weekdayOfDay(last) % 7);
};

/** Offset from UTC in milliseconds at the start of each London day. A day on which the clocks change has its new offset from the next entry. */
const buildOffsets = (): Int32Array => {
  const offsets = new Int32Array(tableEnd - tableStart + 2);
  for (let year = firstYear; year <= lastYear; year += 1) {
    const from = lastSunday(year, 3, 31) + 1 - tableStart;
    offsets.fill(hourMs, from, lastSunday(year, 10, 31) + 1 - tableStart);
  }
  return offsets;
};
const offsets = buildOffsets();

const slowOffset = (instant: Instant): number => tzOffset("Europe/London", new Date(instant)) * minuteMs;

/** Milliseconds that London is ahead of UTC at this instant. */
export const londonOffset = (instant: Instant): number => {
  const day = Math.floor(instant / dayMs);
  const index = day - tableStart;
  if (index < 0 || day > tableEnd) return slowOffset(instant);
  // The clocks change at 01:00 UTC, in both directions.
  return offsets[instant - day * dayMs < hourMs ? index : index + 1] ?? 0;
};

/** The calendar date in London at this instant, whatever the process's own time zone. */
export const londonDate = (instant: Instant): LondonDate =>
  dateOfDay(Math.floor((instant + londonOffset(instant)) / dayMs));

/** The wall time in London, "HH:MM:SS". */
export const londonTime = (instant: Instant): WallTime =>
  new Date(instant + londonOffset(instant)).toISOString().slice(11, 19);

const timeOfDay = (time: WallTime): number => {
  const minutes = two(time, 0) * 60 + two(time, 3);
  return time.length > 5 ? minutes * minuteMs + two(time, 6) * 1000 : minutes * minuteMs;
};

/** Outside the table: as the time-zone database says, the earlier of two readings. */
const slowInstant = (wall: number): Instant => {
  const early = wall - slowOffset(wall - dayMs);
  return early + slowOffset(early) === wall ? early : wall - slowOffset(wall);
};

/**
 * The instant at which London's clocks show this date and time.
 * In the hour that is skipped in spring, the instant as if the clocks had not yet changed (01:30 is 02:30 BST); in the
 * hour that comes twice in autumn, the earlier one. Both arguments must be well formed.
 */
export const atLondon = (date: LondonDate, time: WallTime): Instant => atLondonDay(dayNumber(date), timeOfDay(time));

/** As `atLondon`, from a day number and milliseconds after midnight on the wall. */
export const atLondonDay = (day: DayNumber, ofDay: number): Instant => {
  const index = day - tableStart;
  const wall = day * dayMs + ofDay;
  if (index < 0 || day > tableEnd) return slowInstant(wall);
  return wall - (offsets[ofDay < 2 * hourMs ? index : index + 1] ?? 0);
};

/** Whether the text is a date that exists, written YYYY-MM-DD. */
export const isLondonDate = (text: string): text is LondonDate =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && dateExists(Number(text.slice(0, 4)), two(text, 5), two(text, 8));

const daysInMonth = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** Whether there is such a day, month 1 to 12. */
export const dateExists = (year: number, month: number, day: number): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** "00" to "99": writing a number with its nought is most of the cost of writing a date. */
const twoDigits = Array.from({ length: 100 }, (_, number) => String(number).padStart(2, "0"));
const digits = (number: number): string => twoDigits[number] ?? "";

/** The date from its numbers; the caller has asked `dateExists`. */
export const dateOf = (year: number, month: number, day: number): LondonDate =>
  `${digits(Math.floor(year / 100))}${digits(year % 100)}-${digits(month)}-${digits(day)}`;

/** Year, month (1 to 12) and day of a date. */
export const partsOf = (date: LondonDate): { year: number; month: number; day: number } => ({
  year: two(date, 0) * 100 + two(date, 2),
  month: two(date, 5),
  day: two(date, 8),
});

export const addDays = (date: LondonDate, days: number): LondonDate => dateOfDay(dayNumber(date) + days);

/** Calendar months later (or earlier). A day that the month lacks becomes its last: 30 November + 3 is 28 or 29 February. */
export const addMonths = (date: LondonDate, months: number): LondonDate => {
  const { year, month, day } = partsOf(date);
  const counted = year * 12 + month - 1 + months;
  const newYear = Math.floor(counted / 12);
  const newMonth = counted - newYear * 12 + 1;
  return dateOf(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)));
};

/** Whole days from one date to another; negative when the second is earlier. */
export const daysBetween = (from: LondonDate, to: LondonDate): number => dayNumber(to) - dayNumber(from);

export const weekdayOf = (date: LondonDate): Weekday => weekdayOfDay(dayNumber(date));

/** The Monday of the ISO week that holds the date. */
export const mondayOf = (date: LondonDate): LondonDate => addDays(date, 1 - weekdayOf(date));
