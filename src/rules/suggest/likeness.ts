import MiniSearch from "minisearch";
import type { ClauseId } from "../../domain/ids.ts";
import type { Heard } from "./concepts.ts";
import type { PhrasesData } from "./phrases.ts";

/** How like a clause's examples a text is. */
export interface Likeness {
  /** 0 to 1: beside the likest clause. */
  readonly beside: number;
  /** Unbounded: the search's own score, higher with every rare word or concept that text and example share. */
  readonly strength: number;
}

/** Stands for a clause where the likest example is an ordinary remark. */
export const remark = "";

/** A text as it was read: its words, and what they are about. */
export interface Understood {
  readonly words: readonly string[];
  readonly heard: Heard;
}

interface Example {
  readonly id: number;
  readonly clause: ClauseId;
  readonly said: string;
}

/** Rare terms tell most and cost least; the common rest of a text changes the order of clauses hardly ever. */
const affordable = 700;
const fewest = 6;

/**
 * Finds the clauses whose title or examples (`saidAs`) a text is like. Text and examples are compared by their words
 * and by the concepts in them alike, so that "lad" is near "girl" though no letter is the same; `dull` words count for nothing.
 */
export const createLikeness = (
  { clauses, words: { remarks } }: PhrasesData,
  understand: (text: string) => Understood,
  dull: ReadonlySet<string>,
): ((text: Understood) => ReadonlyMap<ClauseId, Likeness>) => {
  const index = new MiniSearch<Example>({
    fields: ["said"],
    storeFields: ["clause"],
    tokenize: (text) => text.split(" "),
    processTerm: (term) => term,
  });
  const examples = clauses
    .flatMap(({ clause, title, saidAs }) => [title, ...saidAs].map((said) => ({ clause, said })))
    .concat(remarks.map((said) => ({ clause: remark, said })))
    .map(({ clause, said }) => ({ clause, terms: terms(understand(said), dull) }));
  index.addAll(examples.map(({ clause, terms }, id): Example => ({ id, clause, said: terms.join(" ") })));
  const common = counts(examples.flatMap(({ terms }) => terms));
  const rarest = (all: readonly string[]) => {
    let cost = 0;
    return all
      .flatMap((term) => ({ term, count: common.get(term) ?? 0 }))
      .filter(({ count }) => count > 0)
      .sort((one, other) => one.count - other.count)
      .filter(({ count }, at) => (cost += count) <= affordable || at < fewest)
      .map(({ term }) => term);
  };
  return (text) => {
    const found = new Map<ClauseId, Likeness>();
    const asked = rarest(terms(text, dull)).join(" ");
    const results: readonly { readonly score: number; readonly [stored: string]: unknown }[] = index.search(asked);
    const most = results[0]?.score ?? 1;
    for (const { score, clause } of results) {
      if (typeof clause === "string" && !found.has(clause)) {
        found.set(clause, { beside: score / most, strength: score });
      }
    }
    return found;
  };
};

/** Concepts carry a mark, so that the concept `missing` and the word "missing" count apart. */
const terms = ({ words, heard }: Understood, dull: ReadonlySet<string>): string[] => {
  const telling = words.filter((word) => word.length > 1 && !dull.has(word));
  return [...new Set(telling), ...[...heard].map((concept) => `@${concept}`)];
};

const counts = (all: readonly string[]): ReadonlyMap<string, number> => {
  const counted = new Map<string, number>();
  for (const one of all) counted.set(one, (counted.get(one) ?? 0) + 1);
  return counted;
};
