import { createCalendar } from "../../src/time/calendar.ts";
import { atLondon } from "../../src/time/london.ts";
import { inWords } from "../../src/time/say.ts";
import { addWorkingMinutes, beforeWorkingMinutes } from "../../src/time/working-time.ts";

const calendar = createCalendar({ closureDays: ["2026-08-07"], workingDay: { from: "09:00", to: "17:00" } });
const at = (moment: string): number => atLondon(moment.slice(0, 10), moment.slice(11));

describe("so many minutes of working time before an instant", () => {
  test.each([
    ["two hours before a day's end", "2026-08-10 17:00", 120, "2026-08-10 15:00"],
    ["two hours before midnight are two before the working day's end", "2026-08-10 23:59", 120, "2026-08-10 15:00"],
    ["into the day before", "2026-08-11 10:00", 120, "2026-08-10 16:00"],
    ["exactly to a day's beginning", "2026-08-11 11:00", 120, "2026-08-11 09:00"],
    ["over a weekend and a closure day", "2026-08-10 09:30", 60, "2026-08-06 16:30"],
    ["over Easter", "2026-04-07 10:00", 120, "2026-04-02 16:00"],
    ["from a Sunday", "2026-04-12 12:00", 60, "2026-04-10 16:00"],
    ["over the night on which the clocks go forward", "2026-03-30 10:00", 120, "2026-03-27 16:00"],
    ["over the night on which they go back", "2026-10-26 10:00", 120, "2026-10-23 16:00"],
    ["over a leap day", "2028-03-01 09:00", 480, "2028-02-29 09:00"],
    ["over Christmas", "2026-12-29 09:00", 60, "2026-12-24 16:00"],
    ["none at all", "2026-08-10 12:00", 0, "2026-08-10 12:00"],
  ])("%s", (_, until, minutes, expected) => {
    const before = beforeWorkingMinutes(calendar, at(until), minutes);
    expect(inWords(before)).toBe(inWords(at(expected)));
    expect(addWorkingMinutes(calendar, before, minutes)).toBeLessThanOrEqual(at(until));
  });
});
