import type { AskView } from "../../domain/case/notice.ts";
import type { DigestView, DutyView } from "../../domain/case/view.ts";
import type { DoubtView } from "../../domain/doubt/doubt.ts";
import type { MeetingView } from "../../domain/meeting/view.ts";
import type { Copy } from "../../domain/report/facts.ts";
import type { PersonId } from "../../domain/people.ts";
import type { SummaryView } from "../../domain/remind/summary-view.ts";
import type { ChannelView, ReportView } from "../../domain/report/view.ts";

/** What is said. Wording and layout belong to the cards; this names the substance. */
export type Message =
  /** The detail, with what this person may do. */
  | { readonly kind: "telling"; readonly report: ReportView }
  /** Reference and category only: a channel may be read by the whole room. */
  | { readonly kind: "channel"; readonly report: ChannelView }
  /** The reporter's own copy: who has been told so far. */
  | { readonly kind: "receipt"; readonly report: ReportView }
  /** Asks one of the reporters whether it still goes on. */
  | { readonly kind: "question"; readonly report: ReportView }
  /** To a line manager: what somebody is not sure about (LCP-P10). */
  | { readonly kind: "doubt"; readonly doubt: DoubtView }
  /** Asks somebody to take over a duty, or to decide on less often. */
  | { readonly kind: "asked"; readonly ask: AskView }
  /** To whoever owes it: what is due, overdue first. */
  | { readonly kind: "digest"; readonly digest: DigestView }
  /** Interrupts: a duty that is overdue; or, once it was done, that. */
  | { readonly kind: "overdue"; readonly duty: DutyView; readonly met: boolean }
  /** How the week began: numbers and references only, because a channel may get it. */
  | { readonly kind: "summary"; readonly summary: SummaryView }
  /** About a strategy meeting: why somebody is told now, and the meeting as they may see it. */
  | { readonly kind: "meeting"; readonly meeting: MeetingView; readonly lead: string }
  /** A sentence that notifies, because an updated card does not. */
  | { readonly kind: "word"; readonly text: string };

export type Address = { readonly person: PersonId } | { readonly channel: string };

export type Sent =
  | { readonly outcome: "accepted"; readonly conversation: string; readonly activity: string }
  /** Teams said that this will not work (403, 404, no account): do not try again, tell somebody else. */
  | { readonly outcome: "unreachable"; readonly why: string }
  /** A passing fault outlasted the messenger's own retries. Milliseconds to wait before the next try. */
  | { readonly outcome: "later"; readonly why: string; readonly afterMs: number };

/** Sends within Teams' limits, retries what may pass, keeps order per conversation. Never throws for the other side's faults. */
export interface Messenger {
  send(to: Address, message: Message): Promise<Sent>;
  /** Under a message that stands in a channel, in its thread. */
  reply(under: Copy, message: Message): Promise<Sent>;
  /** Replaces a message in place. */
  update(copy: Copy, message: Message): Promise<Sent>;
}
