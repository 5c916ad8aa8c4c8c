/** What a person is to one case on a London date. A person may be several at once; any of them is enough. */
export const caseRoles = ["worker", "manager", "senior", "overseer", "helper", "colleague"] as const;
/**
 * - worker: the case is allocated to this person.
 * - manager: on the worker's line, holds the post that owes the duty, or is the worker's line manager, or covers for either
 *   on that date; for a case without a worker, the team's manager.
 * - senior: further up the same line of management, or covers for somebody who is.
 * - overseer: holds a post that the council file marks `oversees`, or covers for it.
 * - helper: a duty on the case was handed to this person, who accepted it or has still to answer.
 * - colleague: anybody else on the roster.
 */
export type CaseRole = (typeof caseRoles)[number];

/** working: in the caseload. left: missing from the last caseload, shown for a decision. closed: closed. */
export const caseStates = ["working", "left", "closed"] as const;
export type CaseState = (typeof caseStates)[number];

export const caseActions = [
  "see",
  "record",
  "confirm",
  "complete",
  "say",
  "snooze",
  "move",
  "give",
  "take",
  "lessen",
  "approve",
  "settle",
] as const;
/**
 * - see: what is due on it. record: write a supervision or oversight record. confirm: say that a record is in the case
 *   system, or that an action is done. complete: say that something was done that needs no record (a visit, a review).
 * - say: say what happened (a transfer, a complaint). snooze: not today. move: another date for a supervision (MO-T05).
 * - give: hand a duty to somebody else; take: accept it or hand it back. lessen: ask for supervision less often (MO-T11).
 * - approve: decide on that. settle: decide about a case that has left the caseload.
 */
export type CaseAction = (typeof caseActions)[number];

type Allowed = readonly CaseRole[];
const nobody: Allowed = [];
const inLine: Allowed = ["manager", "senior"];
const involved: Allowed = ["worker", "manager", "senior", "overseer", "helper"];
const doing: Allowed = ["manager", "senior", "helper"];

const open = {
  see: involved,
  record: doing,
  confirm: doing,
  complete: ["worker", ...doing],
  say: ["worker", ...doing],
  snooze: doing,
  move: doing,
  give: doing,
  take: ["helper"],
  lessen: doing,
  approve: ["senior", "overseer"],
  settle: nobody,
} as const satisfies Record<CaseAction, Allowed>;

/** Who may do what to a case in which state: the one table that every door asks. */
export const casePermissions = {
  working: open,
  left: { ...open, settle: inLine },
  closed: {
    see: involved,
    record: nobody,
    confirm: doing,
    complete: nobody,
    say: nobody,
    snooze: nobody,
    move: nobody,
    give: nobody,
    take: nobody,
    lessen: nobody,
    approve: nobody,
    settle: nobody,
  },
} as const satisfies Record<CaseState, Record<CaseAction, Allowed>>;

/** The sentence a person reads when the table says no. */
export const caseRefusals = {
  see: "You can't open this case: it is for its worker and the managers on that worker's line. If you need it, ask your line manager.",
  record: "Only a manager on the worker's line can write this record.",
  confirm: "Only a manager on the worker's line can confirm this record.",
  complete: "Only the worker and the managers on the worker's line can say that this was done.",
  say: "Only the worker and the managers on the worker's line can say what happened on this case.",
  snooze: "Only the manager who owes this can put it off.",
  move: "Only the manager who owes this supervision can move it.",
  give: "Only the manager who owes this can hand it to somebody else.",
  take: "Only the person it was handed to can answer that.",
  lessen: "Only the manager who owes this can ask for it to be less often.",
  approve: "Only a more senior manager on the same line can decide on that, and never the person who asked.",
  settle: "Only a manager can decide about a case that has left the caseload.",
} as const satisfies Record<CaseAction, string>;

/** A worker never supervises, puts off or approves what is owed on their own case, whatever post they hold beside. */
const neverByWorker: readonly CaseAction[] = ["record", "snooze", "move", "lessen", "approve"];

/** Whether somebody with these roles may do this to a case in this state. */
export const mayOnCase = (roles: readonly CaseRole[], action: CaseAction, state: CaseState): boolean => {
  const allowed: Allowed = casePermissions[state][action];
  if (roles.includes("worker") && neverByWorker.includes(action)) return false;
  return roles.some((role) => allowed.includes(role));
};
