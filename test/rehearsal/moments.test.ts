import { momentsFrom, readMoment } from "../../src/rehearsal/moments.ts";
import { createCalendar } from "../../src/time/calendar.ts";
import { atLondon } from "../../src/time/london.ts";
import { inWords } from "../../src/time/say.ts";

const calendar = createCalendar({ closureDays: [], workingDay: { from: "09:00", to: "17:00" } });

describe("where the clock can be put with one click", () => {
  it.each([
    [
      "on the Wednesday before Easter, at midday",
      atLondon("2026-04-01", "12:00"),
      [
        "In 1 hour: Wednesday 1 April, 1pm",
        "End of the working day: Wednesday 1 April, 5pm",
        "Tomorrow, 9am: Thursday 2 April, 9am",
        "In 24 hours: Thursday 2 April, midday",
        "In 48 hours: Friday 3 April, midday",
        "Tuesday after Easter, 9am: Tuesday 7 April, 9am",
        "In a week: Wednesday 8 April, midday",
      ],
    ],
    [
      "on Maundy Thursday in the evening, when the working day is over",
      atLondon("2026-04-02", "18:30"),
      [
        "In 1 hour: Thursday 2 April, 7:30pm",
        "Tomorrow, 9am: Friday 3 April, 9am",
        "In 24 hours: Friday 3 April, 6:30pm",
        "In 48 hours: Saturday 4 April, 6:30pm",
        "Next working day, 9am: Tuesday 7 April, 9am",
        "Tuesday after Easter, 9am: Tuesday 7 April, 9am",
        "In a week: Thursday 9 April, 6:30pm",
      ],
    ],
  ])("%s", (_, now, expected) => {
    expect(momentsFrom(now, calendar).map(({ label, words }) => `${label}: ${words}`)).toEqual(expected);
  });

  it("finds next year's Easter when this year's is over", () => {
    const labels = momentsFrom(atLondon("2026-11-22", "17:00"), calendar).map(({ words }) => words);
    expect(labels.at(-1)).toBe("Tuesday 30 March 2027, 9am");
  });
});

describe("a moment as typed", () => {
  const now = atLondon("2026-04-01", "12:00");
  it.each([
    ["tomorrow 9am", "Thursday 2 April, 9am"],
    ["7 April 2026 5pm", "Tuesday 7 April, 5pm"],
    ["2026-04-07T09:00:00+01:00", "Tuesday 7 April, 9am"],
  ])("%s is %s", (text, words) => {
    expect(inWords(readMoment(text, now) ?? 0, now)).toBe(words);
  });

  it.each(["whenever", "31 February 9am", ""])("“%s” is no moment", (text) => {
    expect(readMoment(text, now)).toBeNull();
  });
});
