import { join } from "node:path";
import { isAboutWords, isFolder, isThere, readPolicyFiles, readText } from "../adapters/files/policies.ts";
import type { TextFile } from "../adapters/files/policies.ts";
import type { Council } from "../domain/council.ts";
import type { Loaded, Policy } from "../rules/policy/clause.ts";
import { faultInWords, loadPolicies } from "../rules/policy/load.ts";
import { insteadOf } from "../rules/policy/nearest.ts";
import { defaultHouseRules, plainRulebook } from "../rules/rulebook.ts";
import type { Rulebook } from "../rules/rulebook.ts";
import { Stopped } from "./io.ts";
import type { Io } from "./io.ts";
import { fromHere } from "./options.ts";
import type { Options } from "./options.ts";

type Where = Pick<Options, "policies" | "council">;

/** The folder of policies: as named, or the one that came with the package. */
export const policiesFolder = (io: Io, where: Where): string => {
  const policies = where.policies ?? io.env["WATCHFUL_POLICIES"];
  const folder = policies === undefined ? join(io.home, "policies") : fromHere(io, policies);
  if (!isFolder(folder)) throw new Stopped("usage", `There is no folder ${folder}: name one with --policies.`);
  return folder;
};

/** The texts of all policies. */
export const policyFiles = (io: Io, where: Where): readonly TextFile[] => readPolicyFiles(policiesFolder(io, where));

/** Loads the policies, the ways of saying aside; ends with 1 and every fault when they are not fit for use. */
export const loadedPolicies = (io: Io, where: Where): Loaded => fit(loadPolicies(rulesAlone(io, where)));

const rulesAlone = (io: Io, where: Where): readonly TextFile[] =>
  policyFiles(io, where).filter((file) => !isAboutWords(file));

const fit = (loaded: Loaded): Loaded => {
  if (loaded.faults.length === 0) return loaded;
  throw new Stopped("input", loaded.faults.map(faultInWords).join("\n"));
};

/** The council file named on the command line, if one is. */
export const namedCouncil = (io: Io, where: Where, otherwise?: string): Council | undefined => {
  const named = where.council ?? io.env["WATCHFUL_COUNCIL"];
  const path = named === undefined ? otherwise : fromHere(io, named);
  if (path === undefined) return undefined;
  if (!isThere(path)) throw new Stopped("usage", `There is no file ${path}: name the council's with --council.`);
  const { path: name, text } = readText(path);
  const file = { path: /council.*\.ya?ml$/.test(name) ? name : `${name} council.yaml`, text };
  const others = rulesAlone(io, where).filter((each) => each.path !== name);
  const loaded = fit(loadPolicies([...others, file]));
  return loaded.councils.at(-1);
};

/** All policies, or one, with the house rules of the council that was named. */
export const rulebookFor = (io: Io, given: Options): Rulebook => {
  const loaded = loadedPolicies(io, given);
  const council = namedCouncil(io, given);
  const houseRules = council ? { ...council.houseRules, closureDays: council.closureDays } : defaultHouseRules;
  if (given.policy !== undefined) policyNamed(loaded.policies, given.policy);
  return plainRulebook(loaded, given.policy, houseRules);
};

/** The policy that `--policy` names; ends with 2 when there is none. */
export const policyNamed = (policies: readonly Policy[], id: string | undefined): Policy => {
  const ids = policies.map((policy) => policy.id);
  if (id === undefined) throw new Stopped("usage", `Name a policy: --policy ${ids.join(" or --policy ")}.`);
  const found = policies.find((policy) => policy.id === id);
  if (found) return found;
  throw new Stopped("usage", `${id} is not a policy: ${insteadOf(id, ids)}.`);
};
