import type { HouseRules } from "../../domain/council.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Calendar } from "../../time/calendar.ts";
import { londonDate } from "../../time/london.ts";
import { runClock } from "../clock.ts";
import type { Clock, Run } from "../clock.ts";
import type { Clause, Limb } from "../policy/clause.ts";
import type { TellSource } from "../policy/schema.ts";

/** What every clock needs besides its anchor. */
export interface Hours {
  readonly calendar: Calendar;
  readonly houseRules: HouseRules;
}

/** When a limb matures and is due, and each of its tellings. */
export interface Timing extends Run {
  readonly tells: readonly { readonly tell: TellSource; readonly dueAt: Instant | null }[];
}

/** The earliest of the instants there are; null when there is none. */
export const earliest = (instants: readonly (Instant | null)[]): Instant | null =>
  instants.reduce((least, each) => (least === null ? each : each === null ? least : Math.min(least, each)), null);

/** A date outside the calendar is an error even where no working day is counted: `isWorkingDay` throws for it. */
export const run = (clock: Clock, from: Instant, statutory: boolean, { calendar, houseRules }: Hours): Run => {
  calendar.isWorkingDay(londonDate(from));
  const result = runClock(clock, from, statutory ? calendar.statutory : calendar, houseRules);
  if (result.dueAt !== null) calendar.isWorkingDay(londonDate(result.dueAt));
  return result;
};

const noLimit: Run = { maturesAt: null, dueAt: null };

/**
 * Runs a limb's clock from its anchor, and each telling's own clock from the moment that the limb's matured, from the
 * fact that the telling names, or else from the anchor. The clause is due when the earliest of them is.
 */
export const timingOf = (
  clause: Clause,
  limb: Limb,
  tells: readonly TellSource[],
  anchor: Instant | null,
  instantOf: (fact: string) => Instant | null,
  hours: Hours,
): Timing => {
  const runFrom = (clock: Clock, from: Instant | null): Run =>
    from === null ? noLimit : run(clock, from, clause.statutory, hours);
  const own = limb.clock === null ? noLimit : runFrom(limb.clock, anchor);
  const runs = tells.map((tell) => {
    if (tell.clock === undefined) return own;
    const named = tell.from === undefined ? null : instantOf(tell.from);
    return runFrom(tell.clock, named ?? own.maturesAt ?? anchor);
  });
  return {
    maturesAt: own.maturesAt ?? earliest(runs.map(({ maturesAt }) => maturesAt)),
    dueAt: earliest([own, ...runs].map(({ dueAt }) => dueAt)),
    tells: tells.map((tell, index) => ({ tell, dueAt: runs[index]?.dueAt ?? null })),
  };
};
