import { verifyAudit } from "../../app/audit/verify.ts";
import { exitCodes, say, Stopped } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { options } from "../options.ts";
import { withStore } from "../store.ts";

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const given = options(args, ["store"], "no-paths");
  const audit = await withStore(io, given, (records) => verifyAudit(records));
  if (audit.ok) {
    const { records, facts, seals, last } = audit;
    const counts = `${String(records)} records, ${String(facts)} facts, ${String(seals)} seals`;
    await say(io.stdout, `The audit is whole: ${counts}.${last ? ` Last seal ${last.seal}: ${last.hash}` : ""}`);
    return exitCodes.done;
  }
  const { record, fact, what } = audit.fault;
  const place = fact === null ? "" : `, fact ${String(fact + 1)}`;
  throw new Stopped("service", `First fault: ${record.kind} ${record.id}${place}: ${what}.`);
};
