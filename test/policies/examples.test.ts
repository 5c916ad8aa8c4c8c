import { join } from "node:path";
import { readPolicyFiles } from "../../src/adapters/files/policies.ts";
import { runExamples } from "../../src/rules/examples.ts";
import { faultInWords, loadPolicies } from "../../src/rules/policy/load.ts";

const loaded = loadPolicies(readPolicyFiles(join(process.cwd(), "policies")));
const runs = runExamples(loaded);

describe.each(loaded.policies.map((policy) => [policy.id, policy] as const))("%s", (id, policy) => {
  test.each(runs.filter((run) => run.policy === id).map((run) => [run.clause, run.says, run.misses] as const))(
    "%s: %s",
    (_clause, _says, misses) => {
      expect(misses).toEqual([]);
    },
  );

  test("every clause that tells somebody has an example", () => {
    const without = policy.clauses.filter(({ kind, examples }) => kind === "notify" && examples.length === 0);
    expect(without.map((clause) => clause.id)).toEqual([]);
  });
});

test("every policy has examples to run", () => {
  expect(loaded.policies.map(({ id }) => id)).toEqual([
    "ad-need-to-know",
    "director-need-to-know",
    "management-oversight",
    "manager-standards",
    "oversight-and-decisions",
  ]);
  expect(runs.length).toBeGreaterThan(60);
});

test("the checker finds neither faults nor anything worth a look", () => {
  expect([...loaded.faults, ...loaded.warnings].map(faultInWords)).toEqual([]);
});
