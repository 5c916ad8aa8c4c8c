import type { ClauseId } from "../ids.ts";
import type { Instant } from "../instants.ts";
import type { Attendee, AttendeeReply, MeetingDeadline, MeetingRecord, Slot } from "./facts.ts";
import type { MeetingAction } from "./permissions.ts";
import type { MeetingState, Standing } from "./state.ts";

/** A deadline as a person reads it. */
export interface MeetingDeadlineView extends MeetingDeadline {
  /** Plain words for staff, and the official words. */
  readonly title: string;
  readonly words: string;
  readonly houseRule: string | null;
  /** The earliest: the one that has to be met. */
  readonly runs: boolean;
}

/** Somebody who is invited, and how they have answered. */
export interface AttendeeView {
  readonly attendee: Attendee;
  /** A person's name, or the agency's team as the agencies file has it. */
  readonly name: string;
  /** Title of the agency; null for one of ours. */
  readonly agency: string | null;
  readonly chairs: boolean;
  /** Null: no answer yet. */
  readonly reply: AttendeeReply | null;
  /** Why one of ours can't come; null: they have not said so. */
  readonly cannotCome: string | null;
}

/** An agency that has to come. */
export interface RequiredView {
  readonly agency: string;
  /** "Police" */
  readonly title: string;
  readonly clauses: readonly ClauseId[];
  readonly standing: Standing;
}

/** How a meeting is held, and how far the call has got. */
export type MeetingFormView =
  | { readonly form: "none" }
  /** The call is being put into the calendar, or changed there. */
  | { readonly form: "booking"; readonly joinUrl: string | null }
  | { readonly form: "call"; readonly joinUrl: string }
  /** It could not be booked or changed: by hand, and why. */
  | { readonly form: "by-hand"; readonly joinUrl: string | null; readonly why: string }
  /** Telephone discussions: asked for, authorised or refused (PS-07). */
  | {
      readonly form: "telephone";
      readonly state: "asked" | "authorised" | "refused";
      readonly reason: string;
      readonly by: string;
      readonly answeredBy: string | null;
      readonly answer: string | null;
      readonly clause: ClauseId;
    };

/** A meeting as one person may see it. Case reference only; `record` is null for who may not read it. */
export interface MeetingView {
  readonly id: string;
  readonly ref: string;
  readonly caseRef: string;
  /** Title of what it is: "A strategy discussion". */
  readonly title: string;
  readonly state: MeetingState;
  readonly askedBy: string;
  readonly askedAt: Instant;
  /** Earliest first. */
  readonly deadlines: readonly MeetingDeadlineView[];
  readonly dueAt: Instant | null;
  readonly slot: Slot | null;
  /** The reason why it is held after its deadline; null: in time, or no time yet. */
  readonly late: string | null;
  readonly chair: { readonly id: string; readonly name: string; readonly postTitle: string };
  /** The chair first, then the agencies, then our own people. */
  readonly attendees: readonly AttendeeView[];
  readonly required: readonly RequiredView[];
  readonly form: MeetingFormView;
  readonly arrangements: readonly { readonly clause: ClauseId; readonly what: string }[];
  readonly held: Slot | null;
  /** When the record has to be with all parties; null: no limit, or not over yet. */
  readonly recordDueAt: Instant | null;
  readonly record: MeetingRecord | null;
  readonly recordedBy: string | null;
  readonly circulated: { readonly at: Instant; readonly to: readonly string[] } | null;
  readonly cancelled: { readonly by: string; readonly at: Instant; readonly reason: string } | null;
  /** The last change, in a sentence; null for none. */
  readonly note: string | null;
  /** What this viewer may do now. */
  readonly may: readonly MeetingAction[];
}
