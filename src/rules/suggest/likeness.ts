import MiniSearch from "minisearch";
import type { ClauseId } from "../../domain/ids.ts";
import type { ClausePhrases } from "./phrases.ts";

export interface Likeness {
  /** 0 to 1 among the clauses found, by shared and telling words. */
  readonly relative: number;
  /** 0 to 1: how much of the text and of the example are the same words. */
  readonly shared: number;
}

interface Example {
  readonly id: number;
  readonly clause: ClauseId;
  readonly said: string;
}

/**
 * Finds clauses whose title or examples look like a text. `read` is how both are turned into words; `dull` words count
 * for nothing.
 */
export const createLikeness = (
  clauses: readonly ClausePhrases[],
  read: (text: string) => readonly string[],
  dull: ReadonlySet<string>,
): ((words: readonly string[]) => ReadonlyMap<ClauseId, Likeness>) => {
  const telling = (words: readonly string[]) =>
    [...new Set(words)].filter((word) => word.length > 1 && !dull.has(word));
  const examples = clauses
    .flatMap(({ clause, title, saidAs }) => [title, ...saidAs].map((said) => ({ clause, said })))
    .map(({ clause, said }, id): Example => ({ id, clause, said: telling(read(said)).join(" ") }));
  const lengths = examples.map(({ said }) => said.split(" ").length);
  const index = new MiniSearch<Example>({
    fields: ["said"],
    storeFields: ["clause"],
    tokenize: (text) => text.split(" "),
  });
  index.addAll(examples);
  return (words) => {
    const asked = telling(words);
    const found = new Map<ClauseId, Likeness>();
    if (asked.length === 0) return found;
    const results = index.search(asked.join(" "));
    const top = results[0]?.score ?? 1;
    for (const { id, clause, score, queryTerms } of results as readonly Hit[]) {
      const same = queryTerms.length;
      const shared = (2 * same) / (asked.length + (lengths[id] ?? asked.length));
      const before = found.get(clause);
      found.set(clause, {
        relative: Math.max(before?.relative ?? 0, score / top),
        shared: Math.max(before?.shared ?? 0, same > 1 ? shared : 0),
      });
    }
    return found;
  };
};

interface Hit {
  readonly id: number;
  readonly clause: ClauseId;
  readonly score: number;
  readonly queryTerms: readonly string[];
}
