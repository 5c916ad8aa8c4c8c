import type { LondonDate } from "../../domain/instants.ts";
import { Fault, shown } from "./text.ts";

/** Calendar years in which a caseload's dates can lie. */
const years = { from: 1900, to: 2099 } as const;

const instead = "write it as 2026-04-03 or 03/04/2026";

const two = (value: number): string => String(value).padStart(2, "0");

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

const dated = (year: number, month: number, day: number, text: string): LondonDate | Fault => {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month))
    return new Fault(`${shown(text)} is not a day of the calendar: ${instead}`);
  if (year < years.from || year > years.to)
    return new Fault(`${shown(text)} is not a year of this or the last century: ${instead}`);
  return `${String(year)}-${two(month)}-${two(day)}`;
};

/** A time that the system adds to a date: midnight says nothing, and any other time leaves the day as it is. */
const time = "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?";
const midnightUtc = /[T ]00:00(?::00(?:\.0+)?)?(?:Z|\+00:?00)$/;
const yearFirst = new RegExp(`^(\\d{4})([-/])(\\d{1,2})\\2(\\d{1,2})${time}$`);
const dayFirst = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})${time}$`);
const twoDigitYear = /^\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2}$/;
const spelt = /^(\d{1,2})(?:st|nd|rd|th)?[ -]([A-Za-z]{3,9})[ ,-]+(\d{4})$/;
const offset = /(?:Z|[+-]\d{2}:?\d{2})$/;

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"] as const;
const longMonths =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

/** Excel's days of 1 January 1927 and 31 December 2099: smaller numbers are more likely something else. */
const serials = { from: 9863, to: 73_050 } as const;
const dayOfSerialZero = Date.UTC(1899, 11, 30);
const dayMs = 86_400_000;

const ofSerial = (text: string): LondonDate | Fault => {
  const serial = Math.floor(Number(text));
  if (serial < serials.from || serial > serials.to)
    return new Fault(`${shown(text)} is a number, and no date that a spreadsheet counts: ${instead}`);
  return new Date(dayOfSerialZero + serial * dayMs).toISOString().slice(0, 10);
};

const ofWords = (text: string): LondonDate | Fault | undefined => {
  const [, day, month, year] = spelt.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined || !longMonths.test(month)) return undefined;
  const number = months.findIndex((name) => month.toLowerCase().startsWith(name)) + 1;
  return dated(Number(year), number, Number(day), text);
};

/** Both readings are days of the calendar, and they are different days. */
const couldBeEither = (day: number, month: number): boolean => day <= 12 && month <= 12 && day !== month;

const ofDayFirst = (text: string, column: DateColumn): LondonDate | Fault | undefined => {
  const [, first, , second, year] = dayFirst.exec(text) ?? [];
  if (first === undefined || second === undefined || year === undefined) return undefined;
  const [day, month] = [Number(first), Number(second)];
  if (month > 12 && month <= 31 && day <= 12)
    return new Fault(`${shown(text)} has its month first: write the day first, like ${two(month)}/${two(day)}/${year}`);
  if (column.monthFirst && couldBeEither(day, month))
    return new Fault(
      `${shown(text)} could be two dates, because another in this column has its month first: write ${year}-${two(month)}-${two(day)} or ${year}-${two(day)}-${two(month)}`,
    );
  return dated(Number(year), month, day, text);
};

/** What is known of a column before its dates are read. */
export interface DateColumn {
  /** Another date of it can only be read with its month first, so nobody can say which way round 03/04/2026 is. */
  readonly monthFirst: boolean;
}

/** Whether a date makes only sense with its month first: 04/13/2026. */
export const isMonthFirst = (text: string): boolean => {
  const [, first, , second] = dayFirst.exec(text) ?? [];
  return first !== undefined && Number(first) <= 12 && Number(second) > 12 && Number(second) <= 31;
};

/**
 * A date as councils write it: DD/MM/YYYY (or with hyphens or dots), YYYY-MM-DD, 3 April 2026, or the number of days by
 * which a spreadsheet counts. Refused, because it could be two days: a year of two digits; a month in front; any
 * DD/MM/YYYY in a column where another date has its month in front, unless both readings are the same day; and a moment
 * with an offset that is not midnight.
 */
export const readDate = (text: string, column: DateColumn): LondonDate | Fault => {
  if (/^\d{5}(?:\.\d+)?$/.test(text)) return ofSerial(text);
  const plain = midnightUtc.test(text) ? text.slice(0, 10) : text;
  const [, year, , month, day] = yearFirst.exec(plain) ?? [];
  if (year !== undefined) return dated(Number(year), Number(month), Number(day), text);
  const read = ofDayFirst(plain, column) ?? ofWords(plain);
  if (read !== undefined) return read;
  if (twoDigitYear.test(text)) return new Fault(`${shown(text)} has a year of two digits: write all four`);
  if (yearFirst.test(plain.replace(offset, "")))
    return new Fault(`${shown(text)} is a moment in another time zone: write the date alone, like 2026-04-03`);
  return new Fault(`${shown(text)} is not a date: ${instead}`);
};
