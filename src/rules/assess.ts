import type { Instant } from "../domain/instants.ts";
import type { Question } from "../domain/vocabulary.ts";
import { assessClause } from "./engine/clause.ts";
import type { AlsoConsider, ClauseOutcome } from "./engine/clause.ts";
import { factReader } from "./engine/reader.ts";
import { earliest } from "./engine/timing.ts";
import type { Clause } from "./policy/clause.ts";
import { clausesOn, isInForce } from "./rulebook.ts";
import type { Rulebook } from "./rulebook.ts";
import type { Applied, Assessment, Happening, Watched } from "./types.ts";

export type Assessed =
  | { readonly outcome: "assessed"; readonly assessment: Assessment }
  /** Required facts that some clause cannot do without, each with its question. */
  | { readonly outcome: "unanswered"; readonly questions: readonly Question[] };

/**
 * Finds every clause that applies to what happened at `asOf`, and those that will. Pure. Throws `OutsideCalendar` when
 * a deadline would fall beyond the calendar's years.
 */
export const tryAssess = (rulebook: Rulebook, happening: Happening, asOf: Instant): Assessed => {
  const read = factReader(rulebook.vocabulary, happening.facts);
  const found = clausesOn(rulebook, happening.event)
    .filter((clause) => isInForce(clause, asOf))
    .map((clause) => ({ clause, result: assessClause(clause, { event: happening.event, read, asOf }, rulebook) }));
  const missing = new Set(found.flatMap(({ result }) => (result.outcome === "unanswered" ? result.facts : [])));
  if (missing.size > 0) return { outcome: "unanswered", questions: questionsNamed(rulebook, missing) };
  return { outcome: "assessed", assessment: summary(found) };
};

/** The same for facts that are known to be complete (`tryAssess`); throws, naming the question, when one is missing. */
export const assess = (rulebook: Rulebook, happening: Happening, asOf: Instant): Assessment => {
  const result = tryAssess(rulebook, happening, asOf);
  if (result.outcome === "assessed") return result.assessment;
  throw new Error(result.questions.map(unanswered).join("; "));
};

/** "missingSince is missing: When did the child go missing?" */
export const unanswered = ({ name, asks }: Question): string => `${name} is missing: ${asks}`;

const questionsNamed = ({ vocabulary }: Rulebook, names: ReadonlySet<string>): readonly Question[] =>
  [...names].flatMap((name) => {
    const fact = vocabulary.facts[name];
    return fact ? [{ name, ...fact }] : [];
  });

interface Found {
  readonly clause: Clause;
  readonly result: ClauseOutcome;
}

const summary = (all: readonly Found[]): Assessment => {
  const found = withoutReplaced(all);
  const clauses = found.flatMap(({ result }) => (result.outcome === "applies" ? [result.applied] : []));
  const watch = found.flatMap(({ result }) => (result.outcome === "watch" ? [result.watched] : []));
  return {
    clauses: clauses.toSorted(earliestFirst),
    watch: watch.toSorted((a, b) => a.maturesAt - b.maturesAt),
    phone: clauses.some(({ phone }) => phone),
    briefing: clauses.some(({ briefing }) => briefing),
    alsoConsider: merged(found.flatMap(({ result }) => ("alsoConsider" in result ? result.alsoConsider : []))),
  };
};

const earliestFirst = (a: Applied | Watched, b: Applied | Watched): number => {
  if (a.dueAt === b.dueAt) return 0;
  return (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity);
};

/** A clause gives way to those of its own policy that it names in `unless`, while they apply. */
const withoutReplaced = (found: readonly Found[]): readonly Found[] => {
  const key = (policy: string, id: string): string => `${policy}/${id}`;
  const applying = new Set(
    found.filter(({ result }) => result.outcome === "applies").map(({ clause }) => key(clause.policy, clause.id)),
  );
  return found.filter(({ clause }) => !(clause.unless ?? []).some((other) => applying.has(key(clause.policy, other))));
};

/** One line for each thing to consider, with the earliest of its dates. */
const merged = (items: readonly AlsoConsider[]): readonly AlsoConsider[] =>
  [...Map.groupBy(items, ({ what }) => what)].map(([what, same]) => ({
    what,
    dueAt: earliest(same.map(({ dueAt }) => dueAt)),
  }));
