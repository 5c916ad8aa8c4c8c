import type { Instant } from "../../domain/instants.ts";
import type { Answers } from "../../domain/report/facts.ts";
import type { FactReader } from "../engine/condition.ts";
import { holdsOrOpen } from "../engine/limb.ts";
import type { Clause } from "../policy/clause.ts";
import type { MeetingSource } from "../policy/meeting-schema.ts";
import { isInForce } from "../rulebook.ts";
import type { Rulebook } from "../rulebook.ts";

/** A clause that says something about a meeting. */
export interface Block {
  readonly clause: Clause;
  readonly meeting: MeetingSource;
}

/** The clauses in force about meetings, in the council's order and the documents'. */
const blocksOf = ({ clauses }: Pick<Rulebook, "clauses">, asOf: Instant): readonly Block[] =>
  clauses.flatMap((clause) => {
    const { meeting } = clause;
    return meeting === undefined || !isInForce(clause, asOf) ? [] : [{ clause, meeting }];
  });

/** The happenings that are a meeting held: what clauses about meetings are `of`. */
export const kindsOf = (rulebook: Pick<Rulebook, "clauses">, asOf: Instant): readonly string[] => [
  ...new Set(blocksOf(rulebook, asOf).flatMap(({ meeting }) => [meeting.of].flat())),
];

/** Answers first, then the caseload, then what the vocabulary assumes of a fact of a case. */
export const readerOf =
  ({ vocabulary }: Pick<Rulebook, "vocabulary">, answers: Answers, caseFacts: Answers): FactReader =>
  (name) =>
    answers[name] ?? caseFacts[name] ?? vocabulary.caseFacts[name]?.assume ?? vocabulary.facts[name]?.assume;

/**
 * What clauses say about one kind of meeting, where these facts hold. While one cannot be told its clause counts: more people
 * come. A clause gives way to those of its own policy that it names in `unless`, while they apply.
 */
export const blocksAbout = (
  rulebook: Pick<Rulebook, "clauses">,
  of: string,
  read: FactReader,
  asOf: Instant,
): readonly Block[] => {
  const about = blocksOf(rulebook, asOf).filter(
    ({ meeting }) => [meeting.of].flat().includes(of) && holdsOrOpen(meeting.when, read),
  );
  return about.filter(
    ({ clause }) =>
      !about.some((other) => other.clause.policy === clause.policy && clause.unless?.includes(other.clause.id)),
  );
};

/** Every block about one of these kinds, whatever the facts: for the questions. */
export const blocksOfKinds = (
  rulebook: Pick<Rulebook, "clauses">,
  kinds: readonly string[],
  asOf: Instant,
): readonly Block[] =>
  blocksOf(rulebook, asOf).filter(({ meeting }) => [meeting.of].flat().some((of) => kinds.includes(of)));
