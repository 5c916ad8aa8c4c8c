import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import { afterCall, isAboutCall, type CallFact } from "./calls.ts";
import type {
  Attendee,
  AttendeeReply,
  MeetingDeadline,
  MeetingFact,
  MeetingFactOf,
  MeetingRecord,
  Slot,
} from "./facts.ts";
import type { Meeting, MeetingState, Standing } from "./state.ts";

/** The earliest of the deadlines; null: none states a limit. */
export const earliestDue = (deadlines: readonly MeetingDeadline[]): Instant | null => {
  const dated = deadlines.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
  return dated.length === 0 ? null : Math.min(...dated);
};

/** It has to be over by its deadline: what is agreed at its end is what protects the child. */
export const isLate = (slot: Slot, dueAt: Instant | null): boolean => dueAt !== null && slot.to > dueAt;

/** An attendee's own key: a person's id, or an agency's work email in lower case, by which calendars name people. */
export const keyOf = (attendee: Attendee): string =>
  attendee.kind === "person" ? attendee.id : attendee.email.toLowerCase();

const begun = (id: string, fact: MeetingFactOf<"asked">): Meeting => ({
  ...fact,
  id,
  state: "asked",
  dueAt: earliestDue(fact.deadlines),
  timed: null,
  times: 0,
  attendees: [],
  telephone: null,
  revision: 0,
  revisedAt: fact.at,
  calls: [],
  unbooked: null,
  replies: new Map(),
  earlier: [],
  cannotCome: [],
  chairs: [],
  told: [],
  held: null,
  record: null,
  recorded: null,
  circulated: null,
  cancelled: null,
});

/** What a calendar's event carries has changed. Before there is a time, no calendar has one. */
const changed = (meeting: Meeting, { at }: MeetingFact): Meeting =>
  meeting.timed === null ? meeting : { ...meeting, revision: meeting.revision + 1, revisedAt: at, unbooked: null };

/** What was answered to the time that stands now. */
const answeredNow = ({ replies, timed }: Meeting): Meeting["earlier"] =>
  timed === null ? [] : [...replies].map(([attendee, { reply }]) => ({ attendee, slot: timed.slot, reply }));

/** Answers to another time, or to another chair's invitation, are no answers to this one; they are kept for the next search. */
const unanswered = (meeting: Meeting): Meeting => ({
  ...meeting,
  earlier: [...meeting.earlier, ...answeredNow(meeting)],
  replies: new Map(),
  cannotCome: [],
});

const isAmong = (attendees: readonly Attendee[], one: Attendee): boolean =>
  attendees.some((each) => keyOf(each) === keyOf(one));

const invited = (meeting: Meeting, fact: MeetingFactOf<"invited">): Meeting => {
  const more = fact.attendees;
  const fresh = more.filter((one, index) => !isAmong([...meeting.attendees, ...more.slice(0, index)], one));
  return fresh.length === 0 ? meeting : changed({ ...meeting, attendees: [...meeting.attendees, ...fresh] }, fact);
};

const uninvited = (meeting: Meeting, fact: MeetingFactOf<"uninvited">): Meeting => {
  const attendees = meeting.attendees.filter((one) => !isAmong(fact.attendees, one));
  return attendees.length === meeting.attendees.length ? meeting : changed({ ...meeting, attendees }, fact);
};

const chairedBy = (meeting: Meeting, fact: MeetingFactOf<"chairChanged">): Meeting =>
  changed(unanswered({ ...meeting, chair: fact.to, chairs: [...meeting.chairs, fact] }), fact);

const replied = (meeting: Meeting, { attendee, reply, at }: MeetingFactOf<"replied">): Meeting => ({
  ...meeting,
  replies: new Map(meeting.replies).set(attendee.toLowerCase(), { reply, at }),
});

const answered = (meeting: Meeting, answer: MeetingFactOf<"telephoneAuthorised" | "telephoneRefused">): Meeting =>
  meeting.telephone === null ? meeting : { ...meeting, telephone: { ...meeting.telephone, answer } };

const recordIn = ({ headings, actions, attended, section47 }: MeetingRecord): MeetingRecord => ({
  headings,
  actions,
  attended,
  section47,
});

/** Whoever writes the record of a meeting says with it that it was held, when its time was. */
const heldAsTimed = ({ held, timed }: Meeting, by: PersonId, at: Instant): Meeting["held"] =>
  held ?? (timed === null ? null : { by, at, slot: timed.slot });

const afterOther = (meeting: Meeting, fact: Exclude<MeetingFact, CallFact>): Meeting => {
  switch (fact.kind) {
    case "asked":
      throw new Error(`Meeting ${meeting.id} was asked for twice: its facts are damaged. Run "watchful audit verify".`);
    case "timed":
      return changed({ ...unanswered(meeting), timed: fact, times: meeting.times + 1 }, fact);
    case "invited":
      return invited(meeting, fact);
    case "uninvited":
      return uninvited(meeting, fact);
    case "telephoneAsked":
      return { ...meeting, telephone: { by: fact.by, at: fact.at, reason: fact.reason, answer: null } };
    case "telephoneAuthorised":
    case "telephoneRefused":
      return answered(meeting, fact);
    case "replied":
      return replied(meeting, fact);
    case "cannotCome":
      return { ...meeting, cannotCome: [...meeting.cannotCome, fact] };
    case "chairChanged":
      return chairedBy(meeting, fact);
    case "cancelled":
      return { ...meeting, cancelled: fact };
    case "told":
      return { ...meeting, told: [...meeting.told, fact] };
    case "held":
      return { ...meeting, held: { by: fact.by, at: fact.at, slot: fact.held } };
    case "drafted":
      return { ...meeting, held: heldAsTimed(meeting, fact.by, fact.at), record: recordIn(fact) };
    case "recorded":
      return {
        ...meeting,
        held: { by: fact.by, at: fact.at, slot: fact.held },
        record: recordIn(fact),
        recorded: fact,
      };
    case "circulated":
      return { ...meeting, circulated: fact };
  }
};

const stateOf = (meeting: Meeting): MeetingState => {
  if (meeting.cancelled !== null) return "cancelled";
  if (meeting.circulated !== null) return "circulated";
  if (meeting.recorded !== null) return "recorded";
  if (meeting.held !== null) return "held";
  if (meeting.timed === null) return "asked";
  return byTelephone(meeting) || liveCall(meeting) !== undefined ? "ready" : "timed";
};

/** Telephone discussions were authorised, so there is no call (PS-07). */
export const byTelephone = ({ telephone }: Meeting): boolean => telephone?.answer?.kind === "telephoneAuthorised";

/** The event in the calendar of whoever chairs now; perhaps one that could not be changed. */
export const liveCall = ({ calls, chair }: Meeting): Meeting["calls"][number] | undefined => {
  const theirs = calls.filter(({ calendar }) => calendar === chair);
  return theirs.findLast(({ state }) => state === "live") ?? theirs.findLast(({ state }) => state === "stuck");
};

const after = (meeting: Meeting, fact: MeetingFact): Meeting => {
  const next = isAboutCall(fact) ? afterCall(meeting, fact) : afterOther(meeting, fact);
  return { ...next, state: stateOf(next) };
};

/** @throws when the facts do not begin with "asked": they are damaged. */
export const meetingFrom = (id: string, facts: readonly MeetingFact[]): Meeting => {
  const [first, ...rest] = facts;
  if (first?.kind !== "asked") throw new Error(`Meeting ${id} does not begin with "asked": its facts are damaged.`);
  return rest.reduce(after, begun(id, first));
};

/** Who is there of our own: the chair first. */
export const ourPeople = ({ chair, attendees }: Meeting): readonly PersonId[] => [
  ...new Set([chair, ...attendees.flatMap((each) => (each.kind === "person" ? [each.id] : []))]),
];

const best = ["accepted", "tentative"] as const satisfies readonly AttendeeReply[];

/** How an agency stands: as the most willing of its people; declined only when every one of them has. */
export const standingOf = (meeting: Meeting, agency: string): Standing => {
  const theirs = meeting.attendees.filter((each) => each.kind === "agency" && each.agency === agency);
  if (theirs.length === 0) return "nobody";
  const given = theirs.map((each) => meeting.replies.get(keyOf(each))?.reply ?? null);
  return best.find((reply) => given.includes(reply)) ?? (given.includes(null) ? "unanswered" : "declined");
};

/** What an attendee has answered, and to which times, the last one last: for a search of another time. */
export const saidBy = (
  meeting: Meeting,
  attendee: Attendee,
): readonly { readonly slot: Slot; readonly reply: AttendeeReply }[] =>
  [...meeting.earlier, ...answeredNow(meeting)]
    .filter((each) => each.attendee === keyOf(attendee))
    .map(({ slot, reply }) => ({ slot, reply }));

/** Who counts first in a search: an agency without which it is not the meeting, then any other, then our own people. */
export const rankOf = ({ required }: Meeting, attendee: Attendee): 0 | 1 | 2 => {
  if (attendee.kind === "person") return 2;
  return required.some(({ agency, quorum }) => quorum && agency === attendee.agency) ? 0 : 1;
};
