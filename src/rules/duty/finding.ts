import type { Case } from "../../domain/case/case.ts";
import type { HouseRules } from "../../domain/council.ts";
import type { Instant } from "../../domain/instants.ts";
import type { DayNumber } from "../../time/london.ts";
import type { OverdueSince } from "./occurrences.ts";
import type { Occurrence, Rule } from "./rule.ts";

/** What a rule is asked about: one case, all cases of one worker, or all cases there are. */
export interface Question {
  readonly cases: readonly Case[];
  readonly asOf: Instant;
  /** The London day at `asOf`. */
  readonly today: DayNumber;
  readonly overdueSince: OverdueSince;
  readonly houseRules: Pick<HouseRules, "yearStarts">;
}

/** What a duty counts from when nothing starts it but the case as it stands. */
export interface Standing {
  readonly from: Instant | null;
  readonly lastDone: Instant | null;
}

/** A duty as it is found, before it is put into words. */
export interface Finding {
  readonly rule: Rule;
  /** When it counts from; null: no date to count from is known. */
  readonly from: Instant | null;
  readonly lastDone: Instant | null;
  readonly dueAt: Instant | null;
  /** Not owed before this instant; null: owed at once. */
  readonly maturesAt: Instant | null;
  /** The phase or checkpoint, and which of several it is. */
  readonly stage: string | null;
  readonly nth: number;
  readonly occurrence: Occurrence | null;
}

/** Said instead of a stage when nothing says when a duty counts from: it is prompted at once. */
export const undated = "no date to count from";

/** Takes what is found. Whether a duty that opens later is wanted yet is for whoever takes it. */
export type Sink = (finding: Finding) => void;

export const inForce = ({ inForceFrom, inForceTo }: Rule, day: DayNumber): boolean =>
  inForceFrom <= day && day < inForceTo;
