import type { Case } from "../../../src/domain/case/case.ts";
import type { Answers, FactValue } from "../../../src/domain/report/facts.ts";
import type { Vocabulary } from "../../../src/domain/vocabulary.ts";
import type { Clause } from "../../../src/rules/policy/clause.ts";
import { dateOf, dayOf, wallAt } from "./oracle-days.ts";
import type { Wall } from "./oracle-days.ts";

/** What the oracle reads: clauses as they are written, and the words they use. */
export interface Oracle {
  readonly clauses: readonly Clause[];
  readonly vocabulary: Vocabulary;
}

export const many = <T>(one: T | readonly T[] | undefined): readonly T[] =>
  one === undefined ? [] : ([one].flat() as T[]);

const age = (facts: Answers, day: number): number | undefined => {
  const born = facts["dateOfBirth"];
  if (typeof born !== "string") return facts["unborn"] === true ? 0 : undefined;
  let years = 0;
  for (;;) {
    const birthday = `${String(Number(born.slice(0, 4)) + years + 1)}${born.slice(4)}`;
    if (birthday > dateOf(day)) return years;
    years += 1;
  }
};

/** Cases at one wall time: what is known of them, and when what happened. */
export class Known {
  protected readonly oracle: Oracle;
  protected readonly cases: readonly Case[];
  protected readonly now: Wall;

  constructor(oracle: Oracle, cases: readonly Case[], now: Wall) {
    this.oracle = oracle;
    this.cases = cases;
    this.now = now;
  }

  protected value(name: string, facts: Answers, own: Answers | null, day: number): FactValue | undefined {
    const { caseFacts, facts: asked } = this.oracle.vocabulary;
    const known = own?.[name] ?? facts[name];
    if (known !== undefined) return known;
    if (name === "age") return age(facts, day);
    if (name === "allocated") return typeof facts["worker"] === "string" && facts["worker"] !== "";
    return (caseFacts[name] ?? asked[name])?.assume;
  }

  protected true(condition: unknown, facts: Answers, own: Answers | null, day: number): boolean {
    return Object.entries(condition as Record<string, unknown>).every(([key, wanted]) => {
      if (key === "all") return (wanted as unknown[]).every((each) => this.true(each, facts, own, day));
      if (key === "any") return (wanted as unknown[]).some((each) => this.true(each, facts, own, day));
      if (key === "not") return !this.true(wanted, facts, own, day);
      const values: readonly unknown[] = [this.value(key, facts, own, day)].flat();
      if (typeof wanted !== "object" || wanted === null) return values.includes(wanted);
      if ("in" in wanted) return values.some((value) => (wanted.in as unknown[]).includes(value));
      const { atLeast = -Infinity, atMost = Infinity } = wanted as { atLeast?: number; atMost?: number };
      return typeof values[0] === "number" && values[0] >= atLeast && values[0] <= atMost;
    });
  }

  protected moment(value: FactValue | undefined): Wall | null {
    if (typeof value === "number") return wallAt(value);
    return typeof value === "string" ? `${value} 00:00:00` : null;
  }

  /** Everything of these sorts that had happened by now, by London day. */
  protected timeline(
    happenings: readonly string[],
    only: readonly Case[] = this.cases,
  ): ReadonlyMap<number, readonly Wall[]> {
    const days = new Map<number, Wall[]>();
    const add = (wall: Wall): unknown =>
      wall <= this.now && days.set(dayOf(wall), [...(days.get(dayOf(wall)) ?? []), wall]);
    for (const { happened } of only)
      for (const each of happened) if (happenings.includes(each.happening)) add(wallAt(each.on));
    for (const { facts } of only)
      for (const name of happenings) {
        const keeps = this.oracle.vocabulary.happenings[name]?.keeps;
        const kept = keeps === undefined ? null : this.moment(facts[keeps]);
        if (kept !== null && !days.has(dayOf(kept))) add(kept);
      }
    return days;
  }

  /** Walks back from today. */
  protected last(happenings: readonly string[], only?: readonly Case[]): Wall | null {
    const days = this.timeline(happenings, only);
    const least = Math.min(...days.keys());
    for (let day = dayOf(this.now); day >= least; day -= 1) {
      const walls = days.get(day);
      if (walls) return walls.toSorted().at(-1) ?? null;
    }
    return null;
  }

  protected latest(names: readonly string[], facts: Answers, own: Answers | null = null): Wall | null {
    return (
      names
        .flatMap((name) => this.moment(own?.[name] ?? facts[name]) ?? [])
        .toSorted()
        .at(-1) ?? null
    );
  }

  protected inForce({ inForce: { from, to } }: Clause, wall: Wall): boolean {
    return from <= wall.slice(0, 10) && (to === undefined || wall.slice(0, 10) < to);
  }
}
