import type { LondonDate } from "../../../domain/instants.ts";
import { OutsideCalendar } from "../../../time/calendar.ts";
import { addDays, atLondon, londonDate } from "../../../time/london.ts";
import { runClock } from "../../clock.ts";
import type { Clock } from "../../clock.ts";
import type { Hours } from "../../engine/timing.ts";
import type { Clause } from "../clause.ts";

/** Over two years both holidays that move and a leap day come by. The starts lie in the middle of a working day. */
const firstStart: LondonDate = "2027-06-01";
const starts = 730;
const startsAt = "11:00";

/** Clocks of hours are held against the minute, all others against the day: where a day ends is no more than a house rule. */
const toTheMinute = (clock: Clock): boolean => "withinHours" in clock || "immediately" in clock;

/**
 * The first day of start on which `clock` still lets something be in time when `limit` no longer does; null when there is
 * none, or when either states no limit. Runs both on every day of two years, because working days, weeks and months cannot
 * be told apart by their lengths.
 */
export const looserFrom = (clock: Clock, limit: Clock, { calendar, houseRules }: Hours): LondonDate | null => {
  const due = (each: Clock, from: number): number | null => dueOrFarOff(each, from, { calendar, houseRules });
  for (let day = 0; day < starts; day++) {
    const date = addDays(firstStart, day);
    const from = atLondon(date, startsAt);
    const [own, least] = [due(clock, from), due(limit, from)];
    if (own === null || least === null) return null;
    if (toTheMinute(limit) ? own > least : londonDate(own) > londonDate(least)) return date;
  }
  return null;
};

/** Beyond every year of the calendar. */
const farOff = atLondon("9999-01-01", "00:00");

/** No reason to fail: a length of decades leads past the known bank holidays, and is long. */
const dueOrFarOff = (clock: Clock, from: number, { calendar, houseRules }: Hours): number | null => {
  try {
    return runClock(clock, from, calendar, houseRules).dueAt;
  } catch (error) {
    if (error instanceof OutsideCalendar) return farOff;
    throw error;
  }
};

const clocksOf = (clause: Clause): readonly Clock[] => {
  const { clock, phases = [], checkpoints = [] } = clause.duty ?? {};
  const own = [clock, ...phases.map((each) => each.clock), checkpoints.at(-1)?.clock];
  const ofLimbs = clause.duty === undefined ? clause.limbs.map((limb) => limb.clock) : [];
  return [...own, ...ofLimbs, ...clause.tell.map((tell) => tell.clock)].flatMap((each) => each ?? []);
};

/** Whether one clause allows more time than another: some clock of the first is longer than each of the second, or it has none. */
export const isLooser = (one: Clause, other: Clause, hours: Hours): boolean => {
  const limits = clocksOf(other);
  if (limits.length === 0) return false;
  const own = clocksOf(one);
  return own.length === 0 || own.some((clock) => limits.every((limit) => looserFrom(clock, limit, hours) !== null));
};
