import type { Case, Standing } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Answers } from "../../domain/report/facts.ts";
import type { Compiled } from "./compile.ts";
import { londonDay } from "./days.ts";
import { latest } from "./done.ts";
import type { Duty } from "./types.ts";
import { put } from "./put.ts";
import type { Rule } from "./rule.ts";

/**
 * The duties of a case with those that were overdue when its facts changed: a due date that has passed stands (CLOCKS.md,
 * "Recomputing"). It takes the place of the new due date of the same clause, or of another of the policy that the same
 * thing meets; where none is left it stands by itself. A case that no clause asks anything of any more, because it was
 * closed, owes nothing.
 */
export const withStanding = (
  duties: readonly Duty[],
  one: Case,
  asOf: Instant,
  compiled: Compiled,
): readonly Duty[] => {
  const left = one.standing.filter((each) => isLeft(each, one, asOf, compiled));
  if (left.length === 0 || !duties.some(({ startedBy }) => startedBy === null)) return duties;
  return left.reduce((all, each) => stand(all, each, one, asOf, compiled), duties);
};

/** Until something that meets it has happened after it was missed, or since the facts changed. */
const isLeft = ({ metBy, dueAt, since }: Standing, one: Case, asOf: Instant, { vocabulary }: Compiled): boolean => {
  const keeps = metBy.flatMap((name) => vocabulary.happenings[name]?.keeps ?? []);
  const done = latest([one], metBy, keeps, asOf);
  return dueAt < asOf && (done === null || (done <= dueAt && londonDay(done) < londonDay(since)));
};

const stand = (
  duties: readonly Duty[],
  standing: Standing,
  one: Case,
  asOf: Instant,
  compiled: Compiled,
): readonly Duty[] => {
  const rule = compiled.ofCases.find(({ clause }) => clause.id === standing.clause);
  if (!rule) return duties;
  const heir = heirOf(duties, standing, rule);
  if (heir === undefined) return [...duties, alone(rule, standing, one, asOf)];
  if (heir.dueAt !== null && heir.dueAt <= standing.dueAt) return duties;
  return duties.map((duty) =>
    duty === heir ? { ...duty, dueAt: standing.dueAt, state: "overdue", standing: true } : duty,
  );
};

const heirOf = (duties: readonly Duty[], { clause, metBy }: Standing, rule: Rule): Duty | undefined => {
  const own = duties.filter((duty) => duty.policy === rule.clause.policy && duty.startedBy === null);
  const same = own.filter((duty) => duty.clause === clause);
  const others = own.filter((duty) => duty.metBy.some((name) => metBy.includes(name)));
  const [first] = (same.length > 0 ? same : others).toSorted((a, b) => (a.dueAt ?? -Infinity) - (b.dueAt ?? -Infinity));
  return first;
};

const alone = (rule: Rule, { dueAt }: Standing, one: Case, asOf: Instant): Duty => {
  const worker = typeof one.facts["worker"] === "string" ? one.facts["worker"] : null;
  const base = { rule, from: dueAt, lastDone: null, dueAt, maturesAt: null, stage: null, nth: 0, occurrence: null };
  return { ...put(base, { caseRef: one.ref, worker, cases: [one] }, asOf, 0), standing: true };
};

/**
 * What stands once the facts of a case change at `at`: whatever was overdue and the new facts would put off or drop.
 * `derive` gives the duties of a case at an instant.
 */
export const standingOf = (
  before: Case,
  after: Answers,
  at: Instant,
  derive: (one: Case) => readonly Duty[],
  compiled: Compiled,
): readonly Standing[] => {
  const unchanged = before.standing.filter((each) => isLeft(each, { ...before, facts: after }, at, compiled));
  const changed: Case = { ...before, facts: after, standing: unchanged };
  const then = derive(changed);
  const missed = derive({ ...before, standing: [] }).filter(
    ({ state, metBy }) => state === "overdue" && metBy.length > 0,
  );
  const fresh = missed.flatMap((duty): readonly Standing[] => {
    const { clause, dueAt, metBy } = duty;
    if (dueAt === null || isDoneSince(duty, changed, at, compiled)) return [];
    if (unchanged.some((each) => each.clause === clause)) return [];
    const kept = then.some((each) => each.dueAt !== null && each.dueAt <= dueAt && isHeir(each, duty));
    return kept ? [] : [{ clause, dueAt, metBy, since: at }];
  });
  return [...unchanged, ...fresh];
};

/** The same duty, or another of the policy that the same thing meets. */
const isHeir = (heir: Duty, duty: Duty): boolean =>
  heir.clause === duty.clause
    ? heir.startedBy === duty.startedBy
    : heir.policy === duty.policy && heir.startedBy === null && heir.metBy.some((name) => duty.metBy.includes(name));

/** The new facts may say that it was done after all. */
const isDoneSince = ({ metBy, lastDone, from }: Duty, one: Case, at: Instant, { vocabulary }: Compiled): boolean => {
  const keeps = metBy.flatMap((name) => vocabulary.happenings[name]?.keeps ?? []);
  const done = latest([one], metBy, keeps, at);
  return done !== null && londonDay(done) > londonDay(lastDone ?? from);
};
