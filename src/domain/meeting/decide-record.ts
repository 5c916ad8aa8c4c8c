import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import { facts, unclear, type MeetingDecision } from "./decision.ts";
import type { MeetingRecord, Slot } from "./facts.ts";
import type { Meeting } from "./state.ts";

/** After the meeting. What the record must hold is checked by the rules before (`checkMeetingRecord`). */
export type RecordCommand = { readonly by: PersonId } & (
  | { readonly do: "held"; readonly held: Slot }
  /** As far as it goes. */
  | { readonly do: "save"; readonly record: MeetingRecord }
  | { readonly do: "record"; readonly record: MeetingRecord; readonly held: Slot }
  /** Everybody who has it, by key or name as `attended` has them. */
  | { readonly do: "circulate"; readonly to: readonly string[] }
);

const dayMs = 24 * 60 * 60_000;

/** It may have been held before somebody asked for it here, but not weeks before: that is a date typed wrong. */
const notHeld = ({ at: askedAt }: Meeting, held: Slot, at: Instant): string | null => {
  if (held.to <= held.from) return "It ends before it begins. When did it begin, and when did it end?";
  if (held.from < askedAt - 7 * dayMs || held.to - held.from > dayMs)
    return "That can't be when it was held. Check the date and the times.";
  return held.to > at ? "It isn't over yet. Come back when it has ended." : null;
};

const save = (meeting: Meeting, by: PersonId, record: MeetingRecord, at: Instant): MeetingDecision => {
  if (meeting.recorded !== null)
    return unclear("This record is complete. Change what you need to, then complete it again.");
  if (meeting.held === null && (meeting.timed === null || at < meeting.timed.slot.from))
    return unclear("This meeting hasn't begun. Its record can be written from then on.");
  return facts({ kind: "drafted", at, by, ...record });
};

/** Enquiries that a complete record started have started their clocks: they are not taken back here. */
const takesBack = ({ recorded }: Meeting, { section47 }: MeetingRecord): boolean =>
  recorded?.section47 === true && section47 === false;

const complete = (
  meeting: Meeting,
  command: Extract<RecordCommand, { do: "record" }>,
  at: Instant,
): MeetingDecision => {
  const { by, record, held } = command;
  const { section47 } = record;
  const wrong = notHeld(meeting, held, at);
  if (wrong !== null) return unclear(wrong);
  if (section47 === null) return unclear("Do section 47 enquiries start? Say yes or no, then complete the record.");
  if (record.attended.length === 0)
    return unclear("Who was there? Name at least one person, then complete the record.");
  if (takesBack(meeting, record))
    return unclear("This record has started section 47 enquiries. Close them on the case instead of changing it here.");
  return facts({ kind: "recorded", at, by, ...record, section47, held });
};

const circulate = ({ recorded }: Meeting, by: PersonId, to: readonly string[], at: Instant): MeetingDecision => {
  const missing = recorded?.attended.filter((each) => !to.includes(each)) ?? [];
  return missing.length > 0
    ? unclear(`It goes to all parties. These were there and don't have it yet: ${missing.join(", ")}.`)
    : facts({ kind: "circulated", at, by, to: [...to] });
};

export const onRecord = (meeting: Meeting, command: RecordCommand, at: Instant): MeetingDecision => {
  switch (command.do) {
    case "held": {
      const wrong = notHeld(meeting, command.held, at);
      return wrong === null ? facts({ kind: "held", at, by: command.by, held: command.held }) : unclear(wrong);
    }
    case "save":
      return save(meeting, command.by, command.record, at);
    case "record":
      return complete(meeting, command, at);
    case "circulate":
      return circulate(meeting, command.by, command.to, at);
  }
};
