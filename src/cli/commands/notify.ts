import { z } from "zod";
import { toIso } from "../../domain/instants.ts";
import type { Instant } from "../../domain/instants.ts";
import { tryAssess, unanswered } from "../../rules/assess.ts";
import { readFacts, shown } from "../../rules/engine/facts.ts";
import { readInstant } from "../../rules/engine/instants.ts";
import type { Rulebook } from "../../rules/rulebook.ts";
import type { Assessment } from "../../rules/types.ts";
import { answerLines, BadLine, Stopped } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { options } from "../options.ts";
import { rulebookFor } from "../rules.ts";

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const given = options(args, ["policy", "policies", "council"], "no-paths");
  if (given.policy === undefined) throw new Stopped("usage", 'Name a policy with --policy; "policies" lists them.');
  const rulebook = rulebookFor(io, given);
  return answerLines(io, (input) => answer(rulebook, input));
};

const lineSchema = z.object({ event: z.string(), facts: z.record(z.string(), z.unknown()) });

const answer = (rulebook: Rulebook, input: unknown) => {
  const line = lineSchema.safeParse(input);
  if (!line.success)
    throw new BadLine('write { "event": "child-missing", "facts": { "asOf": "2026-04-02T18:00", … } }');
  const { asOf: at, ...raw } = line.data.facts;
  if (at === undefined) throw new BadLine("facts.asOf is missing: write the moment at which the question is put");
  const asOf = typeof at === "string" ? readInstant(at) : undefined;
  if (asOf === undefined) throw new BadLine(`facts.asOf is ${shown(at)}: write a time like 2026-04-01T18:00`);
  const read = readFacts(rulebook.vocabulary, line.data.event, raw);
  if (read.outcome === "refused") throw new BadLine(read.faults.join("; "));
  const assessed = tryAssess(rulebook, { event: line.data.event, facts: read.facts }, asOf);
  if (assessed.outcome === "unanswered") throw new BadLine(assessed.questions.map(unanswered).join("; "));
  return said(assessed.assessment);
};

const said = ({ clauses, phone, watch, alsoConsider }: Assessment) => ({
  clauses: clauses.map(({ id, maturesAt, dueAt, tell }) => ({
    id,
    maturesAt: isoOrNull(maturesAt),
    dueAt: isoOrNull(dueAt),
    tell: tell.map(({ post, how, dueAt: by }) => ({ post, how, dueAt: isoOrNull(by) })),
  })),
  phone,
  watch: watch.map(({ id, maturesAt }) => ({ id, maturesAt: toIso(maturesAt) })),
  alsoConsider: alsoConsider.map(({ what, dueAt }) => ({ what, dueAt: isoOrNull(dueAt) })),
});

const isoOrNull = (instant: Instant | null): string | null => (instant === null ? null : toIso(instant));
