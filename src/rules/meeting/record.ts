import type { Instant } from "../../domain/instants.ts";
import type { Answers } from "../../domain/report/facts.ts";
import { checkRecord } from "../record/check.ts";
import { recordForm } from "../record/form.ts";
import type { RecordForm, Refusal, Written } from "../record/types.ts";
import type { Rulebook } from "../rulebook.ts";
import { recordOfMeeting } from "./deadlines.ts";

/** What the record of a kind of meeting must hold (WQ-10.3, 10.4, 10.5, 10.6, 10.7, PS-06); null: no clause asks for one. */
export const meetingRecordForm = (
  rulebook: Rulebook,
  of: string,
  caseFacts: Answers,
  asOf: Instant,
): RecordForm | null => {
  const happening = recordOfMeeting(rulebook, of, asOf);
  return happening === null ? null : recordForm(rulebook, happening, caseFacts, asOf);
};

/** A meeting's record as the chair wrote it. */
export interface MeetingWritten extends Pick<Written, "headings" | "actions"> {
  readonly attended: readonly string[];
  /** Null: not decided. */
  readonly section47: boolean | null;
}

/** Where something is wanting: as in any record, or in what every meeting's record says beside its headings. */
export type MeetingRefusal =
  Refusal | (Omit<Refusal, "at"> & { readonly at: { readonly part: "attended" | "section47" } });

export type MeetingChecked =
  | {
      readonly outcome: "taken";
      readonly headings: Readonly<Record<string, string>>;
      /** `by`: a London date. */
      readonly actions: readonly { readonly what: string; readonly who: string; readonly by: string }[];
      readonly attended: readonly string[];
      readonly section47: boolean;
    }
  | { readonly outcome: "refused"; readonly refusals: readonly MeetingRefusal[] };

/** Checks a complete record; everything that is wanting at once. What is saved half way is not checked. Pure. */
export const checkMeetingRecord = (
  form: RecordForm,
  written: MeetingWritten,
  asOf: Instant,
  { calendar }: Pick<Rulebook, "calendar">,
): MeetingChecked => {
  const checked = checkRecord(form, { ...written, carried: 0 }, asOf, calendar);
  const attended = written.attended.map((each) => each.trim()).filter((each) => each !== "");
  const { section47 } = written;
  const refusals: readonly MeetingRefusal[] = [
    ...(checked.outcome === "refused" ? checked.refusals : []),
    ...(attended.length > 0 ? [] : [wanting("attended", "Name who was there.")]),
    ...(section47 !== null ? [] : [wanting("section47", "Say whether section 47 enquiries start.")]),
  ];
  return checked.outcome === "refused" || section47 === null || refusals.length > 0
    ? { outcome: "refused", refusals }
    : { ...checked, attended, section47 };
};

const wanting = (part: "attended" | "section47", why: string): MeetingRefusal => ({ at: { part }, why, clause: null });
