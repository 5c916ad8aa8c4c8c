import { readWhole } from "../../support/caseload.ts";
import { about, care, careRow, enquiry, need, needRow, plan, planRow, sheet } from "../../support/annex-a.ts";
import { workbookOf, type SheetOf } from "../../support/workbook.ts";

const factsIn = async (...sheets: SheetOf[]) => {
  const { cases } = await readWhole(workbookOf(sheets));
  return Object.fromEntries(cases.map(({ ref, facts }) => [ref, facts]));
};

describe("Annex A", () => {
  test.each([
    "List 6",
    "List_6",
    "List 6 ",
    "list6",
    "LIST 06",
    "List 6 - Children in Need",
    "6. CIN",
    "Children in Need",
    "children in need ",
  ])("knows the sheet “%s”", async (name) => {
    expect(await factsIn(sheet(name, need, needRow(1001, "c) Child in need plan")))).toMatchObject({
      1001: { status: "cin" },
    });
  });

  test("knows a sheet by the title above its headings, and finds headings below titles", async () => {
    const titled = sheet("Sheet4", ["List 6: Children in Need"], [null], ["Ambershire"], need, needRow(1001, "d"));
    expect(await factsIn(titled)).toMatchObject({ 1001: { status: "assessment" } });
  });

  test("knows headings in other capitals and spellings", async () => {
    const dirty = need.map((heading) =>
      heading
        .toUpperCase()
        .replace("CLOSURE", "CLOSUR")
        .replace("STATUS", " Status ")
        .replace("UNIQUE ID", "Unique  ID"),
    );
    expect(await factsIn(sheet("List 6", dirty, needRow(1001, "b", "3/11/2026")))).toMatchObject({
      1001: { status: "cp", team: "North" },
    });
  });

  test.each([
    ["a) Looked after child", "cla"],
    ["b) Child Protection plan", "cp"],
    ["Child protection", "cp"],
    ["c)", "cin"],
    ["C", "cin"],
    ["child in need plan", "cin"],
    ["d) Open assessment", "assessment"],
    ["e) Closed episode", "closed"],
  ])("reads the code %s as %s", async (code, status) => {
    expect(await factsIn(sheet("List 6", need, needRow(1001, code)))).toMatchObject({ 1001: { status } });
  });

  test("refuses a code whose letter and label disagree", async () => {
    const { refused } = await readWhole(workbookOf([sheet("List 6", need, needRow(1001, "a) Child in need plan"))]));
    expect(refused).toMatchObject([
      {
        ref: "1001",
        column: "Case status",
        place: { sheet: "List 6", row: 2 },
        why: expect.stringContaining("disagree"),
      },
    ]);
  });

  test("puts the lists together: in care before on a plan before in need", async () => {
    const facts = await factsIn(
      sheet(
        "List 6",
        need,
        needRow(1, "c", "09/11/2026"),
        needRow(2, "c"),
        needRow(3, "c"),
        needRow(4, "b", "09/11/2026"),
      ),
      sheet("List 7", plan, planRow(2), planRow(3), planRow(4, "01/10/2026")),
      sheet("List 8", care, careRow(3, "C2: FCO", "d) U4: Foster placement - long term")),
    );
    expect(facts).toEqual({
      1: { status: "cin", team: "North", worker: "Ana Petrescu", statusSince: "2026-02-01", lastVisit: "2026-11-09" },
      2: {
        status: "cp",
        team: "North",
        worker: "Ana Petrescu",
        statusSince: "2026-03-01",
        planStart: "2026-03-01",
        lastVisit: "2026-11-02",
        lastReview: "2026-10-10",
      },
      3: {
        ...{ status: "cla", team: "Care", worker: "Zofia Lis", statusSince: "2026-04-01", planStart: "2026-03-01" },
        ...{
          placement: "foster",
          placementStart: "2026-05-05",
          longTermPlacement: true,
          lastVisit: "2026-11-02",
          lastReview: "2026-10-10",
        },
      },
      4: { status: "cp", team: "North", worker: "Ana Petrescu", lastVisit: undefined },
    });
  });

  test.each([
    ["C1: ICO", "P1: Placed with parents", "parents_ico"],
    ["ICO", "k) P1", "parents_ico"],
    ["C2", "P1", "parents_care_order"],
    ["V2: Single period under S20", "P1", undefined],
    ["C2", "a) A3: Placed for adoption", "adoption"],
    ["C2", "K2: Children’s Homes", "residential"],
    ["C2", "P2: Independent living", undefined],
  ])("reads legal status %s and placement %s as %s", async (legal, placement, expected) => {
    const facts = await factsIn(sheet("List 8", care, careRow(1, legal, placement)));
    expect(facts["1"]?.["placement"]).toBe(expected);
  });

  test("gives the section 47 enquiry and its conference as days, without a clock", async () => {
    const rows = [
      [...about(1), "01/09/2026", "b) No", "15/09/2026", "North", "Ana"],
      [...about(1), { date: 46_300 }, "No", { error: "#N/A" }, "North", "Ana"],
      [...about(1), "01/02/2026", "a) Yes", null, "North", "Ana"],
    ];
    const { cases } = await readWhole(
      workbookOf([sheet("List 5", enquiry, ...rows), sheet("List 6", need, needRow(1, "c"))]),
    );
    expect(cases[0]?.happened).toEqual([
      { happening: "section-47-started", on: "2026-09-01", facts: { commencingDiscussionOn: "2026-09-01" } },
      { happening: "icpc-held", on: "2026-09-15", facts: {} },
      { happening: "section-47-started", on: "2026-10-05", facts: { commencingDiscussionOn: "2026-10-05" } },
    ]);
  });
});
