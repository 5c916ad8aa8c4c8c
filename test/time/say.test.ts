import { atLondon } from "../../src/time/london.ts";
import { dayInWords, hoursInWords, howLong, inWords } from "../../src/time/say.ts";

describe("an instant in words", () => {
  test.each([
    ["a whole hour", "2026-04-07", "17:00", "Tuesday 7 April 2026, 5pm"],
    ["minutes", "2026-04-07", "09:05", "Tuesday 7 April 2026, 9:05am"],
    ["half past midnight", "2026-04-07", "00:30", "Tuesday 7 April 2026, 12:30am"],
    ["midday", "2026-04-07", "12:00", "Tuesday 7 April 2026, midday"],
    ["the beginning of a day", "2026-03-17", "00:00", "the start of Tuesday 17 March 2026"],
    ["the end of a day", "2026-04-05", "23:59:59", "by the end of Sunday 5 April 2026"],
    ["a minute before midnight", "2026-04-05", "23:59", "Sunday 5 April 2026, 11:59pm"],
    ["summer time", "2026-07-01", "16:30", "Wednesday 1 July 2026, 4:30pm"],
  ])("%s: %s %s is %s", (_, date, time, words) => {
    expect(inWords(atLondon(date, time))).toBe(words);
  });

  test("the year is left out in the same London year, and only then", () => {
    const asOf = atLondon("2026-11-22", "12:00");
    expect(inWords(atLondon("2026-04-05", "23:59:59"), asOf)).toBe("by the end of Sunday 5 April");
    expect(inWords(atLondon("2027-01-04", "17:00"), asOf)).toBe("Monday 4 January 2027, 5pm");
    expect(dayInWords("2026-04-07", asOf)).toBe("Tuesday 7 April");
    expect(dayInWords("2026-04-07")).toBe("Tuesday 7 April 2026");
  });
});

test.each([
  [0, "less than a minute"],
  [59_999, "less than a minute"],
  [60_000, "1 minute"],
  [5_400_000, "1 hour 30 minutes"],
  [7_200_000, "2 hours"],
  [86_400_000, "1 day"],
  [273_600_000, "3 days 4 hours"],
  [-7_200_000, "2 hours"],
])("%i ms is %s", (ms, words) => {
  expect(howLong(ms)).toBe(words);
});

test.each([
  [24, "24 hours"],
  [1, "1 hour"],
  [0.5, "30 minutes"],
  [1.5, "1 hour 30 minutes"],
])("%d hours is %s", (hours, words) => {
  expect(hoursInWords(hours)).toBe(words);
});
