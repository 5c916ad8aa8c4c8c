import type { ClauseId } from "../ids.ts";
import type { Instant, LondonDate } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { KeptCase } from "./fold.ts";
import type { WorkFact } from "./work.ts";

/** What comes of a choice: a fact to keep, the sentence that says what to do instead, or that it was done before. */
export type Chosen =
  | { readonly outcome: "keep"; readonly fact: WorkFact }
  | { readonly outcome: "unclear"; readonly why: string }
  | { readonly outcome: "late"; readonly why: string };

/** The duty that a choice is about. */
export interface Choice {
  readonly duty: string;
  readonly clause: ClauseId;
  readonly by: PersonId;
  readonly at: Instant;
}

/** How far and how often a duty may be put off (house rule), and the dates that it hangs on. */
export interface SnoozeBounds {
  /** Tomorrow: the first morning on which it may come back. */
  readonly first: LondonDate;
  /** The last, by house rule. */
  readonly last: LondonDate;
  readonly times: number;
  /** The day it is due, where a breach interrupts: it is never put off past that. Null: no such bound. */
  readonly breach: LondonDate | null;
}

type Of<K extends WorkFact["kind"]> = Extract<WorkFact, { kind: K }>;
const ofKind = <K extends WorkFact["kind"]>({ work }: Pick<KeptCase, "work">, kind: K): readonly Of<K>[] =>
  work.filter((fact): fact is Of<K> => fact.kind === kind);

const unclear = (why: string): Chosen => ({ outcome: "unclear", why });
const late = (why: string): Chosen => ({ outcome: "late", why });
const keep = (fact: WorkFact): Chosen => ({ outcome: "keep", fact });

/** Not today: until a date, with a reason, within the house's bounds. It is as overdue as it was. */
export const decideSnooze = (
  now: KeptCase,
  { duty, clause, by, at }: Choice,
  asked: { readonly until: LondonDate; readonly reason: string },
  { first, last, times, breach }: SnoozeBounds,
): Chosen => {
  const { until, reason } = asked;
  const before = ofKind(now, "snoozed").filter((fact) => fact.duty === duty);
  if (before.at(-1)?.until === until && before.at(-1)?.reason === reason)
    return late("It was put off to that day before.");
  if (reason === "") return unclear("Write why this can wait.");
  if (before.length >= times)
    return unclear(
      `This was put off ${String(times)} times, and that is as often as the council allows. Do it, or hand it over.`,
    );
  if (until < first) return unclear("Choose a day after today.");
  if (breach !== null && breach < first)
    return unclear("This child is on a plan whose breaches are told at once, and it is due: it cannot be put off.");
  if (breach !== null && until > breach)
    return unclear(
      "This child is on a plan whose breaches are told at once: choose a day up to the one on which it is due.",
    );
  if (until > last) return unclear("That is further ahead than the council allows. Choose an earlier day.");
  return keep({ kind: "snoozed", at, duty, clause, until, reason, by });
};

/** The hand-over of a duty that nobody has answered yet; undefined for none. */
const waiting = (now: KeptCase, duty: string): Of<"given"> | undefined => {
  const answered = new Set([...ofKind(now, "taken"), ...ofKind(now, "handedBack")].map(({ id }) => id));
  return ofKind(now, "given").findLast((fact) => fact.duty === duty && !answered.has(fact.id));
};

/** Not mine: to somebody else, who accepts it or hands it back. One question at a time. */
export const decideGive = (
  now: KeptCase,
  { duty, clause, by, at }: Choice,
  { id, to, reason }: { readonly id: string; readonly to: PersonId; readonly reason: string },
): Chosen => {
  const open = waiting(now, duty);
  if (open?.to === to) return late("They have been asked before, and have not answered yet.");
  if (open !== undefined)
    return unclear("Somebody else has been asked and has not answered yet. Wait, or ask them to hand it back.");
  if (to === by) return unclear("That is you. Name somebody else.");
  if (reason === "") return unclear("Write why this is theirs and not yours.");
  return keep({ kind: "given", at, id, duty, clause, to, reason, by });
};

const answeredBefore = (now: KeptCase, id: string): string | null => {
  if (ofKind(now, "taken").some((fact) => fact.id === id)) return "You accepted this before.";
  return null;
};

/** Whoever was asked says yes; nobody else can. */
export const decideTake = (now: KeptCase, id: string, by: PersonId, at: Instant): Chosen => {
  const given = ofKind(now, "given").find((fact) => fact.id === id);
  if (given?.to !== by) return late("This was not handed to you, or it has ended.");
  const before = answeredBefore(now, id);
  if (before !== null) return late(before);
  if (ofKind(now, "handedBack").some((fact) => fact.id === id)) return late("You handed this back before.");
  return keep({ kind: "taken", at, id, by });
};

/** Whoever was asked says no, or gives back what was accepted. */
export const decideHandBack = (now: KeptCase, id: string, by: PersonId, at: Instant, reason: string): Chosen => {
  const given = ofKind(now, "given").find((fact) => fact.id === id);
  if (given?.to !== by) return late("This was not handed to you, or it has ended.");
  if (ofKind(now, "handedBack").some((fact) => fact.id === id)) return late("You handed this back before.");
  return reason === "" ? unclear("Write why you hand this back.") : keep({ kind: "handedBack", at, id, reason, by });
};

/** Less often than the standard is asked for (MO-T11): it changes nothing until somebody else approves it. */
export const decideLessen = (
  now: KeptCase,
  { clause, by, at }: Choice,
  asked: { readonly id: string; readonly everyWeeks: number; readonly until: LondonDate; readonly reason: string },
): Chosen => {
  if (openAsks(now).some((fact) => fact.clause === clause))
    return late("This was asked for before, and has not been decided yet.");
  if (asked.reason === "") return unclear("Write the specific reason for this child (MO-T11).");
  return keep({ kind: "lessOftenAsked", at, ...asked, clause, by });
};

/** What was asked for and nobody has decided. */
export const openAsks = (now: Pick<KeptCase, "work">): readonly Of<"lessOftenAsked">[] => {
  const decided = new Set(
    [...ofKind(now, "lessOftenApproved"), ...ofKind(now, "lessOftenRefused")].map(({ id }) => id),
  );
  return ofKind(now, "lessOftenAsked").filter(({ id }) => !decided.has(id));
};

const asked = (now: KeptCase, id: string): Of<"lessOftenAsked"> | undefined =>
  openAsks(now).find((fact) => fact.id === id);

/** The author of a thing never approves it. */
export const decideApprove = (now: KeptCase, id: string, by: PersonId, at: Instant): Chosen => {
  const ask = asked(now, id);
  if (ask === undefined) return late("This has been decided.");
  if (ask.by === by) return unclear("You asked for this yourself: somebody else decides.");
  return keep({ kind: "lessOftenApproved", at, id, by });
};

export const decideRefuse = (now: KeptCase, id: string, by: PersonId, at: Instant, reason: string): Chosen => {
  const ask = asked(now, id);
  if (ask === undefined) return late("This has been decided.");
  if (ask.by === by) return unclear("You asked for this yourself: somebody else decides.");
  return reason === ""
    ? unclear("Write why it stays as often as it is.")
    : keep({ kind: "lessOftenRefused", at, id, reason, by });
};
