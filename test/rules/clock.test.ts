import { holds, type Row } from "./support/clock-table.ts";

const immediate: readonly Row[] = [
  [
    "immediately, aware on a Saturday night, is that minute",
    { immediately: true },
    "2026-04-04 22:10",
    null,
    "2026-04-04 22:10",
  ],
  ["no clock stated has no limit", { noLimit: true }, "2026-04-04 22:10", null, null],
];

const elapsed: readonly Row[] = [
  [
    "within 24 hours over the night the clocks go forward ends at 1pm",
    { withinHours: 24 },
    "2026-03-28 12:00",
    null,
    "2026-03-29 13:00",
  ],
  [
    "within 24 hours over the night the clocks go back ends at 11am",
    { withinHours: 24 },
    "2026-10-24 12:00",
    null,
    "2026-10-25 11:00",
  ],
  ["within 2 hours at Christmas is two hours", { withinHours: 2 }, "2026-12-25 23:00", null, "2026-12-26 01:00"],
  [
    "missing for 48 hours or more is due when it matures",
    { whenMissingFor: { hours: 48 } },
    "2026-04-03 18:00",
    "2026-04-05 18:00",
    "2026-04-05 18:00",
  ],
  [
    "missing for 72 hours over the night the clocks go forward",
    { whenMissingFor: { hours: 72 } },
    "2026-03-27 18:00",
    "2026-03-30 19:00",
    "2026-03-30 19:00",
  ],
  [
    "a threshold of no hours is at once",
    { whenMissingFor: { hours: 0 } },
    "2026-04-03 18:00",
    "2026-04-03 18:00",
    "2026-04-03 18:00",
  ],
];

const ofTheDay: readonly Row[] = [
  ["same day on Good Friday is its midnight", { sameDay: true }, "2026-04-03 16:00", null, "2026-04-03 23:59:59"],
  [
    "same day in the last second of a day is that second",
    { sameDay: true },
    "2026-04-03 23:59:59",
    null,
    "2026-04-03 23:59:59",
  ],
  [
    "by the end of the working day, at 10am, is 5pm",
    { byEndOfWorkingDay: true },
    "2026-04-02 10:00",
    null,
    "2026-04-02 17:00",
  ],
  [
    "by the end of the working day, at 6.30am, is 5pm",
    { byEndOfWorkingDay: true },
    "2026-04-02 06:30",
    null,
    "2026-04-02 17:00",
  ],
  [
    "by the end of the working day, at 5pm to the second, is now",
    { byEndOfWorkingDay: true },
    "2026-04-02 17:00",
    null,
    "2026-04-02 17:00",
  ],
  [
    "by the end of the working day, at 6.30pm, is now: nobody waits",
    { byEndOfWorkingDay: true },
    "2026-04-02 18:30",
    null,
    "2026-04-02 18:30",
  ],
  [
    "by the end of the working day, on Good Friday morning, is now",
    { byEndOfWorkingDay: true },
    "2026-04-03 10:00",
    null,
    "2026-04-03 10:00",
  ],
];

const workingDays: readonly Row[] = [
  [
    "1 working day from Maundy Thursday is the Tuesday after Easter",
    { withinWorkingDays: 1 },
    "2026-04-02 16:30",
    null,
    "2026-04-07 17:00",
  ],
  ["1 working day from a Saturday is Monday", { withinWorkingDays: 1 }, "2026-04-11 12:00", null, "2026-04-13 17:00"],
  [
    "1 working day from the first minute of a day does not count that day",
    { withinWorkingDays: 1 },
    "2026-04-13 00:00",
    null,
    "2026-04-14 17:00",
  ],
  [
    "1 working day from 23:59 on a Sunday is Monday",
    { withinWorkingDays: 1 },
    "2026-04-12 23:59",
    null,
    "2026-04-13 17:00",
  ],
  [
    "5 working days from 18 December pass over Christmas",
    { withinWorkingDays: 5 },
    "2026-12-18 10:00",
    null,
    "2026-12-29 17:00",
  ],
  ["the last working day of a week", { lastWorkingDayOf: "week" }, "2026-05-12 10:00", null, "2026-05-15 17:00"],
  [
    "the last working day of May, from any day in it",
    { lastWorkingDayOf: "month" },
    "2026-05-01 00:00",
    null,
    "2026-05-29 17:00",
  ],
  [
    "the last working day of May, from after that day",
    { lastWorkingDayOf: "month" },
    "2026-05-31 12:00",
    null,
    "2026-05-29 17:00",
  ],
  ["the last working day of a quarter", { lastWorkingDayOf: "quarter" }, "2026-05-12 10:00", null, "2026-06-30 17:00"],
];

const calendarDays: readonly Row[] = [
  [
    "within 2 days of Good Friday is Sunday midnight",
    { withinDays: 2, unit: "assumed" },
    "2026-04-03 09:00",
    null,
    "2026-04-05 23:59:59",
  ],
  ["within one week", { withinWeeks: 1 }, "2026-04-01 09:00", null, "2026-04-08 23:59:59"],
  ["every 8 weeks from 2 February", { everyWeeks: 8 }, "2026-02-02 10:00", null, "2026-03-30 23:59:59"],
  [
    "every 4 weeks may end on Christmas Day: it does not roll off",
    { everyWeeks: 4 },
    "2026-11-27 10:00",
    null,
    "2026-12-25 23:59:59",
  ],
  [
    "every 3 months from 30 November is the last of February",
    { everyMonths: 3 },
    "2026-11-30 10:00",
    null,
    "2027-02-28 23:59:59",
  ],
  [
    "every 6 months from 31 August is the last of February",
    { everyMonths: 6 },
    "2026-08-31 10:00",
    null,
    "2027-02-28 23:59:59",
  ],
  ["within 12 months", { withinMonths: 12 }, "2026-01-31 10:00", null, "2027-01-31 23:59:59"],
  ["a maximum of 9 months", { withinMonths: 9 }, "2026-05-31 10:00", null, "2027-02-28 23:59:59"],
];

describe("clocks: at once", () => {
  holds(immediate);
});
describe("clocks: hours that pass", () => {
  holds(elapsed);
});
describe("clocks: the day itself", () => {
  holds(ofTheDay);
});
describe("clocks: working days", () => {
  holds(workingDays);
});
describe("clocks: calendar days", () => {
  holds(calendarDays);
});
