import type { Answers } from "../../domain/report/facts.ts";
import type { Vocabulary } from "../../domain/vocabulary.ts";
import type { FactReader } from "./condition.ts";

/** Answers first; what nobody said is what the vocabulary assumes, the reading that tells more people, sooner. */
export const factReader = (vocabulary: Vocabulary, facts: Answers): FactReader => {
  const known = (name: string) => (Object.hasOwn(facts, name) ? facts[name] : undefined);
  return (name) => known(name) ?? vocabulary.facts[name]?.assume;
};
