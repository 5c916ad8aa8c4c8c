import type { Case, Standing } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Answers } from "../../domain/report/facts.ts";
import type { Clock } from "../ports/clock.ts";
import type { Records } from "../ports/records.ts";

/** What cases ask of the council's rules. Both may throw `OutsideCalendar` for a date beyond the calendar. */
export interface CaseRules {
  /** What stands once the facts of a case have changed to `after`; it replaces what stood before. */
  standingAfter(before: Case, after: Answers, at: Instant): readonly Standing[];
  /** When one of its duties next changes its state, after `asOf`; null: never by itself. */
  nextChange(one: Case, asOf: Instant): Instant | null;
}

export interface CaseDeps {
  readonly records: Pick<Records, "read" | "commit" | "commitAll" | "count" | "list" | "find" | "due">;
  readonly clock: Clock;
  readonly rules: CaseRules;
}
