import { checkStore } from "../../app/audit/check.ts";
import { nextSteps } from "../../app/audit/next-steps.ts";
import { exitCodes, say, Stopped } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { options } from "../options.ts";
import { withStore } from "../store.ts";

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const given = options(args, ["store"], "no-paths");
  const { counts, stuck } = await withStore(io, given, (records) => checkStore(records, nextSteps));
  for (const [kind, count] of Object.entries(counts)) await say(io.stdout, `${kind}: ${String(count)}`);
  for (const { record, why } of stuck) await say(io.stderr, `${record.kind} ${record.id}: ${why}.`);
  if (stuck.length > 0) throw new Stopped("service", `${String(stuck.length)} open records have no next step.`);
  await say(io.stdout, "Every open record has a next step.");
  return exitCodes.done;
};
