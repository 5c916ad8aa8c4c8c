import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { changeCase } from "../../src/app/cases/change.ts";
import { readHouse } from "../../src/compose/house.ts";
import type { CaseCommand } from "../../src/domain/case/decide.ts";
import { atLondon } from "../../src/time/london.ts";
import { watchful } from "./support/run.ts";

const store = join(mkdtempSync(join(tmpdir(), "watchful-compliance-")), "watchful.db");
const council = "policies/example/council.yaml";

const loaded = (facts: Readonly<Record<string, string>>): CaseCommand => ({
  ...{ kind: "load", source: "caseload.csv", facts, happened: [] },
});
const held = (day: string): CaseCommand => {
  const on = atLondon(day, "00:00");
  const happened = { id: day, happening: "supervision-held", on, dateOnly: true, facts: {}, by: null };
  return { kind: "happen", happened };
};
const begun = { status: "cin", team: "North", statusSince: "2025-01-06", lastSupervision: "2025-01-06" };

/** Due every eight weeks (PS-13): on 3 March after 6 January, on 17 April after 20 February, on 16 June after 21 April. */
const told: readonly (readonly [ref: string, day: string, command: CaseCommand])[] = [
  ["AMB-1", "2025-01-07", loaded(begun)],
  ["AMB-1", "2025-02-24", held("2025-02-20")],
  ["AMB-1", "2025-04-25", held("2025-04-21")],
  ["AMB-2", "2025-01-07", loaded({ ...begun, team: "South" })],
  ["AMB-2", "2025-03-10", loaded({ ...begun, team: "South", lastSupervision: "2025-02-20" })],
  ["AMB-2", "2025-05-10", loaded({ ...begun, team: "South", lastSupervision: "2025-04-21" })],
  ["AMB-3", "2025-01-07", loaded({ ...begun, team: "West" })],
  ["AMB-3", "2025-02-10", loaded({ ...begun, team: "West", status: "closed" })],
  // Known only since the summer: what was done in spring nobody knows.
  ["AMB-4", "2025-06-25", loaded({ ...begun, team: "East", lastSupervision: "2025-06-20" })],
];

beforeAll(async () => {
  const roster = "policies/example/roster.csv";
  const { caseRules: rules } = await readHouse({
    policies: "policies",
    council,
    roster,
    rota: "policies/example/rota.csv",
  });
  const records = openSqlite(store);
  for (const [ref, day, command] of told)
    await changeCase({ records, rules }, ref, command, atLondon(day, "12:00"), "make");
  await records.close();
});

const supervisions = async (...more: readonly string[]): Promise<readonly unknown[]> => {
  const { code, err, lines } = await watchful(["compliance", "--store", store, ...more]);
  expect([code, err]).toEqual([0, ""]);
  return lines.filter((line) => JSON.stringify(line).includes('"PS-13"'));
};
const ofPolicy = ["--policy", "oversight-and-decisions"] as const;
const line = (team: string, due: number, metOnTime: number, metLate: number, overdue: number, ended = 0) => ({
  ...{ policy: "oversight-and-decisions", clause: "PS-13", team, due, metOnTime, metLate, overdue, ended },
});

describe("compliance", () => {
  test("says by clause and team what was due and how it came out, told in chat or by a caseload", async () => {
    expect(await supervisions(...ofPolicy, "--from", "2025-01-01", "--to", "2025-06-30")).toEqual([
      line("North", 3, 1, 1, 1),
      line("South", 3, 1, 1, 1),
      line("West", 0, 0, 0, 0, 1),
    ]);
  });

  test.each([
    ["the first day", "2025-03-03", "2025-03-31", line("North", 1, 1, 0, 0)],
    ["the last day", "2025-04-01", "2025-04-17", line("North", 1, 0, 1, 0)],
    ["what is late still", "2025-06-01", "2025-06-30", line("North", 1, 0, 0, 1)],
  ])("counts what was due within these days: %s", async (_, from, to, expected) => {
    expect((await supervisions(...ofPolicy, "--from", from, "--to", to))[0]).toEqual(expected);
  });

  test("says nothing of days on which nothing was due, and of those before the case was known", async () => {
    expect(await supervisions(...ofPolicy, "--from", "2025-03-04", "--to", "2025-04-16")).toEqual([]);
    expect(await supervisions(...ofPolicy, "--to", "2024-12-31")).toEqual([]);
  });

  test("takes the clauses that a council uses", async () => {
    const { lines } = await watchful([
      ...["compliance", "--store", store, "--council", council],
      ...["--from", "2025-01-01", "--to", "2025-06-30"],
    ]);
    expect(lines).toContainEqual(line("North", 3, 1, 1, 1));
    // PS-13 wins over it.
    expect(JSON.stringify(lines)).not.toContain("WQ-7.1a");
    expect(JSON.stringify(lines)).toContain("MO-F1");
  });

  test.each([
    ["no policy and no council", ["--store", store], /Name a policy/],
    ["a date that is none", ["--store", store, ...ofPolicy, "--from", "2025-02-30"], /not a date: write --from/],
    [
      "an end before the beginning",
      ["--store", store, ...ofPolicy, "--from", "2025-03-01", "--to", "2025-02-01"],
      /ends before/,
    ],
  ])("does not take %s", async (_, args, why) => {
    const { code, err } = await watchful(["compliance", ...args]);
    expect(code).toBe(2);
    expect(err).toMatch(why);
  });
});
