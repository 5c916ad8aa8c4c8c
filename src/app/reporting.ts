import type { Draft } from "../domain/draft.ts";
import type { Instant } from "../domain/instants.ts";
import type { Person, PersonId } from "../domain/people.ts";
import type { Briefing } from "../domain/report/facts.ts";
import type { ChannelView, Preview, ReportLine, ReportView, SameEvent } from "../domain/report/view.ts";
import type { EventDefinition, Question } from "../domain/vocabulary.ts";
import type { Suggestion } from "../rules/types.ts";

/** What a person gets back for acting on a report. */
export type Answered =
  | { readonly outcome: "done"; readonly report: ReportView }
  /** Somebody had done it before: `why` says who and when. Nothing was changed. */
  | { readonly outcome: "late"; readonly why: string; readonly report: ReportView }
  /** The input is at fault: nothing was changed, what was typed is to be shown again. */
  | { readonly outcome: "unclear"; readonly why: string; readonly report: ReportView }
  /** Not for this person, or there is no such report: the same sentence for both. */
  | { readonly outcome: "refused"; readonly why: string };

/** `same`: nothing was made, because somebody else's report of the same event is open. */
export type Confirmed = Answered | { readonly outcome: "same"; readonly first: SameEvent };

/** `gone`: the report can no longer be joined. Nothing was changed, and the draft can still be sent as a report of its own. */
export type Joined = Answered | { readonly outcome: "gone"; readonly why: string };

/** What the dialogs need to know of the rules while a report is told. Pure and quick. */
export interface ReportGuide {
  suggest(text: string): readonly Suggestion[];
  events(): readonly (EventDefinition & { readonly id: string })[];
  /** The questions that the event's clauses need, the anchor first. */
  questions(event: string): readonly Question[];
  /** Who would be told, how and by when. Null until the required questions are answered. */
  preview(draft: Draft, asOf: Instant): Preview | null;
  /** How this person is reached, for "who to contact for further details" (LCP-P3e). */
  contact(by: PersonId): string;
  /** Everybody on the staff list. */
  people(): readonly Person[];
  /** Whether a clause that applies asks for the briefing of LCP-P3. */
  briefingOwed(draft: Draft, asOf: Instant): boolean;
}

/** The use cases of "report" as the doors (chat, card, tab, command line) call them. All reject with `NotDurable` when nothing could be saved. */
export interface Reporting {
  readonly guide: ReportGuide;
  /** Opens a draft, or returns the one this key opened before. `key` makes a repeated activity harmless. */
  open(by: PersonId, key: string, start: (id: string, asOf: Instant) => Draft): Promise<Draft>;
  draft(id: string, by: PersonId): Promise<Draft | undefined>;
  /** Saves a step. `late` when the stored draft has already moved past `from`; the stored one is returned. */
  save(draft: Draft, from: number): Promise<{ outcome: "saved" | "late"; draft: Draft }>;
  /**
   * Makes the report, once per draft. A second call is answered with the same report. `shown` is the message in the
   * person's chat that the answer replaces, and which is kept current from then on; without it a receipt is sent.
   */
  confirm(
    draft: string,
    by: PersonId,
    shown?: { readonly conversation: string; readonly activity: string } | null,
    /** Even though somebody else's report of the same event is open. */
    anyway?: boolean,
  ): Promise<Confirmed>;
  /** Puts a draft to somebody else's open report of the same event and case. Harmless a second time. */
  join(
    id: string,
    draft: string,
    by: PersonId,
    shown?: { readonly conversation: string; readonly activity: string } | null,
  ): Promise<Joined>;
  /** The report that a person's own draft became or was joined to; undefined while it is neither. */
  made(draft: string, by: PersonId): Promise<ReportView | undefined>;
  see(idOrRef: string, by: PersonId): Promise<Answered>;
  mine(by: PersonId): Promise<readonly ReportLine[]>;
  /** The person's client shows the card: recorded once per person, then the same as `see`. */
  refresh(id: string, by: PersonId): Promise<Answered>;
  acknowledge(id: string, by: PersonId): Promise<Answered>;
  ask(id: string, by: PersonId, question: string): Promise<Answered>;
  answer(id: string, by: PersonId, text: string): Promise<Answered>;
  /** Records that the telephone call of W-N2K-P4 was made. `calledAt` as typed; empty means now. */
  call(id: string, by: PersonId, spokeTo: string, calledAt: string): Promise<Answered>;
  brief(id: string, by: PersonId, briefing: Briefing): Promise<Answered>;
  /** What has happened since. `next`: when the next update comes, as typed; empty for none. Everybody told hears. */
  update(id: string, by: PersonId, text: string, next: string): Promise<Answered>;
  /** Changes sections of a briefing on its way to the Director (LCP-P4); what stood there before stays visible. */
  amend(id: string, by: PersonId, briefing: Briefing): Promise<Answered>;
  /** Sends the briefing on to the Director now, instead of at the end of the working day. */
  approve(id: string, by: PersonId): Promise<Answered>;
  /** Sends it back with a comment. The end of the working day still stands (LCP-P5). */
  sendBack(id: string, by: PersonId, comment: string): Promise<Answered>;
  /** Whether the Director is briefed, with the reason (LCP-P6, P7). */
  decide(id: string, by: PersonId, brief: boolean, reason: string): Promise<Answered>;
  /** Whether it is raised with the person who covers for a post, and why (W-X1). */
  judge(id: string, by: PersonId, raise: boolean, reason: string): Promise<Answered>;
  /** Shows it to this person again: at what was chosen ("tomorrow", "two-hours"), or at the date and time typed. One a person. */
  remind(id: string, by: PersonId, choice: string, typed: string): Promise<Answered>;
  /** What is watched goes on. */
  persist(id: string, by: PersonId): Promise<Answered>;
  /** What is watched has ended. `when` as typed; empty means now. */
  end(id: string, by: PersonId, when: string): Promise<Answered>;
  /**
   * The reports of which these words say that they have ended ("AMB-1042 is back"), newest first, with what else was said,
   * which may be when. Null when the words say nothing of the kind.
   */
  heardEnd(
    by: PersonId,
    text: string,
  ): Promise<{ readonly reports: readonly ReportView[]; readonly when: string } | null>;
  close(id: string, by: PersonId, reason: string): Promise<Answered>;
  /** For a channel card's refresh or a click in the channel: reference and category only. */
  channel(id: string): Promise<ChannelView | undefined>;
}
