import { doubtFrom, everyAsked, type Asked, type Doubt } from "../../domain/doubt/doubt.ts";
import { doubtFactSchema, type DoubtFact, type DoubtFactOf } from "../../domain/doubt/facts.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Records } from "../ports/records.ts";
import { keptFacts, nextStepBy, type Due, type Shape } from "../kept/facts.ts";

/** What a doubt owes. `pass`: ask the next in line. `say`: tell whoever raised it what has happened. */
export type DoubtDue = Due &
  (
    | { readonly kind: "tell"; readonly to: PersonId }
    | { readonly kind: "repeat"; readonly asked: Asked }
    | { readonly kind: "pass"; readonly because: "silent" | "unreachable" }
    | { readonly kind: "refresh"; readonly copy: DoubtFactOf<"told"> }
    | { readonly kind: "say"; readonly about: "passed" | "handed" | "ended" }
  );

/** Look-up key of everything that was judged not to be Need-to-Know. */
export const judgedKey = "judged";

export const draftKey = (draft: string): string => `draft:${draft}`;

const isOut = ({ unreachable }: Doubt, person: PersonId): boolean => unreachable.some(({ where }) => where === person);

const asking = (doubt: Doubt, asked: Asked, index: number): DoubtDue[] => {
  const n = String(index);
  const leaveAt = asked.at;
  if (asked.to.every((person) => isOut(doubt, person)))
    return [{ kind: "pass", key: `pass:${n}`, leaveAt, because: "unreachable" }];
  const tells = asked.to.map((to): DoubtDue => ({ kind: "tell", key: `tell:${n}:${to}`, leaveAt, to }));
  const again = asked.repeatAt[asked.repeats];
  const chase: DoubtDue =
    again === undefined
      ? { kind: "pass", key: `pass:${n}`, leaveAt: asked.passOnAt, because: "silent" }
      : { kind: "repeat", key: `repeat:${n}:${String(asked.repeats)}`, leaveAt: again, asked };
  return [...tells, chase];
};

/** Copies show how it ended, or that somebody has begun a report of it. */
const refreshes = ({ told, outcome, opened }: Doubt): DoubtDue[] => {
  const last = outcome ?? opened.at(-1);
  if (last === undefined) return [];
  return told
    .filter(({ at }) => at <= last.at)
    .map((copy) => ({ kind: "refresh", key: `refresh:${copy.activity}:${last.kind}`, leaveAt: last.at, copy }));
};

const sayings = ({ asked, handed, outcome }: Doubt): DoubtDue[] => {
  const passed = asked.slice(1).map(({ at }, index): DoubtDue => ({
    kind: "say",
    key: `say:passed:${String(index)}`,
    leaveAt: at,
    about: "passed",
  }));
  if (outcome !== null) return [{ kind: "say", key: "say:ended", leaveAt: outcome.at, about: "ended" }];
  return handed === null
    ? passed
    : [...passed, { kind: "say", key: "say:handed", leaveAt: handed.at, about: "handed" }];
};

const owed = (doubt: Doubt): DoubtDue[] => {
  const last = doubt.asked.at(-1);
  const open = doubt.outcome === null && doubt.handed === null && last !== undefined;
  return [...(open ? asking(doubt, last, doubt.asked.length - 1) : []), ...refreshes(doubt), ...sayings(doubt)];
};

const shape: Shape<DoubtFact, Doubt, DoubtDue> = {
  kind: "doubt",
  fact: doubtFactSchema,
  evolve: doubtFrom,
  keys: (doubt) => [
    ...[...new Set([doubt.by, ...everyAsked(doubt)])].map((person) => `person:${person}`),
    ...doubt.opened.map(({ draft }) => draftKey(draft)),
    ...(doubt.outcome?.kind === "judged" ? [judgedKey] : []),
  ],
  owed,
};

export const keptDoubts = (records: Records) => keptFacts(records, shape);
export type KeptDoubts = ReturnType<typeof keptDoubts>;

/** For "store check": a doubt that is open always owes something, until nobody is left to ask and a telephone is named. */
export const nextDoubtStep = nextStepBy(shape, ({ outcome, handed }) => {
  if (outcome !== null) return "has ended";
  return handed === null ? null : "nobody is left to ask: whoever raised it was asked to telephone";
});
