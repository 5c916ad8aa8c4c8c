import Holidays from "date-holidays";
import fc from "fast-check";
import { bankHolidaysOf } from "../../src/time/bank-holidays.ts";
import { createCalendar } from "../../src/time/calendar.ts";
import { addDays, daysBetween, weekdayOf } from "../../src/time/london.ts";

/** date-holidays is an independent source; it is slow, so each year is asked for once. */
const england = new Holidays("GB", "ENG");
const years = Array.from({ length: 2032 - 2000 + 1 }, (_, index) => 2000 + index);
const oracle = new Map(
  years.map((year) => [
    year,
    england
      .getHolidays(year)
      .filter(({ type }) => type === "public")
      .map(({ date }) => date.slice(0, 10)),
  ]),
);
const holidays = new Set([...oracle.values()].flat());
const calendar = createCalendar({ closureDays: [], workingDay: { from: "09:00", to: "17:00" } });

const worked = (date: string) => weekdayOf(date) <= 5 && !holidays.has(date);
const walk = (from: string, n: number): string => {
  let date = from;
  for (let left = Math.abs(n); left > 0;) {
    date = addDays(date, Math.sign(n));
    if (worked(date)) left -= 1;
  }
  return date;
};

/** date-holidays does not know what was proclaimed in these years. */
const jubileesAndAWedding: readonly (readonly [number, readonly string[]])[] = [
  [2002, ["2002-01-01", "2002-03-29", "2002-04-01", "2002-05-06", "2002-06-03", "2002-06-04", "2002-08-26"]],
  [2011, ["2011-01-03", "2011-04-22", "2011-04-25", "2011-04-29", "2011-05-02", "2011-05-30", "2011-08-29"]],
  [2012, ["2012-01-02", "2012-04-06", "2012-04-09", "2012-05-07", "2012-06-04", "2012-06-05", "2012-08-27"]],
];

test.each(jubileesAndAWedding)("the weekdays off before Christmas %i are those that were proclaimed", (year, days) => {
  expect(bankHolidaysOf(year).slice(0, -2)).toEqual(days);
});

const ordinary = years.filter((year) => !jubileesAndAWedding.some(([proclaimed]) => proclaimed === year));

test.each(ordinary)("the weekdays off in %i are those of date-holidays", (year) => {
  const expected = new Set((oracle.get(year) ?? []).filter((date) => weekdayOf(date) <= 5));
  expect(bankHolidaysOf(year)).toEqual([...expected].sort());
});

const span = daysBetween("2018-01-01", "2032-12-31");
const anyDate = fc.integer({ min: 0, max: span }).map((days) => addDays("2018-01-01", days));
const innerDate = fc.integer({ min: 200, max: span - 200 }).map((days) => addDays("2018-01-01", days));

test("every day from 2018 to 2032 is a working day exactly when it is one by date-holidays", () => {
  for (let days = 0; days <= span; days += 1) {
    const date = addDays("2018-01-01", days);
    expect([date, calendar.isWorkingDay(date)]).toEqual([date, worked(date)]);
  }
});

test("adding working days comes to where walking the calendar comes", () => {
  fc.assert(
    fc.property(innerDate, fc.integer({ min: -100, max: 100 }), (date, n) => {
      expect(calendar.addWorkingDays(date, n)).toBe(walk(date, n));
    }),
    { numRuns: 500 },
  );
});

test("the next working day is later, worked, and has none before it", () => {
  fc.assert(
    fc.property(innerDate, (date) => {
      const next = calendar.nextWorkingDay(date);
      expect(next > date && worked(next)).toBe(true);
      for (let between = addDays(date, 1); between < next; between = addDays(between, 1))
        expect(worked(between)).toBe(false);
    }),
  );
});

test("there and back again is where one started, from a working day", () => {
  fc.assert(
    fc.property(innerDate, fc.integer({ min: 1, max: 100 }), (date, n) => {
      const start = calendar.onOrAfter(date);
      expect(calendar.addWorkingDays(calendar.addWorkingDays(start, n), -n)).toBe(start);
    }),
  );
});

test("the last working day of a period is worked, and none follows it there", () => {
  fc.assert(
    fc.property(
      anyDate.filter((date) => date > "2018-02" && date < "2032-12"),
      (date) => {
        const last = calendar.lastWorkingDayOf("month", date);
        expect(worked(last)).toBe(true);
        expect(last.slice(0, 7)).toBe(date.slice(0, 7));
        expect(calendar.nextWorkingDay(last).slice(0, 7)).not.toBe(date.slice(0, 7));
      },
    ),
  );
});
