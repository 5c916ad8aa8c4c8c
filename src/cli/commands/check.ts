import { basename, dirname, join } from "node:path";
import { readAgencies } from "../../adapters/agencies/read.ts";
import { isFolder, isThere, readPolicyFiles, readText } from "../../adapters/files/policies.ts";
import type { TextFile } from "../../adapters/files/policies.ts";
import { usedPolicies } from "../../rules/composition.ts";
import { faultInWords, loadPolicies } from "../../rules/policy/load.ts";
import { readPhrases } from "../../rules/suggest/phrases.ts";
import type { Fault } from "../../rules/policy/source.ts";
import { exitCodes, say, Stopped } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { fromHere, options } from "../options.ts";
import { policiesFolder } from "../rules.ts";

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const given = options(args, ["policies"], "paths");
  if (given.paths.length === 0) throw new Stopped("usage", "Name what to check: check PATH…");
  const missing = given.paths.find((path) => !isThere(fromHere(io, path)));
  if (missing !== undefined) throw new Stopped("usage", `There is nothing at ${missing}.`);
  const places = given.paths.map((path) => fromHere(io, path));
  const asked = unique(places.flatMap(readPolicyFiles));
  const around = isWhole(asked) ? [] : surroundings(places, policiesFolder(io, given), asked);
  const { faults: inPolicies, warnings, agencies } = loadPolicies(unique([...asked, ...around]));
  const shown = asNamed(given.paths, places);
  const own = (all: readonly Fault[]): readonly Fault[] =>
    all
      .filter(({ file }) => asked.some(({ path }) => path === file))
      .map((each) => ({ ...each, file: shown(each.file) }));
  const all = [...own(inPolicies), ...contactFaults(asked, agencies, shown)];
  return told(io, all.length > 0 ? all : own(unreadablePhrases([...asked, ...around])), own(warnings), asked.length);
};

/** Contacts of agencies outside (agencies.csv) beside each council file, held against the agencies that the policies know. */
const contactFaults = (
  asked: readonly TextFile[],
  agencies: Readonly<Record<string, string>>,
  shown: (file: string) => string,
): readonly Fault[] =>
  asked
    .filter(({ path }) => basename(path) === "council.yaml" && isThere(contactsBeside(path)))
    .flatMap(({ path }) =>
      readAgencies(readText(contactsBeside(path)).text, agencies).faults.map(({ line, what }) => {
        const [wrong = what, ...instead] = what.split(": ");
        const file = contactsBeside(shown(path));
        return { file, line, column: 1, wrong, instead: instead.join(": ") || "correct the line" };
      }),
    );

const contactsBeside = (council: string): string => join(dirname(council), "agencies.csv");

/** Ways of saying that name a concept which nothing defines: told at the head of the words that lack it. */
const unreadablePhrases = (files: readonly TextFile[]): readonly Fault[] => {
  try {
    readPhrases(files);
    return [];
  } catch (error) {
    const words = files.find(({ path }) => basename(path) === "words.yaml");
    const wrong = error instanceof Error ? error.message : String(error);
    return [
      { file: words?.path ?? "words.yaml", line: 1, column: 1, wrong, instead: "add the concept, or correct its name" },
    ];
  }
};

/** Files are named as the user named them, or the folder they are in. */
const asNamed =
  (paths: readonly string[], places: readonly string[]) =>
  (file: string): string => {
    const index = places.findIndex((place) => file === place || file.startsWith(`${place.replace(/\/$/, "")}/`));
    const [path, place] = [paths[index], places[index]];
    if (path === undefined || place === undefined) return file;
    return path.replace(/\/$/, "") + file.slice(place.replace(/\/$/, "").length);
  };

const told = async (io: Io, faults: readonly Fault[], warnings: readonly Fault[], files: number): Promise<ExitCode> => {
  for (const fault of faults) await say(io.stdout, faultInWords(fault));
  for (const warning of warnings) await say(io.stderr, `warning: ${faultInWords(warning)}`);
  const result = faults.length === 0 ? "no fault" : `${String(faults.length)} faults`;
  await say(io.stderr, `${String(files)} files, ${result}, ${String(warnings.length)} warnings.`);
  return faults.length === 0 ? exitCodes.done : exitCodes.input;
};

/** A council file and every policy that it names: just what a service that is given this folder reads. */
const isWhole = (asked: readonly TextFile[]): boolean => {
  const { councils, policies } = loadPolicies(asked);
  const used = councils.flatMap(usedPolicies);
  return used.length > 0 && used.every(({ id }) => policies.some((policy) => policy.id === id));
};

/**
 * What the checked files lean on without being checked themselves: the rest of a policy's folder, the vocabulary beside
 * it, and otherwise what came with Watchful.
 */
const surroundings = (paths: readonly string[], shipped: string, asked: readonly TextFile[]): readonly TextFile[] => {
  const folders = new Set(paths.map((path) => (isFolder(path) ? path : dirname(path))));
  const beside = [...folders].flatMap((folder) => [
    ...(hasPolicy(folder) ? readPolicyFiles(folder) : []),
    ...siblings(folder, "common"),
  ]);
  const own = new Set([...asked, ...beside].map(({ path }) => basename(dirname(path))));
  const usual = readPolicyFiles(shipped).filter(({ path }) => !own.has(basename(dirname(path))));
  return [...beside, ...usual];
};

const hasPolicy = (folder: string): boolean => isThere(join(folder, "policy.yaml"));

const siblings = (folder: string, name: string): readonly TextFile[] =>
  [join(folder, name), join(dirname(folder), name)].filter(isFolder).slice(0, 1).flatMap(readPolicyFiles);

const unique = (files: readonly TextFile[]): readonly TextFile[] => [
  ...new Map(files.map((file) => [file.path, file])).values(),
];
