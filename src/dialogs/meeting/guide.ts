import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Question } from "../../domain/vocabulary.ts";
import type { Named } from "../away/names.ts";

/** A question that decides the clock or the people. `counts`: a clock counts from its answer. */
export type MeetingQuestion = Question & { readonly counts: boolean };

/** What the screens need to know of the policies, for one draft's case. The use cases' own guide fits it. */
export interface MeetingGuide {
  needs(): readonly { readonly need: string; readonly title: string }[];
  /** By what is answered so far; what a clock counts from comes first. */
  questions(draft: Draft, asOf: Instant): readonly MeetingQuestion[];
  /** Longer limits that might be chosen (WQ-10.1f). */
  longer(draft: Draft, asOf: Instant): readonly { readonly clause: string; readonly label: string }[];
  /** Agencies outside the council that are asked to come, and whom to ask there. */
  agencies(
    draft: Draft,
    asOf: Instant,
  ): readonly {
    readonly agency: string;
    readonly label: string;
    readonly contacts: readonly { readonly value: string; readonly label: string }[];
  }[];
  /** Questions about the arrangements (WQ-10.5, WQ-10.6). */
  asks(draft: Draft, asOf: Instant): readonly { readonly clause: string; readonly question: string }[];
  /** What the answers come to, a line each. */
  summary(draft: Draft, asOf: Instant): readonly string[];
  people(): readonly Named[];
}
