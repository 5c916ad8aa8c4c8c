import type { Instant } from "../instants.ts";
import type { PersonId, Post } from "../people.ts";
import type { Answers } from "../report/facts.ts";
import type { Slot } from "./facts.ts";
import type { MeetingRules } from "./house-rules.ts";

/**
 * What people are told in a message of its own.
 * - untimed: no time has been chosen yet, and the deadline comes near or has passed.
 * - chairs: you chair this one. late: it is held after its deadline. unbooked: book or change it by hand.
 * - authorise: decide on telephone discussions; authorised, refused: what came of that.
 * - warning: somebody who must come declined or has not answered. cannot-come: one of ours can't.
 * - moved: another time, or another chair. cancelled. reminder: it begins soon.
 * - record: please write the record; record-due: it is not circulated yet; record-overdue: its limit has passed.
 * - circulate: the record, to those of ours who were invited, and to the chair with whom else it goes to.
 */
export const tellings = [
  "untimed",
  "chairs",
  "late",
  "unbooked",
  "authorise",
  "authorised",
  "refused",
  "warning",
  "cannot-come",
  "moved",
  "cancelled",
  "reminder",
  "record",
  "record-due",
  "record-overdue",
  "circulate",
] as const;
export type MeetingTelling = (typeof tellings)[number];

/** People by id, or whoever holds one of these posts when it leaves. */
export type Audience = { readonly people: readonly PersonId[] } | { readonly posts: readonly Post[] };

/**
 * Something that a meeting still owes. `key` is stable: what was settled under a key is never owed again. What each is
 * settled with:
 * - begin: the fact `booking` with its transaction, calendar and revision, at once and without asking anybody.
 * - book: `Meetings.book` with this transaction and the meeting as it stands now; `booked` with the intent's `revision`, or
 *   `unbooked`. Asked again it finds the same event, perhaps as it was first asked for, so a `change` may follow.
 *   `wanted` false: the plans changed while it was not known whether it was made; book finds it, so that it can be withdrawn.
 * - change: `Meetings.change` of this event to the meeting as it stands now; `booked` with `revision`, or `unbooked`.
 * - withdraw: `Meetings.cancel`; `withdrawn`.
 * - poll: `Meetings.replies`; a `replied` for each that is new.
 * - tell: a message; `told` with `what: key` and those it reached. A telling whose time has passed long ago may be settled unsaid.
 * - happen: `recordHappened` on the case under `id`; `commencedAt` is given as a London date in the fact of that name.
 */
export type MeetingIntent = { readonly key: string; readonly leaveAt: Instant } & (
  | {
      readonly kind: "begin";
      readonly transaction: string;
      readonly calendar: PersonId;
      readonly revision: number;
    }
  | {
      readonly kind: "book";
      readonly transaction: string;
      readonly calendar: PersonId;
      readonly slot: Slot;
      readonly revision: number;
      readonly wanted: boolean;
    }
  | {
      readonly kind: "change";
      readonly event: string;
      readonly transaction: string;
      readonly calendar: PersonId;
      readonly slot: Slot;
      readonly revision: number;
    }
  | { readonly kind: "withdraw"; readonly event: string; readonly calendar: PersonId; readonly why: string }
  | { readonly kind: "poll"; readonly event: string; readonly calendar: PersonId }
  | { readonly kind: "tell"; readonly what: MeetingTelling; readonly to: Audience }
  | {
      readonly kind: "happen";
      readonly id: string;
      readonly happening: string;
      readonly on: Instant;
      readonly by: PersonId;
      readonly facts: Answers;
      /** A fact that is the London date of an instant; the calendar is none of this floor's. */
      readonly dates: Readonly<Record<string, Instant>>;
    }
);
export type MeetingIntentOf<K extends MeetingIntent["kind"]> = Extract<MeetingIntent, { kind: K }>;

/** What owed needs of the rules: house rules, and when the record of a meeting that ended at an instant is due (WQ-10.7). */
export interface MeetingTimes {
  readonly rules: MeetingRules;
  /** Null: no clause states a limit. */
  readonly recordDueAt: (of: string, ended: Instant) => Instant | null;
}
