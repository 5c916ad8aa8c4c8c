import { readPolicyFiles } from "../../src/adapters/files/policies.ts";
import { readCase } from "../../src/app/cases/kept.ts";
import { importCaseload } from "../../src/app/cases/import.ts";
import type { KeptCase } from "../../src/domain/case/fold.ts";
import type { Instant } from "../../src/domain/instants.ts";
import { caseRulesOf } from "../../src/rules/duty/case-rules.ts";
import { dutiesOf } from "../../src/rules/duty/duties.ts";
import { loadPolicies } from "../../src/rules/policy/load.ts";
import { composeRulebook, type Rulebook } from "../../src/rules/rulebook.ts";
import { opened } from "./caseload.ts";
import type { Watchful } from "./watchful.ts";

let kept: Rulebook | undefined;

/** Ambershire's rules, composed once for all tests of a file. */
export const ambershireRules = (): Rulebook => {
  if (kept) return kept;
  const loaded = loadPolicies(readPolicyFiles("policies"));
  const [council] = loaded.councils;
  if (council === undefined) throw new Error("Ambershire's council file is not there.");
  return (kept = composeRulebook(loaded, council));
};

/** Loads cases into a house: CSV with the caseload's own columns. Every row must be good. */
export const loadCases = async ({ service }: Watchful, csv: string): Promise<void> => {
  const caseload = await opened(csv.trim());
  if (typeof caseload === "string") throw new Error(caseload);
  const { refused } = await importCaseload(
    {
      records: service.records,
      clock: service.clock,
      rules: caseRulesOf(ambershireRules()),
      onRefused: ({ ref, why }) => {
        throw new Error(`${ref ?? "a row"}: ${why}`);
      },
    },
    { ...caseload, whole: false },
  );
  if (refused > 0) throw new Error("Some rows were refused.");
};

/** A case as the store has it. */
export const caseIn = async ({ service }: Watchful, ref: string): Promise<KeptCase> => {
  const held = await readCase(service.records, ref);
  if (held === undefined) throw new Error(`There is no case ${ref}.`);
  return held.state;
};

/** What is owed on a case, as "PS-13 overdue". */
export const owedOn = async (house: Watchful, ref: string, asOf: Instant = house.now()): Promise<string[]> =>
  dutiesOf(ambershireRules(), await caseIn(house, ref), asOf).map(({ clause, state }) => `${clause} ${state}`);
