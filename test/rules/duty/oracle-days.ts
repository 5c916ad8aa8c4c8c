import Holidays from "date-holidays";
import { TZDate } from "@date-fns/tz";
import type { Clock } from "../../../src/rules/clock.ts";

/**
 * Days and clocks for the oracle, found by walking the calendar one day at a time. Nothing here is shared with what it checks:
 * holidays come from date-holidays, London's clocks from date-fns. A wall time is "2026-04-01 09:00:00", and sorts as text.
 */
export type Wall = string;

const england = new Holidays("GB", "ENG");
const holidays = new Set(
  Array.from({ length: 2034 - 2015 }, (_, index) => england.getHolidays(2015 + index))
    .flat()
    .flatMap(({ type, date }) => (type === "public" ? [date.slice(0, 10)] : [])),
);

export const dayOf = (wall: Wall): number => Date.parse(`${wall.slice(0, 10)}T00:00:00Z`) / 86_400_000;
export const dateOf = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

const texts = new Map<number, Wall>();
/** London's wall time at an instant. */
export const wallAt = (instant: number): Wall => {
  const found = texts.get(instant);
  if (found !== undefined) return found;
  const text = new TZDate(instant, "Europe/London").toISOString();
  const wall = `${text.slice(0, 10)} ${text.slice(11, 19)}`;
  texts.set(instant, wall);
  return wall;
};

const instants = new Map<Wall, number>();
export const instantOf = (wall: Wall): number => {
  const found = instants.get(wall);
  if (found !== undefined) return found;
  const [date = "", time = ""] = wall.split(" ");
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const [hour = 0, minute = 0, second = 0] = time.split(":").map(Number);
  const instant = new TZDate(year, month - 1, day, hour, minute, second, "Europe/London").getTime();
  instants.set(wall, instant);
  return instant;
};

const isWorking = (day: number): boolean => (day + 4) % 7 !== 6 && (day + 4) % 7 !== 0 && !holidays.has(dateOf(day));

const dayEnd = (day: number): Wall => `${dateOf(day)} 17:00:00`;
export const midnightEnd = (day: number): Wall => `${dateOf(day)} 23:59:59`;

const workingDaysAfter = (from: number, count: number): number => {
  let day = from;
  for (let left = count; left > 0;) {
    day += 1;
    if (isWorking(day)) left -= 1;
  }
  return day;
};

/** Walks until the month has changed so often, and then to the same day of the month or the month's last. */
export const monthsAfter = (from: number, count: number): number => {
  const wanted = dateOf(from).slice(8);
  let day = from;
  let changes = 0;
  for (;;) {
    if (changes === count && (dateOf(day).slice(8) === wanted || dateOf(day + 1).slice(8) === "01")) return day;
    day += 1;
    if (dateOf(day).slice(8) === "01") changes += 1;
  }
};

const starts = {
  week: (day: number): boolean => (day + 4) % 7 === 1,
  month: (day: number): boolean => dateOf(day).slice(8) === "01",
  quarter: (day: number): boolean => /-(01|04|07|10)-01$/.test(dateOf(day)),
};

/** The first and the last day of the week (from Monday), month or quarter that holds the day. */
export const periodOf = (
  day: number,
  period: keyof typeof starts,
): { readonly first: number; readonly last: number } => {
  let first = day;
  while (!starts[period](first)) first -= 1;
  let last = day;
  while (!starts[period](last + 1)) last += 1;
  return { first, last };
};

export const lastWorkingDayOf = (day: number, period: keyof typeof starts): Wall => {
  let { last } = periodOf(day, period);
  while (!isWorking(last)) last -= 1;
  return dayEnd(last);
};

/** The ends of the parts of the year from April that holds the day, found by walking from its first day. */
export const yearParts = (day: number, times: number): readonly number[] => {
  let first = day;
  while (dateOf(first).slice(5) !== "04-01") first -= 1;
  const ends: number[] = [];
  for (let part = 1; part <= times; part += 1) ends.push(monthsAfter(first, (12 / times) * part) - 1);
  return ends;
};

/** When a clock that counts from `from` ends; null: no limit. A clock that no shipped clause has is an error: write it here. */
export const dueAfter = (clock: Clock, from: Wall): Wall | null => {
  const day = dayOf(from);
  if ("noLimit" in clock) return null;
  if ("immediately" in clock) return from;
  if ("withinHours" in clock) return wallAt(instantOf(from) + clock.withinHours * 3_600_000);
  if ("sameDay" in clock) return midnightEnd(day);
  if ("withinWorkingDays" in clock) return dayEnd(workingDaysAfter(day, clock.withinWorkingDays));
  if ("withinDays" in clock) return midnightEnd(day + clock.withinDays);
  if ("withinWeeks" in clock) return midnightEnd(day + 7 * clock.withinWeeks);
  if ("everyWeeks" in clock) return midnightEnd(day + 7 * clock.everyWeeks);
  if ("withinMonths" in clock) return midnightEnd(monthsAfter(day, clock.withinMonths));
  if ("everyMonths" in clock) return midnightEnd(monthsAfter(day, clock.everyMonths));
  throw new Error(`The oracle does not know the clock ${JSON.stringify(clock)}.`);
};
