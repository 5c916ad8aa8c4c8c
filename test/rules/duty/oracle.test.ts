import { join } from "node:path";
import { readPolicyFiles } from "../../../src/adapters/files/policies.ts";
import type { Case } from "../../../src/domain/case/case.ts";
import { duties, dutiesOf } from "../../../src/rules/duty/duties.ts";
import type { Duty } from "../../../src/rules/duty/types.ts";
import type { Clause } from "../../../src/rules/policy/clause.ts";
import { loadPolicies } from "../../../src/rules/policy/load.ts";
import { plainRulebook } from "../../../src/rules/rulebook.ts";
import { randomCases } from "./oracle-cases.ts";
import { instantOf, wallAt } from "./oracle-days.ts";
import { Sight } from "./oracle.ts";
import type { Oracle } from "./oracle-facts.ts";

/** Cases for each policy that has duties. All 10,000: RUNS=10000 npx jest test/rules/duty/oracle */
const runs = Number(process.env["RUNS"] ?? 800);

const loaded = loadPolicies(readPolicyFiles(join(process.cwd(), "policies")));
const policies = loaded.policies.filter(({ clauses }) => clauses.some(({ duty }) => duty !== undefined));

const line = (id: string, state: string, due: string | null, last: string | null): string =>
  `${id} ${state} by ${due ?? "no limit"}, last ${last?.slice(0, 10) ?? "never"}`;
const engine = (all: readonly Duty[]): readonly string[] =>
  all
    .filter(({ clause }) => hasDuty.has(clause))
    .map(({ clause, state, dueAt, lastDone }) =>
      line(clause, state, dueAt === null ? null : wallAt(dueAt), lastDone === null ? null : wallAt(lastDone)),
    );
const hasDuty = new Set(policies.flatMap(({ clauses }) => clauses.flatMap(({ id, duty }) => (duty ? [id] : []))));

const oracle = (sight: Sight, clauses: readonly Clause[]): readonly string[] =>
  clauses.flatMap((clause) => sight.owed(clause).map(({ due, last }) => line(clause.id, sight.state(due), due, last)));

describe.each(policies.map((policy) => [policy.id, policy] as const))("%s", (id, { clauses }) => {
  const rulebook = plainRulebook(loaded, id);
  const book: Oracle = { clauses, vocabulary: loaded.vocabulary };
  const of = (each: string): readonly Clause[] => clauses.filter(({ duty }) => duty?.each === each);

  test("what the rules find is what walking day by day finds", () => {
    let found = 0;
    for (const { now, cases } of randomCases(book, runs, 1)) {
      const [one] = cases;
      if (!one) continue;
      const expected = oracle(new Sight(book, [one], now), of("case")).toSorted();
      expect({ now, one, owed: engine(dutiesOf(rulebook, one, instantOf(now))).toSorted() }).toEqual({
        now,
        one,
        owed: expected,
      });
      found += expected.length;
    }
    // ad-need-to-know has but a few duties of cases: most are asked of posts.
    expect(found).toBeGreaterThan(runs / 4);
  });

  test("and over the cases of each worker, and of all for the posts", () => {
    for (const { now, cases } of randomCases(book, Math.ceil(runs / 10), 6)) {
      const workers = Map.groupBy(cases, ({ facts }) => String(facts["worker"] ?? ""));
      const byWorker = [...workers].flatMap(([worker, theirs]: [string, Case[]]) =>
        worker === "" ? [] : oracle(new Sight(book, theirs, now), of("worker")),
      );
      const each = cases.flatMap((one) => oracle(new Sight(book, [one], now), of("case")));
      const expected = [...each, ...byWorker, ...oracle(new Sight(book, cases, now), of("post"))];
      const all = duties(rulebook, cases, instantOf(now));
      expect(engine(all).toSorted()).toEqual(expected.toSorted());
      expect(new Set(all.map((duty) => duty.id)).size).toBe(all.length);
      expect(all.map(({ state }) => order.indexOf(state))).toEqual(
        all.map(({ state }) => order.indexOf(state)).toSorted(),
      );
    }
  });
});

const order = ["overdue", "today", "soon", "later"];
