import type { KeptCase } from "../../domain/case/fold.ts";
import type { MoveFormView } from "../../domain/case/view.ts";
import type { PersonId } from "../../domain/people.ts";
import { dutiesOf } from "../../rules/duty/duties.ts";
import type { Duty } from "../../rules/duty/types.ts";
import { londonDate } from "../../time/london.ts";
import { casesBy } from "../cases/cases.ts";
import { workerKey } from "../cases/kept.ts";
import { barred, type ChoiceWorld } from "./choice.ts";
import { caseStateOf } from "./found.ts";
import { snoozedUntil } from "./work.ts";

const mostOthers = 6;

/**
 * The same worker's other children whose duty under the same clause this person may move too, and has not yet: one
 * supervision covers several children, and each has a record of its own.
 */
export const othersOf = async (
  world: ChoiceWorld,
  now: KeptCase,
  duty: Duty,
  by: PersonId,
): Promise<MoveFormView["others"]> => {
  const { worker } = now.facts;
  if (typeof worker !== "string") return [];
  const asOf = world.clock.now();
  const cases = await casesBy(world, workerKey(worker), { limit: 100 });
  return cases
    .filter((one) => one.ref !== now.ref && caseStateOf(one) === "working")
    .flatMap((one) => {
      const same = dutiesOf(world.rulebook, one, asOf).find(
        (each) => each.state !== "later" && each.metBy.join() === duty.metBy.join(),
      );
      if (same === undefined || snoozedUntil(one.work, same.id) !== null) return [];
      const why = barred(world, one, same, { ref: one.ref, by, action: "move" }, asOf);
      return why === null ? [{ duty: same.id, caseRef: one.ref }] : [];
    })
    .slice(0, mostOthers);
};

const lead = "Moved to ";
/** How a duty that was moved says why it is not put before anybody until then. */
export const movedTo = (day: string): string => `${lead}${day}`;

/** The day to which this person moved the same meeting for another child of the worker today, as typed; empty for none. */
export const movedToday = async (world: ChoiceWorld, now: KeptCase, duty: Duty, by: PersonId): Promise<string> => {
  const { worker } = now.facts;
  if (typeof worker !== "string") return "";
  const today = londonDate(world.clock.now());
  const cases = await casesBy(world, workerKey(worker), { limit: 100 });
  for (const { work } of cases)
    for (const fact of work)
      if (fact.kind === "snoozed" && fact.by === by && fact.clause === duty.clause && londonDate(fact.at) === today)
        if (fact.reason.startsWith(lead)) return fact.reason.slice(lead.length);
  return "";
};
