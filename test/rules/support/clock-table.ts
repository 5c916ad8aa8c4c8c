import { runClock, type Clock, type ClockRules, type Run } from "../../../src/rules/clock.ts";
import { createCalendar } from "../../../src/time/calendar.ts";
import { atLondon } from "../../../src/time/london.ts";

export const workingDay = { from: "09:00", to: "17:00" };
export const calendar = createCalendar({ closureDays: [], workingDay });
export const rules: ClockRules = { afterHours: "now", yearStarts: { month: 4 } };

/** "2026-04-02 16:30", London time; null stays null. */
export const london = (text: string | null): number | null =>
  text === null ? null : atLondon(text.slice(0, 10), text.slice(11));

export const run = (clock: Clock, from: string, using = calendar, house = rules): Run =>
  runClock(clock, london(from) ?? Number.NaN, using, house);

/** A worked example: what it says, the clock, and three London times. */
export type Row = readonly [says: string, clock: Clock, from: string, maturesAt: string | null, dueAt: string | null];

/** Runs each example as a test of its own. */
export const holds = (rows: readonly Row[]): void => {
  test.each(rows)("%s", (_says, clock, from, maturesAt, dueAt) => {
    expect(run(clock, from)).toEqual({ maturesAt: london(maturesAt), dueAt: london(dueAt) });
  });
};
