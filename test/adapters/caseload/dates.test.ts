import { readDate } from "../../../src/adapters/caseload/dates.ts";
import { Fault } from "../../../src/adapters/caseload/text.ts";

const plain = { monthFirst: false };
const suspect = { monthFirst: true };

const read = (text: string, column = plain): string => {
  const date = readDate(text, column);
  return date instanceof Fault ? `refused: ${date.why}` : date;
};

describe("a date in a caseload", () => {
  test.each([
    ["03/04/2026", "2026-04-03"],
    ["3/4/2026", "2026-04-03"],
    ["03-04-2026", "2026-04-03"],
    ["03.04.2026", "2026-04-03"],
    ["2026-04-03", "2026-04-03"],
    ["2026/4/3", "2026-04-03"],
    ["2026-04-03T00:00:00", "2026-04-03"],
    ["2026-04-03T00:00:00.000Z", "2026-04-03"],
    ["03/04/2026 00:00", "2026-04-03"],
    ["03/04/2026 14:30:00", "2026-04-03"],
    ["3 April 2026", "2026-04-03"],
    ["3rd Apr 2026", "2026-04-03"],
    ["03-Apr-2026", "2026-04-03"],
    ["29/02/2028", "2028-02-29"],
    ["29/03/2026", "2026-03-29"],
    ["25/10/2026", "2026-10-25"],
    ["46115", "2026-04-03"],
    ["46115.5", "2026-04-03"],
    ["36526", "2000-01-01"],
  ])("%s is %s", (text, date) => {
    expect(read(text)).toBe(date);
  });

  test.each([
    ["03/04/26", /two digits/],
    ["3-Apr-26", /two digits/],
    ["04/13/2026", /month first: write the day first, like 13\/04\/2026/],
    ["31/04/2026", /not a day of the calendar/],
    ["29/02/2026", /not a day of the calendar/],
    ["2026-13-01", /not a day of the calendar/],
    ["00/00/0000", /not a day of the calendar/],
    ["01/01/1066", /not a year of this or the last century/],
    ["2026-04-03T22:30:00Z", /another time zone/],
    ["2026-04-03T00:00:00+05:00", /another time zone/],
    ["99999", /no date that a spreadsheet counts/],
    ["00042", /no date that a spreadsheet counts/],
    ["soon", /not a date/],
    ["3 Abril 2026", /not a date/],
    ["April 2026", /not a date/],
    ["03/04-2026", /not a date/],
  ])("%s is refused, and it is said what to write", (text, why) => {
    expect(read(text)).toMatch(why);
    expect(read(text)).toMatch(/write/);
  });

  test.each([
    ["03/04/2026", /could be two dates.*2026-04-03 or 2026-03-04/],
    ["04/04/2026", /^2026-04-04$/],
    ["13/04/2026", /^2026-04-13$/],
    ["2026-04-03", /^2026-04-03$/],
    ["46115", /^2026-04-03$/],
  ])("%s, where another date of the column has its month first", (text, expected) => {
    expect(read(text, suspect)).toMatch(expected);
  });
});
