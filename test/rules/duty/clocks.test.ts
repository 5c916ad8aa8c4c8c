import { aCase, duty, happened, holds } from "./support.ts";

describe("the other clocks", () => {
  const checkpoints = duty(
    "D-1",
    "on: needed, metBy: recorded, checkpoints: [{ says: day 10, clock: { withinWorkingDays: 10 } }, { says: day 20, clock: { withinWorkingDays: 20 } }]",
  );
  const before = duty("D-1", "from: orderEnds, clock: { inMonthsBefore: 1 }, metBy: held");
  const shifts = duty("D-1", "clock: { everyShifts: 2, worked: shift }, metBy: supervised, from: statusSince");
  const thrice = duty("D-1", "clock: { timesAYear: 3 }, metBy: observed");
  const quarterly = duty("D-1", "clock: { lastWorkingDayOf: month }, metBy: collated, each: post");
  holds([
    [
      "several deadlines from one start",
      checkpoints,
      aCase({}, happened("needed 2026-03-24T09:00")),
      "2026-04-01T10:00",
      ["D-1 AMB-1 later by 2026-04-09T17:00 (day 10)", "D-1 AMB-1 later by 2026-04-23T17:00 (day 20)"],
    ],
    [
      "the first record meets the first of them",
      checkpoints,
      aCase({}, happened("needed 2026-03-24T09:00", "recorded 2026-04-01")),
      "2026-04-01T10:00",
      ["D-1 AMB-1 later by 2026-04-23T17:00 (day 20)"],
    ],
    ["in the month before a date: not sooner", before, aCase({ orderEnds: "2026-03-31" }), "2026-02-27T23:59:59", []],
    [
      "from the day that the short month has",
      before,
      aCase({ orderEnds: "2026-03-31" }),
      "2026-02-28T00:00",
      ["D-1 AMB-1 later by 2026-03-30T23:59:59"],
    ],
    [
      "what was done before it opened does not meet it",
      before,
      aCase({ orderEnds: "2026-03-31" }, happened("held 2026-02-27")),
      "2026-03-02T10:00",
      ["D-1 AMB-1 later by 2026-03-30T23:59:59"],
    ],
    [
      "what was done once it was open does",
      before,
      aCase({ orderEnds: "2026-03-31" }, happened("held 2026-02-28")),
      "2026-03-02T10:00",
      [],
    ],
    [
      "shifts: nothing before so many were worked",
      shifts,
      aCase({ statusSince: "2026-03-01" }, happened("shift 2026-03-02")),
      "2026-03-05T10:00",
      [],
    ],
    [
      "shifts: due on the day of the second",
      shifts,
      aCase({ statusSince: "2026-03-01" }, happened("shift 2026-03-02", "shift 2026-03-05T22:00")),
      "2026-03-05T23:59",
      ["D-1 AMB-1 today by 2026-03-05T23:59:59"],
    ],
    [
      "shifts worked before it was last done do not count",
      shifts,
      aCase(
        { lastSupervision: "2026-03-02" },
        happened("shift 2026-03-01", "shift 2026-03-02", "shift 2026-03-03", "shift 2026-03-09"),
      ),
      "2026-03-10T10:00",
      ["D-1 AMB-1 overdue by 2026-03-09T23:59:59, last 2026-03-02"],
    ],
    [
      "three times a year: done in the first part, due by the end of the second",
      thrice,
      aCase({ lastObservation: "2026-06-10" }),
      "2026-08-01T10:00",
      ["D-1 AMB-1 later by 2026-11-30T23:59:59, last 2026-06-10 (2 of 3 in the year)"],
    ],
    [
      "a day that only the caseload keeps stands for its part and those before",
      thrice,
      aCase({ lastObservation: "2026-12-24" }),
      "2027-01-01T10:00",
      ["D-1 AMB-1 later by 2027-07-31T23:59:59, last 2026-12-24 (1 of 3 in the year)"],
    ],
    [
      "two in one part are two",
      thrice,
      aCase({}, happened("observed 2026-04-02", "observed 2026-05-02")),
      "2026-06-01T10:00",
      ["D-1 AMB-1 later by 2027-03-31T23:59:59, last 2026-05-02 (3 of 3 in the year)"],
    ],
    [
      "what is missing at the end of the year stays overdue",
      thrice,
      aCase({}, happened("observed 2025-04-02", "observed 2025-09-02")),
      "2026-04-01T00:00",
      ["D-1 AMB-1 overdue by 2026-03-31T23:59:59, last 2025-09-02 (3 of 3 in the year)"],
    ],
    [
      "a post's month: to its last working day",
      quarterly,
      aCase({}),
      "2026-05-02T10:00",
      ["D-1 post later by 2026-05-29T17:00"],
    ],
    [
      "a post's month: overdue on the Saturday after",
      quarterly,
      aCase({}),
      "2026-05-30T10:00",
      ["D-1 post overdue by 2026-05-29T17:00"],
    ],
    [
      "a post's month: done, and the next is June's",
      quarterly,
      aCase({}, happened("collated 2026-05-01")),
      "2026-05-30T10:00",
      ["D-1 post later by 2026-06-30T17:00, last 2026-05-01"],
    ],
  ]);
});
