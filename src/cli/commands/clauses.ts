import { clockInWords } from "../../rules/clock.ts";
import type { Clock } from "../../rules/clock.ts";
import type { Clause, Limb } from "../../rules/policy/clause.ts";
import { exitCodes, say, sayJson } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { options } from "../options.ts";
import { loadedPolicies, policyNamed } from "../rules.ts";

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const given = options(args, ["json", "policy", "policies"], "no-paths");
  const { clauses } = policyNamed(loadedPolicies(io, given).policies, given.policy);
  if (given.json === true) await sayJson(io, clauses.map(described));
  else
    for (const clause of clauses) await say(io.stdout, `${clause.id}: ${clause.words} [${inWords(clockOf(clause))}]`);
  return exitCodes.done;
};

const inWords = (clock: Clock | null): string => (clock === null ? "no limit stated" : clockInWords(clock));

/** The clause's own clock, or the first that one of its tellings has. */
const clockOf = ({ limbs, tell }: Clause): Clock | null =>
  limbs[0].clock ?? tell.find(({ clock }) => clock !== undefined)?.clock ?? null;

/** Who must act: whoever owes the duty, or reports what happened. */
const owedBy = (clause: Clause): readonly string[] =>
  clause.owedBy.length > 0 ? clause.owedBy : (clause.reportedBy ?? []);

const described = (clause: Clause) => ({
  id: clause.id,
  policy: clause.policy,
  title: clause.title,
  words: clause.words,
  source: clause.source,
  kind: clause.kind,
  inForce: clause.inForce,
  anchor: clause.limbs[0].anchor,
  clock: clockOf(clause),
  clockInWords: clockOf(clause) === null ? null : inWords(clockOf(clause)),
  owedBy: owedBy(clause),
  tell: clause.tell.map(({ post, how, leaves, clock }) => ({ post, how, leaves, clock: clock ?? null })),
  limbs: clause.limbs.length > 1 ? clause.limbs.map(limb) : [],
  houseRule: clause.houseRule ?? null,
  unit: clause.unit,
  handledBy: clause.handledBy ?? null,
});

const limb = ({ says, on, when, anchor, clock }: Limb) => ({ says, on, when, anchor, clock });
