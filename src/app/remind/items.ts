import type { KeptCase } from "../../domain/case/fold.ts";
import type { Instant } from "../../domain/instants.ts";
import { dutiesOf, dutiesOfWorker } from "../../rules/duty/duties.ts";
import type { Duty } from "../../rules/duty/types.ts";
import { OutsideCalendar } from "../../time/calendar.ts";
import { londonDate } from "../../time/london.ts";
import type { RemindDeps } from "./deps.ts";
import { caseStateOf } from "./found.ts";
import { ownersOf, type Owned, type Owners } from "./owner.ts";
import { snoozedUntil } from "./work.ts";

/** One open duty with whoever owes it. `now`: its case; null for a duty on a worker or of a post. */
export interface Item {
  readonly duty: Duty;
  readonly now: KeptCase | null;
  readonly owners: Owners;
  /** Put off: it is not put before its owner today. */
  readonly snoozed: boolean;
}

type Deps = Pick<RemindDeps, "rulebook" | "directory" | "council" | "log">;

/** A date beyond the calendar must not keep the others from their digest: the case is logged and passed over. */
const derived = ({ log }: Deps, ref: string, derive: () => readonly Duty[]): readonly Duty[] => {
  try {
    return derive();
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    log.warn("a date is beyond the calendar", { case: ref });
    return [];
  }
};

/** What is owed on a case by now or soon, each with its owners, worst first. */
export const itemsOfCase = (deps: Deps, now: KeptCase, asOf: Instant): readonly Item[] => {
  if (caseStateOf(now) === "closed") return [];
  const today = londonDate(asOf);
  return derived(deps, now.ref, () => dutiesOf(deps.rulebook, now, asOf))
    .filter(({ state }) => state !== "later")
    .map((duty) => {
      const until = snoozedUntil(now.work, duty.id);
      return { duty, now, owners: ownersOf(deps, duty, now, asOf), snoozed: until !== null && today < until };
    });
};

/** What is owed on a worker, by all the cases that the worker has. */
export const itemsOfWorker = (
  deps: Deps,
  worker: string,
  cases: readonly KeptCase[],
  asOf: Instant,
): readonly Item[] => {
  const open = cases.filter((one) => caseStateOf(one) !== "closed");
  const duties = derived(deps, worker, () => dutiesOfWorker(deps.rulebook, worker, open, asOf));
  return duties
    .filter(({ state }) => state !== "later")
    .map((duty) => {
      const one: Owned = { ref: worker, facts: { worker, ...teamOf(open) }, work: [] };
      return { duty, now: null, owners: ownersOf(deps, duty, one, asOf), snoozed: false };
    });
};

const teamOf = ([first]: readonly KeptCase[]): { readonly team?: string } => {
  const team = first?.facts["team"];
  return typeof team === "string" ? { team } : {};
};
