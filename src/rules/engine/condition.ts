import type { FactValue } from "../../domain/report/facts.ts";
import type { Comparison, Condition } from "../policy/condition.ts";

/** What is known about a fact: the answer, or what is assumed without one. */
export type FactReader = (name: string) => FactValue | undefined;

/** True, false, or not to be told until these facts are answered. */
export type Verdict = boolean | { readonly missing: readonly string[] };

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

export const isAll = (condition: Condition): condition is { readonly all: readonly Condition[] } =>
  "all" in condition && isList(condition.all);
export const isAny = (condition: Condition): condition is { readonly any: readonly Condition[] } =>
  "any" in condition && isList(condition.any);
export const isNot = (condition: Condition): condition is { readonly not: Condition } =>
  "not" in condition && typeof condition.not === "object" && Object.keys(condition).length === 1;

/** The comparisons of a condition that is none of all, any and not. */
export const comparisonsOf = (condition: Condition): readonly (readonly [string, Comparison])[] =>
  isAll(condition) || isAny(condition) || isNot(condition) ? [] : Object.entries(condition);

/** A fact that nobody answered leaves the verdict open only where it could still turn it. */
export const holds = (condition: Condition, read: FactReader): Verdict => {
  if (isAll(condition)) return every(condition.all.map((each) => holds(each, read)));
  if (isAny(condition)) return negate(every(condition.any.map((each) => negate(holds(each, read)))));
  if (isNot(condition)) return negate(holds(condition.not, read));
  return every(comparisonsOf(condition).map(([name, comparison]) => compare(name, comparison, read)));
};

const negate = (verdict: Verdict): Verdict => (typeof verdict === "boolean" ? !verdict : verdict);

const every = (verdicts: readonly Verdict[]): Verdict => {
  if (verdicts.includes(false)) return false;
  const missing = verdicts.flatMap((verdict) => (typeof verdict === "boolean" ? [] : verdict.missing));
  return missing.length === 0 || { missing };
};

const compare = (name: string, comparison: Comparison, read: FactReader): Verdict => {
  const value = read(name);
  if (value === undefined) return { missing: [name] };
  if (typeof comparison !== "object") return among(value, [comparison]);
  if ("in" in comparison) return among(value, comparison.in);
  const { atLeast = -Infinity, atMost = Infinity } = { atLeast: undefined, atMost: undefined, ...comparison };
  return typeof value === "number" && value >= atLeast && value <= atMost;
};

const among = (value: FactValue, wanted: readonly FactValue[]): boolean =>
  isList(value) ? value.some((each) => wanted.includes(each)) : wanted.includes(value);

/** All facts that a condition compares. */
export const factsIn = (condition: Condition): readonly string[] => {
  if (isAll(condition)) return condition.all.flatMap(factsIn);
  if (isAny(condition)) return condition.any.flatMap(factsIn);
  return isNot(condition) ? factsIn(condition.not) : comparisonsOf(condition).map(([name]) => name);
};
