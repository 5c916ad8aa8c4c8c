import type { Council } from "../domain/council.ts";
import type { ClauseId, PolicyId } from "../domain/ids.ts";
import type { Clause, Policy } from "./policy/clause.ts";

/** left-out: the council does not use it (`only`, `except`). overlap: another clause on the same thing holds here. */
export const whysNotInUse = ["left-out", "overlap"] as const;
export type WhyNotInUse = (typeof whysNotInUse)[number];

/** A clause of a policy that the council uses, which it does not use itself. Kept, so that the choice can be shown. */
export interface NotInUse {
  readonly clause: Clause;
  readonly why: WhyNotInUse;
  /** The clauses that hold in its place; none where it was left out. */
  readonly instead: readonly ClauseId[];
  /** The council's reason, in its words; null where it gives none. */
  readonly because: string | null;
}

export interface Composition {
  /** In the council's order of policies, and each policy's own. */
  readonly inUse: readonly Clause[];
  readonly notInUse: readonly NotInUse[];
}

/** A policy as `council.yaml` uses it, written out. */
export interface UsedPolicy {
  readonly id: PolicyId;
  readonly only?: readonly ClauseId[] | undefined;
  readonly except?: readonly ClauseId[] | undefined;
  readonly because?: string | undefined;
}

/** The policies that a council names, in its order. */
export const usedPolicies = ({ policies }: Pick<Council, "policies">): readonly UsedPolicy[] =>
  policies.map((used) => (typeof used === "string" ? { id: used } : used));

/** Whether the council takes this clause at all, overlaps aside. */
export const isTaken = ({ only, except }: UsedPolicy, id: ClauseId): boolean =>
  (only === undefined || only.includes(id)) && except?.includes(id) !== true;

/** The clauses that an overlap lets stand. */
export const winnersOf = ({ wins }: Council["overlaps"][number]): readonly ClauseId[] => [wins].flat();

/** Which clauses of these policies (all those that the council names) it uses, and why not the others. Pure. */
export const composeClauses = (
  council: Pick<Council, "policies" | "overlaps">,
  policies: readonly Pick<Policy, "id" | "clauses">[],
): Composition => {
  const used = new Map(usedPolicies(council).map((each) => [each.id, each]));
  const judged = policies.flatMap(({ id, clauses }) =>
    clauses.map((clause) => ({ clause, out: leftOut(clause, used.get(id)) ?? beaten(clause, council.overlaps) })),
  );
  return {
    inUse: judged.flatMap(({ clause, out }) => (out === null ? [clause] : [])),
    notInUse: judged.flatMap(({ out }) => out ?? []),
  };
};

const leftOut = (clause: Clause, used: UsedPolicy | undefined): NotInUse | null =>
  used === undefined || isTaken(used, clause.id)
    ? null
    : { clause, why: "left-out", instead: [], because: used.because ?? null };

const beaten = (clause: Clause, overlaps: Council["overlaps"]): NotInUse | null => {
  const lost = overlaps.find((each) => each.clauses.includes(clause.id) && !winnersOf(each).includes(clause.id));
  return lost === undefined ? null : { clause, why: "overlap", instead: winnersOf(lost), because: lost.because };
};
