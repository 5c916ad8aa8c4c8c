import { join } from "node:path";
import { readPolicyFiles } from "../../src/adapters/files/policies.ts";
import type { Case } from "../../src/domain/case/case.ts";
import { duties } from "../../src/rules/duty/duties.ts";
import { sayInstant } from "../../src/rules/engine/instants.ts";
import { loadPolicies } from "../../src/rules/policy/load.ts";
import { plainRulebook } from "../../src/rules/rulebook.ts";
import { at } from "../rules/support/rulebook.ts";

/** The policies as they ship. */
export const shipped = loadPolicies(readPolicyFiles(join(process.cwd(), "policies")));
export const managerStandards = plainRulebook(shipped, "manager-standards");

export type Facts = Case["facts"];
export type Told = readonly (readonly [happening: string, at: string, facts?: Facts])[];

export const caseOf = (facts: Facts, told: Told = []): Case => ({
  ref: "AMB-1042",
  facts,
  happened: told.map(([happening, when, own = {}], index) => ({
    id: `told:${String(index)}`,
    happening,
    on: at(when),
    dateOnly: false,
    facts: own,
    by: null,
  })),
  standing: [],
});

/** "WQ-8.1b 2026-04-03T23:59:59": what is owed on the case and is met by one of these. */
export const owed = (facts: Facts, asOf: string, metBy: string, told: Told = []): readonly string[] =>
  duties(managerStandards, [caseOf(facts, told)], at(asOf))
    .filter((duty) => duty.metBy.includes(metBy))
    .map(({ clause, dueAt }) => `${clause} ${sayInstant(dueAt)}`)
    .toSorted();
