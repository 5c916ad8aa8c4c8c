import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Preview } from "../../domain/report/view.ts";
import type { Named } from "../away/names.ts";
import type { EventDefinition, Question } from "../../domain/vocabulary.ts";

/** A clause that free text seems to be about, as far as a screen needs it. */
export interface Suggested {
  readonly clause: string;
  readonly title: string;
  readonly event: string;
}

export type NamedEvent = EventDefinition & { readonly id: string };

/** What the screens need to know of the policy. The use cases' own guide fits it; dialogs never see the rules themselves. */
export interface ReportGuide {
  suggest(text: string): readonly Suggested[];
  events(): readonly NamedEvent[];
  /** The questions that the event's clauses need, the anchor first. */
  questions(event: string): readonly Question[];
  /** Who would be told, how and by when. Null until the required questions are answered. */
  preview(draft: Draft, asOf: Instant): Preview | null;
  /** How this person is reached, for "who to contact for further details" (LCP-P3e). */
  contact(by: string): string;
  /** Everybody on the staff list. */
  people(): readonly Named[];
  /** Whether a clause that applies asks for the briefing of LCP-P3. */
  briefingOwed(draft: Draft, asOf: Instant): boolean;
}
