import type { ClauseId } from "../ids.ts";
import type { Instant, LondonDate } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { CaseAction, CaseState } from "./permissions.ts";
import type { CaseStep } from "./work.ts";

export const dutyStatesShown = ["overdue", "today", "soon", "later"] as const;

/** One duty as a person reads it. Case reference only. */
export interface DutyView {
  readonly id: string;
  /** Null for a duty of a post. */
  readonly caseRef: string | null;
  /** "Supervision of the case" */
  readonly title: string;
  readonly clause: ClauseId;
  /** The official words. */
  readonly words: string;
  readonly houseRule: string | null;
  /** Name of the worker it is about; null when unallocated. */
  readonly worker: string | null;
  /** Names of those who owe it now. */
  readonly owners: readonly string[];
  /** Null: no limit stated. */
  readonly dueAt: Instant | null;
  readonly state: (typeof dutyStatesShown)[number];
  /** "11 days late", "due today by 5pm", "due Thursday 3 December". */
  readonly timing: string;
  readonly lastDone: LondonDate | null;
  /** On a child protection plan: a breach interrupts. */
  readonly urgent: boolean;
  /** "second visit"; null where there is one clock only. */
  readonly stage: string | null;
  /** The last snooze, move, hand-over or escalation, in a sentence; null for none. */
  readonly note: string | null;
  /** The happening that meets it; `records`: it needs a record with headings. Null when nothing does. */
  readonly meets: { readonly happening: string; readonly title: string; readonly records: boolean } | null;
  /** The words of a report that it calls for, by reference (W-N2K-10); null or left out: none. */
  readonly reports?: string | null;
  /** What this viewer may do about it now. */
  readonly may: readonly CaseAction[];
}

/** A duty that something started or ended, in a line. */
export interface DutyChange {
  readonly clause: ClauseId;
  readonly title: string;
  /** "due Tuesday 1 December by 5pm"; for one that ended "3 days before it was due". */
  readonly timing: string;
}

/** A question of a happening, with what was typed. */
export interface HappeningQuestion {
  readonly name: string;
  readonly asks: string;
  readonly hint: string | null;
  /** Empty: it is typed. */
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly value: string;
}

/** Something that happened on a case, before it is said and after. */
export interface HappeningView {
  /** As typed; empty while it has to be asked. */
  readonly caseRef: string;
  readonly happening: string;
  /** "The case was transferred to the team" */
  readonly title: string;
  /** When, as typed; empty means now. */
  readonly when: string;
  /** When, as it was understood; null until it is kept. */
  readonly on: string | null;
  readonly questions: readonly HappeningQuestion[];
  /** Both empty until it is kept. */
  readonly started: readonly DutyChange[];
  readonly ended: readonly DutyChange[];
  /** A report that it calls for (W-N2K-19): what to write in it, by reference. Null: none. */
  readonly report: string | null;
}

/** Moving a duty to another date, and what its record must say (MO-T05). */
export interface MoveFormView {
  readonly duty: DutyView;
  /** The clause that asks for the record, with its official words; null: no record is asked for. */
  readonly rule: { readonly clause: ClauseId; readonly words: string } | null;
  readonly headings: readonly { readonly id: string; readonly title: string; readonly hint: string | null }[];
  /** What was typed before and not taken, by input name: `moveTo` and the headings. */
  readonly typed: Readonly<Record<string, string>>;
  /** Duties of the same worker's other children that the same meeting is for. */
  readonly others: readonly { readonly duty: string; readonly caseRef: string }[];
}

/** One morning's digest, or the answer to "due": a page of it. */
export interface DigestView {
  readonly id: string;
  readonly person: PersonId;
  /** Name of whose it is when it is not the viewer's own; null for their own. */
  readonly whose: string | null;
  readonly on: LondonDate;
  readonly counts: { readonly overdue: number; readonly today: number; readonly soon: number };
  /** Worst first, this page only. */
  readonly duties: readonly DutyView[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  /** Gaps that a person must mend: a case without a worker, a worker without a manager. Full sentences. */
  readonly gaps: readonly string[];
}

/** A written record as it is read again, and as text to paste into the case system (MO-02). */
export interface RecordView {
  readonly id: string;
  readonly caseRef: string;
  /** "Supervision", "Management oversight: after a transfer (MO-T01)". */
  readonly title: string;
  readonly on: LondonDate;
  readonly by: string;
  readonly headings: readonly { readonly title: string; readonly under: string | null; readonly text: string }[];
  readonly actions: readonly (CaseStep & { readonly done: boolean; readonly carried: boolean })[];
  /** When it was said to be in the case system; null: not yet. */
  readonly confirmedAt: Instant | null;
  /** Whether this viewer may say so, and that an action is done. */
  readonly mayConfirm: boolean;
  readonly paste: string;
}

/** The form of one record before it is saved. */
export interface RecordFormView {
  readonly caseRef: string;
  readonly duty: string | null;
  readonly happening: string;
  readonly sitting: string | null;
  /** "Record a supervision". */
  readonly title: string;
  readonly worker: string | null;
  /** Official words of the rules that it is checked against, by clause. */
  readonly rules: readonly { readonly clause: ClauseId; readonly words: string }[];
  /** Clauses that may have called for it; empty when there is nothing to choose. */
  readonly circumstances: readonly { readonly clause: ClauseId; readonly title: string; readonly due: boolean }[];
  readonly circumstance: ClauseId | null;
  readonly headings: readonly {
    readonly id: string;
    readonly title: string;
    readonly under: string | null;
    readonly hint: string | null;
    readonly optional: boolean;
  }[];
  /** How many actions can be written. */
  readonly actionRows: number;
  /** Actions of earlier records that are still open (MO-T12). */
  readonly open: readonly CaseStep[];
  /** The same worker's other children for whom this is owed too, for one sitting. */
  readonly others: readonly { readonly caseRef: string; readonly timing: string }[];
  /** Which of the sitting's children this is, from 1; null for a single record. */
  readonly place: { readonly nth: number; readonly of: number } | null;
  /** What was typed before and not taken, by input name. */
  readonly typed: Readonly<Record<string, string>>;
  /** Why it was not taken, by input name; "" for what belongs to no single input. */
  readonly refusals: Readonly<Record<string, string>>;
}

/** A case as one person may see it: what is due on it and what was written. */
export interface CaseView {
  readonly ref: string;
  readonly state: CaseState;
  readonly worker: string | null;
  readonly duties: readonly DutyView[];
  readonly records: readonly RecordView[];
  /** Actions still open, of all records, oldest first. */
  readonly steps: readonly CaseStep[];
  /** Records that this viewer may write on it, whether or not they are due: "Supervision". */
  readonly writes: readonly { readonly happening: string; readonly title: string }[];
  readonly may: readonly CaseAction[];
}
