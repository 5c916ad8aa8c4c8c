import { z } from "zod";
import { clockInWords, clockSchema, type Clock } from "../../src/rules/clock.ts";

test.each<[Clock, string]>([
  [{ immediately: true }, "immediately"],
  [{ withinHours: 24 }, "within 24 hours"],
  [{ withinHours: 0.5 }, "within 30 minutes"],
  [{ sameDay: true }, "on the same day"],
  [{ byEndOfWorkingDay: true }, "by the end of the working day"],
  [{ withinWorkingDays: 1 }, "within 1 working day"],
  [{ withinWorkingDays: 5 }, "within 5 working days"],
  [{ withinDays: 2, unit: "assumed" }, "within 2 days"],
  [{ withinWeeks: 1 }, "within 1 week"],
  [{ withinMonths: 9 }, "within 9 months"],
  [{ everyWeeks: 8 }, "every 8 weeks"],
  [{ everyWeeks: 1 }, "every week"],
  [{ everyMonths: 1 }, "every month"],
  [{ nextWorkingDayAfter: { hours: 24 } }, "by the end of the next working day after 24 hours"],
  [{ nextWorkingDayAfter: { hours: 0 } }, "by the end of the next working day"],
  [{ whenOverWeeks: 2 }, "on the first working day after 2 weeks have passed"],
  [{ whenOverWeeks: 1 }, "on the first working day after 1 week has passed"],
  [{ whenMissingFor: { hours: 48 } }, "as soon as 48 hours have passed"],
  [{ forMonths: 3 }, "after 3 months, no limit stated"],
  [{ lastWorkingDayOf: "month" }, "by the last working day of the month"],
  [{ timesAYear: 3 }, "3 times a year"],
  [{ everyShifts: 8, worked: "shift-worked" }, "every 8 shifts worked"],
  [{ inMonthsBefore: 1 }, "in the month before"],
  [{ inMonthsBefore: 2 }, "in the 2 months before"],
  [{ noLimit: true }, "no limit stated"],
])("%j reads as %s, and is a clock", (clock, words) => {
  expect(clockInWords(clock)).toBe(words);
  expect(clockSchema.parse(clock)).toEqual(clock);
});

test.each<[string, unknown, RegExp]>([
  [
    "an unknown clock is answered with the list",
    { withinFortnights: 1 },
    /^not a clock: write one of \{ immediately: true \}/,
  ],
  ["a word is answered with the list", "soon", /^not a clock/],
  ["nothing is answered with the list", null, /^not a clock/],
  [
    "a number as a word is answered with the form",
    { withinHours: "24" },
    /^this clock is written \{ withinHours: 24 \}$/,
  ],
  ["no working days at all", { withinWorkingDays: 0 }, /^Too small: expected number to be >=1$/],
  ["a period that is none", { lastWorkingDayOf: "year" }, /^this clock is written \{ lastWorkingDayOf: month \}$/],
  ["two clocks at once", { withinHours: 24, withinDays: 1 }, /^a clause has one clock; this has 2/],
  ["an extra word beside a clock", { withinHours: 24, roughly: true }, /^Unrecognized key: "roughly"$/],
])("%s", (_, written, message) => {
  const parsed = clockSchema.safeParse(written);
  expect(parsed.error?.issues.map((issue) => issue.message)).toEqual([expect.stringMatching(message)]);
});

test("the vocabulary has a JSON Schema, for completion in an editor", () => {
  const { anyOf } = z.toJSONSchema(clockSchema, { io: "input" });
  expect(anyOf).toHaveLength(19);
});
