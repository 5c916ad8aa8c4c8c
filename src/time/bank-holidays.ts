import type { LondonDate } from "../domain/instants.ts";
import { addDays, dateOf, weekdayOf } from "./london.ts";

/**
 * The years for which bank holidays are known here: from when the oldest care leaver of a caseload was born. Later ones follow the rules below; one-offs are proclaimed year by year.
 */
export const bankHolidayYears = { from: 2000, to: 2040 } as const;

/** Holidays moved by proclamation: the rule's date is not one that year, the other is. */
const moved: Readonly<Record<LondonDate, LondonDate>> = {
  "2002-05-27": "2002-06-04", // the late Queen's Golden Jubilee
  "2012-05-28": "2012-06-04", // the late Queen's Diamond Jubilee
  "2020-05-04": "2020-05-08", // 75 years since VE Day
  "2022-05-30": "2022-06-02", // the late Queen's Platinum Jubilee
};

/** Holidays that a year had besides the usual eight. */
const extra: readonly LondonDate[] = [
  "2002-06-03", // the late Queen's Golden Jubilee
  "2011-04-29", // the wedding of the Prince of Wales
  "2012-06-05", // the late Queen's Diamond Jubilee
  "2022-06-03", // the late Queen's Platinum Jubilee
  "2022-09-19", // the late Queen's State Funeral
  "2023-05-08", // the King's Coronation
];

/** Easter Sunday in the Gregorian calendar (the anonymous algorithm of Nature, 1876). */
const easterSunday = (year: number): LondonDate => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const ofCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(ofCentury / 4) - epact - (ofCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const counted = epact + weekday - 7 * late + 114;
  return dateOf(year, Math.floor(counted / 31), (counted % 31) + 1);
};

const mondayOnOrAfter = (date: LondonDate): LondonDate => addDays(date, (8 - weekdayOf(date)) % 7);
const mondayOnOrBefore = (date: LondonDate): LondonDate => addDays(date, 1 - weekdayOf(date));

/** A holiday that falls on a weekend is kept on the next weekday that is not one already. */
const substituted = (date: LondonDate, taken: readonly LondonDate[]): LondonDate =>
  weekdayOf(date) > 5 || taken.includes(date) ? substituted(addDays(date, 1), taken) : date;

/** On weekdays; Boxing Day's substitute waits for Christmas Day's. */
const christmas = (year: number): readonly LondonDate[] => {
  const christmasDay = dateOf(year, 12, 25);
  const boxingDay = dateOf(year, 12, 26);
  if (weekdayOf(christmasDay) === 7) return [boxingDay, substituted(christmasDay, [boxingDay])];
  const first = substituted(christmasDay, []);
  return [first, substituted(boxingDay, [first])];
};

/** The bank holidays of England and Wales in a year, in order, each on the weekday on which it is kept. */
export const bankHolidaysOf = (year: number): readonly LondonDate[] => {
  const easter = easterSunday(year);
  const byRule = [
    substituted(dateOf(year, 1, 1), []),
    addDays(easter, -2),
    addDays(easter, 1),
    mondayOnOrAfter(dateOf(year, 5, 1)),
    mondayOnOrBefore(dateOf(year, 5, 31)),
    mondayOnOrBefore(dateOf(year, 8, 31)),
    ...christmas(year),
  ].map((date) => moved[date] ?? date);
  return [...byRule, ...extra.filter((date) => date.startsWith(String(year)))].sort();
};
