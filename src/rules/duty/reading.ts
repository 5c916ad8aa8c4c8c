import type { Answers, FactValue } from "../../domain/report/facts.ts";
import type { CaseFactDefinition, Vocabulary } from "../../domain/vocabulary.ts";
import { dateOfDay } from "../../time/london.ts";
import type { DayNumber } from "../../time/london.ts";
import { comparisonsOf, isAll, isAny, isNot } from "../engine/condition.ts";
import type { Comparison, Condition } from "../policy/condition.ts";

/**
 * A condition made ready: facts of the case, facts of the happening (null: there is none), and the day on which an age is
 * counted. Unlike a report's questions, a fact of a case that is blank has been answered: it is blank, so it equals nothing,
 * and `not` of it holds.
 */
export type Test = (facts: Answers, own: Answers | null, day: DayNumber) => boolean;
type Read = (facts: Answers, own: Answers | null, day: DayNumber) => FactValue | undefined;

/** Compiled once, because a sweep asks it of every child. */
export const testOf = (condition: Condition, vocabulary: Vocabulary): Test => {
  if (isAll(condition)) return every(condition.all.map((each) => testOf(each, vocabulary)));
  if (isAny(condition)) return some(condition.any.map((each) => testOf(each, vocabulary)));
  if (isNot(condition)) {
    const inner = testOf(condition.not, vocabulary);
    return (facts, own, day) => !inner(facts, own, day);
  }
  return every(comparisonsOf(condition).map(([name, comparison]) => compared(readerOf(name, vocabulary), comparison)));
};

const every = (tests: readonly Test[]): Test => {
  const [first, second] = tests;
  if (first && tests.length === 1) return first;
  if (first && second && tests.length === 2)
    return (facts, own, day) => first(facts, own, day) && second(facts, own, day);
  return (facts, own, day) => {
    for (const test of tests) if (!test(facts, own, day)) return false;
    return true;
  };
};

const some =
  (tests: readonly Test[]): Test =>
  (facts, own, day) => {
    for (const test of tests) if (test(facts, own, day)) return true;
    return false;
  };

const readerOf = (name: string, { caseFacts, facts: asked }: Vocabulary): Read => {
  const definition: CaseFactDefinition | undefined = caseFacts[name];
  const assumed = (definition ?? asked[name])?.assume;
  const derive = definition?.derived === undefined ? undefined : derived[definition.derived];
  if (derive) return (facts, own, day) => own?.[name] ?? facts[name] ?? derive(facts, day);
  return (facts, own) => own?.[name] ?? facts[name] ?? assumed;
};

/** Whole years on that day, 0 before birth; unknown without a date of birth. Born on 29 February: a year older on 1 March. */
const ageOn = (facts: Answers, day: DayNumber): number | undefined => {
  const born = facts["dateOfBirth"];
  if (typeof born !== "string" || born.length !== 10) return facts["unborn"] === true ? 0 : undefined;
  const date = dateOfDay(day);
  const years = Number(date.slice(0, 4)) - Number(born.slice(0, 4));
  return Math.max(0, date.slice(5) < born.slice(5) ? years - 1 : years);
};

const derived = {
  age: ageOn,
  allocated: ({ worker }: Answers) => typeof worker === "string" && worker.trim() !== "",
} as const satisfies Record<
  NonNullable<CaseFactDefinition["derived"]>,
  (facts: Answers, day: DayNumber) => FactValue | undefined
>;

const compared = (read: Read, comparison: Comparison): Test => {
  if (typeof comparison !== "object") return equals(read, comparison);
  if ("in" in comparison) {
    const wanted = new Set<unknown>(comparison.in);
    return (facts, own, day) => {
      const value = read(facts, own, day);
      return typeof value === "object" ? value.some((each) => wanted.has(each)) : wanted.has(value);
    };
  }
  const { atLeast = -Infinity, atMost = Infinity } = { atLeast: undefined, atMost: undefined, ...comparison };
  return (facts, own, day) => {
    const value = read(facts, own, day);
    return typeof value === "number" && value >= atLeast && value <= atMost;
  };
};

const equals =
  (read: Read, wanted: string | number | boolean): Test =>
  (facts, own, day) => {
    const value = read(facts, own, day);
    return typeof value === "object" ? value.some((each) => each === wanted) : value === wanted;
  };
