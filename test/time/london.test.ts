import fc from "fast-check";
import {
  addDays,
  addMonths,
  atLondon,
  daysBetween,
  isLondonDate,
  londonDate,
  londonTime,
  mondayOf,
  weekdayOf,
} from "../../src/time/london.ts";

const iso = (instant: number) => new Date(instant).toISOString();

describe("London's clocks", () => {
  test.each([
    ["a winter afternoon is UTC", "2026-01-15", "16:30", "2026-01-15T16:30:00.000Z"],
    ["a summer afternoon is an hour ahead", "2026-07-15", "16:30", "2026-07-15T15:30:00.000Z"],
    ["just before the clocks go forward", "2026-03-29", "00:59:59", "2026-03-29T00:59:59.000Z"],
    [
      "in the hour that is skipped, the clocks are read as not yet changed",
      "2026-03-29",
      "01:30",
      "2026-03-29T01:30:00.000Z",
    ],
    ["just after the clocks went forward", "2026-03-29", "02:00", "2026-03-29T01:00:00.000Z"],
    ["in the hour that comes twice, the earlier", "2026-10-25", "01:30", "2026-10-25T00:30:00.000Z"],
    ["just after the hour that comes twice", "2026-10-25", "02:00", "2026-10-25T02:00:00.000Z"],
    ["the last second of the day on which they went back", "2026-10-25", "23:59:59", "2026-10-25T23:59:59.000Z"],
    [
      "a summer before the present rule (double checked in the database)",
      "1985-07-01",
      "12:00",
      "1985-07-01T11:00:00.000Z",
    ],
    ["the winter of British Standard Time", "1970-01-15", "12:00", "1970-01-15T11:00:00.000Z"],
  ])("%s: %s %s", (_, date, time, expected) => {
    expect(iso(atLondon(date, time))).toBe(expected);
  });

  test("the day changes at London's midnight, not at UTC's", () => {
    expect(londonDate(Date.parse("2026-07-15T23:30:00Z"))).toBe("2026-07-16");
    expect(londonDate(Date.parse("2026-01-15T23:30:00Z"))).toBe("2026-01-15");
  });

  const shownByIntl = new Intl.DateTimeFormat("sv-SE", {
    timeZone: "Europe/London",
    dateStyle: "short",
    timeStyle: "medium",
  });
  const anyInstant = fc
    .integer({ min: Date.UTC(1972, 0, 1) / 1000, max: Date.UTC(2099, 11, 30) / 1000 })
    .map((seconds) => seconds * 1000);
  const nearAChange = fc
    .tuple(
      fc.integer({ min: 1996, max: 2099 }),
      fc.constantFrom(2, 9),
      fc.integer({ min: 24, max: 31 }),
      fc.integer({ min: -7200, max: 14_400 }),
    )
    .map(([year, month, day, seconds]) => Date.UTC(year, month, day) + seconds * 1000);

  test("agree with the time-zone database at any second, above all near a change", () => {
    fc.assert(
      fc.property(fc.oneof(anyInstant, nearAChange), (instant) => {
        expect(`${londonDate(instant)} ${londonTime(instant)}`).toBe(shownByIntl.format(instant));
      }),
      { numRuns: 3000 },
    );
  });

  test("there and back is the same instant, or the one an hour before it in autumn", () => {
    fc.assert(
      fc.property(fc.oneof(anyInstant, nearAChange), (instant) => {
        const again = atLondon(londonDate(instant), londonTime(instant));
        expect([0, 3_600_000]).toContain(instant - again);
        expect(londonTime(again)).toBe(londonTime(instant));
      }),
      { numRuns: 3000 },
    );
  });
});

describe("dates", () => {
  test.each([
    ["three months after 30 November is the last of February", "2026-11-30", 3, "2027-02-28"],
    ["six months after 31 August is the last of February", "2026-08-31", 6, "2027-02-28"],
    ["a leap year's February has its 29th", "2027-11-30", 3, "2028-02-29"],
    ["a month before 31 March", "2026-03-31", -1, "2026-02-28"],
    ["twelve months after a leap day", "2028-02-29", 12, "2029-02-28"],
    ["nine months over a new year", "2026-06-15", 9, "2027-03-15"],
  ])("%s", (_, from, months, expected) => {
    expect(addMonths(from, months)).toBe(expected);
  });

  test.each([
    ["2026-02-29", false],
    ["2028-02-29", true],
    ["2100-02-29", false],
    ["2026-04-31", false],
    ["2026-13-01", false],
    ["2026-1-01", false],
    ["2026-12-31", true],
  ])("%s is a date: %s", (text, expected) => {
    expect(isLondonDate(text)).toBe(expected);
  });

  test("22 November 2026 is a Sunday in the week of the 16th", () => {
    expect(weekdayOf("2026-11-22")).toBe(7);
    expect(mondayOf("2026-11-22")).toBe("2026-11-16");
  });

  test("adding days is counted back by daysBetween, over any leap year", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 40_000 }),
        fc.integer({ min: -40_000, max: 40_000 }),
        (start, days) => {
          const from = addDays("1970-01-01", start);
          expect(daysBetween(from, addDays(from, days))).toBe(days);
          expect(isLondonDate(addDays(from, days))).toBe(true);
        },
      ),
    );
  });
});
