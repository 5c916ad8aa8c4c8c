import { readFileSync } from "node:fs";
import fc from "fast-check";
import { answersSchema } from "../../../src/domain/report/facts.ts";
import { opened, readWhole } from "../../support/caseload.ts";
import { workbookOf } from "../../support/workbook.ts";

const one = async (header: string, row: string) => {
  const { cases, refused } = await readWhole(`${header}\n${row}\n`);
  return cases[0]?.facts ?? refused[0];
};

describe("a row of a caseload", () => {
  test.each([
    ["a status in other letters", "status", "CP", { status: "cp" }],
    ["a status by its label", "status", "Care leaver", { status: "care_leaver" }],
    ["a yes", "status,unborn", "cp,Y", { status: "cp", unborn: true }],
    ["a no", "status,short_breaks", "cp,No", { status: "cp", shortBreaks: false }],
    [
      "an email in capitals",
      "status,worker",
      "cp,Ana@Ambershire.Example",
      { status: "cp", worker: "ana@ambershire.example" },
    ],
    ["nothing, as spreadsheets write it", "status,team,last_visit", "cp,#N/A,n/a", { status: "cp" }],
    ["no-break spaces", "status,team", "cp,\u00a0Team\u00a0\u00a0North\u00a0", { status: "cp", team: "Team North" }],
    [
      "a heading with spaces and capitals",
      "Status,Last Visit",
      "cp,1/2/2026",
      { status: "cp", lastVisit: "2026-02-01" },
    ],
    ["another column, kept as text", "status,Ward of the town", "cp,East", { status: "cp", wardOfTheTown: "East" }],
    ["a quoted comma", "status,team", 'cp,"North, East"', { status: "cp", team: "North, East" }],
  ])("is read: %s", async (_what, header, row, facts) => {
    expect(await one(`case_ref,${header}`, `AMB-1,${row}`)).toEqual(facts);
  });

  test.each([
    [
      "an unknown status",
      "status",
      "open",
      "status",
      "“open” is none of the values: write cin, cp, cla, care_leaver, assessment or closed",
    ],
    ["no status", "status", "", "status", "the status is blank: write it"],
    ["neither yes nor no", "status,unborn", "cp,perhaps", "unborn", "“perhaps” is neither yes nor no: write y or n"],
    [
      "a worker without an email",
      "status,worker",
      "cp,Ana",
      "worker",
      "“Ana” is no work email: write the worker's, or leave the cell blank",
    ],
    [
      "a failed formula",
      "status,team",
      "cp,#REF!",
      "team",
      "“#REF!” is a formula that failed: mend it, or leave the cell blank",
    ],
    [
      "a note",
      "status,remarks",
      `cp,${"x".repeat(201)}`,
      "remarks",
      "it is longer than 200 characters: a caseload holds facts, no notes",
    ],
    ["too few cells", "status,team", "cp", null, expect.stringContaining("has 2 cells where there are 3 headings")],
    [
      "too many cells",
      "status,team",
      "cp,North,East",
      null,
      expect.stringContaining("has 4 cells where there are 3 headings"),
    ],
  ])("is refused whole: %s", async (_what, header, row, column, why) => {
    expect(await one(`case_ref,${header}`, `AMB-1,${row}`)).toMatchObject({
      kind: "refused",
      ref: "AMB-1",
      column,
      why,
      place: { row: 2 },
    });
  });

  test("is refused without repeating a date of birth, or what may be a name", async () => {
    const { refused } = await readWhole("case_ref,status,date_of_birth\nAMB-1,cp,31/31/2015\nJo Bloggs,cp,\n");
    expect(JSON.stringify(refused)).not.toMatch(/31\/31|Bloggs/);
    expect(refused).toMatchObject([
      { ref: "AMB-1", column: "date_of_birth" },
      { ref: null, column: "case_ref" },
    ]);
  });

  test("is refused when its case is there already, in whatever letters", async () => {
    const { cases, refused } = await readWhole("case_ref,status\nAMB-1,cp\namb-1,cin\nAMB-2,cp\n");
    expect(cases.map(({ ref }) => ref)).toEqual(["AMB-1", "AMB-2"]);
    expect(refused).toMatchObject([
      { ref: "amb-1", place: { row: 3 }, why: "the case is in row 2 already: keep one row for each case" },
    ]);
  });

  test("is left alone when it is blank, and rows are counted as a spreadsheet does", async () => {
    const { rows } = await readWhole('A caseload\n\ncase_ref,status,team\nAMB-1,cp,"North\nEast"\n,,\nAMB-2,what,\n');
    expect(rows).toMatchObject([
      { kind: "case", place: { row: 4 } },
      { kind: "refused", place: { row: 6 } },
    ]);
  });

  test("whose last visit has not come yet is refused, when today is known", async () => {
    const csv = "case_ref,status,last_visit,first_review_on\nAMB-1,cp,24/11/2026,\nAMB-2,cp,23/11/2026,1/12/2026\n";
    const { cases, refused } = await readWhole(csv, { today: "2026-11-23" });
    expect([cases.length, refused[0]?.why]).toEqual([1, expect.stringContaining("has not come yet")]);
    expect((await readWhole(csv)).refused).toEqual([]);
  });

  test("in a column in which a date has its month first is refused unless it can only be one day", async () => {
    const csv =
      "case_ref,status,last_visit,last_review\nA1,cp,03/04/2026,03/04/2026\nA2,cp,04/13/2026,\nA3,cp,05/05/2026,\n";
    const { cases, refused } = await readWhole(csv);
    expect(refused.map(({ ref, column }) => [ref, column])).toEqual([
      ["A1", "last_visit"],
      ["A2", "last_visit"],
    ]);
    expect(cases.map(({ ref }) => ref)).toEqual(["A3"]);
  });
});

describe("a file", () => {
  test.each([
    ["nothing", "", /empty/],
    ["no status", "case_ref,stats\nA1,cp\n", /the column status is missing .*rename stats to status/],
    ["neither of the two", "a,b\n1,2\n", /the column case_ref and the column status is missing .*add the columns/],
    ["a column twice", "case_ref,status,Status\nA1,cp,cin\n", /Status is there twice/],
  ])("with %s is refused in a sentence", async (_what, csv, why) => {
    expect(await opened(csv)).toMatch(why);
  });

  test.each(["Child Name", "forename", "SURNAME", "NHS Number", "Post code", "Home address", "Mother", "Known as"])(
    "has its column “%s” left out, and says so",
    async (heading) => {
      const { caseload, cases, refused } = await readWhole(
        `case_ref,status,${heading}\nA1,cp,Secret\nA2,what,Secret\n`,
      );
      expect(caseload.notes).toEqual([`The column ${heading} is left out: it could name a child.`]);
      expect(JSON.stringify([cases, refused, caseload.headings])).not.toMatch(/Secret/);
      expect(refused[0]?.cells).toEqual({ case_ref: "A2", status: "what" });
    },
  );

  test("says when a column it keeps is nearly one that it knows", async () => {
    const { caseload } = await readWhole("case_ref,status,last_visits\nA1,cp,1\n");
    expect(caseload.notes).toEqual([expect.stringContaining("if it is last_visit, rename the column")]);
  });

  test.each([
    ["UTF-8 with a mark", Buffer.from("\uFEFFcase_ref,status,team\nA1,cp,Été\n")],
    ["UTF-16, with tabs", Buffer.from("\uFEFFcase_ref\tstatus\tteam\r\nA1\tcp\tÉté\r\n", "utf16le")],
    ["the Windows of old, with semicolons", Buffer.from("case_ref;status;team\r\nA1;cp;Été\r\n", "latin1")],
  ])("is read in %s", async (_what, bytes) => {
    expect((await readWhole(bytes)).cases).toMatchObject([{ ref: "A1", facts: { status: "cp", team: "Été" } }]);
  });

  test("that breaks off within quotes loses no row in silence", async () => {
    const { refused } = await readWhole('case_ref,status,team\nA1,cp,North\nA2,cp,"North\nA3,cp,\n');
    expect(refused).toMatchObject([{ ref: null, why: expect.stringContaining("quote") }]);
  });

  test("reads the same from a workbook: texts, numbers, real dates, true and failed formulas", async () => {
    const rows = [
      ["Caseload of November"],
      ["case_ref", "status", "last_visit", "last_review", "unborn", "team"],
      ["A1", "cp", { date: 46_115 }, 46_115, true, { error: "#N/A" }],
      [1042, "cin", "03/04/2026", null, null, "North"],
    ];
    const { caseload, cases } = await readWhole(workbookOf([{ name: "Sheet1", rows }]));
    expect([caseload.format, caseload.whole]).toEqual(["xlsx", true]);
    expect(cases).toMatchObject([
      { ref: "A1", facts: { status: "cp", lastVisit: "2026-04-03", lastReview: "2026-04-03", unborn: true } },
      { ref: "1042", place: { sheet: "Sheet1", row: 4 }, facts: { lastVisit: "2026-04-03", team: "North" } },
    ]);
  });

  test("the made-up caseload of Ambershire is read whole", async () => {
    const { cases, refused } = await readWhole(readFileSync("policies/example/caseload.csv"));
    expect([cases.length, refused]).toEqual([42, []]);
  });
});

test("whatever a cell holds, a row is a case whose facts zod takes, or a refusal that says why", async () => {
  const cell = fc.oneof(
    fc.string(),
    fc.constantFrom("cp", "y", "1/2/2026", "45000", "#N/A", "a@b.example", "\u00a0", "=1+1"),
  );
  const header = ["case_ref", "status", "last_visit", "unborn", "worker", "team", "placement", "ward"];
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(...header.map(() => cell)), { minLength: 1, maxLength: 8 }), async (rows) => {
      const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
      const csv = [header, ...rows].map((cells) => cells.map(quoted).join(",")).join("\n");
      const { cases, refused } = await readWhole(csv);
      for (const { facts } of cases) expect(answersSchema.safeParse(facts).success).toBe(true);
      for (const { why } of refused) expect(why.length).toBeGreaterThan(10);
    }),
    { numRuns: 60 },
  );
});
