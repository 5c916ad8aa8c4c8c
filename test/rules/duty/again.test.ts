import { aCase, duty, happened, holds } from "./support.ts";

const eightWeekly = duty("D-1", "clock: { everyWeeks: 8 }, metBy: supervised");
const monthly = duty("D-1", "clock: { everyMonths: 1 }, metBy: supervised");

describe("a duty that comes again", () => {
  holds([
    [
      "counts from the day it was last done, through the night on which the clocks go forward",
      eightWeekly,
      aCase({ lastSupervision: "2026-02-02" }),
      "2026-03-30T23:59:59",
      ["D-1 AMB-1 today by 2026-03-30T23:59:59, last 2026-02-02"],
    ],
    [
      "is overdue a second later",
      eightWeekly,
      aCase({ lastSupervision: "2026-02-02" }),
      "2026-03-31T00:00",
      ["D-1 AMB-1 overdue by 2026-03-30T23:59:59, last 2026-02-02"],
    ],
    [
      "is soon a week before",
      eightWeekly,
      aCase({ lastSupervision: "2026-02-02" }),
      "2026-03-23T00:00",
      ["D-1 AMB-1 soon by 2026-03-30T23:59:59, last 2026-02-02"],
    ],
    [
      "is later eight days before",
      eightWeekly,
      aCase({ lastSupervision: "2026-02-02" }),
      "2026-03-22T23:59",
      ["D-1 AMB-1 later by 2026-03-30T23:59:59, last 2026-02-02"],
    ],
    [
      "takes the later of what the caseload keeps and what somebody said",
      eightWeekly,
      aCase({ lastSupervision: "2026-02-02" }, happened("supervised 2026-03-02T23:59")),
      "2026-03-30T10:00",
      ["D-1 AMB-1 later by 2026-04-27T23:59:59, last 2026-03-02"],
    ],
    [
      "passes over what is said to happen in the future, as when a clock went back",
      eightWeekly,
      aCase({ lastSupervision: "2026-05-01" }, happened("supervised 2026-02-02", "supervised 2026-04-02T10:00")),
      "2026-04-02T09:59",
      ["D-1 AMB-1 overdue by 2026-03-30T23:59:59, last 2026-02-02"],
    ],
    [
      "counts from the latest of status, plan and placement before the first time",
      eightWeekly,
      aCase({ statusSince: "2026-01-05", planStart: "2026-02-02", placementStart: "2025-12-01" }),
      "2026-03-01T10:00",
      ["D-1 AMB-1 later by 2026-03-30T23:59:59"],
    ],
    [
      "is owed at once when nothing says from when",
      eightWeekly,
      aCase({}),
      "2026-03-01T10:00",
      ["D-1 AMB-1 today by null (no date to count from)"],
    ],
    [
      "in months takes the last day of a month that is too short",
      monthly,
      aCase({ lastSupervision: "2028-01-31" }),
      "2028-02-29T10:00",
      ["D-1 AMB-1 today by 2028-02-29T23:59:59, last 2028-01-31"],
    ],
    [
      "does not fall to a working day: Christmas is as good as another",
      monthly,
      aCase({ lastSupervision: "2026-11-25" }),
      "2026-12-26T00:00",
      ["D-1 AMB-1 overdue by 2026-12-25T23:59:59, last 2026-11-25"],
    ],
    [
      "counts an earlier time even when the status is newer: a change of status does not start it anew",
      eightWeekly,
      aCase({ lastSupervision: "2026-02-02", statusSince: "2026-03-20" }),
      "2026-03-30T10:00",
      ["D-1 AMB-1 today by 2026-03-30T23:59:59, last 2026-02-02"],
    ],
    [
      "is not owed before the clause is in force",
      duty("D-1", "clock: { everyWeeks: 8 }, metBy: supervised", "inForce: { from: 2026-04-01 },"),
      aCase({ lastSupervision: "2026-02-02" }),
      "2026-03-31T23:59",
      [],
    ],
  ]);
});

describe("for whom a duty holds", () => {
  const underOne = duty("D-1", "when: { age: { atMost: 0 } }, clock: { everyWeeks: 2 }, metBy: visited");
  const notEasy = duty("D-1", "when: { not: { kind: easy } }, clock: { everyWeeks: 2 }, metBy: visited");
  holds([
    [
      "an age is that of the last visit: the day before the birthday",
      underOne,
      aCase({ dateOfBirth: "2025-03-10", lastVisit: "2026-03-09" }),
      "2026-03-15T10:00",
      ["D-1 AMB-1 later by 2026-03-23T23:59:59, last 2026-03-09"],
    ],
    [
      "and on the birthday itself it is a year more",
      underOne,
      aCase({ dateOfBirth: "2025-03-10", lastVisit: "2026-03-10" }),
      "2026-03-15T10:00",
      [],
    ],
    [
      "born on 29 February is one year old on 1 March",
      underOne,
      aCase({ dateOfBirth: "2024-02-29", lastVisit: "2025-02-28" }),
      "2025-03-01T10:00",
      ["D-1 AMB-1 later by 2025-03-14T23:59:59, last 2025-02-28"],
    ],
    [
      "without a date of birth nobody is under one",
      underOne,
      aCase({ lastVisit: "2026-03-09" }),
      "2026-03-15T10:00",
      [],
    ],
    [
      "a fact that is blank is not what it is compared with",
      notEasy,
      aCase({ lastVisit: "2026-03-09" }),
      "2026-03-09T10:00",
      ["D-1 AMB-1 later by 2026-03-23T23:59:59, last 2026-03-09"],
    ],
    ["and one that is known can be", notEasy, aCase({ kind: "easy", lastVisit: "2026-03-09" }), "2026-03-09T10:00", []],
  ]);
});
