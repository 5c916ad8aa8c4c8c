import type { CaseAction } from "../../domain/case/permissions.ts";
import type { Duty } from "../../rules/duty/types.ts";
import { clause as clauseOf } from "../../rules/rulebook.ts";
import type { RemindDeps } from "./deps.ts";

/** Why a clause cannot be relaxed at all; null when it can. */
export const fixed = ({ rulebook }: Pick<RemindDeps, "rulebook">, duty: Pick<Duty, "clause">): string | null => {
  const clause = clauseOf(rulebook, duty.clause);
  const clock = clause?.duty?.clock;
  if (clause === undefined || clock === undefined || !("everyWeeks" in clock || "everyMonths" in clock))
    return "This is not owed at a regular interval, so it cannot be made less often.";
  return clause.statutory ? `${clause.id} is in the law, and is never made less often.` : null;
};

const moves = ({ rulebook }: Pick<RemindDeps, "rulebook">, { metBy }: Pick<Duty, "metBy">): boolean =>
  Object.values(rulebook.vocabulary.happenings).some((one) => one.moves?.some((name) => metBy.includes(name)));

/** Whether an action means anything for this duty, whoever asks: not every duty can be moved, or be less often. */
export const offered = (
  deps: Pick<RemindDeps, "rulebook">,
  duty: Pick<Duty, "clause" | "metBy" | "caseRef">,
  action: CaseAction,
): boolean => {
  if (action === "move") return moves(deps, duty);
  return action === "lessen" ? fixed(deps, duty) === null : true;
};

/** The words of the report that a duty calls for, as its screens read them: W-N2K-19 of a late conference. Null: none. */
export const reportFor = (
  { rulebook: { vocabulary } }: Pick<RemindDeps, "rulebook">,
  { startedBy, metBy, caseRef }: Pick<Duty, "startedBy" | "metBy" | "caseRef">,
): string | null => {
  if (metBy.length > 0 || startedBy === null) return null;
  const { title = "", reports } = vocabulary.happenings[startedBy] ?? {};
  const event = reports === undefined ? undefined : vocabulary.events[reports];
  return event === undefined ? null : [event.title, title, caseRef ?? ""].join(". ");
};
