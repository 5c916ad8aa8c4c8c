import type { Clock, ClockRules } from "../../src/rules/clock.ts";
import { createCalendar } from "../../src/time/calendar.ts";
import { calendar, london, rules, run, workingDay } from "./support/clock-table.ts";

describe("house rules", () => {
  const nextDay: ClockRules = { ...rules, afterHours: "next-day-end" };

  test.each([
    ["in the evening, the end of the next working day", "2026-04-02 18:30", "2026-04-07 17:00"],
    ["at a weekend, the end of Monday", "2026-04-11 10:00", "2026-04-13 17:00"],
    ["in working hours, the same day's end", "2026-04-02 10:00", "2026-04-02 17:00"],
  ])("after hours, where the council says so: %s", (_, from, dueAt) => {
    expect(run({ byEndOfWorkingDay: true }, from, calendar, nextDay).dueAt).toBe(london(dueAt));
  });

  test("a council whose day ends at 4.30pm is due then", () => {
    const early = createCalendar({ closureDays: [], workingDay: { from: "08:30", to: "16:30" } });
    expect(run({ withinWorkingDays: 1 }, "2026-04-11 12:00", early).dueAt).toBe(london("2026-04-13 16:30"));
  });

  test("a year that starts in January is cut from there", () => {
    expect(run({ timesAYear: 3 }, "2026-04-01 00:00", calendar, { ...rules, yearStarts: { month: 1 } }).dueAt).toBe(
      london("2026-04-30 23:59:59"),
    );
  });
});

describe("closure days", () => {
  const closed = createCalendar({ closureDays: ["2026-12-29"], workingDay });

  test.each<[string, Clock, string]>([
    ["move a house clock", { withinWorkingDays: 5 }, "2026-12-30 17:00"],
    ["do not move a statutory one", { withinWorkingDays: 5, statutory: true }, "2026-12-29 17:00"],
    ["do not move hours that pass", { withinHours: 24 * 11 }, "2026-12-29 10:00"],
  ])("%s", (_, clock, dueAt) => {
    expect(run(clock, "2026-12-18 10:00", closed).dueAt).toBe(london(dueAt));
  });
});
