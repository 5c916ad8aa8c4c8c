import { z } from "zod";
import { toIso } from "../../domain/instants.ts";
import type { Instant } from "../../domain/instants.ts";
import { shown } from "../../rules/engine/facts.ts";
import { readInstant } from "../../rules/engine/instants.ts";
import { insteadOf } from "../../rules/policy/nearest.ts";
import { deadline } from "../../rules/rulebook.ts";
import type { Rulebook } from "../../rules/rulebook.ts";
import { answerLines, BadLine } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { options } from "../options.ts";
import { rulebookFor } from "../rules.ts";

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const rulebook = rulebookFor(io, options(args, ["policies", "council"], "no-paths"));
  return answerLines(io, (input) => answer(rulebook, input));
};

const lineSchema = z.object({ clause: z.string(), from: z.string() });

const answer = (rulebook: Rulebook, input: unknown) => {
  const line = lineSchema.safeParse(input);
  if (!line.success) throw new BadLine('write { "clause": "W-N2K-06", "from": "2026-04-01T18:00:00+01:00" }');
  const { clause, from } = line.data;
  const anchor = readInstant(from);
  if (anchor === undefined)
    throw new BadLine(`from is ${shown(from)}: write a date and time like 2026-04-01T18:00:00+01:00`);
  const found = deadline(rulebook, clause, anchor);
  if (!found) throw new BadLine(`${shown(clause)} is not a known clause: ${insteadOf(clause, ids(rulebook))}`);
  return { clause, from: toIso(anchor), maturesAt: isoOrNull(found.maturesAt), dueAt: isoOrNull(found.dueAt) };
};

const ids = (rulebook: Rulebook): readonly string[] => rulebook.clauses.map(({ id }) => id);
const isoOrNull = (instant: Instant | null): string | null => (instant === null ? null : toIso(instant));
