import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { Attendee, AttendeeReply, MeetingFactOf, MeetingRecord, Slot } from "./facts.ts";

/**
 * asked: no time has been chosen. timed: a time stands, and there is no call yet (it is being booked, could not be booked, or
 * the telephone was asked for). ready: the call is in the calendar, or telephone discussions were authorised. held: it took
 * place, and its record is not complete. recorded: the record is complete. circulated: all parties have it; nothing more is
 * owed. cancelled: it will not take place.
 */
export const meetingStates = ["asked", "timed", "ready", "held", "recorded", "circulated", "cancelled"] as const;
export type MeetingState = (typeof meetingStates)[number];

/**
 * One event in one calendar. open: it was asked for, and it is not known whether it was made. live: it is in the calendar.
 * stuck: it is in the calendar
 * and could not be changed. refused: it was never made. withdrawn: it was taken out again.
 */
export interface MeetingCall {
  readonly transaction: string;
  /** The chair whose calendar it is in. */
  readonly calendar: PersonId;
  readonly state: "open" | "live" | "stuck" | "refused" | "withdrawn";
  /** Null until it is live. */
  readonly event: string | null;
  readonly joinUrl: string | null;
  /** The change that it carries; while it is open, the one that it was first asked for with. */
  readonly revision: number;
  /** When it came to carry that; while it is open, when it was first asked for. */
  readonly at: Instant;
}

/** Telephone discussions instead of a call (PS-07). */
export interface Telephone extends Pick<MeetingFactOf<"telephoneAsked">, "by" | "at" | "reason"> {
  readonly answer: MeetingFactOf<"telephoneAuthorised" | "telephoneRefused"> | null;
}

/** A strategy discussion as its facts make it. Derived, never stored. */
export interface Meeting extends Pick<
  MeetingFactOf<"asked">,
  | "by"
  | "ref"
  | "caseRef"
  | "need"
  | "of"
  | "recordedBy"
  | "answers"
  | "report"
  | "deadlines"
  | "chairPost"
  | "chair"
  | "withoutMeeting"
  | "required"
  | "arrangements"
  | "policies"
> {
  readonly id: string;
  readonly at: Instant;
  readonly state: MeetingState;
  /** The earliest of the deadlines; null: none states a limit. */
  readonly dueAt: Instant | null;
  readonly timed: MeetingFactOf<"timed"> | null;
  /** How often a time was chosen. */
  readonly times: number;
  /** Without the chair, who is always there. */
  readonly attendees: readonly Attendee[];
  readonly telephone: Telephone | null;
  /**
   * Counts what a calendar's event has to carry: its time, its people, its chair. 0 until a time is chosen.
   */
  readonly revision: number;
  /** When it last changed. */
  readonly revisedAt: Instant;
  readonly calls: readonly MeetingCall[];
  /** Of the change that is wanted now: it could not be made, and a person was asked to do it by hand. */
  readonly unbooked: MeetingFactOf<"unbooked"> | null;
  /** By work email, for the time and the chair that stand now. */
  readonly replies: ReadonlyMap<string, { readonly reply: AttendeeReply; readonly at: Instant }>;
  /** What was answered to times that stand no more: who declined three o'clock may decline it again. */
  readonly earlier: readonly { readonly attendee: string; readonly slot: Slot; readonly reply: AttendeeReply }[];
  /** Of the time that stands now. */
  readonly cannotCome: readonly MeetingFactOf<"cannotCome">[];
  readonly chairs: readonly MeetingFactOf<"chairChanged">[];
  readonly told: readonly MeetingFactOf<"told">[];
  /** When it took place; null: nobody has said so. */
  readonly held: { readonly by: PersonId; readonly at: Instant; readonly slot: Slot } | null;
  /** What the chair has written so far; null: nothing yet. */
  readonly record: MeetingRecord | null;
  readonly recorded: MeetingFactOf<"recorded"> | null;
  readonly circulated: MeetingFactOf<"circulated"> | null;
  readonly cancelled: MeetingFactOf<"cancelled"> | null;
}

/** How an agency that has to come stands. nobody: none of its people is invited. */
export const standings = ["accepted", "tentative", "unanswered", "declined", "nobody"] as const;
export type Standing = (typeof standings)[number];
