import type { LondonDate } from "../domain/instants.ts";
import { addDays, addMonths, dateOf, daysBetween, partsOf } from "../time/london.ts";

/** One of the equal parts into which a year is cut for "N times a year". */
export interface YearPart {
  /** 1 to N. */
  readonly part: number;
  readonly firstDay: LondonDate;
  readonly lastDay: LondonDate;
}

const yearStart = (date: LondonDate, month: number): LondonDate => {
  const { year, month: now } = partsOf(date);
  return dateOf(now >= month ? year : year - 1, month, 1);
};

/** Whole months where N divides the year into them (3 times: April to July …), whole days, rounded down, where it does not. */
const startOfPart = (start: LondonDate, part: number, n: number): LondonDate => {
  if (12 % n === 0) return addMonths(start, (part * 12) / n);
  return addDays(start, Math.floor((part * daysBetween(start, addMonths(start, 12))) / n));
};

/** The part that holds the date, in a year that starts on the first of `month` (house rule: 4, April). N is at most 52. */
export const partOfYear = (date: LondonDate, n: number, month: number): YearPart => {
  const start = yearStart(date, month);
  let part = 1;
  while (startOfPart(start, part, n) <= date) part += 1;
  return { part, firstDay: startOfPart(start, part - 1, n), lastDay: addDays(startOfPart(start, part, n), -1) };
};
