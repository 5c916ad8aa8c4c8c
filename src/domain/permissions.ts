/** What a person is to one report. A person may be several at once; any of them is enough. */
export const reportRoles = [
  "reporter",
  "joiner",
  "told",
  "amender",
  "decider",
  "judge",
  "overseer",
  "colleague",
  "barred",
] as const;
/**
 * - reporter: confirmed it, or wrote part of its briefing.
 * - joiner: reported the same event; theirs was joined to this report instead of making a second one.
 * - told: a telling was addressed to this person.
 * - amender: was sent the briefing, or a copy of it, to amend (LCP-P4).
 * - decider: was asked to decide whether the Director is told (LCP-P6).
 * - judge: was asked to judge whether it is raised with the person who covers (W-X1).
 * - overseer: holds a post that the council file marks `oversees`, or covers for somebody who does, as long as they cover.
 * - colleague: anybody else on the roster.
 * - barred: it is withheld from this person, because it is about them or passes over them (LCP-3.7). Whatever else they are,
 *   this comes first.
 */
export type ReportRole = (typeof reportRoles)[number];

/** reported: nobody has answered yet. acknowledged: a told person has. closed: nothing more is expected. */
export const reportStates = ["reported", "acknowledged", "closed"] as const;
export type ReportState = (typeof reportStates)[number];

export const reportActions = [
  "see",
  "acknowledge",
  "ask",
  "answer",
  "call",
  "brief",
  "update",
  "amend",
  "approve",
  "return",
  "decide",
  "judge",
  "remind",
  "persist",
  "end",
  "close",
] as const;
export type ReportAction = (typeof reportActions)[number];

type Allowed = readonly ReportRole[];
const nobody: Allowed = [];
const involved: Allowed = ["reporter", "joiner", "told", "overseer"];
const reporters: Allowed = ["reporter", "joiner"];
const answerable: Allowed = ["told", "overseer"];

/** Acknowledging a report takes no right from anybody: until it is closed, all may do what they might before. */
const open = {
  see: involved,
  acknowledge: ["told"],
  ask: answerable,
  answer: reporters,
  call: involved,
  brief: reporters,
  update: reporters,
  amend: ["amender"],
  approve: ["amender"],
  return: ["amender"],
  decide: ["decider"],
  judge: ["judge"],
  remind: ["told"],
  persist: involved,
  end: involved,
  close: answerable,
} as const satisfies Record<ReportAction, Allowed>;

/** Who may do what to a report in which state: the one table every door asks. */
export const reportPermissions = {
  reported: open,
  acknowledged: open,
  closed: {
    see: involved,
    acknowledge: nobody,
    ask: nobody,
    answer: nobody,
    call: nobody,
    brief: nobody,
    update: nobody,
    amend: nobody,
    approve: nobody,
    return: nobody,
    decide: nobody,
    judge: nobody,
    remind: nobody,
    persist: nobody,
    end: nobody,
    close: nobody,
  },
} as const satisfies Record<ReportState, Record<ReportAction, Allowed>>;

/** The sentence a person reads when the table says no. */
export const reportRefusals = {
  see: "You can't open this report: it is for the people who were told and the person who made it. If you need it, ask your line manager.",
  acknowledge: "Only somebody who was told can acknowledge this report.",
  ask: "Only somebody who was told can ask for more about this report.",
  answer: "Only the people who made this report can answer for it.",
  call: "Only the people on this report can record its telephone call.",
  brief: "Only the people who made this report can add to its briefing.",
  update: "Only the people who made this report can add an update to it.",
  amend: "Only the people this briefing was sent to for amendment can change it.",
  approve: "Only the people this briefing was sent to for amendment can approve it.",
  return: "Only the people this briefing was sent to for amendment can send it back.",
  decide: "Only the person asked to decide can say whether the Director is told.",
  remind: "Only somebody who was told can ask to be reminded of this report.",
  judge: "Only the person asked to judge can say whether this is raised.",
  persist: "Only the people on this report can say how things stand.",
  end: "Only the people on this report can say that it has ended.",
  close: "Only somebody who was told can close this report.",
} as const satisfies Record<ReportAction, string>;

/** The person who made a report never acknowledges, approves, decides, judges or closes it, whatever else they are to it. */
const neverByAuthor: readonly ReportAction[] = [
  "acknowledge",
  "close",
  "ask",
  "amend",
  "approve",
  "return",
  "decide",
  "judge",
  "remind",
];
/** Who joined it wrote part of the briefing, so others judge that. Who was told as well may still answer for it. */
const neverByJoiner: readonly ReportAction[] = ["amend", "approve", "return", "decide", "judge"];

/** Whether somebody with these roles may do this to a report in this state. */
export const mayReport = (roles: readonly ReportRole[], action: ReportAction, state: ReportState): boolean => {
  if (roles.includes("barred")) return false;
  const allowed: Allowed = reportPermissions[state][action];
  if (roles.includes("reporter") && neverByAuthor.includes(action)) return false;
  if (roles.includes("joiner") && neverByJoiner.includes(action)) return false;
  return roles.some((role) => allowed.includes(role));
};
