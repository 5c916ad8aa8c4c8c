import type { Case } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import { dateOfDay } from "../../time/london.ts";
import { londonDay, startOfDay } from "./days.ts";
import type { Finding } from "./finding.ts";
import type { Duty, DutyState } from "./types.ts";

/** Whose duty it is: the case it is about, and the worker. Both null for a duty of a post. */
export interface Subject {
  readonly caseRef: string | null;
  readonly worker: string | null;
  readonly cases: readonly Case[];
}

/** Where a deadline stands. Without one it is prompted at once. */
export const stateOf = (dueAt: Instant | null, asOf: Instant, soonDays: number): DutyState => {
  if (dueAt === null) return "today";
  if (asOf > dueAt) return "overdue";
  const days = londonDay(dueAt) - londonDay(asOf);
  if (days === 0) return "today";
  return days <= soonDays ? "soon" : "later";
};

/** Not owed yet: its time opens later. */
export const isOpen = ({ maturesAt }: Finding, asOf: Instant): boolean => maturesAt === null || maturesAt <= asOf;

/** A finding as a duty that can be shown. */
export const put = (finding: Finding, subject: Subject, asOf: Instant, soonDays: number): Duty => {
  const { rule, from, lastDone, dueAt, stage, occurrence } = finding;
  const { clause, owedBy, metBy } = rule;
  return {
    id: idOf(finding, subject),
    policy: clause.policy,
    clause: clause.id,
    title: clause.title,
    caseRef: subject.caseRef,
    worker: subject.worker,
    owedBy,
    metBy,
    startedBy: occurrence?.happening ?? null,
    from: from ?? startOfDay(londonDay(asOf)),
    lastDone,
    lastDoneDateOnly: lastDone !== null && !hasTime(lastDone, subject.cases, metBy),
    dueAt,
    state: stateOf(dueAt, asOf, soonDays),
    stage,
    standing: false,
    houseRule: clause.houseRule ?? null,
  };
};

const idOf = ({ rule, from, nth }: Finding, { caseRef, worker }: Subject): string => {
  const whose = rule.each === "worker" ? worker : rule.each === "post" ? "post" : caseRef;
  const since = from === null ? "undated" : dateOfDay(londonDay(from));
  const { timing } = rule;
  const stage = timing.kind === "once" && timing.stages.length > 1 ? `.${String(nth + 1)}` : "";
  return `${rule.clause.id}:${whose ?? ""}:${since}${stage}`;
};

const hasTime = (at: Instant, cases: readonly Case[], metBy: readonly string[]): boolean =>
  cases.some(({ happened }) =>
    happened.some(({ happening, on, dateOnly }) => on === at && !dateOnly && metBy.includes(happening)),
  );

/** Two things that started one duty on one day each have an id. */
export const withOwnIds = (duties: readonly Duty[]): readonly Duty[] => {
  const seen = new Map<string, number>();
  return duties.map((duty) => {
    const times = (seen.get(duty.id) ?? 0) + 1;
    seen.set(duty.id, times);
    return times === 1 ? duty : { ...duty, id: `${duty.id}~${String(times)}` };
  });
};

const rank = { overdue: 0, today: 1, soon: 2, later: 3 } as const satisfies Record<DutyState, number>;

/** Overdue first, the earliest due first of all; what has no limit comes first on the day. */
export const worstFirst = (a: Duty, b: Duty): number =>
  rank[a.state] - rank[b.state] ||
  (a.dueAt ?? -Infinity) - (b.dueAt ?? -Infinity) ||
  byText(a.caseRef ?? a.worker ?? "", b.caseRef ?? b.worker ?? "") ||
  byText(a.clause, b.clause) ||
  byText(a.id, b.id);

/** Code units, so that the order is the same on every machine. */
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
