import type { Case, Happened } from "../../../src/domain/case/case.ts";
import type { FactValue } from "../../../src/domain/report/facts.ts";
import type { FactDefinition } from "../../../src/domain/vocabulary.ts";
import { dateOf, dayOf, instantOf } from "./oracle-days.ts";
import type { Wall } from "./oracle-days.ts";
import type { Oracle } from "./oracle-facts.ts";

/** Numbers that are always the same for a seed, so that what fails once fails again. */
const numbers = (seed: number): ((below: number) => number) => {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * below);
  };
};
type Next = ReturnType<typeof numbers>;

const pick = <T>(list: readonly [T, ...T[]], next: Next): T => list[next(list.length)] ?? list[0];

/** Where clocks are hostile: the nights they change, Easter, Christmas, the ends of the year, of months and of leap Februaries. */
const awkward = [
  "2024-02-29",
  "2024-03-31",
  "2025-04-18",
  "2026-03-29",
  "2026-04-03",
  "2026-04-06",
  "2026-10-25",
  "2026-12-25",
  "2026-12-28",
  "2027-03-31",
  "2027-04-01",
  "2025-02-28",
  "2026-05-31",
] as const;
/** Not between one and two in the morning, which comes twice or not at all when the clocks change. */
const times = ["00:00:00", "00:00:00", "09:30:00", "16:59:59", "17:00:00", "23:59:59"] as const;
/** Distances at which clocks of whole weeks, months and years end. */
const distances = [0, 1, 5, 7, 8, 14, 15, 28, 29, 30, 31, 42, 56, 57, 60, 84, 91, 92, 183, 365, 366] as const;

export interface Scene {
  readonly now: Wall;
  readonly cases: readonly Case[];
}

/** So many scenes of so many cases each, made of every word that the clauses and the vocabulary use. */
export const randomCases = function* ({ clauses, vocabulary }: Oracle, scenes: number, size: number): Generator<Scene> {
  const next = numbers(20_260_401 + scenes + size);
  const names = [
    ...new Set(clauses.flatMap(({ duty }) => [duty?.on ?? [], duty?.metBy ?? [], duty?.endedBy ?? []].flat(2))),
  ];
  for (let scene = 0; scene < scenes; scene += 1) {
    const date = next(3) === 0 ? pick(awkward, next) : dateOf(dayOf("2024-01-01") + next(1400));
    const now = `${date} ${pick(times, next)}`;
    const cases = Array.from({ length: size }, (_, index): Case => {
      const happened = Array.from({ length: next(7) }, (__, at) => happening(names, vocabulary, now, at, next));
      return { ref: `AMB-${String(index)}`, facts: someOf(vocabulary.caseFacts, now, next), happened, standing: [] };
    });
    yield { now, cases };
  }
};

const someOf = (
  definitions: Readonly<Record<string, FactDefinition & { readonly derived?: unknown }>>,
  now: Wall,
  next: Next,
): Record<string, FactValue> =>
  Object.fromEntries(
    Object.entries(definitions).flatMap(([name, definition]) =>
      definition.derived !== undefined || next(10) < 3 ? [] : [[name, valueOf(name, definition, now, next)] as const],
    ),
  );

const valueOf = (name: string, { type, options = [] }: FactDefinition, now: Wall, next: Next): FactValue => {
  const [first, ...others] = options.map(({ value }) => value);
  switch (type) {
    case "yes-no":
      return next(2) === 0;
    case "choice":
      return first === undefined ? "" : pick([first, ...others], next);
    case "choices":
    case "people":
      return first === undefined ? [] : [pick([first, ...others], next)];
    case "number":
      return next(50);
    case "text":
      return `${name}-${String(next(3))}`;
    case "date":
      return name === "dateOfBirth" ? dateOf(dayOf(now) - next(4 * 366) + 60) : near(now, next);
    case "instant":
      return instantOf(`${near(now, next)} ${pick(times, next)}`);
  }
};

/** A day near today: mostly before it, at a distance that a clock might have, and often the same as another, a year apart too. */
const near = (now: Wall, next: Next): string => {
  const often = (dayOf(now) * 7) % 60;
  const sort = next(6);
  const distance = sort < 2 ? pick(distances, next) : sort < 4 ? often + (sort - 2) * 365 : next(500) - 10;
  return dateOf(dayOf(now) - distance);
};

const happening = (
  names: readonly string[],
  { happenings, caseFacts, facts }: Oracle["vocabulary"],
  now: Wall,
  at: number,
  next: Next,
): Happened => {
  const name = names[next(names.length)] ?? "";
  const asked = Object.fromEntries(
    (happenings[name]?.facts ?? []).flatMap((fact) => {
      const definition = caseFacts[fact] ?? facts[fact];
      return definition ? [[fact, definition] as const] : [];
    }),
  );
  const time = pick(times, next);
  const on = instantOf(`${near(now, next)} ${time}`);
  return {
    id: `h${String(at)}`,
    happening: name,
    on,
    dateOnly: time === "00:00:00",
    facts: someOf(asked, now, next),
    by: null,
  };
};
