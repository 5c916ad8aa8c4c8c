import type { PolicyId } from "../domain/ids.ts";
import type { Instant } from "../domain/instants.ts";
import { tellsOwed } from "./engine/clause.ts";
import { timingOf } from "./engine/timing.ts";
import { isInForce, type Rulebook } from "./rulebook.ts";
import type { Applied } from "./types.ts";

/**
 * Anchors that no report asks for, because the product itself knows the moment. `decidedAt`: somebody decided that the
 * Director is to be briefed (LCP-P7).
 */
export type Moment = "decidedAt";

/** What clauses of these policies want told when a moment comes, each under its own id. */
export const toldFrom = (
  rulebook: Rulebook,
  moment: Moment,
  policies: readonly PolicyId[],
  at: Instant,
): readonly Pick<Applied, "id" | "tell">[] =>
  rulebook.clauses
    .filter((clause) => policies.includes(clause.policy) && isInForce(clause, at))
    .flatMap((clause) => {
      const limb = clause.limbs.find(({ anchor }) => anchor === moment);
      if (limb === undefined) return [];
      const timing = timingOf(clause, limb, clause.tell, at, () => null, rulebook);
      return [{ id: clause.id, tell: tellsOwed(timing, false, at) }];
    });
