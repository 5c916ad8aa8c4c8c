import type { Instant } from "../../domain/instants.ts";
import type { Post } from "../../domain/people.ts";
import type { EventDefinition, Question } from "../../domain/vocabulary.ts";
import type { Judging } from "../../rules/judgement.ts";
import type { Applied, Assessment, Happening, Suggestion } from "../../rules/types.ts";

/** What is known of a clause beside its deadline. */
export interface ClauseWords {
  readonly title: string;
  readonly words: string;
  /** Title of the policy it stands in. */
  readonly policy: string;
  readonly houseRule: string | null;
}

/** The council's composed policies, as the use cases ask them. Pure and synchronous. */
export interface Rules {
  events(): readonly (EventDefinition & { readonly id: string })[];
  questions(event: string): readonly Question[];
  /** @throws when a required fact is missing; ask `missing` first. */
  assess(happening: Happening, asOf: Instant): Assessment;
  /** The questions without an answer that have no safe assumption. */
  missing(happening: Happening, asOf: Instant): readonly Question[];
  /** What these policies want told once somebody has decided that the Director is briefed (LCP-P7). */
  onDecision(policies: readonly string[], asOf: Instant): readonly Pick<Applied, "id" | "tell">[];
  /** Who may judge, while this post's holder is away, whether a telling under these clauses is raised; null: nobody may (W-X1). */
  judgement(post: Post, clauses: readonly string[], asOf: Instant): Judging | null;
  /** Whether one of these clauses passes over the reporter's line manager (LCP-3.7). */
  passesLineManager(clauses: readonly string[], asOf: Instant): boolean;
  clause(id: string): ClauseWords | undefined;
  /** What a report of this event is on the case that it is about: "A Need to Know report was sent" (MO-T08). */
  happens(event: string): readonly { readonly id: string; readonly title: string }[];
  suggest(text: string): readonly Suggestion[];
  /** Ids and versions in force, pinned by every report. */
  policies(): readonly { readonly id: string; readonly version: string }[];
}
