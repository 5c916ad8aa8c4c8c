import type { Instant } from "../../domain/instants.ts";
import type { FactValue } from "../../domain/report/facts.ts";
import type { Period } from "../../time/calendar.ts";
import {
  addDays,
  addMonths,
  atLondonDay,
  dateOf,
  dateOfDay,
  dayMs,
  dayNumber,
  londonOffset,
  mondayOf,
  partsOf,
} from "../../time/london.ts";
import type { DayNumber } from "../../time/london.ts";

/** The London day at this instant. */
export const londonDay = (instant: Instant): DayNumber => Math.floor((instant + londonOffset(instant)) / dayMs);

/** The first moment of a London day. */
export const startOfDay = (day: DayNumber): Instant => atLondonDay(day, 0);

/** Its last second, "midnight end". */
export const endOfDay = (day: DayNumber): Instant => startOfDay(day + 1) - 1000;

/** When a fact of a case says: a date counts from its first moment in London. Dates are trusted: whoever loads a case reads them. */
export const momentOf = (value: FactValue | undefined): Instant | null => {
  if (typeof value === "number") return value;
  return typeof value === "string" && value.length === 10 ? startOfDay(dayNumber(value)) : null;
};

/** So many calendar months after a day; a day that the month lacks becomes its last. */
export const monthsAfter = (day: DayNumber, months: number): DayNumber => dayNumber(addMonths(dateOfDay(day), months));

/** First and last day of the week, month or quarter that holds a day. */
export const periodOf = (period: Period, day: DayNumber): { readonly first: DayNumber; readonly last: DayNumber } => {
  const date = dateOfDay(day);
  if (period === "week") {
    const monday = mondayOf(date);
    return { first: dayNumber(monday), last: dayNumber(addDays(monday, 6)) };
  }
  const { year, month } = partsOf(date);
  const first = dateOf(year, period === "month" ? month : month - ((month - 1) % 3), 1);
  return { first: dayNumber(first), last: dayNumber(addMonths(first, period === "month" ? 1 : 3)) - 1 };
};
