import type { Words } from "./phrases.ts";

/** The concepts that a text holds. */
export type Heard = ReadonlySet<string>;

type Element =
  | { readonly is: "words"; readonly words: ReadonlySet<string> }
  | { readonly is: "concept"; readonly name: string }
  | { readonly is: "gap" };

interface Phrase {
  readonly concept: string;
  readonly first: Element;
  readonly rest: readonly Element[];
}

/** Where concepts were found: concept → start → ends (exclusive). */
type Spans = Map<string, Map<number, Set<number>>>;

interface Text {
  readonly words: readonly string[];
  readonly fillers: ReadonlySet<string>;
  readonly spans: Spans;
}

const widestGap = 4;
const mostFillers = 3;

export interface Listener {
  /** Every word that any phrase uses. */
  readonly vocabulary: ReadonlySet<string>;
  readonly listen: (words: readonly string[]) => Heard;
}

/**
 * Prepares the concepts of `words.yaml`; `plain` is how a text is turned into words, so that phrases and texts are
 * written alike. Throws when concepts are defined through each other in a circle.
 */
export const createListener = ({ concepts, fillers }: Words, plain: (text: string) => readonly string[]): Listener => {
  const layers = inOrder(concepts).map((concept, layer) =>
    (concepts[concept] ?? []).map((said) => ({ layer, phrase: readPhrase(concept, said, plain) })),
  );
  const all = layers.flat();
  const byWord = openings(all);
  const byConcept = layers.map((layer) => layer.flatMap(({ phrase }) => opensWithConcept(phrase)));
  const fillerSet = new Set(fillers);
  return {
    vocabulary: new Set(all.flatMap(({ phrase }) => [phrase.first, ...phrase.rest].flatMap(wordsOf))),
    listen: (words) => {
      const text: Text = { words, fillers: fillerSet, spans: new Map() };
      const opened = openedIn(words, byWord);
      byConcept.forEach((phrases, layer) => {
        for (const { phrase, at } of opened.get(layer) ?? []) hear(phrase, at, at + 1, text);
        hearConcepts(phrases, text);
      });
      return new Set(text.spans.keys());
    },
  };
};

/** A phrase and how many concepts are heard before its own. */
interface Layered {
  readonly layer: number;
  readonly phrase: Phrase;
}

/** A phrase that a text's word could open, and where. */
interface Opened {
  readonly phrase: Phrase;
  readonly at: number;
}

/** Phrases by the words that open them, over all concepts: a text then meets only the few that its own words open. */
const openings = (all: readonly Layered[]): ReadonlyMap<string, readonly Layered[]> => {
  const byWord = new Map<string, Layered[]>();
  for (const layered of all) {
    for (const word of wordsOf(layered.phrase.first)) {
      const others = byWord.get(word);
      if (others === undefined) byWord.set(word, [layered]);
      else others.push(layered);
    }
  }
  return byWord;
};

const openedIn = (
  words: readonly string[],
  byWord: ReadonlyMap<string, readonly Layered[]>,
): ReadonlyMap<number, readonly Opened[]> => {
  const opened = new Map<number, Opened[]>();
  words.forEach((word, at) => {
    for (const { layer, phrase } of formsOf(word).flatMap((form) => byWord.get(form) ?? [])) {
      const others = opened.get(layer);
      if (others === undefined) opened.set(layer, [{ phrase, at }]);
      else others.push({ phrase, at });
    }
  });
  return opened;
};

type OpenedByConcept = Phrase & { readonly first: { readonly is: "concept"; readonly name: string } };

const opensWithConcept = (phrase: Phrase): OpenedByConcept[] =>
  phrase.first.is === "concept" ? [{ ...phrase, first: phrase.first }] : [];

const hearConcepts = (phrases: readonly OpenedByConcept[], text: Text): void => {
  for (const phrase of phrases) {
    for (const [start, ends] of text.spans.get(phrase.first.name) ?? []) {
      for (const end of ends) hear(phrase, start, end, text);
    }
  }
};

const hear = ({ concept, rest }: Phrase, start: number, from: number, text: Text): void => {
  const end = follow(rest, 0, from, text);
  if (end === undefined) return;
  const starts = text.spans.get(concept) ?? new Map<number, Set<number>>();
  starts.set(start, (starts.get(start) ?? new Set()).add(end));
  text.spans.set(concept, starts);
};

/** Where the phrase ends if its elements from `index` on match the words from `at` on. */
const follow = (elements: readonly Element[], index: number, at: number, text: Text): number | undefined => {
  const element = elements[index];
  if (element === undefined) return at;
  if (element.is === "gap") return skipTo(elements, index + 1, at, at + widestGap, text);
  for (const end of endsAt(element, at, text)) {
    const whole = follow(elements, index + 1, end, text);
    if (whole !== undefined) return whole;
  }
  return overFiller(elements, index, at, text);
};

const skipTo = (
  elements: readonly Element[],
  index: number,
  from: number,
  to: number,
  text: Text,
): number | undefined => {
  for (let at = from; at <= to && at < text.words.length; at += 1) {
    const end = follow(elements, index, at, text);
    if (end !== undefined) return end;
  }
  return undefined;
};

const overFiller = (elements: readonly Element[], index: number, at: number, text: Text): number | undefined => {
  for (let skipped = 0; skipped < mostFillers; skipped += 1) {
    if (!text.fillers.has(text.words[at + skipped] ?? "")) return undefined;
    for (const end of endsAt(elements[index], at + skipped + 1, text)) {
      const whole = follow(elements, index + 1, end, text);
      if (whole !== undefined) return whole;
    }
  }
  return undefined;
};

const endsAt = (element: Element | undefined, at: number, text: Text): Iterable<number> => {
  const word = text.words[at];
  if (element === undefined || word === undefined) return [];
  if (element.is === "concept") return text.spans.get(element.name)?.get(at) ?? [];
  return element.is === "words" && formsOf(word).some((form) => element.words.has(form)) ? [at + 1] : [];
};

/** A word as typed and, when it looks like a plural or possessive, without its s. */
const formsOf = (word: string): readonly string[] =>
  word.length > 2 && word.endsWith("s") ? [word, word.slice(0, -1)] : [word];

const wordsOf = (element: Element): readonly string[] => (element.is === "words" ? [...element.words] : []);

/** Marks of the phrase language; a phrase without any is written out like a text. */
const markup = /[#<>~/]|^\.\.$/;

const readPhrase = (concept: string, said: string, plain: (text: string) => readonly string[]): Phrase => {
  const parts = said.split(" ");
  const words = parts.some((part) => markup.test(part))
    ? parts.flatMap((part) => (markup.test(part) ? [part] : plain(part)))
    : plain(said);
  const [first, ...rest] = words.map(readElement);
  if (first === undefined || first.is === "gap") {
    throw new Error(`words.yaml: "${said}" under ${concept} must begin with a word or a concept.`);
  }
  return { concept, first, rest };
};

const readElement = (word: string): Element => {
  if (word === "..") return { is: "gap" };
  const named = /^<(.+)>$/.exec(word)?.[1];
  if (named !== undefined) return { is: "concept", name: named };
  return { is: "words", words: new Set(word.split("/").flatMap(endings)) };
};

/** "stab~" → stab, stabs, stabbed, stabbing …; over-generates, which does no harm and catches slips. */
const endings = (word: string): string[] => {
  if (!word.endsWith("~")) return [word];
  const stem = word.slice(0, -1);
  const bare = stem.replace(/e$/, "");
  const doubled = /[aeiou][bdglmnprt]$/.test(stem) ? stem + (stem.at(-1) ?? "") : bare;
  const past = stem.endsWith("y") ? `${stem.slice(0, -1)}ied` : `${bare}ed`;
  return [stem, `${stem}s`, `${bare}es`, past, `${stem}ed`, `${bare}ing`, `${doubled}ed`, `${doubled}ing`];
};

/** Concepts so that each comes after those its phrases name. */
const inOrder = (concepts: Words["concepts"]): string[] => {
  const done = new Set<string>();
  const visit = (name: string, within: readonly string[]): void => {
    if (done.has(name)) return;
    if (within.includes(name)) {
      throw new Error(`words.yaml: ${[...within, name].join(" → ")} is a circle. Take one of them out of the other.`);
    }
    for (const phrase of concepts[name] ?? []) {
      for (const [, used = ""] of phrase.matchAll(/<([^>]+)>/g)) visit(used, [...within, name]);
    }
    done.add(name);
  };
  for (const name of Object.keys(concepts)) visit(name, []);
  return [...done];
};
