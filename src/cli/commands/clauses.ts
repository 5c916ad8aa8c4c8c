import { clockInWords } from "../../rules/clock.ts";
import type { Clock } from "../../rules/clock.ts";
import { composeClauses, usedPolicies } from "../../rules/composition.ts";
import type { NotInUse } from "../../rules/composition.ts";
import type { Clause, Limb, Policy } from "../../rules/policy/clause.ts";
import { either } from "../../rules/policy/nearest.ts";
import { exitCodes, say, sayJson } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { options } from "../options.ts";
import type { Options } from "../options.ts";
import { loadedPolicies, namedCouncil, policyNamed } from "../rules.ts";

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const given = options(args, ["json", "policy", "policies", "council"], "no-paths");
  const policy = policyNamed(loadedPolicies(io, given).policies, given.policy);
  const use = useOf(policy, io, given);
  if (given.json === true)
    await sayJson(
      io,
      policy.clauses.map((clause) => ({ ...described(clause), ...use(clause) })),
    );
  else
    for (const clause of policy.clauses)
      await say(
        io.stdout,
        `${clause.id}: ${clause.words} [${inWords(clockOf(clause))}]${notInUseInWords(use(clause))}`,
      );
  return exitCodes.done;
};

/** Whether the council that was named uses a clause, and why not; nothing where none was named. */
type Use = Partial<{ inUse: boolean; instead: NotInUse["instead"]; because: NotInUse["because"] }>;

const useOf = (policy: Policy, io: Io, given: Options): ((clause: Clause) => Use) => {
  const council = namedCouncil(io, given);
  if (council === undefined) return () => ({});
  const named = usedPolicies(council).some(({ id }) => id === policy.id);
  const { inUse, notInUse } = composeClauses(council, named ? [policy] : []);
  return ({ id }) => {
    const out = notInUse.find(({ clause }) => clause.id === id);
    const used = inUse.some((clause) => clause.id === id);
    return { inUse: used, instead: out?.instead ?? [], because: used ? null : (out?.because ?? null) };
  };
};

const notInUseInWords = ({ inUse, instead = [], because }: Use): string => {
  if (inUse !== false) return "";
  const why = [instead.length > 0 ? `${either(instead)} holds` : null, because].filter((part) => part != null);
  return ["", "not in use", ...why].join(": ").replace(/^: /, " ");
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
  ...dutyOf(clause),
  houseRule: clause.houseRule ?? null,
  unit: clause.unit,
  duty: clause.duty ?? null,
  meeting: clause.meeting ?? null,
  holds: clause.holds ?? null,
  handledBy: clause.handledBy ?? null,
});

/** For a duty whose clock changes or that has several deadlines, what `clock` alone does not say. */
const dutyOf = ({ duty }: Clause) =>
  duty === undefined
    ? {}
    : {
        ...(duty.phases === undefined ? {} : { phases: duty.phases }),
        ...(duty.checkpoints === undefined ? {} : { checkpoints: duty.checkpoints }),
        startedBy: [duty.on ?? []].flat(),
        metBy: [duty.metBy ?? []].flat(),
      };

const limb = ({ says, on, when, anchor, clock }: Limb) => ({ says, on, when, anchor, clock });
