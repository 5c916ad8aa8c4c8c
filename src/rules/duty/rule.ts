import type { Case, Happened } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Post } from "../../domain/people.ts";
import type { Vocabulary } from "../../domain/vocabulary.ts";
import { dayNumber } from "../../time/london.ts";
import type { DayNumber } from "../../time/london.ts";
import type { Clock } from "../clock.ts";
import type { Hours } from "../engine/timing.ts";
import { factsIn } from "../engine/condition.ts";
import type { Clause } from "../policy/clause.ts";
import type { Condition } from "../policy/condition.ts";
import type { DutySource, DutySubject, PhaseSource } from "../policy/duty-schema.ts";
import { timerOf } from "./clocks.ts";
import type { Timer } from "./clocks.ts";
import { testOf } from "./reading.ts";
import type { Test } from "./reading.ts";

/** What happens, made ready: the fact that keeps when it last did, and how it happens by itself. */
export interface Trigger {
  readonly happening: string;
  readonly keeps: string | null;
  /** It happens by itself when a duty that one of these meets becomes overdue. */
  readonly overdue: readonly string[] | null;
  /** It happens by itself when these facts come to hold, at the latest moment that a fact named in `since` gives. */
  readonly holds: Test | null;
  /** `holds` as it is written. */
  readonly condition: Condition | null;
  readonly since: readonly string[];
}

export interface Stage {
  readonly says: string | null;
  readonly timer: Timer;
}

export interface Phase extends Stage {
  readonly until: PhaseSource["until"];
  readonly when: Test | null;
}

/**
 * How a duty's time is counted. again: anew from when it was last done. shifts, year, period: the clocks that count
 * something else. phases: anew, each phase with its own clock. once: one time, at each of its stages.
 */
export type Timing =
  | { readonly kind: "again"; readonly timer: Timer }
  | { readonly kind: "shifts"; readonly shifts: number; readonly worked: string }
  | { readonly kind: "year"; readonly times: number; readonly clock: Clock }
  | { readonly kind: "period"; readonly period: "week" | "month" | "quarter"; readonly timer: Timer }
  | { readonly kind: "phases"; readonly phases: readonly Phase[] }
  | { readonly kind: "once"; readonly stages: readonly Stage[] };

/** A clause with a duty, made ready once for all cases. */
export interface Rule {
  readonly clause: Clause;
  readonly index: number;
  readonly each: DutySubject;
  /** Empty: the case as it stands owes it. */
  readonly on: readonly Trigger[];
  /** Nothing but what somebody says happened can start it: a case on which nothing did is passed over at once. */
  readonly onlyTold: boolean;
  readonly which: DutySource["which"];
  readonly when: Test | null;
  /** `when` as it is written. */
  readonly condition: Condition | null;
  /** `when` looks at an age, so it cannot be asked before it is known from when the duty counts. */
  readonly aged: boolean;
  readonly from: readonly string[];
  readonly timing: Timing;
  readonly metBy: readonly string[];
  /** Facts that keep when one of `metBy` last happened. */
  readonly keeps: readonly string[];
  readonly endedBy: readonly string[];
  readonly endKeeps: readonly string[];
  readonly owedBy: readonly Post[];
  /** Rules of the same policy that take this one's place while they apply. */
  readonly unless: readonly Rule[];
  readonly inForceFrom: DayNumber;
  readonly inForceTo: DayNumber;
  /** The event whose report meets it, for a clause that tells somebody about what happened. */
  readonly reports: string | null;
}

/** One time that a rule was started. */
export interface Occurrence {
  readonly happening: string;
  /** Null: since when is not known. */
  readonly at: Instant | null;
  readonly happened: Happened | null;
  readonly of: Case;
}

/** Facts from which a duty that comes again counts before its first time, when the clause names none (CLOCKS.md). */
const usualFrom = ["statusSince", "planStart", "placementStart"] as const;

export const listOf = <T>(one: T | readonly T[] | undefined): readonly T[] =>
  one === undefined ? [] : ([one].flat() as readonly T[]);

type Parts = Pick<Rule, "on" | "when" | "condition" | "aged" | "from" | "timing" | "metBy" | "owedBy" | "reports"> &
  Pick<Rule, "each" | "which" | "endedBy">;

/** The rule without those it gives way to: they are filled in when all are there. */
const ruleOf = (clause: Clause, index: number, parts: Parts, vocabulary: Vocabulary): Rule => ({
  ...parts,
  clause,
  index,
  onlyTold: parts.on.every(({ keeps, overdue, holds }) => keeps === null && overdue === null && holds === null),
  keeps: keepsOf(parts.metBy, vocabulary),
  endKeeps: keepsOf(parts.endedBy, vocabulary),
  unless: [],
  inForceFrom: dayNumber(clause.inForce.from),
  inForceTo: clause.inForce.to === undefined ? Infinity : dayNumber(clause.inForce.to),
});

const keepsOf = (happenings: readonly string[], vocabulary: Vocabulary): readonly string[] =>
  happenings.flatMap((name) => vocabulary.happenings[name]?.keeps ?? []);

const triggerOf = (happening: string, vocabulary: Vocabulary): Trigger => {
  const { keeps = null, byItself = { holds: {}, since: [] } } = vocabulary.happenings[happening] ?? {};
  if ("overdue" in byItself)
    return { happening, keeps, overdue: byItself.overdue, holds: null, condition: null, since: [] };
  const facts = Object.entries(byItself.holds).map(([name, value]) => ({
    [name]: typeof value === "object" ? { in: [...value] } : value,
  }));
  const condition = facts.length === 0 ? null : { all: facts };
  const holds = condition === null ? null : testOf(condition, vocabulary);
  return { happening, keeps, overdue: null, holds, condition, since: byItself.since };
};

/** A clause that says when something must be done. */
export const dutyRule = (
  clause: Clause,
  duty: DutySource,
  index: number,
  vocabulary: Vocabulary,
  hours: Hours,
): Rule => {
  const timing = timingOf(clause, duty, vocabulary, hours);
  const from = listOf(duty.from);
  const parts = {
    each: duty.each,
    on: listOf(duty.on).map((name) => triggerOf(name, vocabulary)),
    which: duty.which,
    when: duty.when === undefined ? null : testOf(duty.when, vocabulary),
    condition: duty.when ?? null,
    aged: duty.when !== undefined && mentionsAge(duty.when, vocabulary),
    from: from.length > 0 || timing.kind === "once" ? from : usualFrom,
    timing,
    metBy: listOf(duty.metBy),
    endedBy: listOf(duty.endedBy),
    owedBy: clause.owedBy,
    reports: null,
  };
  return ruleOf(clause, index, parts, vocabulary);
};

const mentionsAge = (condition: Condition, { caseFacts }: Vocabulary): boolean =>
  factsIn(condition).some((name) => caseFacts[name]?.derived === "age");

const timingOf = (clause: Clause, duty: DutySource, vocabulary: Vocabulary, hours: Hours): Timing => {
  const timer = (clock: Clock): Timer => timerOf(clock, clause.statutory, hours);
  const { clock, phases, checkpoints } = duty;
  if (phases)
    return {
      kind: "phases",
      phases: phases.map((phase) => ({
        says: phase.says,
        until: phase.until,
        when: phase.when === undefined ? null : testOf(phase.when, vocabulary),
        timer: timer(phase.clock),
      })),
    };
  if (checkpoints)
    return { kind: "once", stages: checkpoints.map(({ says, clock: own }) => ({ says, timer: timer(own) })) };
  const own: Clock = clock ?? { noLimit: true };
  if ("everyShifts" in own) return { kind: "shifts", shifts: own.everyShifts, worked: own.worked };
  if ("timesAYear" in own) return { kind: "year", times: own.timesAYear, clock: own };
  if ("lastWorkingDayOf" in own) return { kind: "period", period: own.lastWorkingDayOf, timer: timer(own) };
  if ("everyWeeks" in own || "everyMonths" in own) return { kind: "again", timer: timer(own) };
  return { kind: "once", stages: [{ says: null, timer: timer(own) }] };
};

/** A clause that wants somebody told of an event, where something on a case calls for that report: CP unallocated (W-N2K-10). */
export const reportRule = (
  clause: Clause,
  event: string,
  callers: readonly string[],
  index: number,
  vocabulary: Vocabulary,
  hours: Hours,
): Rule | null => {
  const limb = clause.limbs.find(({ on }) => on.includes(event));
  if (!limb) return null;
  const clock = limb.clock ?? clause.tell.find((tell) => tell.clock !== undefined)?.clock ?? { noLimit: true as const };
  const parts = {
    each: "case",
    on: callers.map((name) => triggerOf(name, vocabulary)),
    which: "each",
    when: limb.when === null ? null : testOf(limb.when, vocabulary),
    condition: limb.when,
    aged: limb.when !== null && mentionsAge(limb.when, vocabulary),
    from: [],
    timing: { kind: "once", stages: [{ says: null, timer: timerOf(clock, clause.statutory, hours) }] },
    metBy: [],
    endedBy: [],
    owedBy: clause.owedBy.length > 0 ? clause.owedBy : (clause.reportedBy ?? []),
    reports: event,
  } as const satisfies Parts;
  return ruleOf(clause, index, parts, vocabulary);
};
