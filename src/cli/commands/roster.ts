import { join } from "node:path";
import { isThere, readText } from "../../adapters/files/policies.ts";
import { readRoster } from "../../adapters/roster/read.ts";
import { exitCodes, say, Stopped } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { fromHere, options } from "../options.ts";
import { namedCouncil, policiesFolder } from "../rules.ts";

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const given = options(args, ["council", "policies"], "paths");
  const [file, ...others] = given.paths;
  if (file === undefined || others.length > 0) throw new Stopped("usage", "Name one roster file: roster FILE.");
  const path = fromHere(io, file);
  if (!isThere(path)) throw new Stopped("usage", `There is no file ${file}.`);
  const council = namedCouncil(io, given, join(policiesFolder(io, given), "example", "council.yaml"));
  if (!council) throw new Stopped("usage", "Name the council's file with --council.");
  const { people, faults, vacant } = readRoster(readText(path).text, council);
  for (const { line, what } of faults) await say(io.stdout, `${file}:${String(line)}:1: ${what}`);
  await say(io.stdout, `${String(people.length)} people.`);
  for (const post of vacant) await say(io.stdout, `Nobody holds ${post} (${council.posts[post]?.title ?? post}).`);
  if (faults.length === 0) return exitCodes.done;
  throw new Stopped("input", `${String(faults.length)} faults in ${file}: nothing was loaded.`);
};
