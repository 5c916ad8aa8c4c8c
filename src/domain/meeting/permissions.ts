import type { MeetingState } from "./state.ts";

/** What a person is to one meeting. A person may be several at once; any of them is enough. */
export const meetingRoles = ["asker", "chair", "authoriser", "manager", "attendee", "overseer", "colleague"] as const;
/**
 * - asker: asked for it.
 * - chair: chairs it now, or covers for who does.
 * - authoriser: holds a post that may authorise telephone discussions (PS-07), or covers for it.
 * - manager: the case's worker, or on the worker's line of management (`caseRoles` worker, manager and senior).
 * - attendee: one of ours who is invited.
 * - overseer: holds a post that the council file marks `oversees`, or covers for it.
 * - colleague: anybody else on the roster.
 */
export type MeetingRole = (typeof meetingRoles)[number];

export const meetingActions = [
  "see",
  "time",
  "people",
  "telephone",
  "authorise",
  "cancel",
  "cannotCome",
  "chair",
  "held",
  "read",
  "record",
  "circulate",
] as const;
/**
 * - see: time, people, answers and deadline. time: choose one, or another. people: invite and take off the list.
 * - telephone: ask for discussions by telephone only. authorise: allow or refuse that.
 * - chair: hand the chair to somebody else. held: say that it took place. read: the record's text. record: write it.
 * - circulate: say who has it.
 */
export type MeetingAction = (typeof meetingActions)[number];

type Allowed = readonly MeetingRole[];
const nobody: Allowed = [];
const involved: Allowed = ["asker", "chair", "authoriser", "manager", "attendee", "overseer"];
const arranging: Allowed = ["asker", "chair", "manager", "overseer"];
const running: Allowed = ["chair"];
const parties: Allowed = ["asker", "chair", "manager", "attendee", "overseer"];

const open = {
  see: involved,
  time: arranging,
  people: arranging,
  telephone: arranging,
  authorise: ["authoriser"],
  cancel: arranging,
  cannotCome: ["chair", "attendee"],
  chair: ["chair", "manager", "overseer"],
  held: nobody,
  read: nobody,
  record: nobody,
  circulate: nobody,
} as const satisfies Record<MeetingAction, Allowed>;

const over = {
  ...open,
  time: nobody,
  people: nobody,
  telephone: nobody,
  authorise: nobody,
  cancel: nobody,
  cannotCome: nobody,
  chair: nobody,
} as const satisfies Record<MeetingAction, Allowed>;

/** Who may do what to a meeting in which state: the one table that every door asks. */
export const meetingPermissions = {
  asked: { ...open, cannotCome: nobody },
  timed: { ...open, held: running, record: running },
  ready: { ...open, held: running, record: running },
  held: { ...over, chair: ["chair", "manager", "overseer"], read: running, record: running },
  recorded: { ...over, read: parties, record: running, circulate: running },
  circulated: { ...over, read: parties },
  cancelled: over,
} as const satisfies Record<MeetingState, Record<MeetingAction, Allowed>>;

/** The sentence a person reads when the table says no. */
export const meetingRefusals = {
  see: "You can't open this meeting: it is for those who asked for it, chair it or are invited, and for the managers of the case.",
  time: "Only whoever asked for this meeting, its chair and the managers of the case can choose its time.",
  people: "Only whoever asked for this meeting, its chair and the managers of the case can change who is invited.",
  telephone:
    "Only whoever asked for this meeting, its chair and the managers of the case can ask to hold it by telephone.",
  authorise:
    "Only the manager whom the policy names can authorise discussions by telephone, and never the person who asked.",
  cancel: "Only whoever asked for this meeting, its chair and the managers of the case can cancel it.",
  cannotCome: "Only those who are invited can say that they can't come.",
  chair: "Only the chair and the managers of the case can hand the chair to somebody else.",
  held: "Only the chair can say that it took place.",
  read: "Only the parties to this meeting can read its record, once it is complete.",
  record: "Only the chair writes the record of this meeting (WQ-10.7).",
  circulate: "Only the chair can say that the record was circulated.",
} as const satisfies Record<MeetingAction, string>;

/** Whether somebody with these roles may do this to a meeting in this state. */
export const mayMeet = (roles: readonly MeetingRole[], action: MeetingAction, state: MeetingState): boolean => {
  const allowed: Allowed = meetingPermissions[state][action];
  return roles.some((role) => allowed.includes(role));
};
