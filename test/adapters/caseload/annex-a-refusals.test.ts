import { opened, readWhole } from "../../support/caseload.ts";
import { care, careRow, need, needRow, plan, planRow, sheet } from "../../support/annex-a.ts";
import { workbookOf } from "../../support/workbook.ts";

describe("Annex A", () => {
  test("refuses a child whole when one of its rows cannot be read, and takes the others", async () => {
    const bad = planRow(2);
    bad[8] = "04/13/2026";
    const { cases, refused } = await readWhole(
      workbookOf([sheet("List 6", need, needRow(1, "c"), needRow(2, "b")), sheet("List 7", plan, bad)]),
    );
    expect(cases.map(({ ref }) => ref)).toEqual(["1"]);
    expect(refused).toMatchObject([
      { ref: "2", place: { sheet: "List 7", row: 2 }, column: "Date of the Last Statutory Visit", value: "04/13/2026" },
    ]);
  });

  test("refuses a child with two dates of birth, without repeating them", async () => {
    const [one, two] = [needRow(1, "c"), planRow(1)];
    one[3] = "01/02/2015";
    two[3] = "02/02/2015";
    const { refused } = await readWhole(workbookOf([sheet("List 6", need, one), sheet("List 7", plan, two)]));
    expect(refused).toMatchObject([{ ref: "1", why: expect.stringContaining("two dates of birth"), value: null }]);
    expect(JSON.stringify(refused)).not.toContain("2015");
  });

  test("is the whole caseload only with lists 6, 7 and 8, and names the ones that are missing", async () => {
    const six = sheet("List 6", need, needRow(1, "c"));
    const all = await opened(
      workbookOf([six, sheet("List 7", plan, planRow(2)), sheet("List 8", care, careRow(3, "C2", "U6"))]),
    );
    expect(all).toMatchObject({ format: "annex-a", whole: true, notes: [] });
    expect(await opened(workbookOf([six]))).toMatchObject({
      whole: false,
      notes: expect.arrayContaining([
        expect.stringMatching(/^List 7 is missing/),
        expect.stringMatching(/^List 8 is missing/),
      ]),
    });
  });

  test.each([
    [
      "a list without the child's id",
      [sheet("List 6", need.slice(1), needRow(1, "c").slice(1))],
      /List 6 has no row of headings with “Child Unique ID”/,
    ],
    [
      "a list without what it is for",
      [
        sheet(
          "List 6",
          need.filter((heading) => heading !== "Case status"),
          needRow(1, "c"),
        ),
      ],
      /List 6 has no column “Case status”/,
    ],
    [
      "the same list twice",
      [sheet("List 6", need, needRow(1, "c")), sheet("CIN", need, needRow(2, "c"))],
      /List 6 and CIN are both list 6/,
    ],
    [
      "two columns that could be one",
      [
        sheet(
          "List 6",
          [...need.filter((heading) => heading !== "Case status"), "Case statu", "Cas status"],
          [...needRow(1, "c"), "c"],
        ),
      ],
      /two columns that could be “Case status”/,
    ],
  ])("is refused with %s", async (_what, sheets, why) => {
    expect(await opened(workbookOf(sheets))).toMatch(why);
  });

  test("keeps no gender, no ethnicity and no postcode", async () => {
    const { cases } = await readWhole(
      workbookOf([sheet("List 8", [...care, "Placement postcode"], [...careRow(1, "C2", "U6"), "AM1 2BR"])]),
    );
    expect(cases).toHaveLength(1);
    expect(JSON.stringify(cases)).not.toMatch(/Male|WBRI|AM1/);
  });
});

describe("a workbook that cannot be read", () => {
  const ole = Buffer.from("d0cf11e0a1b11ae1", "hex");
  test.each([
    ["an old .xls", Buffer.concat([ole, Buffer.alloc(600)]), /old Excel format.*save it as an Excel workbook/],
    [
      "one with a password",
      Buffer.concat([ole, Buffer.alloc(600), Buffer.from("EncryptedPackage", "utf16le")]),
      /protected by a password: save it without one/,
    ],
    ["one that broke off", workbookOf([sheet("List 6", need)]).subarray(0, 900), /damaged/],
    ["a zip of something else", workbookOf([]).subarray(0, 60), /damaged/],
  ])("is refused in a sentence: %s", async (_what, bytes, why) => {
    expect(await opened(bytes)).toMatch(why);
  });
});
