import type { SummaryAudience, SummaryFact } from "./summary-facts.ts";

type FactOf<K extends SummaryFact["kind"]> = Extract<SummaryFact, { kind: K }>;

/** The summary of one week as its facts make it. */
export interface Summary {
  /** The week: to make it twice is to make it once. */
  readonly id: string;
  readonly made: FactOf<"made">;
  /** Who gets it, in turn: those it was made for, then those it was passed on to. */
  readonly to: readonly SummaryAudience[];
  readonly sent: readonly FactOf<"sent">[];
  readonly unreachable: readonly FactOf<"unreachable">[];
}

const after = (now: Summary, fact: SummaryFact): Summary => {
  switch (fact.kind) {
    case "made":
      return now;
    case "sent":
      return { ...now, sent: [...now.sent, fact] };
    case "unreachable":
      return { ...now, unreachable: [...now.unreachable, fact] };
    case "passedOn":
      return { ...now, to: [...now.to, fact.audience] };
  }
};

/** @throws when the facts do not begin with "made": they are damaged. */
export const summaryFrom = (id: string, facts: readonly SummaryFact[]): Summary => {
  const [first, ...rest] = facts;
  if (first?.kind !== "made") throw new Error(`Summary ${id} does not begin with "made": its facts are damaged.`);
  return rest.reduce(after, { id, made: first, to: first.to, sent: [], unreachable: [] });
};
