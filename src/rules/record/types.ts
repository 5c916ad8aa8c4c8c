import type { Vocabulary } from "../../domain/vocabulary.ts";
import type { LondonDate } from "../../domain/instants.ts";
import type { ClauseId } from "../../domain/ids.ts";
import type { Calendar } from "../../time/calendar.ts";
import type { Clause } from "../policy/clause.ts";

/** Anything that holds clauses, words and a calendar: a rulebook. */
export interface RecordRules {
  readonly clauses: readonly Clause[];
  readonly vocabulary: Vocabulary;
  readonly calendar: Calendar;
}

/** A heading as a record of this case needs it. */
export interface Heading {
  /** Unique within the form. */
  readonly id: string;
  readonly title: string;
  /** The heading under which it stands: "Discussion". */
  readonly under: string | null;
  readonly hint: string | null;
  readonly optional: boolean;
  /** It opens with the actions that are still open from earlier records (MO-T12). */
  readonly carries: boolean;
  /** The clause that asks for it. */
  readonly clause: ClauseId;
}

/** What somebody may choose as the reason for a record beside the routine one (MO-T01 to T20). */
export interface Circumstance {
  readonly clause: ClauseId;
  readonly title: string;
  /** The happening that a record for it is: never the routine one, so that a routine clock does not start anew (MO-F1). */
  readonly happening: string;
}

/** What a record of one happening needs on one case. */
export interface RecordForm {
  readonly happening: string;
  /** "Supervision". */
  readonly title: string;
  readonly headings: readonly Heading[];
  /** The clause that asks for actions, each with what, who and by when; null when none does. */
  readonly actions: ClauseId | null;
  /** Wordings that are no timescale, with the clause that says so (MO-03). */
  readonly noTimescales: readonly { readonly wording: string; readonly clause: ClauseId }[];
  /** Official words of the clauses that it is checked against. */
  readonly rules: readonly { readonly clause: ClauseId; readonly words: string }[];
  /** The happening that it is to say that the record is in the case system (PS-14); null: none. */
  readonly confirmedBy: string | null;
}

export interface WrittenAction {
  readonly what: string;
  readonly who: string;
  /** As typed. */
  readonly by: string;
}

/** A record as somebody wrote it. */
export interface Written {
  /** By heading id. */
  readonly headings: Readonly<Record<string, string>>;
  /** In their rows; a row left empty is not written. */
  readonly actions: readonly WrittenAction[];
  /** Actions of earlier records that stay open beside these. */
  readonly carried: number;
}

/** Why something in a record is not taken: a full sentence that says what to do, and the clause that asks it. */
export interface Refusal {
  /** A heading's id, an action's row (from 1) with the part at fault, or the actions as a whole. */
  readonly at:
    | { readonly heading: string }
    | { readonly action: number; readonly part: "what" | "who" | "by" }
    | { readonly actions: true };
  readonly why: string;
  readonly clause: ClauseId | null;
}

export type Checked =
  | {
      readonly outcome: "taken";
      readonly headings: Readonly<Record<string, string>>;
      readonly actions: readonly { readonly what: string; readonly who: string; readonly by: LondonDate }[];
    }
  | { readonly outcome: "refused"; readonly refusals: readonly Refusal[] };
