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

test("the checker finds no fault", () => {
  expect(loaded.faults.map(faultInWords)).toEqual([]);
});

/** Both give five working days, in the document's own words: over a bank holiday that is more than the law's one week. */
test("and nothing worth a look but two standards that can be longer than the law", () => {
  const short = loaded.warnings.map((warning) => faultInWords(warning).replace(/^\S+ (.*?), counted from .*$/, "$1"));
  expect(short).toEqual(["WQ-8.1e allows more time than the law", "WQ-8.1h allows more time than the law"]);
});
