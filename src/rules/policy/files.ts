import { z } from "zod";
import { councilSchema } from "../../domain/council.ts";
import type { Council } from "../../domain/council.ts";
import {
  caseFactSchema,
  eventDefinitionSchema,
  factDefinitionSchema,
  dutyKindSchema,
  happeningSchema,
} from "../../domain/vocabulary.ts";
import { phrasesSchema, wordsSchema } from "../suggest/phrases.ts";
import { meetingsFileSchema } from "./meeting-schema.ts";
import { clauseSchema, policySchema, postsFileSchema } from "./schema.ts";
import type { ClauseSource, PolicyHead } from "./schema.ts";
import { statuteFileSchema, statuteSchema } from "./statute-schema.ts";
import type { StatuteSource } from "./statute-schema.ts";
import { readSource } from "./source.ts";
import type { Fault, Path, Source, SourceFile } from "./source.ts";
import { shapeOrMend } from "./shape.ts";

/** A piece of a file that has the right shape, and where it stands. */
export interface Piece<T> {
  readonly value: T;
  readonly source: Source;
  readonly path: Path;
  /** Parts were left out because they were faulty: words can still be checked, meaning cannot. */
  readonly mended: boolean;
}

/** What a set of files holds, before anything is held against anything else. */
export interface Pieces {
  /** By folder, because a clause belongs to the policy of its folder. */
  readonly policies: readonly (Piece<PolicyHead> & { readonly folder: string })[];
  readonly clauses: readonly (Piece<ClauseSource> & { readonly folder: string })[];
  readonly facts: readonly (Piece<z.infer<typeof factDefinitionSchema>> & { readonly name: string })[];
  readonly events: readonly (Piece<z.infer<typeof eventDefinitionSchema>> & { readonly name: string })[];
  readonly caseFacts: readonly (Piece<z.infer<typeof caseFactSchema>> & { readonly name: string })[];
  readonly happenings: readonly (Piece<z.infer<typeof happeningSchema>> & { readonly name: string })[];
  readonly dutyKinds: readonly (Piece<z.infer<typeof dutyKindSchema>> & { readonly name: string })[];
  readonly posts: readonly Piece<z.infer<typeof postsFileSchema>>[];
  readonly meetings: readonly Piece<z.infer<typeof meetingsFileSchema>>[];
  readonly phrases: readonly (Piece<z.infer<typeof phrasesSchema>> & { readonly folder: string })[];
  readonly statute: readonly Piece<StatuteSource>[];
  readonly councils: readonly Piece<Council>[];
  /** Names of facts, events and policy folders that are there, but too faulty to use: no fault need be said twice. */
  readonly broken: readonly string[];
  readonly faults: readonly Fault[];
}

type Builder = { -readonly [K in keyof Pieces]: Pieces[K][number][] };

/** Reads every file for what its name says it is. Faults never stop the reading. */
export const readPieces = (files: readonly SourceFile[]): Pieces => {
  const into: Builder = {
    policies: [],
    clauses: [],
    facts: [],
    events: [],
    caseFacts: [],
    happenings: [],
    dutyKinds: [],
    posts: [],
    meetings: [],
    phrases: [],
    statute: [],
    councils: [],
    broken: [],
    faults: [],
  };
  for (const file of files.toSorted(byName)) {
    const source = readSource(file);
    into.faults.push(...source.faults);
    if (source.value === undefined && kindOf(file.path) === "policy") into.broken.push(folderOf(file.path));
    if (source.value !== undefined) readers[kindOf(file.path)](source, folderOf(file.path), into);
  }
  return into;
};

/** The document's order: "2-…" comes before "10-…". */
const byName = (a: SourceFile, b: SourceFile): number => a.path.localeCompare(b.path, "en", { numeric: true });

const named = /^(policy|events|cases|posts|meetings|statute|words|phrases)\.ya?ml$/;

const kindOf = (path: string): keyof typeof readers => {
  const name = path.split("/").at(-1) ?? "";
  const kind = readerNames.find((each) => each === named.exec(name)?.[1]);
  return kind ?? (/council.*\.ya?ml$/.test(name) ? "council" : "clauses");
};

const folderOf = (path: string): string => path.split("/").slice(0, -1).join("/");

type Reader = (source: Source, folder: string, into: Builder) => void;

/** Takes one piece in, with its faults. */
const take = <T>(schema: z.ZodType<T>, value: unknown, source: Source, path: Path, into: Builder): Piece<T>[] => {
  const { value: shaped, faults } = shapeOrMend(schema, value, source, path);
  into.faults.push(...faults);
  return shaped === undefined ? [] : [{ value: shaped, source, path, mended: faults.length > 0 }];
};

const takeNamed = <T>(
  name: string,
  [piece]: readonly Piece<T>[],
  list: (Piece<T> & { readonly name: string })[],
  broken: string[],
): void => {
  if (piece) list.push({ ...piece, name });
  else broken.push(name);
};

const clauseListSchema = z.strictObject({ clauses: z.array(z.unknown()).min(1) });
const wordsFileSchema = z.strictObject({
  facts: z.record(z.string(), z.unknown()).default({}),
  events: z.record(z.string(), z.unknown()).default({}),
});
const casesFileSchema = z.strictObject({
  caseFacts: z.record(z.string(), z.unknown()).default({}),
  happenings: z.record(z.string(), z.unknown()).default({}),
  dutyKinds: z.record(z.string(), z.unknown()).default({}),
});

const readerNames = ["policy", "events", "cases", "posts", "meetings", "statute", "words", "phrases"] as const;

const readers = {
  policy: (source, folder, into) => {
    const [piece] = take(policySchema, source.value, source, [], into);
    if (piece) into.policies.push({ ...piece, folder });
    else into.broken.push(folder);
  },
  clauses: (source, folder, into) => {
    for (const { value } of take(clauseListSchema, source.value, source, [], into))
      for (const [index, each] of value.clauses.entries())
        for (const piece of take(clauseSchema, each, source, ["clauses", index], into))
          into.clauses.push({ ...piece, folder });
  },
  events: (source, _folder, into) => {
    for (const { value } of take(wordsFileSchema, source.value, source, [], into)) {
      for (const [name, each] of Object.entries(value.facts))
        takeNamed(name, take(factDefinitionSchema, each, source, ["facts", name], into), into.facts, into.broken);
      for (const [name, each] of Object.entries(value.events))
        takeNamed(name, take(eventDefinitionSchema, each, source, ["events", name], into), into.events, into.broken);
    }
  },
  cases: (source, _folder, into) => {
    for (const { value } of take(casesFileSchema, source.value, source, [], into)) {
      for (const [name, each] of Object.entries(value.caseFacts))
        takeNamed(name, take(caseFactSchema, each, source, ["caseFacts", name], into), into.caseFacts, into.broken);
      for (const [name, each] of Object.entries(value.happenings))
        takeNamed(name, take(happeningSchema, each, source, ["happenings", name], into), into.happenings, into.broken);
      for (const [name, each] of Object.entries(value.dutyKinds))
        takeNamed(name, take(dutyKindSchema, each, source, ["dutyKinds", name], into), into.dutyKinds, into.broken);
    }
  },
  posts: (source, _folder, into) => {
    into.posts.push(...take(postsFileSchema, source.value, source, [], into));
  },
  meetings: (source, _folder, into) => {
    into.meetings.push(...take(meetingsFileSchema, source.value, source, [], into));
  },
  statute: (source, _folder, into) => {
    for (const { value } of take(statuteFileSchema, source.value, source, [], into))
      for (const [index, each] of value.statute.entries())
        into.statute.push(...take(statuteSchema, each, source, ["statute", index], into));
  },
  words: (source, _folder, into) => {
    take(wordsSchema, source.value, source, [], into);
  },
  phrases: (source, folder, into) => {
    for (const piece of take(phrasesSchema, source.value, source, [], into)) into.phrases.push({ ...piece, folder });
  },
  council: (source, _folder, into) => {
    into.councils.push(...take(councilSchema, source.value, source, [], into));
  },
} satisfies Record<string, Reader>;
