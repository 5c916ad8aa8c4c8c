import type { Suggestion } from "./types.ts";
import { createListener, type Heard } from "./suggest/concepts.ts";
import { createLikeness, type Likeness } from "./suggest/likeness.ts";
import { plainWords } from "./suggest/normalise.ts";
import type { ClausePhrases, Need, PhrasesData } from "./suggest/phrases.ts";
import { createSpeller } from "./suggest/spelling.ts";

export { phrasesSchema, readPhrases, wordsSchema, type PhrasesData } from "./suggest/phrases.ts";

export type Suggester = (text: string) => readonly Suggestion[];

const most = 5;
/** Below this a guess is worse than silence. */
const leastScore = 0.35;
/** A clause this far behind the best is noise beside it. */
const farthestBehind = 0.55;
/** Likeness decides between clauses that mean the text equally well; it never outweighs meaning. */
const likenessWeight = 0.05;
/** How alike a text and an example must be to be believed without any meaning found. */
const alikeEnough = 0.7;

/**
 * Suggests clauses for what somebody typed: at most five, best first, none when nothing fits. A clause scores by the
 * concepts it needs, and a little by likeness to its examples.
 */
export const createSuggester = (data: PhrasesData): Suggester => {
  const writtenOut = new Map(Object.entries(data.words.writtenOut));
  const { vocabulary, listen } = createListener(data.words, (text) => plainWords(text, writtenOut));
  const fillers = new Set(data.words.fillers);
  const spell = createSpeller(vocabulary, new Set([...data.words.ordinary, ...fillers]));
  const read = (text: string) => plainWords(text, writtenOut).map(spell);
  const alike = createLikeness(data.clauses, read, fillers);
  return (text) => {
    const words = read(text);
    const heard = listen(words);
    const likeness = alike(words);
    return best(data.clauses.map((clause) => scored(clause, heard, likeness.get(clause.clause))));
  };
};

const best = (all: readonly Suggestion[]): readonly Suggestion[] => {
  const ranked = all.filter(({ score }) => score >= leastScore).sort((one, other) => other.score - one.score);
  const top = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= top * farthestBehind).slice(0, most);
};

const scored = (clause: ClausePhrases, heard: Heard, likeness: Likeness | undefined): Suggestion => {
  const meant = Math.max(0, ...clause.needs.map((need) => needScore(need, heard)));
  const alike = likeness !== undefined && likeness.shared >= alikeEnough ? likeness.shared * 0.6 : 0;
  const score = Math.max(meant, alike);
  const nudged = score === 0 ? 0 : score + likenessWeight * (likeness?.relative ?? 0);
  return { clause: clause.clause, title: clause.title, event: clause.event, score: rounded(nudged) };
};

const needScore = ({ all, unless, score, more, less }: Need, heard: Heard): number => {
  const holds = (anyOf: readonly string[]) => anyOf.some((concept) => heard.has(concept));
  if (!all.every(holds) || unless.some(holds)) return 0;
  const sum = (list: Need["more"]) => list.reduce((total, { anyOf, weight }) => total + (holds(anyOf) ? weight : 0), 0);
  return Math.max(0, score + sum(more) - sum(less));
};

const rounded = (score: number): number => Math.round(Math.min(1, score) * 1000) / 1000;
