import { bankHolidaysOf } from "../../src/time/bank-holidays.ts";
import { createCalendar, OutsideCalendar, type Period } from "../../src/time/calendar.ts";
import { inWords } from "../../src/time/say.ts";

const workingDay = { from: "09:00", to: "17:00" };
const calendar = createCalendar({ closureDays: [], workingDay });

describe("bank holidays of England and Wales", () => {
  test.each([
    ["8 May 2020 was one, for VE Day", "2020-05-08", true],
    ["4 May 2020 was not", "2020-05-04", false],
    ["2 June 2022, the jubilee", "2022-06-02", true],
    ["3 June 2022, the jubilee", "2022-06-03", true],
    ["30 May 2022 was not", "2022-05-30", false],
    ["19 September 2022, the late Queen's funeral", "2022-09-19", true],
    ["8 May 2023, the coronation", "2023-05-08", true],
    ["1 May 2023 was one as well", "2023-05-01", true],
    ["27 December 2021, for Christmas Day on a Saturday", "2021-12-27", true],
    ["28 December 2021, for Boxing Day on a Sunday", "2021-12-28", true],
    ["3 January 2022, for New Year's Day on a Saturday", "2022-01-03", true],
    ["27 December 2022, for Christmas Day on a Sunday", "2022-12-27", true],
    ["2 January 2023, for New Year's Day on a Sunday", "2023-01-02", true],
    ["28 December 2026, for Boxing Day on a Saturday", "2026-12-28", true],
    ["27 December 2027", "2027-12-27", true],
    ["28 December 2027", "2027-12-28", true],
    ["Good Friday 2026", "2026-04-03", true],
    ["Easter Monday 2026", "2026-04-06", true],
    ["Maundy Thursday 2026 is not", "2026-04-02", false],
    ["St Andrew's Day is Scotland's alone", "2026-11-30", false],
    ["2 January 2026 is Scotland's alone", "2026-01-02", false],
  ])("%s", (_, date, expected) => {
    expect(bankHolidaysOf(Number(date.slice(0, 4))).includes(date)).toBe(expected);
    expect(calendar.isWorkingDay(date)).toBe(!expected);
  });
});

describe("working days", () => {
  test.each([
    ["one after Maundy Thursday 2026 is the Tuesday after Easter", "2026-04-02", 1, "2026-04-07"],
    ["one after a Saturday is Monday", "2026-04-11", 1, "2026-04-13"],
    ["five after 18 December 2026 pass over Christmas", "2026-12-18", 5, "2026-12-29"],
    ["one before the Tuesday after Easter is Maundy Thursday", "2026-04-07", -1, "2026-04-02"],
    ["one before a Sunday is Friday", "2026-04-12", -1, "2026-04-10"],
    ["none leaves a Sunday as it is", "2026-04-12", 0, "2026-04-12"],
  ])("%s", (_, from, n, expected) => {
    expect(calendar.addWorkingDays(from, n)).toBe(expected);
  });

  test.each<[string, Period, string, string]>([
    ["the week of Maundy Thursday 2026 ends with it", "week", "2026-04-01", "2026-04-02"],
    ["a Sunday belongs to the week before it", "week", "2026-04-12", "2026-04-10"],
    ["May 2026 ends on a Friday the 29th", "month", "2026-05-17", "2026-05-29"],
    ["the quarter to March 2027 ends on Wednesday the 31st", "quarter", "2027-01-01", "2027-03-31"],
    ["December 2026 ends on the 31st", "month", "2026-12-31", "2026-12-31"],
  ])("%s", (_, period, date, expected) => {
    expect(calendar.lastWorkingDayOf(period, date)).toBe(expected);
  });

  test("on or after and on or before stay on a working day and leave a holiday", () => {
    expect([calendar.onOrAfter("2026-04-02"), calendar.onOrAfter("2026-04-03")]).toEqual(["2026-04-02", "2026-04-07"]);
    expect([calendar.onOrBefore("2026-04-02"), calendar.onOrBefore("2026-04-06")]).toEqual([
      "2026-04-02",
      "2026-04-02",
    ]);
  });

  test("a day begins at 9am, ends at 5pm, and is over at midnight", () => {
    expect(inWords(calendar.dayStart("2026-04-07"))).toBe("Tuesday 7 April 2026, 9am");
    expect(inWords(calendar.dayEnd("2026-04-07"))).toBe("Tuesday 7 April 2026, 5pm");
    expect(inWords(calendar.midnightEnd("2026-04-05"))).toBe("by the end of Sunday 5 April 2026");
  });
});

describe("a council's closure days", () => {
  const closed = createCalendar({ closureDays: ["2026-12-29", "2026-12-30", "2026-12-31"], workingDay });

  test("are no working days", () => {
    expect(closed.isWorkingDay("2026-12-30")).toBe(false);
    expect(closed.nextWorkingDay("2026-12-24")).toBe("2027-01-04");
  });

  test("do not move a statutory clock", () => {
    expect(closed.statutory.nextWorkingDay("2026-12-24")).toBe("2026-12-29");
    expect(closed.statutory.statutory).toBe(closed.statutory);
  });
});

describe("beyond the calendar's years", () => {
  test.each([
    ["a day before them", () => calendar.isWorkingDay("1999-12-31")],
    ["a day after them", () => calendar.isWorkingDay("2041-01-01")],
    ["a count that leads out at the end", () => calendar.addWorkingDays("2040-12-28", 5)],
    ["a count that leads out at the beginning", () => calendar.addWorkingDays("2000-01-06", -5)],
    ["a next working day after the last", () => calendar.nextWorkingDay("2040-12-31")],
    ["no count at all, from outside", () => calendar.addWorkingDays("2041-01-01", 0)],
  ])("%s is refused with what to do", (_, ask) => {
    expect(ask).toThrow(OutsideCalendar);
    expect(ask).toThrow(/outside the calendar.*1 January 2000 to 31 December 2040.*extend bankHolidayYears/);
  });
});
