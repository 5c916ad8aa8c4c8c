import type { Instant, LondonDate } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { DigestFact } from "./facts.ts";

type FactOf<K extends DigestFact["kind"]> = Extract<DigestFact, { kind: K }>;

/** One person's digest of one morning as its facts make it. */
export interface Digest {
  readonly id: string;
  readonly at: Instant;
  readonly on: LondonDate;
  readonly person: PersonId;
  readonly cases: readonly string[];
  readonly workers: readonly PersonId[];
  /** Who gets it, in turn: the person, then those it was passed on to. */
  readonly to: readonly PersonId[];
  readonly sent: readonly FactOf<"sent">[];
  readonly unreachable: readonly PersonId[];
  readonly changes: readonly FactOf<"changed">[];
}

/** The one digest of a person on a London date: to make it twice is to make it once. */
export const digestId = (on: LondonDate, person: PersonId): string => `${on}:${person}`;

const after = (now: Digest, fact: DigestFact): Digest => {
  switch (fact.kind) {
    case "made":
      return now;
    case "sent":
      return { ...now, sent: [...now.sent, fact] };
    case "unreachable":
      return { ...now, unreachable: [...now.unreachable, fact.where] };
    case "passedOn":
      return { ...now, to: [...now.to, fact.to] };
    case "changed":
      return { ...now, changes: [...now.changes, fact] };
  }
};

/** @throws when the facts do not begin with "made": they are damaged. */
export const digestFrom = (id: string, facts: readonly DigestFact[]): Digest => {
  const [first, ...rest] = facts;
  if (first?.kind !== "made") throw new Error(`Digest ${id} does not begin with "made": its facts are damaged.`);
  const { at, on, person, cases, workers } = first;
  const fresh = { to: [person], sent: [], unreachable: [], changes: [] };
  return rest.reduce(after, { id, at, on, person, cases, workers, ...fresh });
};
