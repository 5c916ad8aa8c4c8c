import type { Draft } from "../domain/draft.ts";
import type { Instant } from "../domain/instants.ts";
import type { Slot } from "../domain/meeting/facts.ts";
import type { MeetingView } from "../domain/meeting/view.ts";
import type { Person, PersonId } from "../domain/people.ts";
import type { Question } from "../domain/vocabulary.ts";
import type { MeetingForms, MeetingOffers, MeetingRow } from "../domain/meeting/shown.ts";

/** What comes of a person's doing something to a meeting. */
export type MeetingAnswer =
  | { readonly outcome: "done"; readonly view: MeetingView }
  /** Somebody had done it before: `why` says who and when. */
  | { readonly outcome: "late"; readonly why: string; readonly view: MeetingView }
  /** The input is at fault: nothing was changed, and what was typed is to be shown again. */
  | { readonly outcome: "unclear"; readonly why: string; readonly view: MeetingView }
  | { readonly outcome: "refused"; readonly why: string };

/** Times that are offered, with the meeting they are for. */
export type OffersAnswer =
  { readonly outcome: "done"; readonly offers: MeetingOffers } | { readonly outcome: "refused"; readonly why: string };

/** The form of a record, with what was written so far. */
export type RecordAnswer =
  | { readonly outcome: "done"; readonly form: MeetingForms }
  /** It is not taken; what was typed comes back, with why beside it. */
  | { readonly outcome: "unclear"; readonly why: string; readonly form: MeetingForms }
  | { readonly outcome: "refused"; readonly why: string };

/** A meeting for each that the answers call for: a complex case has two (PS-01, PS-09). */
export type AskedFor =
  | { readonly outcome: "done"; readonly meetings: readonly MeetingView[] }
  | { readonly outcome: "unclear"; readonly why: string };

/** What the screens need to know of the rules while a meeting is asked for. Pure; for one draft's case. */
export interface MeetingGuide {
  needs(): readonly { readonly need: string; readonly title: string }[];
  questions(draft: Draft, asOf: Instant): readonly (Question & { readonly counts: boolean })[];
  /** Longer limits that might be chosen, in words (WQ-10.1f). */
  longer(draft: Draft, asOf: Instant): readonly { readonly clause: string; readonly label: string }[];
  /** Agencies outside the council that are asked to come, and whom to ask there. */
  agencies(
    draft: Draft,
    asOf: Instant,
  ): readonly {
    readonly agency: string;
    readonly label: string;
    readonly contacts: readonly { readonly value: string; readonly label: string }[];
  }[];
  /** Questions about the arrangements (WQ-10.5, WQ-10.6). */
  asks(draft: Draft, asOf: Instant): readonly { readonly clause: string; readonly question: string }[];
  /** What the answers come to, a line each. */
  summary(draft: Draft, asOf: Instant): readonly string[];
  people(): readonly Person[];
}

/** What somebody wants of a meeting; texts as typed. */
export type MeetingWish =
  | { readonly do: "time"; readonly slot: Slot; readonly reason: string }
  /** "tomorrow 2pm". */
  | { readonly do: "when"; readonly when: string; readonly reason: string }
  | { readonly do: "cancel" | "cannotCome" | "telephone" | "authorise" | "refuse"; readonly reason: string }
  /** By name, or by work email. */
  | { readonly do: "chair"; readonly to: string; readonly reason: string }
  /** Names or work emails of ours, agencies' contacts by email; and keys of those taken off. */
  | { readonly do: "people"; readonly add: string; readonly remove: readonly string[] }
  | { readonly do: "circulate" };

/** What was typed into the form of a record, by input. */
export type MeetingTyped = Readonly<Record<string, string>>;

/** The use cases of "meet" as the doors call them. All that write reject with `NotDurable` when nothing could be saved. */
export interface MeetingDoor {
  /** Words that ask for a meeting: the case they name, or null for none; null when they ask for none. */
  heard(text: string): { readonly caseRef: string | null } | null;
  guide(draft: Pick<Draft, "caseRef">, by: PersonId): Promise<MeetingGuide>;
  /** Makes what was asked for, once per draft. */
  ask(draft: Draft, by: PersonId): Promise<AskedFor>;
  /** By id or by reference. */
  open(id: string, by: PersonId): Promise<MeetingAnswer>;
  /** Those that this person takes part in, the soonest first; over ones last. */
  mine(by: PersonId): Promise<readonly MeetingRow[]>;
  /** Times within the deadline from the diaries that can be read; none of these: the earliest late ones. */
  offers(id: string, by: PersonId): Promise<OffersAnswer>;
  act(id: string, by: PersonId, wish: MeetingWish): Promise<MeetingAnswer>;
  /** The form of the record. `part` from 1. */
  form(id: string, by: PersonId, part: number): Promise<RecordAnswer>;
  /** Keeps one part of the record as far as it goes, and shows the part that `then` names; null completes the record. */
  write(id: string, by: PersonId, part: number, typed: MeetingTyped, then: number | null): Promise<RecordAnswer>;
}
