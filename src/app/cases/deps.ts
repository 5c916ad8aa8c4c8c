import type { Case, Standing } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Answers } from "../../domain/report/facts.ts";
import type { Clock } from "../ports/clock.ts";
import type { Records } from "../ports/records.ts";

/** What cases ask of the council's rules. Both may throw `OutsideCalendar` for a date beyond the calendar. */
export interface CaseRules {
  /** What stands once the facts of a case have changed to `after`; it replaces what stood before. */
  standingAfter(before: Case, after: Answers, at: Instant): readonly Standing[];
  /**
   * How a case is found without deriving its duties: when one of them next changes its state, after `asOf` (null: never by
   * itself), and whether one is overdue or has no limit, and so is owed already.
   */
  index(one: Case, asOf: Instant): { readonly nextChange: Instant | null; readonly owed: boolean };
}

export interface CaseDeps {
  readonly records: Pick<Records, "read" | "commit" | "commitAll" | "count" | "list" | "find" | "due">;
  readonly clock: Clock;
  readonly rules: CaseRules;
}
