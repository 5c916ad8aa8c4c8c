import type { LeftDecision } from "../domain/case/facts.ts";
import type {
  CaseView,
  DigestView,
  DutyView,
  HappeningView,
  MoveFormView,
  RecordFormView,
  RecordView,
} from "../domain/case/view.ts";
import type { ClauseId } from "../domain/ids.ts";
import type { PersonId } from "../domain/people.ts";
import type { SummaryView } from "../domain/remind/summary-view.ts";

/** What a person gets back for acting on a duty, a record or a case. */
export type Acted<T> =
  | { readonly outcome: "done"; readonly view: T }
  /** It was done, or had ended, before: `why` says how. Nothing was changed. */
  | { readonly outcome: "late"; readonly why: string; readonly view: T }
  /** The input is at fault: nothing was changed, what was typed is to be shown again. */
  | { readonly outcome: "unclear"; readonly why: string; readonly view: T }
  /** Not for this person, or there is no such thing: the same sentence for both. */
  | { readonly outcome: "refused"; readonly why: string };

/**
 * Which list a row stands in, so that "Back to the list" finds it again: "mine", "team", "case:AMB-1042", or the id of a
 * morning's digest ("2026-12-01:ana@…"). It is no right: what is in a list is worked out for whoever asks.
 */
export type ListId = string;

/** What is due. Reads only; everything is derived when it is asked for. */
export interface DueDoor {
  /** One page (from 1) of a list. A page beyond the last is the last. */
  list(list: ListId, page: number, by: PersonId): Promise<Acted<DigestView>>;
  case(ref: string, by: PersonId): Promise<Acted<CaseView>>;
  /** `late`: it is met, and `why` says so; the view is as it was last known, or it is refused when nothing is known of it. */
  open(duty: string, by: PersonId): Promise<Acted<DutyView>>;
}

/** How the week began, for those who lead. Reads only. */
export interface SummaryDoor {
  /** The last summary that was made, of the teams that this person answers for. */
  latest(by: PersonId): Promise<Acted<SummaryView>>;
}

/** Which record is to be written. */
export interface RecordAsked {
  readonly caseRef: string;
  /** The duty that it meets; null for one that nothing calls for. */
  readonly duty: string | null;
  /** Of the vocabulary: "supervision-held". Null: what meets the duty. */
  readonly happening: string | null;
  /** The clause of the circumstance (MO-T05), or null. */
  readonly circumstance: ClauseId | null;
  /** One sitting over several children: the same for all its records; null for a single one. */
  readonly sitting: string | null;
}

/** What the form sent: inputs by name, as typed. */
export type RecordTyped = Readonly<Record<string, string>>;

export type RecordSaved =
  /** `next`: the form of the next child of the sitting, or null. */
  | { readonly outcome: "done"; readonly view: RecordView; readonly next: RecordAsked | null }
  /** The same text was saved before: nothing was written. */
  | { readonly outcome: "late"; readonly why: string; readonly view: RecordView; readonly next: RecordAsked | null }
  | { readonly outcome: "unclear"; readonly why: string; readonly view: RecordFormView }
  | { readonly outcome: "refused"; readonly why: string };

/** A form; or the record that is there already and only waits to be in the case system (PS-14). */
export type RecordOpened =
  Acted<RecordFormView> | { readonly outcome: "written"; readonly why: string; readonly view: RecordView };

/** Records of supervision and of management oversight. Those that write reject with `NotDurable` when nothing could be saved. */
export interface RecordDoor {
  form(asked: RecordAsked, by: PersonId): Promise<RecordOpened>;
  /** The same text sent twice is one record. What is not taken is kept, and comes back when the form is opened again. */
  save(asked: RecordAsked, typed: RecordTyped, by: PersonId): Promise<RecordSaved>;
  read(caseRef: string, record: string, by: PersonId): Promise<Acted<RecordView>>;
  /** "Recorded in the case system" (MO-02, PS-14). */
  confirm(caseRef: string, record: string, by: PersonId): Promise<Acted<RecordView>>;
  /** An action of a record is done. */
  stepDone(caseRef: string, step: string, by: PersonId): Promise<Acted<RecordView>>;
  /** "supervision AMB-1042" in chat; the reference is empty when none was typed. Null when the words ask for no record. */
  heard(text: string): RecordAsked | null;
  /** The sitting that this person left unfinished, and the form that comes next in it; null: none. */
  unfinished(by: PersonId): Promise<RecordAsked | null>;
}

/** What somebody typed in chat about something that happened on a case. */
export interface HeardHappening {
  /** Null: no reference was typed, and it has to be asked. */
  readonly caseRef: string | null;
  /** Of the vocabulary; several when the words can mean several. `records`: it is said by writing a record. */
  readonly happenings: readonly { readonly id: string; readonly title: string; readonly records: boolean }[];
  /** What else was typed, which may be when. */
  readonly when: string;
  /** Answers to the happening's own questions that the words already give: to whom it was reallocated. */
  readonly typed: RecordTyped;
}

/** Not today, not mine, less often, done, and what happened. All that write reject with `NotDurable` when nothing could be saved. */
export interface ChoiceDoor {
  /** `until` as typed. */
  snooze(duty: string, by: PersonId, until: string, reason: string): Promise<Acted<DutyView>>;
  /** What moving a duty asks for. */
  moving(duty: string, by: PersonId, typed: RecordTyped): Promise<Acted<MoveFormView>>;
  /** MO-T05: `moveTo` as typed, and what the oversight record of this child says. Inputs by name. */
  move(duty: string, by: PersonId, typed: RecordTyped): Promise<Acted<MoveFormView>>;
  /** `to`: a name or an address, as typed. */
  give(duty: string, by: PersonId, to: string, reason: string): Promise<Acted<DutyView>>;
  /** `given`: the id of the hand-over. A null view: they may see that one duty on the case and no more. */
  take(caseRef: string, given: string, by: PersonId): Promise<Acted<CaseView | null>>;
  handBack(caseRef: string, given: string, by: PersonId, reason: string): Promise<Acted<CaseView | null>>;
  /** MO-T11: numbers and dates as typed. */
  lessen(duty: string, by: PersonId, everyWeeks: string, until: string, reason: string): Promise<Acted<DutyView>>;
  approve(caseRef: string, asked: string, by: PersonId): Promise<Acted<CaseView | null>>;
  refuse(caseRef: string, asked: string, by: PersonId, reason: string): Promise<Acted<CaseView | null>>;
  /** Says that a duty without a record was done. `when` as typed; empty means now. Duties of posts too. */
  complete(duty: string, by: PersonId, when: string): Promise<Acted<DutyView>>;
  /** Null when the words say nothing of the kind. */
  heard(by: PersonId, text: string): Promise<HeardHappening | null>;
  /** What saying it asks for. An empty reference is asked for first. */
  asking(
    caseRef: string,
    by: PersonId,
    happening: string,
    when: string,
    facts: RecordTyped,
  ): Promise<Acted<HappeningView>>;
  /** `when` as typed; empty means now. `facts`: the happening's own questions, as typed. The same again changes nothing. */
  say(
    caseRef: string,
    by: PersonId,
    happening: string,
    when: string,
    facts: RecordTyped,
  ): Promise<Acted<HappeningView>>;
  settle(caseRef: string, by: PersonId, decision: LeftDecision): Promise<Acted<CaseView | null>>;
}
