import { z } from "zod";
import { caseEntrySchema, type CaseEntry } from "../../domain/case/facts.ts";
import { caseFrom, evolveCase, newCase, type KeptCase } from "../../domain/case/fold.ts";
import type { Instant } from "../../domain/instants.ts";
import type { NextStep } from "../audit/check.ts";
import { append, type Sealed } from "../audit/chain.ts";
import type { Commit, RecordKey, Records, Stored } from "../ports/records.ts";
import type { CaseRules } from "./deps.ts";

/** A case with its chain, as the store has it. Version 0: not there yet. */
export interface HeldCase {
  readonly version: number;
  readonly sealed: readonly Sealed<CaseEntry>[];
  readonly state: KeptCase;
}

const bodySchema = z.strictObject({
  facts: z.array(z.strictObject({ fact: caseEntrySchema, hash: z.string() })),
});

/** References are the same in whatever letter case they are written. */
export const caseKey = (ref: string): RecordKey => ({ kind: "case", id: ref.toUpperCase() });

/** @throws when the document is no case: it is damaged. */
export const heldCase = ({ id, version, body }: Stored): HeldCase => {
  const { facts } = bodySchema.parse(body);
  const entries = facts.map(({ fact }) => fact);
  return { version, sealed: facts, state: caseFrom(id, entries) };
};

export const noCase = (ref: string, at: Instant): HeldCase => ({
  version: 0,
  sealed: [],
  state: newCase(caseKey(ref).id, at),
});

export const readCase = async (records: Pick<Records, "read">, ref: string): Promise<HeldCase | undefined> => {
  const stored = await records.read(caseKey(ref));
  return stored === undefined ? undefined : heldCase(stored);
};

/** The case with more entries, not written yet. */
export const withEntries = (now: HeldCase, entries: readonly CaseEntry[]): HeldCase => {
  const key = caseKey(now.state.ref);
  return {
    version: now.version + 1,
    sealed: entries.reduce<readonly Sealed<CaseEntry>[]>((chain, entry) => append(key, chain, entry), now.sealed),
    state: entries.reduce(evolveCase, now.state),
  };
};

/** Look-up keys of cases: by worker, by team, and those that wait for a decision because their caseload left them out. */
export const workerKey = (worker: string): string => `worker:${worker.toLowerCase()}`;
export const teamKey = (team: string): string => `team:${team.toLowerCase()}`;
export const leftKey = "left";
/** Of cases of which this person was handed a duty. */
export const helperKey = (person: string): string => `helper:${person.toLowerCase()}`;
/** Of cases on which something is overdue, or has no limit and is owed at once. */
export const owedKey = "owed";

const keysOf = ({ facts: { worker, team }, presence, work }: KeptCase, owed: boolean): string[] => [
  ...(typeof worker === "string" ? [workerKey(worker)] : []),
  ...(typeof team === "string" ? [teamKey(team)] : []),
  ...(presence === "left" ? [leftKey] : []),
  ...(owed ? [owedKey] : []),
  ...work.flatMap((fact) => (fact.kind === "given" ? [helperKey(fact.to)] : [])),
];

/** The conditional write of a case as it has become. Due when one of its duties next changes its state. */
export const commitOf = (next: HeldCase, rules: Pick<CaseRules, "index">, asOf: Instant): Commit => {
  const { nextChange, owed } = rules.index(next.state, asOf);
  return {
    ...caseKey(next.state.ref),
    expectedVersion: next.version - 1,
    body: { facts: next.sealed },
    dueAt: nextChange,
    keys: keysOf(next.state, owed),
  };
};

/** For "store check". A case owes nothing by itself: what it asks for is derived, and due when one of its duties changes. */
export const nextCaseStep = (stored: Stored): NextStep => {
  const { presence } = heldCase(stored).state;
  return { dueAt: null, waits: presence === "left" ? "waits for a decision: it has left the caseload" : presence };
};
