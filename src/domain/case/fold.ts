import type { Instant } from "../instants.ts";
import type { FactValue } from "../report/facts.ts";
import type { Case, Exception } from "./case.ts";
import type { CaseEntry } from "./facts.ts";
import type { WorkFact } from "./work.ts";

export const presences = ["listed", "left", "kept", "closed"] as const;
/**
 * listed: its caseload lists it. left: it does so no more, and nobody has decided yet. kept: it stays although no caseload
 * lists it. closed: it is over, until a caseload lists it again.
 */
export type Presence = (typeof presences)[number];

/** A case as it is kept: what the rules need, and how it stands with its caseload. */
export interface KeptCase extends Case {
  readonly presence: Presence;
  /** When it came to its presence. */
  readonly presenceAt: Instant;
  /** What people did about its duties, in order. */
  readonly work: readonly WorkFact[];
}

const saysAll = (by: Readonly<Record<string, FactValue | null>>): by is Record<string, FactValue> => {
  for (const name in by) if (by[name] === null) return false;
  return true;
};

const changed = (
  facts: Readonly<Record<string, FactValue>>,
  by: Readonly<Record<string, FactValue | null>>,
): Record<string, FactValue> => {
  if (saysAll(by)) return { ...facts, ...by };
  const next: Record<string, FactValue> = { ...facts };
  for (const [name, value] of Object.entries(by)) {
    if (value === null) Reflect.deleteProperty(next, name);
    else next[name] = value;
  }
  return next;
};

/** What a decision leaves of the facts: a closed case owes nothing, whatever its last caseload said. */
const closed = (facts: Readonly<Record<string, FactValue>>): Record<string, FactValue> => ({
  ...facts,
  status: "closed",
});

const exceptionOf = ({ work }: KeptCase, { id, at }: { readonly id: string; readonly at: Instant }): Exception[] =>
  work.flatMap((fact) => {
    if (fact.kind !== "lessOftenAsked" || fact.id !== id) return [];
    const { clause, everyWeeks, until } = fact;
    return [{ clause, everyWeeks, until, since: at }];
  });

/** The case with one more entry. */
export const evolveCase = (now: KeptCase, entry: CaseEntry): KeptCase => {
  switch (entry.kind) {
    case "loaded":
      return { ...now, facts: changed(now.facts, entry.facts) };
    case "happened":
      return now.happened.some(({ id }) => id === entry.happened.id)
        ? now
        : { ...now, happened: [...now.happened, entry.happened] };
    case "stood":
      return { ...now, standing: entry.standing };
    case "left":
      return { ...now, presence: "left", presenceAt: entry.at };
    case "returned":
      return { ...now, presence: "listed", presenceAt: entry.at };
    case "leftDecided":
      return entry.decision === "closed"
        ? { ...now, facts: closed(now.facts), presence: "closed", presenceAt: entry.at }
        : { ...now, presence: "kept", presenceAt: entry.at };
    // What a record is the happening of is kept beside it, as "happened": a date becomes an instant in London, not here.
    case "recorded":
    case "confirmed":
    case "stepDone":
    case "snoozed":
    case "given":
    case "taken":
    case "handedBack":
    case "lessOftenAsked":
    case "lessOftenRefused":
      return { ...now, work: [...now.work, entry] };
    case "lessOftenApproved":
      return {
        ...now,
        work: [...now.work, entry],
        exceptions: [...(now.exceptions ?? []), ...exceptionOf(now, entry)],
      };
  }
};

/** @throws when the entries do not begin with "loaded": they are damaged. */
export const caseFrom = (ref: string, entries: readonly CaseEntry[]): KeptCase => {
  const [first] = entries;
  if (first?.kind !== "loaded") throw new Error(`Case ${ref} does not begin with "loaded": its facts are damaged.`);
  return entries.reduce(evolveCase, newCase(ref, first.at));
};

/** A case about which nothing is known yet. */
export const newCase = (ref: string, at: Instant): KeptCase => ({
  ...{ ref, facts: {}, happened: [], standing: [] },
  ...{ presence: "listed", presenceAt: at, work: [] },
});
