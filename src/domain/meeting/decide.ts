import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import { facts, late, sentence, unclear, type MeetingDecision } from "./decision.ts";
import { onRecord, type RecordCommand } from "./decide-record.ts";
import { onTelephone, type TelephoneCommand } from "./decide-telephone.ts";
import type { Attendee, AttendeeReply, MeetingFactOf, Slot } from "./facts.ts";
import { isLate, keyOf, ourPeople } from "./meeting.ts";
import { mayMeet, meetingRefusals, type MeetingAction, type MeetingRole } from "./permissions.ts";
import type { Meeting } from "./state.ts";

export { type MeetingDecision } from "./decision.ts";

/** What a person asks of a meeting. Texts are as typed. */
export type MeetingCommand = ArrangeCommand | TelephoneCommand | RecordCommand;

type ArrangeCommand = { readonly by: PersonId } &
  /** Choose a time, or another one. `reason`: why it is late; needed only when it is. */
  (
    | { readonly do: "time"; readonly slot: Slot; readonly reason: string }
    | { readonly do: "invite"; readonly attendees: readonly Attendee[] }
    /** By their keys (`keyOf`). */
    | { readonly do: "uninvite"; readonly keys: readonly string[] }
    | { readonly do: "cannotCome"; readonly reason: string }
    | { readonly do: "chair"; readonly to: PersonId; readonly why: string }
    | { readonly do: "cancel"; readonly reason: string }
  );

const needed = {
  time: "time",
  invite: "people",
  uninvite: "people",
  cannotCome: "cannotCome",
  chair: "chair",
  cancel: "cancel",
  telephone: "telephone",
  authorise: "authorise",
  refuse: "authorise",
  held: "held",
  save: "record",
  record: "record",
  circulate: "circulate",
} as const satisfies Record<MeetingCommand["do"], MeetingAction>;

/** A meeting that is over answers every late click with who ended it. */
const over = ({ cancelled, circulated, recorded }: Meeting, command: MeetingCommand): MeetingDecision | null => {
  if (cancelled !== null) return late(cancelled, "cancelled it");
  if (circulated !== null) return late(circulated, "circulated its record");
  const arranges = !["save", "record", "circulate"].includes(command.do);
  return recorded !== null && arranges ? late(recorded, "recorded it") : null;
};

/** Nobody plans further ahead: it is a year typed wrong, and may lie beyond every calendar. */
const yearMs = 366 * 24 * 60 * 60_000;

const time = (meeting: Meeting, command: Extract<ArrangeCommand, { do: "time" }>, at: Instant): MeetingDecision => {
  const { slot, by } = command;
  const reason = sentence(command.reason);
  const before = meeting.timed?.slot;
  if (slot.to <= slot.from) return unclear("It ends before it begins. Choose a time that has a length.");
  if (slot.from < at) return unclear("That time has passed. Choose one that lies ahead.");
  if (slot.from > at + yearMs) return unclear("That is more than a year ahead. Check the year.");
  if (before?.from === slot.from && before.to === slot.to && meeting.unbooked === null)
    return unclear("It is at that time already. Choose another one, or leave it as it is.");
  const isPast = isLate(slot, meeting.dueAt);
  if (isPast && reason === "")
    return unclear("That is after the deadline. Write why no earlier time is possible, then choose it again.");
  return facts({ kind: "timed", at, by, slot, late: isPast ? { reason } : null });
};

const invite = (meeting: Meeting, by: PersonId, asked: readonly Attendee[], at: Instant): MeetingDecision => {
  const known = new Set([meeting.chair, ...meeting.attendees.map(keyOf)]);
  const attendees = asked.filter((each) => !known.has(keyOf(each)));
  return attendees.length === 0
    ? unclear("They are invited already. Choose somebody else, or leave it as it is.")
    : facts({ kind: "invited", at, by, attendees: [...attendees] });
};

const uninvite = (meeting: Meeting, by: PersonId, keys: readonly string[], at: Instant): MeetingDecision => {
  if (keys.includes(meeting.chair) && !meeting.attendees.some((each) => keyOf(each) === meeting.chair))
    return unclear("A meeting needs its chair. Hand the chair to somebody else first.");
  const attendees = meeting.attendees.filter((each) => keys.includes(keyOf(each)));
  return attendees.length === 0
    ? unclear("They are not invited. Choose somebody from the list.")
    : facts({ kind: "uninvited", at, by, attendees: [...attendees] });
};

const cannotCome = (meeting: Meeting, by: PersonId, typed: string, at: Instant): MeetingDecision => {
  const before = meeting.cannotCome.find((fact) => fact.by === by);
  if (before !== undefined) return late(before, "said so");
  if (!ourPeople(meeting).includes(by))
    return unclear("You are not on the list of this meeting, so nobody expects you.");
  const reason = sentence(typed);
  return reason === ""
    ? unclear("Why can't you come? Write a few words, so that the chair can find somebody else.")
    : facts({ kind: "cannotCome", at, by, reason });
};

const handChair = (meeting: Meeting, to: PersonId, typed: string, at: Instant): MeetingDecision => {
  if (to === meeting.chair) return unclear("They chair it already. Choose somebody else.");
  const why = sentence(typed);
  return why === ""
    ? unclear("Why does somebody else chair it? Write a few words.")
    : facts({ kind: "chairChanged", at, from: meeting.chair, to, why });
};

const cancel = (by: PersonId, typed: string, at: Instant): MeetingDecision => {
  const reason = sentence(typed);
  return reason === ""
    ? unclear("Why is it cancelled? Write a reason: the deadline runs on unless another meeting is held.")
    : facts({ kind: "cancelled", at, by, reason });
};

const carryOut = (meeting: Meeting, command: MeetingCommand, at: Instant): MeetingDecision => {
  switch (command.do) {
    case "time":
      return time(meeting, command, at);
    case "invite":
      return invite(meeting, command.by, command.attendees, at);
    case "uninvite":
      return uninvite(meeting, command.by, command.keys, at);
    case "cannotCome":
      return cannotCome(meeting, command.by, command.reason, at);
    case "chair":
      return handChair(meeting, command.to, command.why, at);
    case "cancel":
      return cancel(command.by, command.reason, at);
    case "telephone":
    case "authorise":
    case "refuse":
      return onTelephone(meeting, command, at);
    case "held":
    case "save":
    case "record":
    case "circulate":
      return onRecord(meeting, command, at);
  }
};

/** What comes of a person's command, by the permissions table and the meeting's state. Pure. */
export const decideMeeting = (
  meeting: Meeting,
  roles: readonly MeetingRole[],
  command: MeetingCommand,
  at: Instant,
): MeetingDecision => {
  if (!mayMeet(roles, "see", meeting.state)) return { outcome: "refused", why: meetingRefusals.see };
  const ended = over(meeting, command);
  if (ended !== null) return ended;
  const action = needed[command.do];
  return mayMeet(roles, action, meeting.state)
    ? carryOut(meeting, command, at)
    : { outcome: "refused", why: notNow(meeting, action, roles) };
};

/** Somebody who might do it at another time is told when. */
const notNow = ({ state }: Meeting, action: MeetingAction, roles: readonly MeetingRole[]): string => {
  if (state === "asked" && (mayMeet(roles, action, "ready") || mayMeet(roles, action, "recorded")))
    return "No time has been chosen for this meeting yet. Choose one first.";
  if (state === "held" && mayMeet(roles, action, "ready"))
    return "It has taken place, so it can't be changed any more. What is left is its record.";
  if (action === "circulate" && mayMeet(roles, action, "recorded"))
    return "Its record is not complete yet. Complete it, then circulate it.";
  return meetingRefusals[action];
};

/** The chair is away, and somebody covers: the invitation moves. Nothing when they chair it already, or it is over. */
export const coverChair = (
  { chair, state }: Meeting,
  to: PersonId,
  why: string,
  at: Instant,
): readonly MeetingFactOf<"chairChanged">[] =>
  to === chair || !["asked", "timed", "ready"].includes(state)
    ? []
    : [{ kind: "chairChanged", at, from: chair, to, why }];

/** What a calendar's answers add: one fact for each that is new. By work email in lower case. */
export const newReplies = (
  meeting: Meeting,
  answers: Readonly<Record<string, AttendeeReply>>,
  at: Instant,
): readonly MeetingFactOf<"replied">[] =>
  Object.entries(answers).flatMap(([email, reply]) => {
    const attendee = email.toLowerCase();
    return meeting.replies.get(attendee)?.reply === reply ? [] : [{ kind: "replied", at, attendee, reply } as const];
  });
