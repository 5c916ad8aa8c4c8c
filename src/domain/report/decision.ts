import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { ReportFact } from "./facts.ts";

export type Decision =
  | { readonly outcome: "facts"; readonly facts: readonly ReportFact[] }
  /** It had been done already: who, when, and the verb in the past tense. */
  | { readonly outcome: "late"; readonly by: PersonId; readonly at: Instant; readonly did: string }
  | { readonly outcome: "unclear"; readonly why: string }
  | { readonly outcome: "refused"; readonly why: string };

export const facts = (...list: readonly ReportFact[]): Decision => ({ outcome: "facts", facts: list });
export const unclear = (why: string): Decision => ({ outcome: "unclear", why });

/** Somebody did it before. */
export const late = (before: { readonly by: PersonId; readonly at: Instant }, did: string): Decision => ({
  outcome: "late",
  by: before.by,
  at: before.at,
  did,
});
