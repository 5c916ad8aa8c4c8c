import type { Suggestion } from "./types.ts";
import { createListener, type Heard } from "./suggest/concepts.ts";
import { createLikeness, remark, type Likeness, type Understood } from "./suggest/likeness.ts";
import { plainWords } from "./suggest/normalise.ts";
import type { ClausePhrases, Need, PhrasesData } from "./suggest/phrases.ts";
import { createSpeller } from "./suggest/spelling.ts";

export type { PhrasesData } from "./suggest/phrases.ts";

export type Suggester = (text: string) => readonly Suggestion[];

const most = 5;
/** Below this a guess is worse than silence. */
const leastScore = 0.28;
/** A clause this far behind the best is noise beside it. */
const farthestBehind = 0.38;
/** What the examples add to a clause whose meaning was found; they mostly decide between siblings. */
const likenessWeight = 0.25;
/** What a clause scores whose meaning was not found, but whose examples are likest. */
const likenessAlone = 0.5;
/** Likest to an ordinary remark, a text needs a clear meaning to be more than one. */
const sureDespiteRemark = 0.6;
/** How strong a likeness must be to speak alone: ordinary remarks seldom reach it. */
const strongEnough = 125;

/**
 * Suggests clauses for what somebody typed: at most five, best first, none when nothing fits. A clause scores by the
 * concepts it needs and by likeness to its examples. The word lists are prepared at the first text (some 300 ms), so
 * that a process that is only starting does not wait for them.
 */
export const createSuggester = (data: PhrasesData): Suggester => {
  let prepared: Suggester | undefined;
  return (text) => (prepared ??= prepare(data))(text);
};

const prepare = (data: PhrasesData): Suggester => {
  const { words, clauses } = data;
  const writtenOut = new Map(Object.entries(words.writtenOut));
  const fillers = new Set(words.fillers);
  const { vocabulary, listen } = createListener(words, (text) => plainWords(text, writtenOut));
  const spell = createSpeller(vocabulary, new Set([...words.ordinary, ...fillers]));
  const understand = (text: string): Understood => {
    const read = plainWords(text, writtenOut).map(spell);
    return { words: read, heard: listen(read) };
  };
  const likeness = createLikeness(data, understand, fillers);
  return (text) => {
    const understood = understand(text);
    if (isSmallTalk(understood.heard)) return [];
    const alike = likeness(understood);
    const all = clauses.map((clause) => scored(clause, understood.heard, alike.get(clause.clause)));
    return best(alike.get(remark)?.beside === 1 ? all.filter(({ score }) => score >= sureDespiteRemark) : all);
  };
};

/** Talk of forms, rooms and courses names the trade's words without anything having happened. */
const isSmallTalk = (heard: Heard): boolean => heard.has("small-talk") && !heard.has("in-earnest");

const best = (all: readonly Suggestion[]): readonly Suggestion[] => {
  const ranked = all.filter(({ score }) => score >= leastScore).sort((one, other) => other.score - one.score);
  const top = ranked[0]?.score ?? 0;
  return ranked.filter(({ score }) => score >= top * farthestBehind).slice(0, most);
};

const scored = ({ clause, title, event, needs }: ClausePhrases, heard: Heard, alike?: Likeness): Suggestion => {
  const meant = Math.max(0, ...needs.map((need) => needScore(need, heard)));
  const score = meant > 0 ? meant + likenessWeight * (alike?.beside ?? 0) : likenessScore(heard, alike);
  return { clause, title, event, score: Math.round(Math.min(1, score / (1 + likenessWeight)) * 1000) / 1000 };
};

const likenessScore = (heard: Heard, alike: Likeness | undefined): number =>
  alike === undefined || alike.strength < strongEnough || !heard.has("in-earnest") || heard.has("question")
    ? 0
    : likenessAlone * alike.beside;

const needScore = ({ all, unless, score, more, less }: Need, heard: Heard): number => {
  const holds = (anyOf: readonly string[]) => anyOf.some((concept) => heard.has(concept));
  if (!all.every(holds) || unless.some(holds)) return 0;
  const sum = (list: Need["more"]) => list.reduce((total, { anyOf, weight }) => total + (holds(anyOf) ? weight : 0), 0);
  return Math.max(0, score + sum(more) - sum(less));
};
