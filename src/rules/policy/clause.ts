import type { Council } from "../../domain/council.ts";
import type { EventId, PolicyId } from "../../domain/ids.ts";
import type { Post } from "../../domain/people.ts";
import type { Vocabulary } from "../../domain/vocabulary.ts";
import type { Clock } from "../clock.ts";
import type { Condition } from "./condition.ts";
import type { DutySource } from "./duty-schema.ts";
import type { ClauseSource, InForce, PolicyHead } from "./schema.ts";
import type { Fault } from "./source.ts";

/** One way in which a clause comes to apply. A clause without a trigger of its own has one limb on no event. */
export interface Limb {
  readonly says: string | null;
  readonly on: readonly EventId[];
  readonly when: Condition | null;
  readonly anchor: string | null;
  /** Null: no limit stated. */
  readonly clock: Clock | null;
  readonly endedBy: string | null;
}

type Written = Omit<ClauseSource, "on" | "when" | "anchor" | "clock" | "endedBy" | "limbs" | "inForce" | "owedBy">;

/** A clause as the rules use it: every default filled in, triggers in one list. */
export interface Clause extends Written {
  readonly policy: PolicyId;
  readonly inForce: InForce;
  readonly owedBy: readonly Post[];
  readonly limbs: readonly [Limb, ...Limb[]];
}

export interface Policy extends PolicyHead {
  /** In the document's order. */
  readonly clauses: readonly Clause[];
}

/** Everything that a set of files declares. `faults` make it unfit for use; `warnings` are worth a look. */
export interface Loaded {
  readonly policies: readonly Policy[];
  readonly vocabulary: Vocabulary;
  /** Posts that clauses may name, with their usual titles. */
  readonly posts: Readonly<Record<Post, string>>;
  /** Agencies that clauses may invite to a meeting, with their titles. */
  readonly agencies: Readonly<Record<string, string>>;
  /** Those of them that are the council's own service. */
  readonly ours: readonly string[];
  readonly councils: readonly Council[];
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
}

type Trigger = Pick<ClauseSource, "on" | "when" | "anchor" | "clock" | "endedBy">;

const limb = (trigger: Trigger, says: string | undefined): Limb => ({
  says: says ?? null,
  on: trigger.on === undefined ? [] : [trigger.on].flat(),
  when: trigger.when ?? null,
  anchor: trigger.anchor ?? null,
  clock: trigger.clock ?? null,
  endedBy: trigger.endedBy ?? null,
});

/** What a duty counts from and its clock, the first of several, on no event of a report. */
const dutyLimb = ({ from, when, clock, phases, checkpoints }: DutySource): Limb => ({
  says: null,
  on: [],
  when: when ?? null,
  anchor: [from ?? []].flat()[0] ?? null,
  clock: clock ?? phases?.[0]?.clock ?? checkpoints?.[0]?.clock ?? null,
  endedBy: null,
});

/** Fills in what an author leaves out. */
export const clauseOf = (source: ClauseSource, policy: PolicyId, inForce: InForce): Clause => {
  const { on, when, anchor, clock, endedBy, limbs = [], inForce: own, owedBy, ...rest } = source;
  const [first, ...others] = limbs.map((each) => limb(each, each.says));
  const only = rest.duty === undefined ? limb({ on, when, anchor, clock, endedBy }, undefined) : dutyLimb(rest.duty);
  return {
    ...rest,
    policy,
    inForce: own ?? inForce,
    owedBy: owedBy === undefined ? [] : [owedBy].flat(),
    limbs: [first ?? only, ...others],
  };
};

/** All events that can make a clause apply. */
export const eventsOfClause = (clause: Clause): readonly EventId[] => [
  ...new Set(clause.limbs.flatMap(({ on }) => on)),
];
