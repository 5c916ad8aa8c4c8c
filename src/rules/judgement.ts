import type { ClauseId } from "../domain/ids.ts";
import type { Instant } from "../domain/instants.ts";
import type { Post } from "../domain/people.ts";
import type { Clause } from "./policy/clause.ts";
import { clause, isInForce, type Rulebook } from "./rulebook.ts";

/** Who may judge whether something is raised with the person who covers, and the clause that lets them. */
export interface Judging {
  readonly clause: ClauseId;
  readonly judge: Post;
}

/** A telling by this clause may wait for a judgement: it is of the same document, and nothing in it says "at once". */
const isRelaxable = (each: Clause, { policy, judgement }: Clause): boolean =>
  each.policy === policy &&
  !each.statutory &&
  each.phone !== true &&
  each.limbs.every(({ clock }) => clock === null || !("immediately" in clock)) &&
  !(judgement?.except ?? []).includes(each.id);

/**
 * Whether a telling of a post, under these clauses, may be put to somebody's judgement while the post's holder is away
 * (W-X1). Null unless every one of the clauses may. What a telephone call is asked for by the answers is not known here.
 */
export const judgementOn = (
  rulebook: Rulebook,
  post: Post,
  clauses: readonly ClauseId[],
  asOf: Instant,
): Judging | null => {
  const found = clauses.map((id) => clause(rulebook, id, asOf));
  const routing = rulebook.clauses.find(
    (each) =>
      each.judgement?.whileAway === post &&
      isInForce(each, asOf) &&
      found.every((one) => one !== undefined && isRelaxable(one, each)),
  );
  return routing?.judgement === undefined ? null : { clause: routing.id, judge: routing.judgement.judge };
};

/** Whether one of these clauses passes over the reporter's line manager (LCP-3.7). */
export const passesLineManager = (rulebook: Rulebook, clauses: readonly ClauseId[], asOf: Instant): boolean =>
  clauses.some((id) => clause(rulebook, id, asOf)?.passes === "line-manager");
