import type { Case } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Vocabulary } from "../../domain/vocabulary.ts";
import type { Hours } from "../engine/timing.ts";
import type { Clause } from "../policy/clause.ts";
import { londonDay } from "./days.ts";
import { find } from "./find.ts";
import type { Finding, Question, Sink } from "./finding.ts";
import type { OverdueSince } from "./occurrences.ts";
import { dutyRule, reportRule } from "./rule.ts";
import type { Rule } from "./rule.ts";
import { sortOut } from "./sort-out.ts";
import type { SortOut } from "./sort-out.ts";

/** The duties of a set of clauses, made ready for any number of cases. */
export interface Compiled {
  readonly hours: Hours;
  readonly vocabulary: Vocabulary;
  /** Owed case by case; those that only an overdue duty can start come last. */
  readonly ofCases: readonly Rule[];
  /** Of those, the few that can ask anything of a case with these facts: `quiet` when nobody has said that anything happened on it. */
  readonly quiet: SortOut;
  readonly told: SortOut;
  /** By what a trigger waits to see overdue: the rules that ask for it. */
  readonly asking: ReadonlyMap<readonly string[], ReadonlySet<Rule>>;
  readonly ofWorkers: readonly Rule[];
  readonly ofPosts: readonly Rule[];
}

/** Anything that holds clauses, words and a calendar: a rulebook. */
export interface Rules extends Hours {
  readonly clauses: readonly Clause[];
  readonly vocabulary: Vocabulary;
}

const compiled = new WeakMap<Rules, Compiled>();

/** The duties of a rulebook. Made once for each rulebook and kept as long as it is: nothing in it ever changes. */
export const compile = (rules: Rules): Compiled => {
  const before = compiled.get(rules);
  if (before) return before;
  const made = make(rules);
  compiled.set(rules, made);
  return made;
};

const make = ({ clauses, vocabulary, calendar, houseRules }: Rules): Compiled => {
  const hours = { calendar, houseRules };
  const rules = connected(
    clauses.flatMap((clause, index) =>
      clause.duty === undefined
        ? reportRules(clause, index, vocabulary, hours)
        : [dutyRule(clause, clause.duty, index, vocabulary, hours)],
    ),
  );
  const perCase = rules.filter(({ each }) => each === "case");
  const ofCases = [...perCase.filter((rule) => !waits(rule)), ...perCase.filter(waits)];
  return {
    hours,
    vocabulary,
    ofCases,
    quiet: sortOut(
      ofCases.filter(({ on, onlyTold }) => on.length === 0 || !onlyTold),
      vocabulary,
      "quiet",
    ),
    told: sortOut(ofCases, vocabulary, "told"),
    asking: askingIn(ofCases),
    ofWorkers: rules.filter(({ each }) => each === "worker"),
    ofPosts: rules.filter(({ each }) => each === "post"),
  };
};

/** Whether it is an overdue duty that starts it. */
const waits = ({ on }: Rule): boolean => on.some(({ overdue }) => overdue !== null);

const askingIn = (rules: readonly Rule[]): Compiled["asking"] =>
  new Map(
    rules
      .flatMap(({ on }) => on.flatMap(({ overdue }) => (overdue === null ? [] : [overdue])))
      .map(
        (names) => [names, new Set(rules.filter(({ metBy }) => metBy.some((name) => names.includes(name))))] as const,
      ),
  );

const reportRules = (clause: Clause, index: number, vocabulary: Vocabulary, hours: Hours): readonly Rule[] => {
  if (clause.kind !== "notify") return [];
  const callers = Object.entries(vocabulary.happenings).flatMap(([name, { reports }]) =>
    reports === undefined ? [] : [{ name, reports }],
  );
  return [...Map.groupBy(callers, ({ reports }) => reports)].flatMap(([event, named]) => {
    const names = named.map(({ name }) => name);
    return reportRule(clause, event, names, index, vocabulary, hours) ?? [];
  });
};

/** Each rule with those it gives way to. A replaced rule still takes the place of others, so one level is enough. */
const connected = (rules: readonly Rule[]): readonly Rule[] =>
  rules.map((rule) => {
    const named = rule.clause.unless ?? [];
    const others = rules.filter(({ clause }) => clause.policy === rule.clause.policy && named.includes(clause.id));
    return others.length === 0 ? rule : { ...rule, unless: others };
  });

const nothingOverdue: OverdueSince = () => null;

/**
 * What the rules of cases ask of one case at `asOf`. The list is used again for the next case, so take from it what is needed
 * before asking about another: nothing is made anew for each of many.
 */
export const finderAt = (
  { quiet, told, asking, hours }: Compiled,
  asOf: Instant,
): ((one: Case) => readonly Finding[]) => {
  const found: Finding[] = [];
  const cases: Case[] = [];
  const sink: Sink = (finding) => found.push(finding);
  const overdueSince: OverdueSince = (happenings) => earliestOverdue(found, asking.get(happenings), asOf);
  const question: Question = { cases, asOf, today: londonDay(asOf), overdueSince, houseRules: hours.houseRules };
  return (one) => {
    found.length = 0;
    cases[0] = one;
    const rules = one.happened.length === 0 ? quiet(one.facts) : told(one.facts);
    for (const rule of rules) find(rule, question, sink);
    return found;
  };
};

const earliestOverdue = (
  findings: readonly Finding[],
  asking: ReadonlySet<Rule> | undefined,
  asOf: Instant,
): Instant | null => {
  let best: Instant | null = null;
  for (const { dueAt, maturesAt, rule } of findings)
    if (dueAt !== null && dueAt < asOf && (maturesAt ?? dueAt) <= asOf && (best === null || dueAt < best))
      if (asking?.has(rule) === true) best = dueAt;
  return best;
};

/** What rules ask of several cases together: those of a worker, or all there are. */
export const findOfAll = (
  rules: readonly Rule[],
  cases: readonly Case[],
  asOf: Instant,
  { hours }: Compiled,
): readonly Finding[] => {
  const found: Finding[] = [];
  const question: Question = {
    cases,
    asOf,
    today: londonDay(asOf),
    overdueSince: nothingOverdue,
    houseRules: hours.houseRules,
  };
  for (const rule of rules) find(rule, question, (finding) => found.push(finding));
  return found;
};
