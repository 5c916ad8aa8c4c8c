import { dirname, join } from "node:path";
import { fileAt } from "../../adapters/caseload/file.ts";
import { readCaseload } from "../../adapters/caseload/read.ts";
import { keptClock } from "../../adapters/clock/movable.ts";
import { systemClock } from "../../adapters/clock/system.ts";
import { isThere, readText } from "../../adapters/files/policies.ts";
import { emailsByName } from "../../adapters/roster/names.ts";
import { readRoster } from "../../adapters/roster/read.ts";
import { importCaseload, type Imported } from "../../app/cases/import.ts";
import type { Caseload } from "../../app/ports/caseload.ts";
import type { Council } from "../../domain/council.ts";
import { caseRulesOf } from "../../rules/duty/case-rules.ts";
import { composeRulebook } from "../../rules/rulebook.ts";
import { londonDate } from "../../time/london.ts";
import { exitCodes, say, sayJson, Stopped } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { fromHere, options } from "../options.ts";
import type { Options } from "../options.ts";
import { refusedFile } from "../refused.ts";
import { loadedPolicies, namedCouncil, policiesFolder } from "../rules.ts";
import { withStore } from "../store.ts";

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const given = options(args, ["store", "council", "policies", "part", "json"], "paths");
  const [file, ...others] = given.paths;
  if (file === undefined || others.length > 0) throw new Stopped("usage", "Name one caseload: import FILE.");
  const path = fromHere(io, file);
  if (!isThere(path)) throw new Stopped("usage", `There is no file ${file}.`);
  const done = await load(io, given, path);
  await (given.json === true ? sayJson(io, done) : sayLines(io, done));
  if (done.refused === 0) return exitCodes.done;
  throw new Stopped("input", `${String(done.refused)} rows were refused: mend them as ${done.refusedFile ?? ""} says.`);
};

interface Done extends Imported {
  readonly file: string;
  readonly format: Caseload["format"];
  readonly notes: readonly string[];
  readonly refusedFile: string | null;
}

const load = (io: Io, given: Options, path: string): Promise<Done> => {
  const { council, councilFile } = councilOf(io, given);
  const rulebook = composeRulebook(loadedPolicies(io, given), council);
  return withStore(
    io,
    given,
    async (records) => {
      const clock = await keptClock(systemClock(), records);
      const emailOf = emailsByName(rosterBeside(councilFile, council));
      const options = { vocabulary: rulebook.vocabulary, today: londonDate(clock.now()), emailOf };
      const caseload = await readCaseload(fileAt(path), options);
      if (caseload.outcome === "refused") throw new Stopped("input", caseload.why);
      const refused = refusedFile(path, caseload.headings);
      const deps = { records, clock, rules: caseRulesOf(rulebook), onRefused: refused.add };
      const whole = caseload.whole && given.part !== true;
      const imported = await importCaseload(deps, { ...caseload, whole });
      const { source, format, notes } = caseload;
      return { file: source, format, ...imported, notes, refusedFile: await refused.end() };
    },
    "make",
  );
};

const councilOf = (io: Io, given: Options): { council: Council; councilFile: string } => {
  const shipped = join(policiesFolder(io, given), "example", "council.yaml");
  const named = given.council ?? io.env["WATCHFUL_COUNCIL"];
  const council = namedCouncil(io, given, shipped);
  if (!council) throw new Stopped("usage", "Name the council's file with --council.");
  return { council, councilFile: named === undefined ? shipped : fromHere(io, named) };
};

/** Staff by name, for caseloads that write names; one who is not in it is kept by name. */
const rosterBeside = (councilFile: string, council: Council) => {
  const path = join(dirname(councilFile), "roster.csv");
  return isThere(path) ? readRoster(readText(path).text, council).people : [];
};

const sayLines = async (io: Io, done: Done): Promise<void> => {
  for (const note of done.notes) await say(io.stderr, note);
  for (const count of ["read", "stored", "unchanged", "refused", "left"] as const)
    await say(io.stdout, `${count}: ${String(done[count])}`);
  if (done.left > 0) await say(io.stdout, "Those that left are not deleted: somebody decides about each.");
  if (done.leftUnknown !== null) await say(io.stderr, `Nobody is taken to have left: ${done.leftUnknown}.`);
};
