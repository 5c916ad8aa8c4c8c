import type { Case, Standing } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Answers } from "../../domain/report/facts.ts";
import { OutsideCalendar } from "../../time/calendar.ts";
import { compile, findOfAll, finderAt } from "./compile.ts";
import type { Compiled, Rules } from "./compile.ts";
import { londonDay, momentOf } from "./days.ts";
import type { Finding } from "./finding.ts";
import { isOpen, put, withOwnIds, worstFirst } from "./put.ts";
import type { Subject } from "./put.ts";
import { standingOf, withStanding } from "./stands.ts";
import type { Duty } from "./types.ts";

/**
 * Everything that anybody owes at `asOf`, worst first: overdue with the earliest due first, then today, soon and later. Duties
 * of each case, of each worker of these cases, and of posts. Pure. Throws `OutsideCalendar` when a date lies beyond the
 * calendar's years.
 */
export const duties = (rules: Rules, cases: readonly Case[], asOf: Instant): readonly Duty[] =>
  dutiesOr(rules, cases, asOf, (_whose, error) => {
    throw error;
  });

/** The same for cases that may hold dates beyond the calendar's years: `beyond` hears whose duties are left out, and why. */
export const dutiesOr = (
  rules: Rules,
  cases: readonly Case[],
  asOf: Instant,
  beyond: (whose: string, error: OutsideCalendar) => void,
): readonly Duty[] => {
  const compiled = compile(rules);
  const attempt = (whose: string, derive: () => readonly Duty[]): readonly Duty[] => {
    try {
      return derive();
    } catch (error) {
      if (!(error instanceof OutsideCalendar)) throw error;
      beyond(whose, error);
      return [];
    }
  };
  const all = [
    ...cases.flatMap((one) => attempt(one.ref, () => ofCase(compiled, one, asOf))),
    ...byWorker(compiled, cases).flatMap(([worker, theirs]) =>
      attempt(worker, () => ofWorker(compiled, worker, theirs, asOf)),
    ),
    ...attempt("the posts", () => ofPosts(compiled, cases, asOf)),
  ];
  return withOwnIds(all.sort(worstFirst));
};

/** What is owed on one case at `asOf`, worst first; duties on a worker or of a post are not among them. */
export const dutiesOf = (rules: Rules, one: Case, asOf: Instant): readonly Duty[] =>
  withOwnIds(ofCase(compile(rules), one, asOf).toSorted(worstFirst));

/** What is owed on a worker at `asOf`, by all the cases that the worker has; worst first. */
export const dutiesOfWorker = (rules: Rules, worker: string, cases: readonly Case[], asOf: Instant): readonly Duty[] =>
  cases.length === 0 ? [] : withOwnIds(ofWorker(compile(rules), worker, cases, asOf).toSorted(worstFirst));

/** Whether anything at all is owed on workers: reading every worker's cases is then worth while. */
export const hasWorkerDuties = (rules: Rules): boolean => compile(rules).ofWorkers.length > 0;

/** What is owed by posts at `asOf`, by what was done before (`done`: happenings that no case has); worst first. */
export const dutiesOfPosts = (rules: Rules, done: readonly Case[], asOf: Instant): readonly Duty[] =>
  withOwnIds(ofPosts(compile(rules), done, asOf).toSorted(worstFirst));

/**
 * What stands on a case when its facts change to `after` at `at`: duties that were overdue then, and that the new facts would
 * put off or drop. It replaces `before.standing`. Clauses: CLOCKS.md, "Recomputing".
 */
export const standingAfter = (rules: Rules, before: Case, after: Answers, at: Instant): readonly Standing[] =>
  standingOf(before, after, at, (one) => ofCase(compile(rules), one, at), compile(rules));

/** When one of these duties next changes its state or opens, after `asOf`; null: never by itself. */
export const nextChange = (rules: Rules, one: Case, asOf: Instant): Instant | null =>
  caseIndex(rules, one, asOf).nextChange;

const finders = new WeakMap<Compiled, { readonly asOf: Instant; readonly find: ReturnType<typeof finderAt> }>();

/** The finder of the last instant is kept: a caseload asks about each of its cases at one. */
const finderFor = (compiled: Compiled, asOf: Instant): ReturnType<typeof finderAt> => {
  const last = finders.get(compiled);
  if (last?.asOf === asOf) return last.find;
  const find = finderAt(compiled, asOf);
  finders.set(compiled, { asOf, find });
  return find;
};

const dateLike = /^\d{4}-\d{2}-\d{2}$/;

/** The first thing that lies ahead: a planned transfer, a status from Monday. What counts from it is not found before it. */
const firstAhead = ({ facts, happened }: Case, asOf: Instant): Instant => {
  let first = Infinity;
  for (const name in facts) {
    const value = facts[name];
    if (typeof value !== "string" || !dateLike.test(value)) continue;
    const at = momentOf(value);
    if (at !== null && at > asOf && at < first) first = at;
  }
  for (const { on } of happened) if (on > asOf && on < first) first = on;
  return first;
};

/** The next change, and whether a duty of the case is overdue, or has no limit, at `asOf`: found in one pass. */
export const caseIndex = (
  rules: Rules,
  one: Case,
  asOf: Instant,
): { readonly nextChange: Instant | null; readonly owed: boolean } => {
  let next = firstAhead(one, asOf);
  let owed = one.standing.length > 0;
  for (const finding of finderFor(compile(rules), asOf)(one)) {
    const { maturesAt, dueAt } = finding;
    if (maturesAt !== null && maturesAt > asOf) next = Math.min(next, maturesAt);
    if (dueAt !== null && dueAt >= asOf) next = Math.min(next, dueAt + 1);
    else if (isOpen(finding, asOf)) owed = true;
  }
  return { nextChange: next === Infinity ? null : next, owed };
};

/**
 * Every due date of every case's own duties, for counting and for finding what is newly due: cheaper than `duties`, because
 * nothing is put into words. What stands from before a change is left out. `visit` is given the case's place in `cases`.
 */
export const sweep = (
  rules: Rules,
  cases: readonly Case[],
  asOf: Instant,
  visit: (index: number, finding: Finding) => void,
): void => {
  const compiled = compile(rules);
  const findIn = finderAt(compiled, asOf);
  for (let index = 0; index < cases.length; index += 1) {
    const one = cases[index];
    if (one === undefined) continue;
    for (const finding of findIn(one)) if (isOpen(finding, asOf)) visit(index, finding);
  }
};

const soonDays = ({ hours }: Compiled): number => hours.houseRules.duties.soonDays;

const ofCase = (compiled: Compiled, one: Case, asOf: Instant): readonly Duty[] => {
  const found = finderAt(compiled, asOf)(one);
  const subject = { caseRef: one.ref, worker: workerOf(one), cases: [one] };
  return withStanding(putAll(found, subject, asOf, compiled), one, asOf, compiled);
};

const putAll = (found: readonly Finding[], subject: Subject, asOf: Instant, compiled: Compiled): readonly Duty[] =>
  found.filter((each) => isOpen(each, asOf)).map((each) => put(each, subject, asOf, soonDays(compiled)));

const workerOf = ({ facts: { worker } }: Case): string | null =>
  typeof worker === "string" && worker.trim() !== "" ? worker : null;

/** The cases of each worker; nobody's are nobody's duty. */
const byWorker = ({ ofWorkers }: Compiled, cases: readonly Case[]): readonly (readonly [string, readonly Case[]])[] =>
  ofWorkers.length === 0
    ? []
    : [...Map.groupBy(cases, workerOf)].flatMap(([worker, theirs]) =>
        worker === null ? [] : [[worker, theirs] as const],
      );

const ofWorker = (compiled: Compiled, worker: string, cases: readonly Case[], asOf: Instant): readonly Duty[] =>
  findOfAll(compiled.ofWorkers, cases, asOf, compiled).flatMap((found) =>
    putAll([found], { caseRef: caseOf(found, cases), worker, cases }, asOf, compiled),
  );

/** The case on which it was last done, or that started it; otherwise the first by reference. */
const caseOf = ({ rule, lastDone, occurrence }: Finding, cases: readonly Case[]): string | null => {
  if (occurrence) return occurrence.of.ref;
  const byRef = cases.map(({ ref }) => ref).toSorted();
  const on = cases
    .filter((one) => lastDone !== null && wasDone(one, rule, londonDay(lastDone)))
    .map(({ ref }) => ref)
    .toSorted();
  return on[0] ?? byRef[0] ?? null;
};

const wasDone = ({ facts, happened }: Case, { metBy, keeps }: Finding["rule"], day: number): boolean =>
  keeps.some((name) => {
    const at = momentOf(facts[name]);
    return at !== null && londonDay(at) === day;
  }) || happened.some(({ happening, on }) => metBy.includes(happening) && londonDay(on) === day);

const ofPosts = (compiled: Compiled, cases: readonly Case[], asOf: Instant): readonly Duty[] =>
  putAll(findOfAll(compiled.ofPosts, cases, asOf, compiled), { caseRef: null, worker: null, cases }, asOf, compiled);
