import { parseDocument } from "yaml";
import { z } from "zod";
import type { ClauseId, EventId } from "../../domain/ids.ts";

/** A list as a practice lead types it: phrases parted by commas, over as many lines as needed. */
const commaList = z.string().transform((text) =>
  text
    .split(",")
    .map((phrase) => phrase.trim().replace(/\s+/g, " "))
    .filter((phrase) => phrase !== ""),
);

const conceptName = z.string().regex(/^[a-z][a-z0-9-]*$/, "a concept is written in kebab case, like in-care");

/** `policies/common/words.yaml`: how staff say things. */
export const wordsSchema = z.strictObject({
  /** Words that may stand inside any phrase without changing it. */
  fillers: commaList,
  /** Short forms and slips written out before anything else is read: "yday" → "yesterday". */
  writtenOut: z.record(z.string(), z.string()),
  /** Everyday words that are never taken for a slip of another. */
  ordinary: commaList,
  /** Ordinary remarks as staff make them; a text likest to one of these is left alone. */
  remarks: z.array(z.string().min(1)).default([]),
  /**
   * What a text can be about, each by the phrases that say so. In a phrase, `a/b` is either word, `word~` any of its
   * endings, `..` up to four words between, `<name>` another concept.
   */
  concepts: z.record(conceptName, commaList),
});
export type Words = z.infer<typeof wordsSchema>;

/** One or several concepts of which any will do: "cla|cp". */
const anyOf = z
  .string()
  .regex(/^[a-z][a-z0-9-]*(\|[a-z][a-z0-9-]*)*$/, "write concepts in kebab case, parted by | where any will do")
  .transform((text) => text.split("|"));

const weighed = z
  .record(z.string(), z.number().min(0).max(1))
  .transform((weights) =>
    Object.entries(weights).map(([concepts, weight]) => ({ anyOf: concepts.split("|"), weight })),
  );

export const needSchema = z.strictObject({
  /** All of these must be in the text. */
  all: z.array(anyOf).min(1),
  /** None of these may be. */
  unless: z.array(anyOf).default([]),
  /** 0 to 1, before the two lists below. */
  score: z.number().min(0).max(1),
  /** Added when present. */
  more: weighed.prefault({}),
  /** Taken off when present. */
  less: weighed.prefault({}),
});
export type Need = z.infer<typeof needSchema>;

const clausePhrases = z.strictObject({
  event: conceptName,
  title: z.string().min(1),
  /** Whole sentences as staff would say it; found by likeness. */
  saidAs: z.array(z.string().min(1)).min(1),
  /** Found by meaning; the best one that holds counts. */
  needs: z.array(needSchema).default([]),
});

/** `policies/<policy>/phrases.yaml`: a policy's clauses by id, and how each is recognised in what somebody types. */
export const phrasesSchema = z.record(z.string(), clausePhrases);

export interface ClausePhrases extends z.infer<typeof clausePhrases> {
  readonly clause: ClauseId;
  readonly event: EventId;
}

export interface PhrasesData {
  readonly words: Words;
  readonly clauses: readonly ClausePhrases[];
}

export interface TextFile {
  readonly path: string;
  readonly text: string;
}

const emptyWords: Words = { fillers: [], writtenOut: {}, ordinary: [], remarks: [], concepts: {} };

/**
 * Reads `words.yaml` and any number of `phrases.yaml`; other files are passed over. Pure. Throws an `Error` that names
 * the file and what is wrong with it when one does not hold what it should.
 */
export const readPhrases = (files: readonly TextFile[]): PhrasesData => {
  const words = files.filter(({ path }) => path.endsWith("words.yaml")).map((file) => readAs(wordsSchema, file));
  const clauses = files.filter(({ path }) => path.endsWith("phrases.yaml")).flatMap(readClauses);
  const data = { words: words.reduce(merged, emptyWords), clauses };
  const unknown = unknownConcepts(data);
  if (unknown.length > 0) throw new Error(`No such concept in words.yaml: ${unknown.join(", ")}. Add it there.`);
  return data;
};

const readClauses = (file: TextFile): ClausePhrases[] =>
  Object.entries(readAs(phrasesSchema, file)).map(([clause, phrases]) => ({ clause, ...phrases }));

const readAs = <Shape extends z.ZodType>(schema: Shape, { path, text }: TextFile): z.output<Shape> => {
  const document = parseDocument(text);
  const broken = document.errors[0];
  if (broken !== undefined) throw new Error(`${path}: ${broken.message}`);
  const read = schema.safeParse(document.toJS());
  if (!read.success) throw new Error(`${path}: ${z.prettifyError(read.error)}`);
  return read.data;
};

const merged = (one: Words, other: Words): Words => ({
  fillers: [...one.fillers, ...other.fillers],
  writtenOut: { ...one.writtenOut, ...other.writtenOut },
  ordinary: [...one.ordinary, ...other.ordinary],
  remarks: [...one.remarks, ...other.remarks],
  concepts: { ...one.concepts, ...other.concepts },
});

/** Concepts that clauses or phrases name and nothing defines; reported as they are written. */
const unknownConcepts = ({ words, clauses }: PhrasesData): string[] => {
  const known = new Set(Object.keys(words.concepts));
  const inNeeds = clauses.flatMap(({ needs }) =>
    needs.flatMap(({ all, unless, more, less }) => [
      ...all.flat(),
      ...unless.flat(),
      ...[...more, ...less].flatMap(({ anyOf }) => anyOf),
    ]),
  );
  const inPhrases = Object.values(words.concepts)
    .flat()
    .flatMap((phrase) => [...phrase.matchAll(/<([^>]*)>/g)].map(([, name = ""]) => name));
  return [...new Set([...inNeeds, ...inPhrases])].filter((name) => !known.has(name));
};
