import fc from "fast-check";
import { runClock, type Clock, type ClockRules } from "../../src/rules/clock.ts";
import { createCalendar } from "../../src/time/calendar.ts";
import { atLondon, dayMs, londonDate, londonTime } from "../../src/time/london.ts";

const calendar = createCalendar({
  closureDays: ["2026-12-29", "2027-12-29"],
  workingDay: { from: "09:00", to: "17:00" },
});
const afterHours = fc.constantFrom("now" as const, "next-day-end" as const);
const rules: fc.Arbitrary<ClockRules> = afterHours.map((choice) => ({ afterHours: choice, yearStarts: { month: 4 } }));

const few = fc.integer({ min: 1, max: 60 });
const hours = fc.integer({ min: 0, max: 200 }).map((count) => ({ hours: count }));
/** Clocks that run forward from the anchor: the later it is, the later they end. */
const running: fc.Arbitrary<Clock> = fc.oneof(
  fc.constant({ immediately: true } as const),
  fc.constant({ sameDay: true } as const),
  few.map((n) => ({ withinHours: n })),
  few.map((n) => ({ withinWorkingDays: n })),
  few.map((n) => ({ withinWorkingDays: n, statutory: true as const })),
  few.map((n) => ({ withinDays: n })),
  few.map((n) => ({ withinWeeks: n })),
  few.map((n) => ({ withinMonths: n })),
  few.map((n) => ({ everyWeeks: n })),
  few.map((n) => ({ everyMonths: n })),
  hours.map((n) => ({ nextWorkingDayAfter: n })),
  few.map((n) => ({ whenOverWeeks: n })),
  hours.map((n) => ({ whenMissingFor: n })),
  few.map((n) => ({ forMonths: n })),
);
/** These end with a period or a working day that holds the anchor, or with the anchor. */
const endOfWorkingDay: fc.Arbitrary<Clock> = fc.constant({ byEndOfWorkingDay: true } as const);

const anyMoment = fc.integer({ min: Date.UTC(2018, 0, 1), max: Date.UTC(2032, 0, 1) });
const awkwardDates = [
  "2026-03-28",
  "2026-03-29",
  "2026-10-24",
  "2026-10-25",
  "2026-12-24",
  "2026-12-31",
  "2028-02-29",
  "2027-01-31",
];
const awkwardMoment = fc
  .tuple(
    fc.constantFrom(...awkwardDates),
    fc.constantFrom("00:00", "00:59:59", "01:30", "02:00", "16:59:59", "17:00", "23:59", "23:59:59"),
  )
  .map(([date, time]) => atLondon(date, time) + 999);
const moment = fc.oneof(anyMoment, awkwardMoment);

test("no clock ends or matures before its anchor, nor ends before it matures", () => {
  fc.assert(
    fc.property(fc.oneof(running, endOfWorkingDay), moment, rules, (clock, anchor, house) => {
      const { maturesAt, dueAt } = runClock(clock, anchor, calendar, house);
      expect(dueAt ?? anchor).toBeGreaterThanOrEqual(anchor);
      expect(maturesAt ?? anchor).toBeGreaterThanOrEqual(anchor);
      if (maturesAt !== null && dueAt !== null) expect(dueAt).toBeGreaterThanOrEqual(maturesAt);
    }),
    { numRuns: 2000 },
  );
});

test("the later the anchor, the later the end", () => {
  fc.assert(
    fc.property(running, moment, fc.integer({ min: 0, max: 40 * dayMs }), rules, (clock, anchor, gap, house) => {
      const early = runClock(clock, anchor, calendar, house);
      const late = runClock(clock, anchor + gap, calendar, house);
      expect(late.dueAt ?? 0).toBeGreaterThanOrEqual(early.dueAt ?? 0);
      expect(late.maturesAt ?? 0).toBeGreaterThanOrEqual(early.maturesAt ?? 0);
    }),
    { numRuns: 2000 },
  );
});

test("the hour of the anchor never changes a clock that counts days", () => {
  const byDays = running.filter(
    (clock) =>
      "withinWorkingDays" in clock || "everyWeeks" in clock || "everyMonths" in clock || "whenOverWeeks" in clock,
  );
  fc.assert(
    fc.property(byDays, moment, rules, (clock, anchor, house) => {
      const date = londonDate(anchor);
      const runs = ["00:00", "01:30", "12:00", "23:59:59"].map((time) =>
        runClock(clock, atLondon(date, time), calendar, house),
      );
      expect(new Set(runs.map((run) => JSON.stringify(run))).size).toBe(1);
    }),
  );
});

test("a working-day clock always ends at 5pm on a working day, through every change of the clocks", () => {
  fc.assert(
    fc.property(few, moment, rules, (n, anchor, house) => {
      const { dueAt } = runClock({ withinWorkingDays: n }, anchor, calendar, house);
      expect(londonTime(dueAt ?? 0)).toBe("17:00:00");
      expect(calendar.isWorkingDay(londonDate(dueAt ?? 0))).toBe(true);
    }),
  );
});

test("a calendar clock always ends in the last second of a London day", () => {
  const byDate = running.filter((clock) => "withinDays" in clock || "withinMonths" in clock || "sameDay" in clock);
  fc.assert(
    fc.property(byDate, moment, rules, (clock, anchor, house) => {
      expect(londonTime(runClock(clock, anchor, calendar, house).dueAt ?? 0)).toBe("23:59:59");
    }),
  );
});
