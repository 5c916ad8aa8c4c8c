import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { watchful } from "./support/run.ts";

const folder = mkdtempSync(join(tmpdir(), "watchful-duties-"));
const caseload = (name: string, ...rows: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `case_ref,status,worker,last_supervision,last_oversight,status_since\n${rows.join("\n")}\n`);
  return path;
};
const usual = caseload(
  "usual.csv",
  "AMB-1,cin,ana@ambershire.example,2026-02-02,2026-03-02,2026-01-05",
  "AMB-2,cp,,02/03/2026,,2026-03-02",
  "AMB-3,closed,,2020-01-01,,2019-01-01",
  "AMB-4,cla,ana@ambershire.example,,,",
);
const duties = (path: string, policy: string, asOf: string) =>
  watchful(["duties", "--policy", policy, "--cases", path, "--as-of", asOf]);

describe("duties", () => {
  test("says what is owed as JSON lines, worst first, and nothing of a closed case", async () => {
    const { code, out, err } = await duties(usual, "oversight-and-decisions", "2026-03-31T00:00");
    expect([code, err]).toEqual([0, ""]);
    const lines = out
      .trim()
      .split("\n")
      .map((line): unknown => JSON.parse(line));
    expect(lines.filter((line) => JSON.stringify(line).includes("PS-13"))).toEqual([
      {
        caseRef: "AMB-1",
        clause: "PS-13",
        owedBy: "line-manager",
        lastDone: "2026-02-02",
        dueAt: "2026-03-30T22:59:59Z",
        state: "overdue",
      },
      { caseRef: "AMB-4", clause: "PS-13", owedBy: "line-manager", lastDone: null, dueAt: null, state: "today" },
      {
        caseRef: "AMB-2",
        clause: "PS-13",
        owedBy: "line-manager",
        lastDone: "2026-03-02",
        dueAt: "2026-04-27T22:59:59Z",
        state: "later",
      },
    ]);
    expect(out).not.toContain("AMB-3");
  });

  test("without a last date it counts from the latest of status, plan and placement", async () => {
    const { out } = await duties(usual, "management-oversight", "2026-03-30T10:00");
    expect(out).toContain(
      '{"caseRef":"AMB-2","clause":"MO-F1","owedBy":"line-manager","lastDone":null,"dueAt":"2026-03-30T22:59:59Z","state":"today"}',
    );
  });

  test("a row that cannot be read, one that is there twice and a date beyond the calendar are said, and the rest is answered", async () => {
    const path = caseload(
      "dirty.csv",
      "AMB-1,cin,,2026-02-02,,",
      "AMB-2,nonsense,,2026-02-02,,",
      "AMB-1,cp,,2026-02-03,,",
      "AMB-5,cin,,1990-02-02,,",
    );
    const { code, out, err } = await duties(path, "oversight-and-decisions", "2026-03-30T10:00");
    expect(code).toBe(1);
    expect(out.match(/AMB-\d/g)).toEqual(["AMB-1"]);
    expect(err).toMatch(/^dirty\.csv, row 3: /m);
    expect(err).toMatch(/^dirty\.csv, row 4: the case is in row 2 already/m);
    expect(err).toMatch(/^AMB-5: Working days counted from 1990-02-02 lead outside the calendar/m);
  });

  test.each([
    ["no policy", ["--cases", usual, "--as-of", "2026-03-30T10:00"], "Name a policy"],
    ["no caseload", ["--policy", "management-oversight", "--as-of", "2026-03-30T10:00"], "Name a caseload"],
    [
      "no such file",
      ["--policy", "management-oversight", "--cases", "nowhere.csv", "--as-of", "2026-03-30"],
      "There is no file nowhere.csv",
    ],
    ["no time", ["--policy", "management-oversight", "--cases", usual], "--as-of 2026-04-01T18:00"],
    [
      "a time that is none",
      ["--policy", "management-oversight", "--cases", usual, "--as-of", "soon"],
      "soon is not a date and time",
    ],
  ])("%s is the command line's fault", async (_says, args, why) => {
    const { code, out, err } = await watchful(["duties", ...args]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(why);
  });
});

test("clauses --json gives clock, anchor, owner and what meets a duty, and every phase of one that has them", async () => {
  const { out } = await watchful(["clauses", "--policy", "manager-standards", "--json"]);
  const clauses = JSON.parse(out) as readonly Record<string, unknown>[];
  const of = (id: string) => clauses.find((clause) => clause["id"] === id);
  expect(of("WQ-7.1b")).toMatchObject({
    kind: "duty",
    clock: { everyMonths: 1 },
    metBy: ["supervision-held"],
    startedBy: [],
  });
  expect(of("WQ-8.1e")).toMatchObject({
    anchor: "placementStart",
    clock: { withinWorkingDays: 5 },
    owedBy: ["social-worker"],
  });
  expect(of("WQ-8.1e")?.["phases"]).toHaveLength(5);
});
