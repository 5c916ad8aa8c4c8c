import type { Instant, LondonDate } from "../domain/instants.ts";
import { bankHolidayYears, bankHolidaysOf } from "./bank-holidays.ts";
import {
  addDays,
  addMonths,
  atLondon,
  atLondonDay,
  dateOf,
  dateOfDay,
  dayNumber,
  mondayOf,
  partsOf,
  weekdayOf,
  type DayNumber,
  type WallTime,
} from "./london.ts";

/** A date that the calendar does not know. Working days there would be a guess, and a deadline is never guessed. */
export class OutsideCalendar extends Error {
  override readonly name = "OutsideCalendar";
  readonly date: LondonDate;

  constructor(date: LondonDate) {
    const { from, to } = bankHolidayYears;
    super(
      `Working days counted from ${date} lead outside the calendar, which knows bank holidays from 1 January ` +
        `${String(from)} to 31 December ${String(to)}. Check the date; if it is right, extend bankHolidayYears in src/time/bank-holidays.ts.`,
    );
    this.date = date;
  }
}

export const periods = ["week", "month", "quarter"] as const;
/** ISO week (Monday to Sunday), calendar month, calendar quarter. */
export type Period = (typeof periods)[number];

/**
 * Working days in England and Wales. Every function throws `OutsideCalendar` for a date beyond its years.
 * Dates are London dates and must be well formed.
 */
export interface Calendar {
  isWorkingDay(date: LondonDate): boolean;
  /** The nth working day after the date, which is itself never counted; before it for negative n; the date itself for 0. */
  addWorkingDays(date: LondonDate, n: number): LondonDate;
  /** The first working day strictly after the date. */
  nextWorkingDay(date: LondonDate): LondonDate;
  /** The date itself when it is a working day, otherwise the next one. */
  onOrAfter(date: LondonDate): LondonDate;
  /** The date itself when it is a working day, otherwise the one before: the last on which to be in time. */
  onOrBefore(date: LondonDate): LondonDate;
  lastWorkingDayOf(period: Period, date: LondonDate): LondonDate;
  /** When the working day begins (house rule: 09:00 London). */
  dayStart(date: LondonDate): Instant;
  /** "Day end": when the working day ends (house rule: 17:00 London). */
  dayEnd(date: LondonDate): Instant;
  /** "Midnight end": 23:59:59 London. */
  midnightEnd(date: LondonDate): Instant;
  /** The same without the council's closure days, which never move a statutory clock. */
  readonly statutory: Calendar;
}

export interface CalendarSettings {
  /** Days on which the council's offices are closed, besides bank holidays. */
  readonly closureDays: readonly LondonDate[];
  readonly workingDay: { readonly from: WallTime; readonly to: WallTime };
}

const first = dayNumber(dateOf(bankHolidayYears.from, 1, 1));
const last = dayNumber(dateOf(bankHolidayYears.to, 12, 31));
const allBankHolidays: readonly LondonDate[] = Array.from(
  { length: bankHolidayYears.to - bankHolidayYears.from + 1 },
  (_, index) => bankHolidaysOf(bankHolidayYears.from + index),
).flat();

interface Table {
  /** Working days up to and including each day, by day number less `first`. */
  readonly upTo: Int32Array;
  /** Working days, in order. */
  readonly days: readonly LondonDate[];
}

const buildTable = (closed: ReadonlySet<LondonDate>): Table => {
  const upTo = new Int32Array(last - first + 1);
  const days: LondonDate[] = [];
  for (let day = first; day <= last; day += 1) {
    const date = dateOfDay(day);
    if (weekdayOf(date) <= 5 && !closed.has(date)) days.push(date);
    upTo[day - first] = days.length;
  }
  return { upTo, days };
};

/** The first date of the period that follows the one holding the date. */
const afterPeriod = (period: Period, date: LondonDate): LondonDate => {
  if (period === "week") return addDays(mondayOf(date), 7);
  const { year, month } = partsOf(date);
  if (period === "month") return addMonths(dateOf(year, month, 1), 1);
  return addMonths(dateOf(year, month - ((month - 1) % 3), 1), 3);
};

/** Counting over one table. The functions find the index of a working day; a gap in the index is a date beyond the years. */
const counting = ({ upTo, days }: Table) => {
  const count = (date: LondonDate, day: DayNumber): number => {
    const counted = upTo[day - first];
    if (counted === undefined) throw new OutsideCalendar(date);
    return counted;
  };
  const at = (index: number, date: LondonDate): LondonDate => {
    const found = days[index];
    if (found === undefined) throw new OutsideCalendar(date);
    return found;
  };
  const before = (date: LondonDate): number => {
    const day = dayNumber(date);
    return day === first ? 0 : count(date, day - 1);
  };
  const after = (date: LondonDate): number => count(date, dayNumber(date));
  return { at, before, after };
};

const createFrom = (closed: ReadonlySet<LondonDate>, { workingDay }: CalendarSettings): Omit<Calendar, "statutory"> => {
  const { at, before, after } = counting(buildTable(closed));
  const addWorkingDays = (date: LondonDate, n: number): LondonDate => {
    if (n > 0) return at(after(date) + n - 1, date);
    return n === 0 && after(date) >= 0 ? date : at(before(date) + n, date);
  };
  const onOrBefore = (date: LondonDate): LondonDate => at(after(date) - 1, date);
  return {
    isWorkingDay: (date) => after(date) > before(date),
    addWorkingDays,
    nextWorkingDay: (date) => at(after(date), date),
    onOrAfter: (date) => at(before(date), date),
    onOrBefore,
    lastWorkingDayOf: (period, date) => onOrBefore(addDays(afterPeriod(period, date), -1)),
    dayStart: (date) => atLondon(date, workingDay.from),
    dayEnd: (date) => atLondon(date, workingDay.to),
    midnightEnd: (date) => atLondonDay(dayNumber(date), lastSecond),
  };
};
const lastSecond = (24 * 60 * 60 - 1) * 1000;

/** Builds the tables once (about 10 ms); every question after that is a look-up. */
export const createCalendar = (settings: CalendarSettings): Calendar => {
  const plain = createFrom(new Set(allBankHolidays), settings);
  const statutory: Calendar = {
    ...plain,
    get statutory() {
      return statutory;
    },
  };
  if (settings.closureDays.length === 0) return statutory;
  return { ...createFrom(new Set([...allBankHolidays, ...settings.closureDays]), settings), statutory };
};
