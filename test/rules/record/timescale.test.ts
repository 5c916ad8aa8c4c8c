import { noTimescaleIn, readTimescale } from "../../../src/rules/record/timescale.ts";
import { calendar, london } from "../support/clock-table.ts";

const wordings = [
  "ongoing",
  "open ended",
  "TBC",
  "N/A",
  "as and when",
  "as soon as possible",
  "ASAP",
  "soon",
  "none",
].map((wording) => ({ wording }));

describe("what is no timescale (MO-03)", () => {
  test.each([
    ["ongoing", "ongoing"],
    ["Ongoing", "ongoing"],
    ["ONGOING.", "ongoing"],
    ["on-going", "ongoing"],
    ["on going", "ongoing"],
    ["On - Going", "ongoing"],
    ["on\u2011going", "ongoing"],
    ["on\u00ADgoing", "ongoing"],
    ["o n g o i n g", "ongoing"],
    ["\u201Congoing\u201D", "ongoing"],
    ["ｏｎｇｏｉｎｇ", "ongoing"],
    ["öngoing", "ongoing"],
    ["ongoing – weekly", "ongoing"],
    ["weekly (on-going)", "ongoing"],
    ["Ongoing/4 December", "ongoing"],
    ["4 December 2026, ongoing", "ongoing"],
    ["from Friday and ongoing", "ongoing"],
    ["open-ended", "open ended"],
    ["Open ended", "open ended"],
    ["openended", "open ended"],
    ["t.b.c.", "TBC"],
    ["date TBC", "TBC"],
    ["n/a", "N/A"],
    ["n.a.", "N/A"],
    ["as & when", "as and when"],
    ["As-and-when needed", "as and when"],
    ["a.s.a.p", "ASAP"],
    ["ASAP!!", "ASAP"],
    ["as  soon\tas possible", "as soon as possible"],
    ["very soon", "soon"],
    ["None", "none"],
  ])("%s", (text, wording) => {
    expect(noTimescaleIn(text, wordings)?.wording).toBe(wording);
  });

  test.each([
    "Friday",
    "4 December",
    "today",
    "within 5 working days",
    "by Monday, with Joanne going on the visit",
    "before the on-site meeting going ahead on 4 December",
    "nonetheless by Friday",
    "sooner than 4 December",
    "Ana, by Friday",
    "asapward",
    "",
    "…",
  ])("%s may be one", (text) => {
    expect(noTimescaleIn(text, wordings)).toBeNull();
  });
});

describe("by when an action is done", () => {
  const asOf = london("2026-12-23 10:00") ?? 0;
  test.each([
    ["today", "2026-12-23"],
    ["by the end of today", "2026-12-23"],
    ["end of today", "2026-12-23"],
    ["tomorrow", "2026-12-24"],
    ["Friday", "2026-12-25"],
    ["by Friday", "2026-12-25"],
    ["no later than Friday", "2026-12-25"],
    ["Wednesday", "2026-12-30"],
    ["4 January", "2027-01-04"],
    ["4/1", "2027-01-04"],
    ["04/01/2027", "2027-01-04"],
    ["2027-01-04", "2027-01-04"],
    ["in 2 weeks", "2027-01-06"],
    ["2 weeks", "2027-01-06"],
    ["within two weeks", "2027-01-06"],
    ["10 days", "2027-01-02"],
    ["within 1 month", "2027-01-23"],
    // Christmas Day and the Monday in the place of Boxing Day are no working days, nor is New Year's Day.
    ["within 5 working days", "2027-01-04"],
    ["within five working days.", "2027-01-04"],
    ["in 2 working days", "2026-12-29"],
    ["29 February", null],
    ["31 November", null],
    ["when the school says so", null],
    ["Monday 5 January", null],
    ["", null],
  ])("%s", (typed, date) => {
    const read = readTimescale(typed, asOf, calendar);
    if (date === null) expect(read.outcome).not.toBe("date");
    else expect(read).toEqual({ outcome: "date", date });
  });

  test.each(["yesterday", "22 December 2026", "last Monday"])("%s is past", (typed) => {
    expect(readTimescale(typed, asOf, calendar).outcome).toBe("past");
  });

  it("is still today in the last minute of the day on which the clocks go back", () => {
    const late = london("2026-10-25 23:59") ?? 0;
    expect(readTimescale("today", late, calendar)).toEqual({ outcome: "date", date: "2026-10-25" });
    expect(readTimescale("tomorrow", late, calendar)).toEqual({ outcome: "date", date: "2026-10-26" });
  });
});
