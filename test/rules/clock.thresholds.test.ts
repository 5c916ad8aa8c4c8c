import { holds, type Row } from "./support/clock-table.ts";

const thresholds: readonly Row[] = [
  [
    "missing from the Wednesday before Easter matures on Thursday, due on Tuesday",
    { nextWorkingDayAfter: { hours: 24 } },
    "2026-04-01 18:00",
    "2026-04-02 18:00",
    "2026-04-07 17:00",
  ],
  [
    "24 hours over the night the clocks go forward mature an hour later by the clock",
    { nextWorkingDayAfter: { hours: 24 } },
    "2026-03-28 12:00",
    "2026-03-29 13:00",
    "2026-03-30 17:00",
  ],
  [
    "24 hours that mature on a Monday are due on Tuesday",
    { nextWorkingDayAfter: { hours: 24 } },
    "2026-04-12 08:00",
    "2026-04-13 08:00",
    "2026-04-14 17:00",
  ],
  [
    "off sick since 2 March for over two weeks",
    { whenOverWeeks: 2 },
    "2026-03-02 09:00",
    "2026-03-17 00:00",
    "2026-03-17 17:00",
  ],
  [
    "out of school for over two weeks at Easter waits for the Tuesday",
    { whenOverWeeks: 2 },
    "2026-03-20 09:00",
    "2026-04-04 00:00",
    "2026-04-07 17:00",
  ],
  [
    "out of education for 3 months has no limit after that",
    { forMonths: 3 },
    "2026-11-30 10:00",
    "2027-02-28 00:00",
    null,
  ],
];

const timesAYear: readonly Row[] = [
  [
    "three times a year, in April, is by the end of July",
    { timesAYear: 3 },
    "2026-04-01 00:00",
    null,
    "2026-07-31 23:59:59",
  ],
  [
    "three times a year, on New Year's Day, is by the end of March",
    { timesAYear: 3 },
    "2027-01-01 10:00",
    null,
    "2027-03-31 23:59:59",
  ],
  [
    "four times a year, in the last second of June",
    { timesAYear: 4 },
    "2026-06-30 23:59:59",
    null,
    "2026-06-30 23:59:59",
  ],
  ["five times a year cuts the days, rounded down", { timesAYear: 5 }, "2026-04-10 10:00", null, "2026-06-12 23:59:59"],
];

describe("clocks: thresholds", () => {
  holds(thresholds);
});
describe("clocks: times a year", () => {
  holds(timesAYear);
});
