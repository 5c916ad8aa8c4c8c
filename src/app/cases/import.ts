import type { CaseCommand } from "../../domain/case/decide.ts";
import type { Instant } from "../../domain/instants.ts";
import { OutsideCalendar } from "../../time/calendar.ts";
import { every } from "../audit/every.ts";
import type { Caseload, CaseloadRow, CaseRow, RefusedRow } from "../ports/caseload.ts";
import type { Commit } from "../ports/records.ts";
import { after, changeCase } from "./change.ts";
import type { CaseDeps } from "./deps.ts";
import { caseKey, commitOf, heldCase, noCase, readCase } from "./kept.ts";
import { happenedOf } from "./row.ts";

/** What a load came to. `read` is `stored`, `unchanged` and `refused` together. */
export interface Imported {
  readonly read: number;
  readonly stored: number;
  readonly unchanged: number;
  readonly refused: number;
  /** Cases that the caseload does not list any more: somebody decides about each. */
  readonly left: number;
  /** Why nobody was looked for who has left; null when everybody was. */
  readonly leftUnknown: string | null;
}

export interface ImportDeps extends CaseDeps {
  /** Told of each refused row, in their order. */
  readonly onRefused: (row: RefusedRow) => Promise<void> | void;
}

interface Tally {
  read: number;
  stored: number;
  unchanged: number;
  refused: number;
  /** A row was refused that does not say which case it is about: it may be any. */
  nameless: boolean;
}

interface Load {
  readonly deps: ImportDeps;
  readonly source: string;
  readonly at: Instant;
  /** Nothing is stored yet, so nothing need be read before it is written. */
  readonly isFirst: boolean;
  /** Ids that the caseload names, refused ones included. */
  readonly named: Set<string>;
  readonly tally: Tally;
}

/**
 * Loads a caseload: each row whole, and only what it changes. Every page of rows is durable before the next is read, so a
 * load that is cut short leaves whole cases, and loading the file again completes it. A second load of the same file
 * stores nothing. Cases that a whole caseload does not list any more are marked, never deleted. May run beside a
 * service on the same store. Rejects with `NotDurable` when the store cannot write.
 */
export const importCaseload = async (deps: ImportDeps, caseload: Caseload): Promise<Imported> => {
  const load: Load = {
    ...{ deps, source: caseload.source, at: deps.clock.now(), named: new Set() },
    isFirst: (await deps.records.count("case")) === 0,
    tally: { read: 0, stored: 0, unchanged: 0, refused: 0, nameless: false },
  };
  for await (const page of caseload.rows) await loadPage(load, page);
  const { nameless: _, ...counts } = load.tally;
  const leftUnknown = whyNobodyLeft(caseload, load.tally);
  return { ...counts, left: leftUnknown === null ? await markLeft(load) : 0, leftUnknown };
};

const whyNobodyLeft = ({ whole }: Caseload, { nameless, read }: Tally): string | null => {
  // An export that failed must not empty the caseload.
  if (read === 0) return "this caseload has no rows";
  if (!whole) return "this caseload is not whole";
  return nameless ? "a refused row does not say which case it is about" : null;
};

const loadPage = async (load: Load, page: readonly CaseloadRow[]): Promise<void> => {
  const { tally, named } = load;
  const rows: CaseRow[] = [];
  for (const row of page) {
    tally.read += 1;
    if (row.kind === "case") rows.push(row);
    else await refuse(load, row);
    // A first load has nobody to miss.
    if (row.ref !== null && !load.isFirst) named.add(caseKey(row.ref).id);
  }
  await (load.isFirst ? createAll(load, rows) : changeAll(load, rows));
};

const refuse = async ({ deps, tally }: Load, row: RefusedRow): Promise<void> => {
  tally.refused += 1;
  tally.nameless ||= row.ref === null;
  await deps.onRefused(row);
};

/** A date so far away that no deadline can be counted from it: the row is refused, and the next one is taken. */
const beyond = async <T>(load: Load, row: CaseRow, work: () => T | Promise<T>): Promise<T | undefined> => {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    const { place, ref } = row;
    const why = `a date is too far away to count from: ${error.message}`;
    await refuse(load, { kind: "refused", place, ref, column: null, value: null, why, cells: { case_ref: ref } });
    return undefined;
  }
};

const commandOf = ({ source }: Load, { facts, happened }: CaseRow): CaseCommand => ({
  ...{ kind: "load", source, facts },
  happened: happened.map(happenedOf),
});

const createAll = async (load: Load, rows: readonly CaseRow[]): Promise<void> => {
  const { deps, at } = load;
  const writes: Commit[] = [];
  const written: CaseRow[] = [];
  for (const row of rows) {
    const write = await beyond(load, row, () => {
      const next = after(noCase(row.ref, at), commandOf(load, row), deps, at);
      return next === null ? undefined : commitOf(next, deps.rules, at);
    });
    if (write === undefined) continue;
    writes.push(write);
    written.push(row);
  }
  await commitAll(load, writes, written);
};

const changeAll = async (load: Load, rows: readonly CaseRow[]): Promise<void> => {
  const { deps, at, tally } = load;
  const before = await Promise.all(rows.map(({ ref }) => readCase(deps.records, ref)));
  const writes: Commit[] = [];
  const written: CaseRow[] = [];
  for (const [index, row] of rows.entries()) {
    const write = await beyond(load, row, () => {
      const next = after(before[index] ?? noCase(row.ref, at), commandOf(load, row), deps, at);
      return next === null ? "unchanged" : commitOf(next, deps.rules, at);
    });
    if (write === "unchanged") tally.unchanged += 1;
    else if (write !== undefined) {
      writes.push(write);
      written.push(row);
    }
  }
  await commitAll(load, writes, written);
};

/** Writes a page. Whatever somebody else has changed meanwhile is read again and done by itself. */
const commitAll = async (load: Load, writes: readonly Commit[], rows: readonly CaseRow[]): Promise<void> => {
  if (writes.length === 0) return;
  const { deps, at, tally } = load;
  const outcomes = await deps.records.commitAll(writes);
  for (const [index, row] of rows.entries()) {
    if (outcomes[index] === "committed") {
      tally.stored += 1;
      continue;
    }
    const changed = await changeCase(deps, row.ref, commandOf(load, row), at, "make");
    if (changed.outcome === "changed") tally.stored += 1;
    else tally.unchanged += 1;
  }
};

const markLeft = async ({ deps, source, at, named, isFirst }: Load): Promise<number> => {
  if (isFirst) return 0;
  let left = 0;
  for await (const stored of every(deps.records, "case")) {
    if (named.has(stored.id)) continue;
    const { presence, facts } = heldCase(stored).state;
    // Nobody needs to decide about a case that was closed before it went.
    if (presence !== "listed" || facts["status"] === "closed") continue;
    const changed = await changeCase(deps, stored.id, { kind: "leave", source }, at);
    if (changed.outcome === "changed") left += 1;
  }
  return left;
};
