import type { ClauseId, PolicyId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/instants.ts";
import type { AttendeeReply, Slot } from "../../domain/meeting/facts.ts";
import type { Post } from "../../domain/people.ts";
import type { Answers } from "../../domain/report/facts.ts";
import type { Question } from "../../domain/vocabulary.ts";
import type { MeetingForm } from "../policy/meeting-schema.ts";

/** What somebody says when they ask for a meeting. */
export interface MeetingAsk {
  /** The happening that calls for it: one of `needsOf`. */
  readonly need: string;
  readonly answers: Answers;
  /** What the caseload says about the case; empty when it has none. */
  readonly caseFacts: Answers;
  /** A longer limit that is taken deliberately (WQ-10.1f), with the reason; null: none. */
  readonly chosen: { readonly clause: ClauseId; readonly reason: string } | null;
}

/** A question of the screens that ask for a meeting. */
export interface MeetingQuestion extends Question {
  /** A clock counts from it. These come first; left unanswered the clock counts from the asking. */
  readonly counts: boolean;
  /** A fact of the case, asked because the caseload does not say it. */
  readonly ofCase: boolean;
  /** The clauses that look at it. */
  readonly clauses: readonly ClauseId[];
}

export interface ArrangedDeadline {
  readonly clause: ClauseId;
  readonly policy: PolicyId;
  readonly title: string;
  readonly words: string;
  readonly houseRule: string | null;
  /** What it counts from: the fact, or null where nobody gave one and it counts from the asking. */
  readonly counted: { readonly from: string | null; readonly at: Instant };
  /** Null: no limit stated. */
  readonly dueAt: Instant | null;
  readonly chosen: { readonly reason: string } | null;
}

/** An agency that is asked to come. */
export interface ArrangedAgency {
  readonly agency: string;
  /** "Police" */
  readonly title: string;
  /** The clauses that invite it. */
  readonly clauses: readonly ClauseId[];
  /** Without it this is not the meeting that these clauses ask for; empty: asked, not indispensable. */
  readonly quorum: readonly ClauseId[];
  /** It is the council's own service: whoever of ours comes, comes for it, and nobody outside is asked. */
  readonly ours: boolean;
}

/** One meeting that has to be held. A complex case calls for two (PS-01, PS-09). */
export interface ArrangedMeeting {
  /** The happening that holding it is: strategy-discussion-held. */
  readonly of: string;
  /** "A strategy discussion was held" */
  readonly title: string;
  /** The happening that its record is, once it is circulated; null: no clause asks for one. */
  readonly recordedBy: string | null;
  /** Earliest first, no limit last. */
  readonly deadlines: readonly ArrangedDeadline[];
  /** The earliest of them, which runs; null when none states a limit. */
  readonly runs: ArrangedDeadline | null;
  /** Posts of which any may chair, and the clauses that say so; no posts where none does. */
  readonly chair: { readonly posts: readonly Post[]; readonly clauses: readonly ClauseId[] };
  /** In the order of the clauses. */
  readonly agencies: readonly ArrangedAgency[];
  readonly form: { readonly form: MeetingForm; readonly clause: ClauseId } | null;
  readonly withoutMeeting: { readonly clause: ClauseId; readonly posts: readonly Post[] } | null;
  readonly agenda: readonly string[];
  /** Questions to whoever arranges it (WQ-10.5, 10.6); the answers become points of the arrangements. */
  readonly asks: readonly { readonly clause: ClauseId; readonly question: string }[];
}

export interface Arrangement {
  /** The one with the earliest deadline first. */
  readonly meetings: readonly ArrangedMeeting[];
  /** Longer limits that might be taken here, by name and with a reason (WQ-10.1f), and what each would take the place of. */
  readonly choices: readonly {
    readonly clause: ClauseId;
    readonly title: string;
    readonly words: string;
    readonly houseRule: string | null;
    readonly dueAt: Instant | null;
    readonly insteadOf: readonly ClauseId[];
  }[];
}

/** Somebody who is asked to come, as far as a search for times needs it. */
export interface Guest {
  /** A person's id, or an agency's work email. */
  readonly id: string;
  /** Without whom no time is offered: the chair. */
  readonly must: boolean;
  /** 0 comes first: an agency that must come; 1: any other agency; 2: one of ours. */
  readonly rank: 0 | 1 | 2;
  /** Null: nobody can read a diary of theirs, so they are asked and never assumed. Otherwise ascending and half-open. */
  readonly busy: readonly (Slot & { readonly kind: "busy" | "tentative" | "away" })[] | null;
  /** What they answered to other times. */
  readonly said: readonly { readonly slot: Slot; readonly reply: AttendeeReply }[];
}

/** Whether somebody can come at a time. ask: nobody knows. */
export const cans = ["yes", "tentative", "ask", "no"] as const;
export type Can = (typeof cans)[number];

/** working: within the hours of one working day. evening: outside them, not at night. night: any other. */
export const hourBands = ["working", "evening", "night"] as const;
export type HourBand = (typeof hourBands)[number];

export interface SlotOffer {
  readonly slot: Slot;
  readonly hours: HourBand;
  /** It ends after the deadline: it needs a reason, and the service manager hears of it. */
  readonly late: boolean;
  /** Shorter than usual. */
  readonly short: boolean;
  /** In the order of the guests. */
  readonly guests: readonly { readonly id: string; readonly can: Can }[];
}

/** What is looked for. */
export interface SlotAsk {
  readonly guests: readonly Guest[];
  /** By when it has to be over; null: no limit stated. */
  readonly dueAt: Instant | null;
  /** The time that stands now and is to be changed: what diaries call busy exactly then is this meeting itself. */
  readonly now: Slot | null;
}

export type SlotSearch =
  /** Best first, all within the deadline, none overlapping a better one while others are left. */
  | { readonly outcome: "in-time"; readonly offers: readonly SlotOffer[] }
  /**
   * None fits in time; the earliest comes first. `why`: the deadline has passed, notice and length leave no room before it,
   * or the chair has none.
   */
  | { readonly outcome: "late"; readonly why: WhyLate; readonly offers: readonly SlotOffer[] }
  /** Not even late, within the days that are looked at: the chair is never free, and somebody else has to chair. */
  | { readonly outcome: "none" };
export type WhyLate = "passed" | "notice" | "chair";
