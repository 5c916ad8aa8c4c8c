import type { FactValue } from "../../../domain/report/facts.ts";
import type { FactDefinition, Vocabulary } from "../../../domain/vocabulary.ts";
import { comparisonsOf, factsIn, holds, isAll, isAny, isNot } from "../../engine/condition.ts";
import { joiners } from "../condition.ts";
import type { Comparison, Condition } from "../condition.ts";
import type { Piece } from "../files.ts";
import { insteadOf } from "../nearest.ts";
import type { Fault, Path } from "../source.ts";
import { faultAt, keyFaultAt } from "./context.ts";

/** Unknown facts and values in a condition. `asked` are the facts that the clause's events ask, or null when it has none. */
export const checkCondition = (
  piece: Piece<unknown>,
  path: Path,
  condition: Condition,
  vocabulary: Vocabulary,
  asked: readonly string[] | null,
): readonly Fault[] => {
  const below = (inner: Condition, ...steps: Path): readonly Fault[] =>
    checkCondition(piece, [...path, ...steps], inner, vocabulary, asked);
  if (isAll(condition)) return condition.all.flatMap((inner, index) => below(inner, "all", index));
  if (isAny(condition)) return condition.any.flatMap((inner, index) => below(inner, "any", index));
  if (isNot(condition)) return below(condition.not, "not");
  return comparisonsOf(condition).flatMap(([name, comparison]) => {
    const fault = checkFact(piece, [...path, name], name, vocabulary, asked);
    const definition = vocabulary.facts[name];
    if (fault || !definition) return fault ? [fault] : [];
    return checkComparison(piece, [...path, name], name, definition, comparison);
  });
};

/** Why a fact cannot be used here, or undefined. */
const checkFact = (
  piece: Piece<unknown>,
  path: Path,
  name: string,
  vocabulary: Vocabulary,
  asked: readonly string[] | null,
): Fault | undefined => {
  const known = Object.keys(vocabulary.facts);
  if (joiners.some((word) => word === name))
    return keyFaultAt(piece, path, `${name} joins conditions`, `write ${name}: and conditions under it`);
  if (!known.includes(name)) return keyFaultAt(piece, path, `${name} is not a known fact`, insteadOf(name, known));
  return asked?.includes(name) === false
    ? keyFaultAt(
        piece,
        path,
        `the event does not ask ${name}`,
        `add ${name} to the event's facts, or ${insteadOf(name, asked)}`,
      )
    : undefined;
};

const valuesOf = (comparison: Comparison): readonly FactValue[] => {
  if (typeof comparison !== "object") return [comparison];
  return "in" in comparison ? comparison.in : [];
};

const checkComparison = (
  piece: Piece<unknown>,
  path: Path,
  name: string,
  definition: FactDefinition,
  comparison: Comparison,
): readonly Fault[] => {
  const inList = typeof comparison === "object" && "in" in comparison;
  if (typeof comparison === "object" && !inList && definition.type !== "number")
    return [
      faultAt(piece, path, `${name} is a ${definition.type}, not a number`, "write the value itself, or in: […]"),
    ];
  return valuesOf(comparison).flatMap((value, index) => {
    const instead = insteadOfValue(definition, value);
    const at = inList ? [...path, "in", index] : path;
    return instead === null ? [] : [faultAt(piece, at, `${String(value)} is not a value of ${name}`, instead)];
  });
};

/** What to write in place of a value that the fact can never have; null when it can. */
const insteadOfValue = ({ type, options = [] }: FactDefinition, value: FactValue): string | null => {
  switch (type) {
    case "choice":
    case "choices": {
      const known = options.map((option) => option.value);
      return typeof value === "string" && known.includes(value) ? null : insteadOf(String(value), known);
    }
    case "yes-no":
      return typeof value === "boolean" ? null : "write true or false";
    case "number":
      return typeof value === "number" ? null : "write a number";
    case "text":
      return typeof value === "string" ? null : "write words";
    case "people":
      return "list it among the event's facts and leave it: people are not compared";
    case "instant":
    case "date":
      return "count from it (anchor) instead: instants are not compared";
  }
};

/** Whether any answers at all make the condition true. Gives up, saying yes, when there are too many to try. */
export const canHold = (condition: Condition, vocabulary: Vocabulary): boolean => {
  const names = [...new Set(factsIn(condition))];
  const choices = names.map((name) => tried(name, condition, vocabulary.facts[name]));
  if (choices.reduce((product, each) => product * each.length, 1) > 50_000) return true;
  const attempt = (index: number, facts: ReadonlyMap<string, FactValue>): boolean => {
    const name = names[index];
    if (name === undefined) return holds(condition, (fact) => facts.get(fact)) === true;
    return (choices[index] ?? []).some((value) => attempt(index + 1, new Map(facts).set(name, value)));
  };
  return attempt(0, new Map());
};

/** The values worth trying for one fact: all its options, or those that the condition mentions and one more. */
const tried = (name: string, condition: Condition, definition: FactDefinition | undefined): readonly FactValue[] => {
  const options = (definition?.options ?? []).map(({ value }) => value);
  const mentioned = mentions(condition, name);
  if (definition?.type === "choice") return options;
  if (definition?.type === "choices") return subsets(options.filter((value) => mentioned.includes(value)));
  if (definition?.type === "yes-no") return [true, false];
  if (definition?.type === "number")
    return mentioned.flatMap((value) => (typeof value === "number" ? [value - 1, value, value + 1] : []));
  return [...mentioned, ""];
};

/** Beside the mentioned options there is always something else to choose. */
const subsets = (values: readonly string[]): readonly FactValue[] =>
  values.slice(0, 8).reduce<string[][]>((sets, value) => [...sets, ...sets.map((set) => [...set, value])], [["…"]]);

const mentions = (condition: Condition, name: string): readonly FactValue[] => {
  if (isAll(condition)) return condition.all.flatMap((each) => mentions(each, name));
  if (isAny(condition)) return condition.any.flatMap((each) => mentions(each, name));
  if (isNot(condition)) return mentions(condition.not, name);
  return comparisonsOf(condition).flatMap(([fact, comparison]) => (fact === name ? bounds(comparison) : []));
};

const bounds = (comparison: Comparison): readonly FactValue[] => {
  if (typeof comparison !== "object" || "in" in comparison) return valuesOf(comparison);
  return Object.values(comparison).filter((bound) => typeof bound === "number");
};
