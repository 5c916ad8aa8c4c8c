import { z } from "zod";
import { createSuggester } from "../../rules/suggest.ts";
import { readPhrases } from "../../rules/suggest/phrases.ts";
import type { TextFile } from "../../adapters/files/policies.ts";
import type { PhrasesData } from "../../rules/suggest.ts";
import { answerLines, BadLine, Stopped } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { options } from "../options.ts";
import { loadedPolicies, policyFiles, policyNamed } from "../rules.ts";

const lineSchema = z.object({ text: z.string(), at: z.string().optional() });

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const given = options(args, ["policy", "policies"], "no-paths");
  const policy = policyNamed(loadedPolicies(io, given).policies, given.policy);
  const ids = new Set(policy.clauses.map(({ id }) => id));
  const { words, clauses } = phrasesIn(policyFiles(io, given));
  const suggest = createSuggester({ words, clauses: clauses.filter(({ clause }) => ids.has(clause)) });
  return answerLines(io, (input) => {
    const line = lineSchema.safeParse(input);
    if (!line.success) throw new BadLine('write { "text": "what happened" }');
    return { suggestions: suggest(line.data.text).map(({ clause, title, score }) => ({ clause, title, score })) };
  });
};

const phrasesIn = (files: readonly TextFile[]): PhrasesData => {
  try {
    return readPhrases(files);
  } catch (error) {
    throw new Stopped("input", error instanceof Error ? error.message : String(error));
  }
};
