import type { Instant } from "../instants.ts";
import type { Slot } from "./facts.ts";
import type { MeetingState } from "./state.ts";
import type { MeetingView } from "./view.ts";

/** A time that is offered. */
export interface OfferView {
  readonly slot: Slot;
  readonly hours: "working" | "evening" | "night";
  /** It ends after the deadline. */
  readonly late: boolean;
  /** Shorter than usual. */
  readonly short: boolean;
  /** Whose diary is free, not free, or not known: names. */
  readonly free: readonly string[];
  readonly busy: readonly string[];
  readonly ask: readonly string[];
}

/** The times that are offered for one meeting. `why`: why none of them is in time; null when they are. */
export interface MeetingOffers {
  readonly meeting: MeetingView;
  readonly why: string | null;
  readonly offers: readonly OfferView[];
}

/** One line of somebody's list. */
export interface MeetingRow {
  readonly id: string;
  readonly ref: string;
  readonly caseRef: string;
  readonly title: string;
  readonly state: MeetingState;
  readonly from: Instant | null;
  readonly dueAt: Instant | null;
}

/** One heading of a record. */
export interface MeetingHeadingView {
  readonly name: string;
  readonly title: string;
  readonly under: string | null;
  readonly clause: string;
  readonly optional: boolean;
  readonly value: string;
  readonly refusal: string | null;
}

/** One part of the form of a record: few enough questions for one card. */
export interface MeetingForms {
  readonly meeting: MeetingView;
  readonly part: number;
  readonly parts: number;
  readonly headings: readonly MeetingHeadingView[];
  /** Only on the last part. */
  readonly last: {
    /** Who may have been there: a value and a name each. */
    readonly people: readonly { readonly value: string; readonly name: string }[];
    readonly attended: readonly string[];
    readonly others: string;
    readonly section47: boolean | null;
    readonly actions: readonly { readonly what: string; readonly who: string; readonly by: string }[];
    readonly refusals: Readonly<Record<string, string>>;
  } | null;
  /** How many things of other parts are wanting, in a sentence each. */
  readonly wanting: readonly string[];
}
