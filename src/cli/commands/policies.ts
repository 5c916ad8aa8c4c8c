import { exitCodes, say, sayJson } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { options } from "../options.ts";
import { loadedPolicies } from "../rules.ts";

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const given = options(args, ["json", "policies"], "no-paths");
  const policies = loadedPolicies(io, given).policies.map(({ id, title, source, inForce, version, clauses }) => ({
    id,
    title,
    source,
    inForce,
    version,
    clauses: clauses.length,
  }));
  if (given.json === true) await sayJson(io, policies);
  else
    for (const { id, title, version, inForce, clauses } of policies)
      await say(
        io.stdout,
        `${id}: ${title}, version ${version}, in force from ${inForce.from}, ${String(clauses)} clauses`,
      );
  return exitCodes.done;
};
