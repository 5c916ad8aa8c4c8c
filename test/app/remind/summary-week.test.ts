import { firstSummaryAt, mondaysUntil, nextMoment, nextWeekAt, weekOf } from "../../../src/app/remind/summary-week.ts";
import { councilSchema } from "../../../src/domain/council.ts";
import { createCalendar } from "../../../src/time/calendar.ts";
import { atLondon } from "../../../src/time/london.ts";

const council = councilSchema.parse({
  ...{ id: "ambershire", name: "Ambershire", policies: ["made-up"], posts: {}, channels: {}, lastResort: "duty" },
  telephone: { label: "the duty desk", number: "01632 960500" },
});
// Closed for the whole week between Christmas and New Year 2029.
const closureDays = ["2029-12-27", "2029-12-28", "2029-12-31"];
const deps = { council, calendar: createCalendar({ ...council.houseRules, closureDays }) };
const at = (when: string) => atLondon(when.slice(0, 10), when.slice(11));

describe("the week of a date", () => {
  test.each([
    ["2026-11-30", "2026-W49"],
    ["2026-12-06", "2026-W49"],
    ["2026-12-28", "2026-W53"],
    ["2027-01-03", "2026-W53"],
    ["2027-01-04", "2027-W01"],
    ["2024-12-30", "2025-W01"],
    ["2028-02-29", "2028-W09"],
  ])("%s is in %s", (date, week) => {
    expect(weekOf(date)).toBe(week);
  });

  test("twelve Mondays lead up to it, over the night on which the clocks go back", () => {
    const mondays = mondaysUntil("2026-11-05", 12);
    expect([mondays.length, mondays[0], mondays[10], mondays[11]]).toEqual([
      12,
      "2026-08-17",
      "2026-10-26",
      "2026-11-02",
    ]);
  });
});

describe("when a summary may leave", () => {
  test.each([
    ["before the digests, at their hour", "2026-11-30 07:00", "2026-11-30 08:45"],
    ["in the working day, at once", "2026-12-01 12:00", "2026-12-01 12:00"],
    ["after it, on the next", "2026-12-01 17:00", "2026-12-02 08:45"],
    ["on Friday evening, on Monday", "2026-12-04 23:59", "2026-12-07 08:45"],
    ["on Maundy Thursday evening, on the Tuesday after Easter", "2026-04-02 18:00", "2026-04-07 08:45"],
  ])("%s", (_, now, then) => {
    expect(nextMoment(deps, at(now))).toBe(at(then));
  });

  test.each([
    ["Monday", "2026-11-26", "2026-11-30 08:45"],
    ["the Tuesday after Easter Monday", "2026-04-02", "2026-04-07 08:45"],
    ["the Wednesday after Christmas and the council's closed days", "2029-12-24", "2030-01-02 08:45"],
    ["in summer time", "2026-03-27", "2026-03-30 08:45"],
  ])("the next week's leaves on its first working day: %s", (_, today, then) => {
    expect(nextWeekAt(deps, today)).toBe(at(then));
  });

  test.each([
    ["in the middle of a week waits for the next", "2026-11-25 12:00", "2026-11-30 08:45"],
    ["on a Sunday waits for the next day", "2026-11-29 12:00", "2026-11-30 08:45"],
    ["on the first working morning, before the digests, waits for them", "2026-11-30 08:44", "2026-11-30 08:45"],
    ["just after them waits a week", "2026-11-30 08:46", "2026-12-07 08:45"],
    ["on Easter Monday waits for the Tuesday", "2026-04-06 12:00", "2026-04-07 08:45"],
  ])("a new store %s", (_, now, then) => {
    expect(firstSummaryAt(deps, at(now))).toBe(at(then));
  });
});
