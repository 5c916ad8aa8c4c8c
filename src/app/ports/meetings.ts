import type { Instant } from "../../domain/instants.ts";
import type { Busy } from "../../domain/meeting/busy.ts";
import type { AttendeeReply, Slot } from "../../domain/meeting/facts.ts";

/** What a diary says about a stretch of time. `unknown`: it cannot be read, so the person is asked, never assumed free. */
export interface Diary {
  /** Work email, lower case. */
  readonly email: string;
  readonly known: boolean;
  /** Ascending, half-open, merged. */
  readonly busy: readonly Busy[];
}

/** A call to be put into the chair's calendar. Never a child's name: a reference only. */
export interface Call {
  /** The chair's work email: the calendar it goes into. */
  readonly calendar: string;
  /** The same for every try of the same booking, so that a retry never books twice. */
  readonly transaction: string;
  /** "Strategy meeting, ref AMB-1042" */
  readonly subject: string;
  /** The agenda, as plain text; joining details are added by the calendar. */
  readonly agenda: string;
  readonly slot: Slot;
  readonly attendees: readonly { readonly email: string; readonly name: string; readonly required: boolean }[];
}

export type Booked =
  | { readonly outcome: "booked"; readonly event: string; readonly joinUrl: string }
  /** It will not work however often it is tried: `why` in a sentence for a person. Nothing is left in the calendar. */
  | { readonly outcome: "refused"; readonly why: string }
  /** A passing fault outlasted the adapter's own retries, and it is not known whether the event was made. */
  | { readonly outcome: "later"; readonly why: string; readonly afterMs: number };

export type Done =
  | { readonly outcome: "done" }
  | { readonly outcome: "refused"; readonly why: string }
  | { readonly outcome: "later"; readonly why: string; readonly afterMs: number };

/** Books strategy meetings as Teams calls. Never throws for the other side's faults. */
export interface Meetings {
  /** One diary for each email asked, in that order. Rejects never: a diary that cannot be read is `known: false`. */
  diaries(emails: readonly string[], between: Slot, asOf: Instant): Promise<readonly Diary[]>;
  /** Books a call, or finds the one that this transaction booked before. Without a join address it is not booked. */
  book(call: Call): Promise<Booked>;
  /** Changes time, people or agenda of one event in place: no second invitation for the same meeting. */
  change(event: string, call: Call): Promise<Booked>;
  /** Takes it out of the calendar and tells those invited. Harmless when it is gone already. */
  cancel(event: string, calendar: string, comment: string): Promise<Done>;
  /** Who has answered, by email. */
  replies(
    event: string,
    calendar: string,
  ): Promise<
    | { readonly outcome: "read"; readonly replies: Readonly<Record<string, AttendeeReply>> }
    | Exclude<Done, { readonly outcome: "done" }>
  >;
  /** Whether calls are real. The rehearsal's say plainly that no Teams call exists outside it. */
  readonly rehearsed: boolean;
}
