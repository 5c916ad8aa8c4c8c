import type { Case } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import { dayNumber } from "../../time/london.ts";
import { endOfDay, londonDay } from "./days.ts";
import type { Rule } from "./rule.ts";

/**
 * When a duty is due that somebody approved to be done less often (MO-T11): after so many weeks, though not later than the
 * exception lasts, and never sooner than the standard says. A date that was missed before it was approved stays missed. A
 * clause in the law, and a duty that several cases owe together, keep the standard.
 */
export const lessOften = (
  { clause }: Rule,
  cases: readonly Case[],
  anchor: Instant,
  standard: Instant | null,
): Instant | null => {
  const [one, ...others] = cases;
  if (standard === null || one?.exceptions === undefined || others.length > 0 || clause.statutory) return standard;
  const exception = one.exceptions.findLast((each) => each.clause === clause.id);
  if (exception === undefined || standard < exception.since) return standard;
  const longer = endOfDay(londonDay(anchor) + 7 * exception.everyWeeks);
  return Math.max(standard, Math.min(longer, endOfDay(dayNumber(exception.until))));
};
