import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { ReportState } from "../permissions.ts";
import type { Briefing, Chase, Copy, FactOf, Reported, Telling } from "./facts.ts";

/** A telling is put to somebody's judgement before its post hears (W-X1), and what came of that. */
export interface Judgement extends Pick<FactOf<"judging">, "request" | "clause" | "why" | "judgeBy"> {
  /** Null while it is waited for. */
  readonly outcome: FactOf<"judged"> | FactOf<"lapsed"> | null;
}

/** One telling and how far it has got. */
export interface TellingProgress extends Telling {
  /** Every person it was addressed to, in order; later ones stand in for those who could not be reached. */
  readonly to: readonly PersonId[];
  /** Council channels in which it is posted too. */
  readonly channels: readonly string[];
  /** Why somebody else than the post's holder is told, or null. */
  readonly note: string | null;
  /** How the people addressed last are chased for an answer. */
  readonly chase: Chase;
  /** How many of the chase's repeats have passed for the people addressed last. */
  readonly repeats: number;
  /** People asked to telephone because nobody answered. */
  readonly handedTo: readonly PersonId[];
  /** Null: nobody was asked to judge. */
  readonly judgement: Judgement | null;
  /** Nobody at all could be found. */
  readonly gap: string | null;
  readonly told: readonly { readonly where: string; readonly at: Instant }[];
  readonly unreachable: readonly { readonly where: string; readonly why: string; readonly at: Instant }[];
}

/** A copy of the report somewhere in Teams, with the number of facts that stood when it came to be. */
export interface KnownCopy extends Copy {
  readonly at: Instant;
}

/** A report as its facts make it. Derived, never stored. */
export interface Report extends Pick<
  Reported,
  | "by"
  | "draft"
  | "ref"
  | "event"
  | "caseRef"
  | "what"
  | "answers"
  | "briefingOwed"
  | "alsoConsider"
  | "policies"
  | "happens"
> {
  readonly at: Instant;
  readonly state: ReportState;
  readonly clauses: Reported["clauses"];
  readonly watch: Reported["watch"];
  readonly briefing: Briefing;
  readonly tellings: readonly TellingProgress[];
  readonly copies: readonly KnownCopy[];
  readonly reached: ReadonlyMap<PersonId, Instant>;
  readonly acknowledged: readonly FactOf<"acknowledged">[];
  readonly asked: readonly FactOf<"asked">[];
  readonly answered: readonly FactOf<"answered">[];
  readonly called: readonly FactOf<"called">[];
  readonly amended: readonly FactOf<"amended">[];
  readonly returned: readonly FactOf<"returned">[];
  readonly approved: FactOf<"approved"> | null;
  readonly decided: FactOf<"decided"> | null;
  /** Null when nothing that the policy knows ends this kind of event. */
  readonly watching: FactOf<"watching"> | null;
  readonly wondered: readonly FactOf<"wondered">[];
  readonly persists: readonly FactOf<"persists">[];
  readonly ended: FactOf<"ended"> | null;
  readonly joined: readonly FactOf<"joined">[];
  /** Whom it is kept from. */
  readonly withheld: readonly FactOf<"withheld">[];
  /** Sentences that somebody could not be given. */
  readonly unheard: readonly FactOf<"unheard">[];
  readonly updated: readonly FactOf<"updated">[];
  /** The update that is owed now; null when none is. */
  readonly promise: (FactOf<"promised"> & { readonly reminded: boolean; readonly late: boolean }) | null;
  /** Asked for and not given yet: at most one a person. */
  readonly reminders: readonly FactOf<"reminder">[];
  readonly closed: FactOf<"closed"> | null;
  /** What was kept on its case, or could not be. */
  readonly chained: readonly FactOf<"chained">[];
}
