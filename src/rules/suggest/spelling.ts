import SearchableMap from "minisearch/SearchableMap";

/** Reads a slip as the word that was meant; any word it cannot place comes back as it was. */
export type Speller = (word: string) => string;

/**
 * A speller that knows `vocabulary` and leaves `ordinary` words alone. Short words are never guessed at: most English
 * words of four letters are one slip from another.
 */
export const createSpeller = (vocabulary: Iterable<string>, ordinary: ReadonlySet<string>): Speller => {
  const known = new SearchableMap<string>();
  for (const word of vocabulary) if (word.length > 3 && !word.startsWith("#")) known.set(word, word);
  return (word) => {
    if (word.length < 5 || /[\d#]/.test(word) || known.has(word) || ordinary.has(word)) return word;
    return nearest(word, known.fuzzyGet(word, 2)) ?? word;
  };
};

const nearest = (word: string, found: Map<string, [string, number]>): string | undefined => {
  let best: { readonly meant: string; readonly far: number } | undefined;
  for (const [meant, far] of found.values()) {
    if (isSlip(word, meant, far) && (best === undefined || far < best.far)) best = { meant, far };
  }
  return best?.meant;
};

/** One wrong letter, two letters swapped, or two wrong in a long word; the first letter is nearly always right. */
const isSlip = (word: string, meant: string, far: number): boolean => {
  if (word[0] !== meant[0]) return false;
  if (far === 1) return meant.length > 4;
  return word.length > 7 || sorted(word) === sorted(meant);
};

const sorted = (word: string): string => Array.from(word).sort().join("");
