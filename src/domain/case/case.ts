import type { ClauseId } from "../ids.ts";
import type { Instant, LondonDate } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { Answers } from "../report/facts.ts";

/** Something that happened on a case: it may start duties, meet them, or both. */
export interface Happened {
  /** Unique within the case, and the same when the same thing is told again: "report:NTK-2026-0042". */
  readonly id: string;
  /** Of the vocabulary: "case-transferred". */
  readonly happening: string;
  /** When it happened; a date counts from its first moment in London. */
  readonly on: Instant;
  /** Only the day is known, so it is shown as a date. */
  readonly dateOnly: boolean;
  readonly facts: Answers;
  /** Who said so; null when it came from a caseload or from Watchful itself. */
  readonly by: PersonId | null;
}

/**
 * A duty that was overdue when the facts of the case changed: changing a child's status never clears it (CLOCKS.md,
 * "Recomputing"). It stands until it is met.
 */
export interface Standing {
  readonly clause: ClauseId;
  readonly dueAt: Instant;
  /** What meets it. */
  readonly metBy: readonly string[];
  /** When the facts changed. Something that meets it after `dueAt` was missed, at this instant or later, ends it. */
  readonly since: Instant;
}

/**
 * Less often than a clause's standard, for a recorded reason that somebody else approved (MO-T11). A duty that was overdue
 * at `since` stays so; one that is not is due by the longer clock, and by the standard again once `until` is over. A clause
 * in the law is never relaxed.
 */
export interface Exception {
  readonly clause: ClauseId;
  readonly everyWeeks: number;
  /** The last London day on which it holds. */
  readonly until: LondonDate;
  /** When it was approved. */
  readonly since: Instant;
}

/** What the rules need to know of one case. Names are never in it: a reference and facts. */
export interface Case {
  readonly ref: string;
  /** Facts by name; a fact that is blank is not there. Dates are London dates, instants epoch milliseconds. */
  readonly facts: Answers;
  /** In the order in which they became known. */
  readonly happened: readonly Happened[];
  readonly standing: readonly Standing[];
  /** In the order of their approval; of one clause the last counts. Left out: none. */
  readonly exceptions?: readonly Exception[];
}
