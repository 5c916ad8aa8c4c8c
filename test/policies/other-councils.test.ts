import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPolicyFiles } from "../../src/adapters/files/policies.ts";
import type { Case, Happened } from "../../src/domain/case/case.ts";
import type { Answers } from "../../src/domain/report/facts.ts";
import { assess } from "../../src/rules/assess.ts";
import { duties } from "../../src/rules/duty/duties.ts";
import { readInstant, sayInstant } from "../../src/rules/engine/instants.ts";
import { runExamples } from "../../src/rules/examples.ts";
import { faultInWords, loadPolicies } from "../../src/rules/policy/load.ts";
import { composeRulebook, type Rulebook } from "../../src/rules/rulebook.ts";

/** Three made-up councils, each a folder of files with words of its own. Nothing in the program knows them. */
const names = ["brackwater", "northmarch", "saltby"] as const;
type Name = (typeof names)[number];

const load = (name: Name) => loadPolicies(readPolicyFiles(join(process.cwd(), "test", "policies", name)));
const rulebookOf = (name: Name): Rulebook => {
  const loaded = load(name);
  const [council] = loaded.councils;
  if (council === undefined) throw new Error(`${name} has no council file`);
  return composeRulebook(loaded, council);
};

describe.each(names)("%s", (name) => {
  const loaded = load(name);
  test("loads without a fault, and with nothing worth a look", () => {
    expect([...loaded.faults, ...loaded.warnings].map(faultInWords)).toEqual([]);
  });
  test("shows that its examples hold, two at least for each clause with a clock", () => {
    const runs = runExamples(loaded);
    expect(runs.length).toBeGreaterThanOrEqual(10);
    expect(runs.flatMap(({ clause, says, misses }) => (misses.length > 0 ? [[clause, says, misses]] : []))).toEqual([]);
  });
});

test("the program names none of them", () => {
  const sources = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  const naming = sources.filter((path) =>
    /brackwater|northmarch|saltby/i.test(readFileSync(join("src", path), "utf8")),
  );
  expect(sources.length).toBeGreaterThan(100);
  expect(naming).toEqual([]);
});

const at = (wall: string): number => {
  const instant = readInstant(wall);
  if (instant === undefined) throw new Error(`${wall} is no instant`);
  return instant;
};

const happened = (happening: string, on: string, facts: Answers = {}): Happened => ({
  id: `${happening}:${on}`,
  happening,
  on: at(on),
  dateOnly: false,
  facts,
  by: null,
});
const caseOf = (ref: string, facts: Answers, ...events: readonly Happened[]): Case => ({
  ref,
  facts,
  happened: events,
  standing: [],
});
/** "NM-3 NMA-1 2027-01-01T23:59:59 later" for each duty, worst first. */
const owed = (name: Name, cases: readonly Case[], asOf: string): readonly string[] =>
  duties(rulebookOf(name), cases, at(asOf)).map(
    ({ clause, caseRef, dueAt, state, stage }) =>
      `${clause} ${caseRef ?? "-"} ${sayInstant(dueAt)} ${state}${stage === null ? "" : ` (${stage})`}`,
  );

describe("what managers of Northmarch owe", () => {
  const shifts = (count: number) =>
    Array.from({ length: count }, (_, day) =>
      happened("shift-worked", `2027-01-${String(day + 4).padStart(2, "0")}T08:00`),
    );
  const agency = {
    status: "cin",
    worker: "agency@northmarch.example",
    workerKind: "agency",
    lastSupervision: "2026-12-31",
  };
  const own = (lines: readonly string[], clause: string) => lines.filter((line) => line.startsWith(clause));

  test.each([
    ["after seven shifts nothing", 7, []],
    ["on the day of the eighth, supervision", 8, ["NM-2 NMA-100 2027-01-11T23:59:59 today"]],
  ])("agency staff: %s", (_says, count, expected) => {
    const lines = owed("northmarch", [caseOf("NMA-100", agency, ...shifts(count))], "2027-01-11T20:00");
    expect(own(lines, "NM-2")).toEqual(expected);
  });

  test("shifts are counted over all the cases of a worker, and anew after supervision", () => {
    const [first, second] = [shifts(4), shifts(9).slice(4)];
    const cases = [caseOf("NMA-100", agency, ...first), caseOf("NMA-101", agency, ...second)];
    expect(own(owed("northmarch", cases, "2027-01-20T09:00"), "NM-2")).toEqual([
      "NM-2 NMA-100 2027-01-11T23:59:59 overdue",
    ]);
    const supervised = [...cases, caseOf("NMA-102", agency, happened("supervision-held", "2027-01-13T09:00"))];
    expect(own(owed("northmarch", supervised, "2027-01-20T09:00"), "NM-2")).toEqual([]);
  });

  test("newly qualified workers every fortnight, once for each worker and not for each child", () => {
    const facts = {
      status: "cin",
      worker: "new@northmarch.example",
      workerKind: "newly-qualified",
      lastSupervision: "2026-12-18",
    };
    const lines = owed("northmarch", [caseOf("NMA-1", facts), caseOf("NMA-2", facts)], "2027-01-02T09:00");
    expect(own(lines, "NM-3")).toEqual(["NM-3 NMA-1 2027-01-01T23:59:59 overdue"]);
  });

  test("an assessment after 10, 20 and 45 working days, each looked at in its turn", () => {
    const began = happened("assessment-began", "2026-12-01T10:00");
    const looked = (on: string) => happened("progress-looked-at", on);
    const after = (asOf: string, ...more: readonly Happened[]) =>
      own(owed("northmarch", [caseOf("NMA-3", { status: "assessment" }, began, ...more)], asOf), "NM-4");
    expect(after("2026-12-02T09:00")[0]).toBe("NM-4 NMA-3 2026-12-15T17:00 later (after 10 working days)");
    expect(after("2026-12-16T09:00", looked("2026-12-14T09:00"))[0]).toMatch(
      /^NM-4 NMA-3 2026-12-31T17:00 \w+ \(after 20 working days\)$/,
    );
    expect(after("2027-01-05T09:00", looked("2026-12-14T09:00"), looked("2026-12-30T09:00"))).toEqual([
      expect.stringMatching(/^NM-4 NMA-3 2027-02-05T17:00 \w+ \(signed off\)$/),
    ]);
    expect(after("2027-01-05T09:00", happened("assessment-signed-off", "2026-12-20T09:00"))).toEqual([]);
  });

  test.each([
    ["on the last day of the old standard", "2027-03-31T12:00", "NM-1 NMA-4 2027-04-26T23:59:59"],
    ["on the first day of the new one", "2027-04-01T00:00", "NM-1 NMA-4 2027-04-12T23:59:59"],
  ])("the standard changes on a date: %s", (_says, asOf, line) => {
    const lines = owed("northmarch", [caseOf("NMA-4", { status: "cin", lastSupervision: "2027-03-01" })], asOf);
    expect(lines).toEqual([expect.stringContaining(line)]);
  });

  test("a clause that lost (NM-5) owes nothing, and one that was left out (NE-9) is kept with its reason", () => {
    const { notInUse } = rulebookOf("northmarch");
    expect(notInUse.map(({ clause: { id }, instead, because }) => [id, instead, because])).toEqual([
      ["NM-5", ["NM-1"], "The standard says it more exactly than the introduction."],
      ["NE-9", [], "The panel no longer meets."],
    ]);
  });

  test.each([
    ["24 hours until the end of March", "2027-03-31T23:00", "2027-04-01T20:00"],
    ["12 hours from April", "2027-04-01T00:00", "2027-04-01T08:00"],
  ])("a report goes by the edition of its day: %s", (_says, asOf, matures) => {
    const facts = { missingSince: at("2027-03-31T20:00") };
    const { watch } = assess(rulebookOf("northmarch"), { event: "child-missing", facts }, at(asOf));
    expect(watch.map(({ id, maturesAt }) => [id, sayInstant(maturesAt)])).toEqual([["NE-2", matures]]);
  });
});

describe("what Saltby owes", () => {
  const order = { status: "cin", order: "supervision", orderMadeOn: "2026-10-31", orderEndsOn: "2027-10-31" };

  test("reviews four and nine months after an order, and the last in the month before it ends", () => {
    expect(owed("saltby", [caseOf("SLT-100", order)], "2027-02-28T12:00")).toEqual([
      "SB-1 SLT-100 2027-02-28T23:59:59 today",
      "SB-2 SLT-100 2027-07-31T23:59:59 later",
    ]);
    const reviewed = [
      happened("four-month-review-held", "2027-02-20T09:00"),
      happened("nine-month-review-held", "2027-07-30T09:00"),
    ];
    expect(owed("saltby", [caseOf("SLT-100", order, ...reviewed)], "2027-09-29T12:00")).toEqual([]);
    expect(owed("saltby", [caseOf("SLT-100", order, ...reviewed)], "2027-09-30T00:00")).toEqual([
      expect.stringMatching(/^SB-3 SLT-100 2027-10-30T23:59:59 \w+$/),
    ]);
  });

  test("the conference counts from the last of several strategy discussions", () => {
    const held = ["2026-03-16T10:00", "2026-03-23T10:00", "2026-03-30T10:00"].map((on) =>
      happened("strategy-discussion-held", on),
    );
    expect(owed("saltby", [caseOf("SLT-101", { status: "assessment" }, ...held)], "2026-03-31T09:00")).toEqual([
      expect.stringMatching(/^SB-4 SLT-101 2026-04-22T17:00 \w+$/),
    ]);
  });
});

describe("what Brackwater is told", () => {
  const missing = { missingSince: at("2026-06-01T08:00"), otherwiseVulnerable: false, district: "east" };
  const considered = (facts: Answers) =>
    assess(rulebookOf("brackwater"), { event: "child-missing", facts }, at("2026-06-01T23:00")).alsoConsider.map(
      ({ what, dueAt }) => [what, sayInstant(dueAt)],
    );
  const update = "Update the service manager on what the child said.";

  test("a later event starts the clock of an update: nothing to count from while the child is missing", () => {
    expect(considered(missing)).toEqual([[update, "null"]]);
    expect(considered({ ...missing, foundAt: at("2026-06-01T22:00") })).toEqual([[update, "2026-06-02T22:00"]]);
  });
});
