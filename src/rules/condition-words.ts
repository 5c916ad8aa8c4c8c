import type { Vocabulary } from "../domain/vocabulary.ts";
import { comparisonsOf, isAll, isAny, isNot } from "./engine/condition.ts";
import type { Comparison, Condition } from "./policy/condition.ts";
import { either } from "./policy/nearest.ts";

type Facts = Vocabulary["facts"] | Vocabulary["caseFacts"];

/** "“Status” *CP* or *CLA* and “Unborn” yes": a condition by the questions and the labels of its facts. Markdown. */
export const conditionInWords = (condition: Condition, facts: Facts): string => {
  if (isAll(condition)) return condition.all.map((each) => nested(each, facts)).join(" and ");
  if (isAny(condition)) return condition.any.map((each) => nested(each, facts)).join(" or ");
  if (isNot(condition)) return `not ${nested(condition.not, facts)}`;
  return comparisonsOf(condition)
    .map(([fact, comparison]) => `“${facts[fact]?.asks ?? fact}” ${compared(fact, comparison, facts)}`)
    .join(" and ");
};

const nested = (condition: Condition, facts: Facts): string =>
  isAll(condition) || isAny(condition) ? `(${conditionInWords(condition, facts)})` : conditionInWords(condition, facts);

const compared = (fact: string, comparison: Comparison, facts: Facts): string => {
  const label = (value: string | number | boolean): string => {
    if (typeof value === "boolean") return value ? "yes" : "no";
    const found = facts[fact]?.options?.find((option) => option.value === String(value));
    return `*${found?.label ?? String(value)}*`;
  };
  if (typeof comparison !== "object") return label(comparison);
  if ("in" in comparison) return either(comparison.in.map(label));
  const bounds: { readonly atLeast?: number | undefined; readonly atMost?: number | undefined } = comparison;
  const parts = [
    bounds.atLeast === undefined ? "" : `at least ${String(bounds.atLeast)}`,
    bounds.atMost === undefined ? "" : `at most ${String(bounds.atMost)}`,
  ];
  return parts.filter((part) => part !== "").join(" and ");
};
