import { bare } from "./text.ts";

/** Edits (insert, delete, replace) between two words. */
const edits = (a: string, b: string): number => {
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(replaced, (last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    last = row;
  }
  return last[b.length] ?? 0;
};

export interface Likeness<T> {
  readonly is: T;
  readonly cost: number;
}

/** Nobody's heading is longer; comparing what is would only take time. */
const longest = 120;

/** Every candidate, the likest first. Punctuation, spaces and letter case cost nothing. */
export const likest = <T>(text: string, candidates: Iterable<readonly [string, T]>): readonly Likeness<T>[] => {
  const word = bare(text).slice(0, longest);
  return [...candidates]
    .map(([name, is]) => ({ is, cost: edits(word, bare(name).slice(0, longest)) }))
    .toSorted((a, b) => a.cost - b.cost);
};

/** One slip in so many letters is still the same heading. */
const lettersForASlip = 6;

/**
 * What was surely meant: exactly, or with a slip in every six letters at most and nothing else half as near. Undefined
 * rather than a guess between two.
 */
export const surely = <T>(text: string, candidates: Iterable<readonly [string, T]>): T | undefined => {
  const word = bare(text);
  const most = Math.floor(word.length / lettersForASlip);
  // Whatever differs more in length alone is neither meant nor a rival: most cells of a sheet are no headings at all.
  const possible = [...candidates].filter(([name]) => Math.abs(bare(name).length - word.length) <= 2 * most);
  const [first, ...others] = likest(text, possible);
  if (first === undefined || first.cost > most) return undefined;
  const rival = others.find(({ is }) => is !== first.is);
  return rival === undefined || first.cost === 0 || rival.cost > first.cost * 2 ? first.is : undefined;
};
