import type { Case, Standing } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Answers } from "../../domain/report/facts.ts";
import type { Rules } from "./compile.ts";
import { caseIndex, standingAfter } from "./duties.ts";

/** What is asked of a council's rules when a case is written. Throws `OutsideCalendar` as `duties` does. */
export const caseRulesOf = (rules: Rules) => ({
  standingAfter: (before: Case, after: Answers, at: Instant): readonly Standing[] =>
    standingAfter(rules, before, after, at),
  index: (one: Case, asOf: Instant): { readonly nextChange: Instant | null; readonly owed: boolean } =>
    caseIndex(rules, one, asOf),
});
