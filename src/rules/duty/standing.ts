import type { Case } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import { endOfDay, londonDay, momentOf, monthsAfter, periodOf, startOfDay } from "./days.ts";
import { allTimes, latest } from "./done.ts";
import { lessOften } from "./exception.ts";
import { inForce, undated } from "./finding.ts";
import type { Question, Sink, Standing } from "./finding.ts";
import type { Phase, Rule, Stage, Timing } from "./rule.ts";
import { findStages } from "./stages.ts";
import { inYear } from "./year.ts";

/** Undefined when the rule asks nothing of these cases: not in force, its facts do not hold, or it has been ended. */
export const standsFor = (rule: Rule, { cases, asOf, today }: Question): Standing | undefined => {
  if (!inForce(rule, today)) return undefined;
  if (rule.when !== null && !rule.aged && !someHolds(rule.when, cases, today)) return undefined;
  const done = latest(cases, rule.metBy, rule.keeps, asOf);
  const from =
    done !== null && rule.timing.kind === "again" && rule.endedBy.length === 0 ? null : countsFrom(rule, cases);
  const earlier = done !== null && from !== null && londonDay(done) < londonDay(from);
  const lastDone = earlier && rule.timing.kind === "phases" ? null : done;
  if (rule.when !== null && rule.aged && !someHolds(rule.when, cases, londonDay(lastDone ?? from ?? asOf)))
    return undefined;
  return hasEnded(rule, cases, from, asOf) ? undefined : { from, lastDone };
};

const someHolds = (when: NonNullable<Rule["when"]>, cases: readonly Case[], day: number): boolean => {
  for (const { facts } of cases) if (when(facts, null, day)) return true;
  return false;
};

/** The latest known of the facts; of several cases of one worker the one that has waited longest. */
const countsFrom = ({ from }: Rule, cases: readonly Case[]): Instant | null => {
  let longest: Instant | null = null;
  for (const { facts } of cases) {
    let best: Instant | null = null;
    for (const name of from) {
      const at = momentOf(facts[name]);
      if (at !== null && (best === null || at > best)) best = at;
    }
    if (best !== null && (longest === null || best < longest)) longest = best;
  }
  return longest;
};

const hasEnded = (
  { endedBy, endKeeps }: Rule,
  cases: readonly Case[],
  from: Instant | null,
  asOf: Instant,
): boolean => {
  if (endedBy.length === 0) return false;
  const ended = latest(cases, endedBy, endKeeps, asOf);
  return ended !== null && (from === null || londonDay(ended) >= londonDay(from));
};

/** Finds what a rule that stands asks for. */
export const findStanding = (rule: Rule, question: Question, standing: Standing, into: Sink): void => {
  const { timing } = rule;
  switch (timing.kind) {
    case "again":
      again(rule, { says: null, timer: timing.timer }, standing, question, into);
      return;
    case "phases": {
      const phase = phaseOf(timing.phases, standing, question);
      if (phase) again(rule, phase, standing, question, into);
      return;
    }
    case "shifts":
      shifts(rule, timing, standing, question, into);
      return;
    case "year":
      inYear(rule, timing.times, standing, question, into);
      return;
    case "period":
      inPeriod(rule, timing, standing, question, into);
      return;
    case "once":
      once(rule, timing.stages, standing, question, into);
  }
};

const again = (
  rule: Rule,
  { says, timer }: Stage,
  { from, lastDone }: Standing,
  { cases }: Question,
  into: Sink,
): void => {
  const anchor = lastDone ?? from;
  const base = { rule, from: anchor, lastDone, nth: 0, occurrence: null, maturesAt: null };
  if (anchor === null) into({ ...base, dueAt: null, stage: undated });
  else into({ ...base, dueAt: lessOften(rule, cases, anchor, timer.dueAt(anchor)), stage: says });
};

/** The first phase that holds on the day it was last done, or on the day it counts from. */
const phaseOf = (
  phases: readonly Phase[],
  { from, lastDone }: Standing,
  { cases, asOf }: Question,
): Phase | undefined => {
  const day = londonDay(lastDone ?? from ?? asOf);
  return phases.find(
    (phase) => lasts(phase, cases, lastDone, day) && (phase.when === null || someHolds(phase.when, cases, day)),
  );
};

const lasts = ({ until }: Phase, cases: readonly Case[], lastDone: Instant | null, day: number): boolean => {
  if (until === undefined) return true;
  if (until === "first-done") return lastDone === null;
  const name = typeof until === "string" ? until : until.after;
  const ends = latest(cases, [], [name], Infinity);
  if (ends === null) return true;
  const last = typeof until === "string" ? londonDay(ends) : monthsAfter(londonDay(ends), until.months);
  return day < last;
};

/** Due on the day of the nth shift after it was last done; nothing is owed before so many have been worked. */
const shifts = (
  rule: Rule,
  { shifts: count, worked }: Extract<Timing, { kind: "shifts" }>,
  { from, lastDone }: Standing,
  { cases, asOf }: Question,
  into: Sink,
): void => {
  const times = allTimes(cases, { happenings: [worked], keeps: [] }, asOf);
  const after = times.filter((at) =>
    lastDone === null ? from === null || londonDay(at) >= londonDay(from) : londonDay(at) > londonDay(lastDone),
  );
  const nth = after[count - 1];
  if (nth === undefined) return;
  const dueAt = endOfDay(londonDay(nth));
  into({
    rule,
    from: lastDone ?? from ?? after[0] ?? null,
    lastDone,
    dueAt,
    maturesAt: null,
    stage: null,
    nth: 0,
    occurrence: null,
  });
};

/** Due on the last working day of the week, month or quarter; done within it, the next one's. */
const inPeriod = (
  rule: Rule,
  { period, timer }: Extract<Timing, { kind: "period" }>,
  { from, lastDone }: Standing,
  { asOf }: Question,
  into: Sink,
): void => {
  const day = Math.max(londonDay(asOf), from === null ? -Infinity : londonDay(from));
  const { first, last } = periodOf(period, day);
  const done = lastDone !== null && londonDay(lastDone) >= first;
  const start = startOfDay(done ? last + 1 : first);
  into({
    rule,
    from: start,
    lastDone,
    dueAt: timer.dueAt(start),
    maturesAt: null,
    stage: null,
    nth: 0,
    occurrence: null,
  });
};

/** One time at each stage: done since it counts, or since it opened, the first of them is met, and so on. */
const once = (
  rule: Rule,
  stages: readonly Stage[],
  { from }: Standing,
  { cases, asOf }: Question,
  into: Sink,
): void => {
  findStages(
    rule,
    stages,
    { from, since: from === null ? -Infinity : londonDay(from), cases, asOf, occurrence: null },
    into,
  );
};
