import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { MeetingFact } from "./facts.ts";

export type MeetingDecision =
  | { readonly outcome: "facts"; readonly facts: readonly MeetingFact[] }
  /** It had been done already: who, when, and what, as in "cancelled it". */
  | { readonly outcome: "late"; readonly by: PersonId; readonly at: Instant; readonly did: string }
  | { readonly outcome: "unclear"; readonly why: string }
  | { readonly outcome: "refused"; readonly why: string };

export const facts = (...list: readonly MeetingFact[]): MeetingDecision => ({ outcome: "facts", facts: list });
export const unclear = (why: string): MeetingDecision => ({ outcome: "unclear", why });

/** Somebody did it before. */
export const late = (before: { readonly by: PersonId; readonly at: Instant }, did: string): MeetingDecision => ({
  outcome: "late",
  by: before.by,
  at: before.at,
  did,
});

/** What was typed, without the space about it. */
export const sentence = (typed: string): string => typed.trim();
