import { readInstant, sayInstant } from "../../../src/rules/engine/instants.ts";
import { readFacts } from "../../../src/rules/engine/facts.ts";
import { tryAssess } from "../../../src/rules/assess.ts";
import type { Assessed } from "../../../src/rules/assess.ts";
import { plainRulebook } from "../../../src/rules/rulebook.ts";
import type { Rulebook } from "../../../src/rules/rulebook.ts";
import type { Assessment } from "../../../src/rules/types.ts";
import { faultsIn, loadSmall } from "./small-policy.ts";

/** The small vocabulary with these clauses (YAML, the list's items) in place of its own. */
export const rulebookOf = (clauses: string): Rulebook => {
  const text = `clauses:\n${clauses.replace(/^\n/, "")}`;
  const loaded = loadSmall({ "small/1-clauses.yaml": () => text });
  if (loaded.faults.length > 0) throw new Error(faultsIn(loaded).join("\n"));
  return plainRulebook(loaded);
};

/** The beginning that every clause has. */
export const head = (id: string, kind = "notify"): string =>
  `  - { id: ${id}, title: About ${id}, words: The words of ${id}, source: Row, kind: ${kind}`;

/** An instant from London wall time. */
export const at = (wall: string): number => {
  const instant = readInstant(wall);
  if (instant === undefined) throw new Error(`${wall} is no instant`);
  return instant;
};

export const attempt = (rulebook: Rulebook, event: string, raw: Record<string, unknown>, asOf: string): Assessed => {
  const read = readFacts(rulebook.vocabulary, event, raw);
  if (read.outcome === "refused") throw new Error(read.faults.join("; "));
  return tryAssess(rulebook, { event, facts: read.facts }, at(asOf));
};

export const assessment = (...args: Parameters<typeof attempt>): Assessment => {
  const result = attempt(...args);
  if (result.outcome === "assessed") return result.assessment;
  throw new Error(result.questions.map(({ name }) => name).join(", "));
};

/** "S-1 by 2026-04-07T17:00" for each clause that applies, in order. */
export const applied = ({ clauses }: Assessment): readonly string[] =>
  clauses.map(({ id, dueAt }) => `${id} by ${sayInstant(dueAt)}`);

export const watched = ({ watch }: Assessment): readonly string[] =>
  watch.map(({ id, maturesAt }) => `${id} from ${sayInstant(maturesAt)}`);

export const told = ({ clauses }: Assessment): readonly string[] =>
  clauses.flatMap(({ tell }) =>
    tell.map(
      ({ post, how, leaveAt, dueAt }) => `${post} (${how}) leaves ${sayInstant(leaveAt)}, by ${sayInstant(dueAt)}`,
    ),
  );
