/** Edits (insert, delete, replace, swap of neighbours) between two words, letter case aside. */
const edits = (one: string, other: string): number => {
  const a = one.toLowerCase();
  const b = other.toLowerCase();
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) row[j] = cheapest(a, b, i, j, row, last, before);
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
};

/** One cell of the table of edits, from the cells around it. */
const cheapest = (
  a: string,
  b: string,
  i: number,
  j: number,
  row: readonly number[],
  last: readonly number[],
  before: readonly number[],
): number => {
  const at = (cells: readonly number[], index: number): number => cells[index] ?? Number.POSITIVE_INFINITY;
  const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
  const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : Infinity;
  return Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced, swapped);
};

/** Hyphens, underscores and spaces are where people slip most, so they cost nothing. */
const bare = (word: string): string => word.replace(/[-_ ]/g, "");

/** No word of a policy is longer; measuring what is would only take time. */
const longest = 60;

/** The known word that was probably meant, or undefined when none is near. */
export const nearest = (word: string, known: Iterable<string>): string | undefined => {
  if (word.length > longest) return undefined;
  let best: { word: string; cost: number } | undefined;
  for (const candidate of known) {
    const cost = edits(bare(word), bare(candidate));
    if (!best || cost < best.cost) best = { word: candidate, cost };
  }
  return best && best.cost <= Math.max(1, Math.floor(word.length / 3)) ? best.word : undefined;
};

/** "a, b or c" */
export const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;

/** What to write in place of an unknown word: the one meant, or the words there are (at most twelve of them). */
export const insteadOf = (word: string, known: readonly string[]): string => {
  const meant = nearest(word, known);
  if (meant !== undefined) return `write ${meant}`;
  if (known.length === 0) return "remove it";
  return known.length > 12 ? `write one of ${known.slice(0, 12).join(", ")} …` : `write ${either(known)}`;
};
