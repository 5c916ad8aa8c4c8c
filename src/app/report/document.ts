import { z } from "zod";
import { reportFactSchema, type ReportFact } from "../../domain/report/facts.ts";
import { nextDue, noProgress, owed, progressSchema, type Progress } from "../../domain/report/owed.ts";
import { evolve, reportersOf, type Report } from "../../domain/report/report.ts";
import { append, type Sealed } from "../audit/chain.ts";
import type { NextStep } from "../audit/check.ts";
import type { Commit, Records, Stored } from "../ports/records.ts";

/** A report as it is stored: its chained facts, and how its delivery stands. */
const bodySchema = z.strictObject({
  facts: z.array(z.strictObject({ fact: reportFactSchema, hash: z.string() })),
  progress: progressSchema,
});

/** A report that was read: what it is, and what it takes to write it back. */
export interface Loaded {
  readonly id: string;
  readonly version: number;
  readonly sealed: readonly Sealed<ReportFact>[];
  readonly facts: readonly ReportFact[];
  readonly progress: Progress;
  readonly report: Report;
}

/** What a use case adds to a report; an empty change is not written. */
export interface Change {
  readonly facts: readonly ReportFact[];
  readonly progress?: Progress;
}

const key = (id: string) => ({ kind: "report", id }) as const;

const loaded = (id: string, version: number, sealed: readonly Sealed<ReportFact>[], progress: Progress): Loaded => {
  const facts = sealed.map(({ fact }) => fact);
  return { id, version, sealed, facts, progress, report: evolve(facts) };
};

/** @throws when what is stored is no report: the store is damaged, "watchful audit verify" names the place. */
export const parseReport = (stored: Stored): Loaded => {
  const body = bodySchema.parse(stored.body);
  return loaded(stored.id, stored.version, body.facts, body.progress);
};

/** Finds what is still going on of one event on one case. */
export const openKey = ({
  event,
  caseRef,
}: {
  readonly event: string | null;
  readonly caseRef: string | null;
}): string => `open:${event ?? ""}:${caseRef ?? ""}`;

const lookUps = ({ report }: Loaded): readonly string[] => {
  const people = new Set([...reportersOf(report), ...report.tellings.flatMap((telling) => telling.to)]);
  const caseRef = report.caseRef === null ? [] : [`case:${report.caseRef}`];
  const open = report.caseRef === null || report.closed !== null || report.ended !== null ? [] : [openKey(report)];
  return [`ref:${report.ref}`, ...[...people].map((person) => `person:${person}`), ...caseRef, ...open].flat();
};

const commitOf = (before: number, now: Loaded): Commit => ({
  ...key(now.id),
  expectedVersion: before,
  body: { facts: now.sealed, progress: now.progress },
  dueAt: nextDue(owed(now.report, now.facts, now.progress), now.progress),
  keys: lookUps(now),
});

const extended = (was: Loaded, change: Change): Loaded => {
  const sealed = change.facts.reduce<readonly Sealed<ReportFact>[]>(
    (chain, fact) => append(key(was.id), chain, fact),
    was.sealed,
  );
  return loaded(was.id, was.version + 1, sealed, change.progress ?? was.progress);
};

/** Creates a report. `conflict`: this draft has made one already. */
export const createReport = async (
  records: Records,
  id: string,
  facts: readonly ReportFact[],
  shown: Progress = noProgress,
) => {
  const sealed = facts.reduce<readonly Sealed<ReportFact>[]>((chain, fact) => append(key(id), chain, fact), []);
  const made = loaded(id, 1, sealed, shown);
  return { outcome: await records.commit(commitOf(0, made)), report: made };
};

export const readReport = async (records: Records, id: string): Promise<Loaded | undefined> => {
  const stored = await records.read(key(id));
  return stored === undefined ? undefined : parseReport(stored);
};

const patience = 50;

/**
 * Changes a report whatever others do to it meanwhile: reads, asks `change`, writes on condition, and starts again from a
 * fresh read when somebody was quicker. `change` must be pure; null leaves the report as it is.
 * @returns the report as it now stands, or undefined when there is none.
 * @throws NotDurable from the store, or an error after 50 lost races.
 */
export const amendReport = async (
  records: Records,
  id: string,
  change: (now: Loaded) => Change | null,
): Promise<Loaded | undefined> => {
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const now = await readReport(records, id);
    const wanted = now === undefined ? null : change(now);
    if (now === undefined || wanted === null) return now;
    const next = extended(now, wanted);
    if ((await records.commit(commitOf(now.version, next))) === "committed") return next;
  }
  throw new Error(`Report document ${id} changed ${String(patience)} times while it was being written. Try again.`);
};

/** Every report under a look-up key, ids ascending. */
export const everyReport = async (records: Records, key: string): Promise<readonly Loaded[]> => {
  const all: Loaded[] = [];
  for (let after = ""; ;) {
    const page = await records.find("report", key, after === "" ? { limit: 100 } : { limit: 100, after });
    all.push(...page.map(parseReport));
    const last = page.at(-1);
    if (last === undefined || page.length < 100) return all;
    after = last.id;
  }
};

/** What takes a report further, for "store check". @throws when what is stored is no report. */
export const nextReportStep = (stored: Stored): NextStep => {
  const { report, facts, progress } = parseReport(stored);
  const dueAt = nextDue(owed(report, facts, progress), progress);
  return { dueAt, waits: waitsFor(report) };
};

const waitsFor = (report: Report): string | null => {
  if (report.state === "closed") return "closed";
  if (report.ended !== null) return "has ended, and waits to be closed";
  const waiting = new Set(report.tellings.flatMap((telling) => telling.to));
  return waiting.size > 0 ? `waits for ${String(waiting.size)} people to answer` : null;
};
