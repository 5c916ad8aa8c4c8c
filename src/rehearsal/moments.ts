import type { Instant, LondonDate } from "../domain/instants.ts";
import { bankHolidaysOf } from "../time/bank-holidays.ts";
import type { Calendar } from "../time/calendar.ts";
import { addDays, atLondon, hourMs, londonDate, partsOf, weekdayOf } from "../time/london.ts";
import { readWhen } from "../time/read.ts";
import { inWords } from "../time/say.ts";
import type { Moment } from "./wire.ts";

/** Easter Monday is the first bank holiday on a Monday from 23 March to 26 April. */
const easterMonday = (year: number): LondonDate | undefined =>
  bankHolidaysOf(year).find((date) => weekdayOf(date) === 1 && date.slice(5) >= "03-23" && date.slice(5) <= "04-26");

const afterEaster = (now: Instant, time: string): Instant | null => {
  const { year } = partsOf(londonDate(now));
  const moments = [year, year + 1].flatMap((each) => {
    const monday = easterMonday(each);
    return monday === undefined ? [] : [atLondon(addDays(monday, 1), time)];
  });
  return moments.find((at) => at > now) ?? null;
};

/** Where the clock can be put, from now on, soonest first. */
export const momentsFrom = (now: Instant, calendar: Calendar): readonly Moment[] => {
  const today = londonDate(now);
  const tuesday = afterEaster(now, "09:00");
  const next = calendar.nextWorkingDay(today);
  const moments: readonly (readonly [string, Instant | null])[] = [
    ["In 1 hour", now + hourMs],
    ["End of the working day", calendar.isWorkingDay(today) ? calendar.dayEnd(today) : null],
    ["Tomorrow, 9am", atLondon(addDays(today, 1), "09:00")],
    ["In 24 hours", now + 24 * hourMs],
    ["In 48 hours", now + 48 * hourMs],
    ["Next working day, 9am", next === addDays(today, 1) ? null : atLondon(next, "09:00")],
    ["In a week", now + 7 * 24 * hourMs],
    ["Tuesday after Easter, 9am", tuesday],
  ];
  return moments
    .flatMap(([label, at]) => (at === null || at <= now ? [] : [{ label, at, words: inWords(at, now) }]))
    .toSorted((a, b) => a.at - b.at);
};

/** Reads a moment as typed: "tomorrow 9am", "7 April 2026 17:00", "2026-04-07T09:00". Null when it cannot be read. */
export const readMoment = (text: string, now: Instant): Instant | null => {
  const read = readWhen(text.trim(), now, "ahead");
  return read.ok ? read.at : null;
};
