import type { Instant } from "../../domain/instants.ts";
import type { EventId } from "../../domain/ids.ts";
import type { FactValue } from "../../domain/report/facts.ts";
import { atLondon, isLondonDate } from "../../time/london.ts";
import type { Clause, Limb } from "../policy/clause.ts";
import type { Condition } from "../policy/condition.ts";
import { holds } from "./condition.ts";
import type { FactReader } from "./condition.ts";
import { timingOf } from "./timing.ts";
import type { Hours, Timing } from "./timing.ts";

/** What one limb makes of an event. */
export type LimbOutcome =
  | { readonly outcome: "no" }
  | { readonly outcome: "unanswered"; readonly facts: readonly string[] }
  | { readonly outcome: "applies" | "ended"; readonly timing: Timing; readonly anchor: Instant | null }
  | {
      readonly outcome: "watch";
      readonly timing: Timing & { readonly maturesAt: Instant };
      readonly anchor: Instant | null;
    };

export interface Occasion {
  readonly event: EventId;
  readonly read: FactReader;
  readonly asOf: Instant;
}

/** A date counts from its first moment in London. */
export const instantFrom = (value: FactValue | undefined): Instant | null => {
  if (typeof value === "number") return value;
  return typeof value === "string" && isLondonDate(value) ? atLondon(value, "00:00") : null;
};

/** A condition that decides how much is done: while it cannot be told, more is done. */
export const holdsOrOpen = (condition: Condition | undefined, read: FactReader): boolean =>
  condition === undefined || holds(condition, read) !== false;

export const limbOutcome = (clause: Clause, limb: Limb, occasion: Occasion, hours: Hours): LimbOutcome => {
  if (!limb.on.includes(occasion.event)) return { outcome: "no" };
  const verdict = limb.when === null || holds(limb.when, occasion.read);
  if (verdict === false) return { outcome: "no" };
  const instantOf = (fact: string): Instant | null => instantFrom(occasion.read(fact));
  const anchor = limb.anchor === null ? null : instantOf(limb.anchor);
  const missing = limb.anchor !== null && anchor === null ? [limb.anchor] : [];
  if (verdict !== true) return { outcome: "unanswered", facts: [...verdict.missing, ...missing] };
  if (missing.length > 0) return { outcome: "unanswered", facts: missing };
  const tells = clause.tell.filter(({ when }) => holdsOrOpen(when, occasion.read));
  const timing = timingOf(clause, limb, tells, anchor, instantOf, hours);
  return settle(timing, anchor, limb.endedBy === null ? null : instantOf(limb.endedBy), occasion.asOf);
};

const settle = (timing: Timing, anchor: Instant | null, endedAt: Instant | null, asOf: Instant): LimbOutcome => {
  const { maturesAt } = timing;
  if (maturesAt === null) return { outcome: "applies", timing, anchor };
  if (endedAt !== null && endedAt < maturesAt) return { outcome: "ended", timing, anchor };
  if (maturesAt <= asOf) return { outcome: "applies", timing, anchor };
  return { outcome: "watch", timing: { ...timing, maturesAt }, anchor };
};

const rank = { applies: 0, watch: 1, unanswered: 2, ended: 3, no: 4 } as const satisfies Record<
  LimbOutcome["outcome"],
  number
>;

const at = (outcome: LimbOutcome): number => {
  if (outcome.outcome === "watch") return outcome.timing.maturesAt;
  return outcome.outcome === "applies" ? (outcome.timing.dueAt ?? Infinity) : 0;
};

/** The limb that counts: one that applies before one that will, the earliest of several. */
export const clauseOutcome = (clause: Clause, occasion: Occasion, hours: Hours): LimbOutcome =>
  clause.limbs
    .map((limb) => limbOutcome(clause, limb, occasion, hours))
    .reduce((best, each) => {
      const order = rank[each.outcome] - rank[best.outcome] || at(each) - at(best);
      return order < 0 ? each : best;
    });
