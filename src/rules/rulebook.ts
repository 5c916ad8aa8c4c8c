import type { Council, HouseRules } from "../domain/council.ts";
import { councilSchema } from "../domain/council.ts";
import type { ClauseId, EventId, PolicyId } from "../domain/ids.ts";
import type { Instant } from "../domain/instants.ts";
import type { Post } from "../domain/people.ts";
import type { EventDefinition, Question, Vocabulary } from "../domain/vocabulary.ts";
import { createCalendar } from "../time/calendar.ts";
import { londonDate } from "../time/london.ts";
import type { Run } from "./clock.ts";
import { composeClauses, usedPolicies } from "./composition.ts";
import type { Composition, NotInUse } from "./composition.ts";
import { factsIn } from "./engine/condition.ts";
import { timingOf } from "./engine/timing.ts";
import type { Hours } from "./engine/timing.ts";
import { eventsOfClause } from "./policy/clause.ts";
import type { Clause, Loaded, Policy } from "./policy/clause.ts";

/** The rules of one council, composed: its policies in its order, the clauses it uses, its posts and its house rules. */
export interface Rulebook extends Hours {
  /** Whole, whatever is in use of them. */
  readonly policies: readonly Policy[];
  /** Those in use. */
  readonly clauses: readonly Clause[];
  /** Those of its policies that it does not use, each with the reason. */
  readonly notInUse: readonly NotInUse[];
  readonly vocabulary: Vocabulary;
  /** Titles by post: the council's own where it gives them. */
  readonly posts: Readonly<Record<Post, string>>;
  /** Agencies that come to meetings, with their titles, and those of them that are the council's own service. */
  readonly agencies: Readonly<Record<string, string>>;
  readonly ours: readonly string[];
}

type Declared = Pick<Loaded, "policies" | "vocabulary" | "posts"> & Partial<Pick<Loaded, "agencies" | "ours">>;

/** The house rules of a council that says nothing of its own: 09:00 to 17:00, after hours at once, year from April. */
export const defaultHouseRules: HouseRules = { ...councilSchema.shape.houseRules.parse(undefined), closureDays: [] };

/** Builds the calendar, so call it once per council. Throws when the council names a policy that was not loaded. */
export const composeRulebook = (loaded: Declared, council: Council): Rulebook => {
  const policies = usedPolicies(council).map(({ id }) => {
    const found = loaded.policies.filter((policy) => policy.id === id);
    if (found.length === 0) throw new Error(`Council ${council.id} uses policy ${id}, which is not loaded: run check.`);
    return found;
  });
  const titles = Object.entries(council.posts).map(([post, { title }]) => [post, title] as const);
  const houseRules = { ...council.houseRules, closureDays: council.closureDays };
  const posts = { ...loaded.posts, ...Object.fromEntries(titles) };
  return build(loaded, policies.flat(), composeClauses(council, policies.flat()), posts, houseRules);
};

/** The rules of some policies (all of them by default) without a council's choices. */
export const plainRulebook = (
  loaded: Declared,
  only?: PolicyId,
  houseRules: HouseRules = defaultHouseRules,
): Rulebook => {
  const policies = only === undefined ? loaded.policies : loaded.policies.filter(({ id }) => id === only);
  const whole = { inUse: policies.flatMap(({ clauses }) => clauses), notInUse: [] };
  return build(loaded, policies, whole, loaded.posts, houseRules);
};

const build = (
  { vocabulary, agencies = {}, ours = [] }: Declared,
  policies: readonly Policy[],
  { inUse, notInUse }: Composition,
  posts: Rulebook["posts"],
  houseRules: HouseRules,
): Rulebook => ({
  policies,
  clauses: inUse,
  notInUse,
  vocabulary,
  posts,
  agencies,
  ours,
  houseRules,
  calendar: createCalendar(houseRules),
});

/**
 * The clause with this id: with `asOf`, the edition in force then; without, the newest. Undefined for an unknown id. One that
 * is not in use is found too: a report may have begun under it.
 */
export const clause = (rulebook: Rulebook, id: ClauseId, asOf?: Instant): Clause | undefined => {
  const all = [...rulebook.clauses, ...rulebook.notInUse.map((each) => each.clause)];
  const editions = all.filter((each) => each.id === id);
  const newest = editions.toSorted((a, b) => b.inForce.from.localeCompare(a.inForce.from))[0];
  return asOf === undefined ? newest : (editions.find((each) => isInForce(each, asOf)) ?? newest);
};

/** London dates, half-open. */
export const isInForce = ({ inForce: { from, to } }: Pick<Clause, "inForce">, asOf: Instant): boolean => {
  const date = londonDate(asOf);
  return from <= date && (to === undefined || date < to);
};

/** The events that at least one clause of the rulebook is about, in the vocabulary's order. */
export const eventsOf = (rulebook: Rulebook): readonly (EventDefinition & { readonly id: EventId })[] => {
  const caught = new Set(rulebook.clauses.flatMap(eventsOfClause));
  return Object.entries(rulebook.vocabulary.events)
    .filter(([id]) => caught.has(id))
    .map(([id, event]) => ({ id, ...event }));
};

/** Clauses on an event, in the document's order. */
export const clausesOn = (rulebook: Rulebook, event: EventId): readonly Clause[] =>
  rulebook.clauses.filter((each) => eventsOfClause(each).includes(event));

/** What the event's clauses need to know, and whom it is about, in the event's order, what the clock counts from first. */
export const questionsFor = (rulebook: Rulebook, event: EventId): readonly Question[] => {
  const used = new Set(clausesOn(rulebook, event).flatMap((each) => factsOf(each, event)));
  const anchors = new Set(clausesOn(rulebook, event).flatMap((each) => anchorsOf(each, event)));
  const asked = (rulebook.vocabulary.events[event]?.facts ?? []).filter(
    (name) => used.has(name) || rulebook.vocabulary.facts[name]?.type === "people",
  );
  const first = asked.find((name) => anchors.has(name));
  const ordered = first === undefined ? asked : [first, ...asked.filter((name) => name !== first)];
  return ordered.flatMap((name) => {
    const fact = rulebook.vocabulary.facts[name];
    return fact ? [{ name, ...fact }] : [];
  });
};

/** The facts from which a clause's own clocks count on this event. */
export const anchorsOf = (each: Clause, event: EventId): readonly string[] =>
  each.limbs.flatMap(({ on, anchor }) => (on.includes(event) && anchor !== null ? [anchor] : []));

const named = (names: readonly (string | null | undefined)[]): readonly string[] =>
  names.filter((name) => typeof name === "string");

/** Every fact that a clause looks at on this event. */
export const factsOf = (each: Clause, event: EventId): readonly string[] => {
  const limbs = each.limbs.filter(({ on }) => on.includes(event));
  const conditions = [
    ...limbs.map(({ when }) => when),
    ...each.tell.map(({ when }) => when),
    ...each.alsoConsider.map(({ when }) => when),
    each.phone === true ? null : each.phone,
  ];
  return [
    ...named(limbs.flatMap(({ anchor, endedBy }) => [anchor, endedBy])),
    ...named([...each.tell, ...each.alsoConsider].map(({ from }) => from)),
    ...conditions.flatMap((condition) => (condition ? factsIn(condition) : [])),
  ];
};

/**
 * The deadline that a clause gives from its anchor (its first limb's, where there are several). Tellings that count
 * from another fact are left out. Undefined for an unknown clause; throws `OutsideCalendar` beyond the calendar.
 */
export const deadline = (rulebook: Rulebook, id: ClauseId, from: Instant): Run | undefined => {
  const found = clause(rulebook, id);
  if (!found) return undefined;
  const own = found.tell.filter((tell) => tell.from === undefined);
  const { maturesAt, dueAt } = timingOf(found, found.limbs[0], own, from, () => null, rulebook);
  return { maturesAt, dueAt };
};
