import type { ClauseId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Attendee } from "../../domain/meeting/facts.ts";
import { keyOf, liveCall, standingOf } from "../../domain/meeting/meeting.ts";
import { mayMeet, meetingActions, type MeetingRole } from "../../domain/meeting/permissions.ts";
import type { Meeting } from "../../domain/meeting/state.ts";
import type { AttendeeView, MeetingDeadlineView, MeetingFormView, MeetingView } from "../../domain/meeting/view.ts";
import type { PersonId } from "../../domain/people.ts";
import { recordDueAt } from "../../rules/meeting/deadlines.ts";
import { meetingRecordForm } from "../../rules/meeting/record.ts";
import { clause as clauseOf } from "../../rules/rulebook.ts";
import { OutsideCalendar } from "../../time/calendar.ts";
import { inWords } from "../../time/say.ts";
import { postTitle } from "../report/resolve.ts";
import type { MeetDeps } from "./deps.ts";

type World = Pick<MeetDeps, "rulebook" | "directory" | "council">;

export const nameOf = ({ directory }: Pick<World, "directory">, id: PersonId): string =>
  directory.person(id)?.name ?? id;

const deadlines = ({ rulebook }: World, meeting: Meeting): readonly MeetingDeadlineView[] => {
  const sorted = meeting.deadlines.toSorted(
    (a, b) => (a.dueAt ?? Number.MAX_SAFE_INTEGER) - (b.dueAt ?? Number.MAX_SAFE_INTEGER),
  );
  return sorted.map((deadline, index) => {
    const found = clauseOf(rulebook, deadline.clause, meeting.at);
    return {
      ...deadline,
      title: found?.title ?? deadline.clause,
      words: found?.words ?? "",
      houseRule: found?.houseRule ?? null,
      runs: index === 0 && deadline.dueAt !== null,
    };
  });
};

const attendeeView = (world: World, meeting: Meeting, attendee: Attendee, chairs: boolean): AttendeeView => {
  const absent = meeting.cannotCome.find(({ by }) => attendee.kind === "person" && by === attendee.id);
  return {
    attendee,
    name: attendee.kind === "person" ? nameOf(world, attendee.id) : attendee.name,
    agency: attendee.kind === "person" ? null : agencyTitle(world, attendee.agency),
    chairs,
    reply: meeting.replies.get(keyOf(attendee))?.reply ?? null,
    cannotCome: absent?.reason ?? null,
  };
};

export const agencyTitle = ({ rulebook }: Pick<World, "rulebook">, agency: string): string =>
  rulebook.agencies[agency] ?? agency;

/** The chair first, then the agencies, then our own people. */
const attendees = (world: World, meeting: Meeting): readonly AttendeeView[] => {
  const others = meeting.attendees.filter((each) => keyOf(each) !== meeting.chair);
  const of = (kind: Attendee["kind"]) =>
    others.filter((each) => each.kind === kind).map((each) => attendeeView(world, meeting, each, false));
  return [attendeeView(world, meeting, { kind: "person", id: meeting.chair }, true), ...of("agency"), ...of("person")];
};

const telephoneView = (world: World, { telephone, withoutMeeting }: Meeting): MeetingFormView | null => {
  if (telephone === null || withoutMeeting === null) return null;
  const { answer, reason, by } = telephone;
  const state = answer === null ? "asked" : answer.kind === "telephoneAuthorised" ? "authorised" : "refused";
  return {
    ...{ form: "telephone", state, reason, by: nameOf(world, by), clause: withoutMeeting.clause },
    answeredBy: answer === null ? null : nameOf(world, answer.by),
    answer: answer?.reason ?? null,
  };
};

const formView = (world: World, meeting: Meeting): MeetingFormView => {
  const telephone = telephoneView(world, meeting);
  if (telephone?.form === "telephone" && telephone.state !== "refused") return telephone;
  if (meeting.timed === null) return { form: "none" };
  const live = liveCall(meeting);
  const joinUrl = live?.joinUrl ?? null;
  if (meeting.unbooked !== null) return { form: "by-hand", joinUrl, why: meeting.unbooked.why };
  return joinUrl !== null && live !== undefined && live.revision >= meeting.revision
    ? { form: "call", joinUrl }
    : { form: "booking", joinUrl };
};

const recordDue = ({ rulebook }: World, meeting: Meeting): Instant | null => {
  const end = meeting.held?.slot.to ?? null;
  return end === null ? null : dueOf(rulebook, meeting.of, end);
};

/** Beyond the calendar no limit is said. */
export const dueOf = (rulebook: World["rulebook"], of: string, end: Instant): Instant | null => {
  try {
    return recordDueAt(rulebook, of, end);
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    return null;
  }
};

const noteOf = (world: World, meeting: Meeting): string | null => {
  const change = meeting.chairs.at(-1);
  const absent = meeting.cannotCome.at(-1);
  const said = [
    change === undefined
      ? null
      : {
          at: change.at,
          text: `${nameOf(world, change.to)} chairs instead of ${nameOf(world, change.from)}: ${change.why}`,
        },
    absent === undefined ? null : { at: absent.at, text: `${nameOf(world, absent.by)} can't come: ${absent.reason}` },
    meeting.times < 2 || meeting.timed === null
      ? null
      : { at: meeting.timed.at, text: `${nameOf(world, meeting.timed.by)} moved it, ${inWords(meeting.timed.at)}.` },
  ].filter((one) => one !== null);
  return said.toSorted((a, b) => b.at - a.at)[0]?.text ?? null;
};

const clausesOf = (required: Meeting["required"][number]): readonly ClauseId[] => required.clauses;

const requiredOf = (world: World, meeting: Meeting): MeetingView["required"] =>
  meeting.required.map((each) => ({
    agency: each.agency,
    title: agencyTitle(world, each.agency),
    clauses: clausesOf(each),
    standing: standingOf(meeting, each.agency),
  }));

const ended = (world: World, { circulated, cancelled, recorded }: Meeting) => ({
  recordedBy: recorded === null ? null : nameOf(world, recorded.by),
  circulated: circulated === null ? null : { at: circulated.at, to: circulated.to },
  cancelled:
    cancelled === null ? null : { by: nameOf(world, cancelled.by), at: cancelled.at, reason: cancelled.reason },
});

/** The record with its headings as people read them. */
const titled = ({ rulebook }: World, { record, of, at }: Meeting): MeetingView["record"] => {
  if (record === null) return null;
  const titles = new Map(meetingRecordForm(rulebook, of, {}, at)?.headings.map(({ id, title }) => [id, title]));
  const headings = Object.entries(record.headings).map(([id, text]) => [titles.get(id) ?? id, text] as const);
  return { ...record, headings: Object.fromEntries(headings) };
};

/** A meeting as somebody with these roles may see it. The record's text only for who may read it, or writes it. */
export const meetingView = (world: World, meeting: Meeting, roles: readonly MeetingRole[]): MeetingView => {
  const may = meetingActions.filter((action) => mayMeet(roles, action, meeting.state));
  const { id, ref, caseRef, state, dueAt, timed, held, chair, chairPost, arrangements } = meeting;
  return {
    ...{ id, ref, caseRef, state, dueAt, arrangements },
    title: titleOf(world, meeting.of),
    askedBy: nameOf(world, meeting.by),
    askedAt: meeting.at,
    deadlines: deadlines(world, meeting),
    slot: timed?.slot ?? null,
    late: timed?.late?.reason ?? null,
    chair: { id: chair, name: nameOf(world, chair), postTitle: postTitle(world, chairPost) },
    attendees: attendees(world, meeting),
    required: requiredOf(world, meeting),
    form: formView(world, meeting),
    held: held?.slot ?? null,
    recordDueAt: recordDue(world, meeting),
    record: may.includes("read") || may.includes("record") ? titled(world, meeting) : null,
    ...ended(world, meeting),
    note: noteOf(world, meeting),
    may,
  };
};

const titles: Readonly<Record<string, string>> = {
  "strategy-discussion-held": "Strategy meeting",
  "complex-strategy-meeting-held": "Complex strategy meeting",
};

/** What the meeting is called: by the happening that holding it is. */
export const titleOf = ({ rulebook }: Pick<World, "rulebook">, of: string): string =>
  titles[of] ?? rulebook.vocabulary.happenings[of]?.title ?? of;
