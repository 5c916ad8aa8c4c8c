import fc from "fast-check";
import { openSqlite } from "../../../src/adapters/sqlite/open.ts";
import { verifyAudit } from "../../../src/app/audit/verify.ts";
import {
  casesBy,
  casesThatLeft,
  decideLeft,
  duesPage,
  findCase,
  recordHappened,
} from "../../../src/app/cases/cases.ts";
import type { CaseRules } from "../../../src/app/cases/deps.ts";
import { importCaseload } from "../../../src/app/cases/import.ts";
import { workerKey } from "../../../src/app/cases/kept.ts";
import type { RefusedRow } from "../../../src/app/ports/caseload.ts";
import type { Records } from "../../../src/app/ports/records.ts";
import { OutsideCalendar } from "../../../src/time/calendar.ts";
import { atLondon } from "../../../src/time/london.ts";
import { opened } from "../../support/caseload.ts";

const monday = atLondon("2026-11-23", "09:00");
const page = { limit: 100 };

/** A rule of its own: due a week after the last visit; what was overdue when the status changed stands. */
const weekly: CaseRules = {
  index: ({ facts }) => {
    if (facts["lastVisit"] === "1999-01-01") throw new OutsideCalendar("1999-01-01");
    const last = facts["lastVisit"];
    return { nextChange: typeof last === "string" ? atLondon(last, "00:00") + 7 * 86_400_000 : null, owed: false };
  },
  standingAfter: (before, after, at) =>
    before.facts["status"] === after["status"] ? before.standing : [{ clause: "X-1", dueAt: 1, metBy: [], since: at }],
};

const house = () => {
  const records: Records = openSqlite(":memory:");
  const refused: RefusedRow[] = [];
  const deps = {
    records,
    clock: { now: () => monday },
    rules: weekly,
    onRefused: (row: RefusedRow) => void refused.push(row),
  };
  const load = async (csv: string, whole = true) => {
    const caseload = await opened(csv);
    if (typeof caseload === "string") throw new Error(caseload);
    return importCaseload(deps, { ...caseload, whole });
  };
  return { records, refused, deps, load };
};

const header = "case_ref,status,team,worker,last_visit";
const csv = (...rows: string[]): string => [header, ...rows].join("\n");
const two = csv("AMB-1,cp,North,ana@ambershire.example,20/11/2026", "AMB-2,cin,North,,19/11/2026");

describe("a caseload that is loaded", () => {
  it("stores each case, and nothing when it is loaded again", async () => {
    const { load, records } = house();
    expect(await load(two)).toMatchObject({ read: 2, stored: 2, unchanged: 0, refused: 0, left: 0 });
    expect(await load(two)).toMatchObject({ read: 2, stored: 0, unchanged: 2, refused: 0, left: 0 });
    expect(await records.count("case")).toBe(2);
    expect(await records.read({ kind: "case", id: "AMB-1" })).toMatchObject({ version: 1 });
    expect(await verifyAudit(records)).toMatchObject({ ok: true, records: 2, facts: 2 });
  });

  it("stores only what changed, what became blank too, and remembers what was overdue when the status changed", async () => {
    const { load, deps, records } = house();
    await load(two);
    expect(
      await load(csv("amb-1,cla,,ana@ambershire.example,20/11/2026", "AMB-2,cin,North,,19/11/2026")),
    ).toMatchObject({ stored: 1, unchanged: 1 });
    const now = await findCase(deps, "AMB-1");
    expect(now?.facts).toEqual({ status: "cla", worker: "ana@ambershire.example", lastVisit: "2026-11-20" });
    expect(now?.standing).toEqual([{ clause: "X-1", dueAt: 1, metBy: [], since: monday }]);
    const kept = await records.read({ kind: "case", id: "AMB-1" });
    expect(JSON.stringify(kept?.body)).toContain('"facts":{"status":"cla","team":null}');
  });

  it("finds a case by its worker, and moves it when the worker changes", async () => {
    const { load, deps } = house();
    await load(two);
    await load(csv("AMB-1,cp,North,tom@ambershire.example,20/11/2026", "AMB-2,cin,North,,19/11/2026"));
    expect(await casesBy(deps, workerKey("ana@ambershire.example"), page)).toEqual([]);
    expect(await casesBy(deps, workerKey("tom@ambershire.example"), page)).toMatchObject([{ ref: "AMB-1" }]);
  });

  it("keeps a case that it lists no more for a decision, asks once, and knows it when it returns", async () => {
    const { load, deps } = house();
    await load(two);
    const rest = csv("AMB-1,cp,North,ana@ambershire.example,20/11/2026");
    expect(await load(rest)).toMatchObject({ left: 1, leftUnknown: null });
    expect(await load(rest)).toMatchObject({ stored: 0, left: 0 });
    expect(await casesThatLeft(deps, page)).toMatchObject([{ ref: "AMB-2", presence: "left" }]);
    expect(await decideLeft(deps, "amb-2", "farah@ambershire.example", "closed")).toMatchObject({
      outcome: "done",
      now: { facts: { status: "closed" } },
    });
    expect(await decideLeft(deps, "AMB-2", "farah@ambershire.example", "stays")).toMatchObject({ outcome: "known" });
    expect(await casesThatLeft(deps, page)).toEqual([]);
    expect(await load(two)).toMatchObject({ stored: 1 });
    expect(await findCase(deps, "AMB-2")).toMatchObject({ presence: "listed", facts: { status: "cin" } });
  });

  it.each([
    ["it has no rows at all", header, true],
    ["it is only a part", csv("AMB-1,cp,,,"), false],
    ["a refused row may be anybody's", csv("AMB-1,cp,,,", "Jo Bloggs,cp,,,"), true],
  ])("takes nobody to have left when %s", async (_why, rows, whole) => {
    const { load, deps } = house();
    await load(two);
    expect(await load(rows, whole)).toMatchObject({ left: 0, leftUnknown: expect.any(String) });
    expect(await casesThatLeft(deps, page)).toEqual([]);
  });

  it("takes a case whose row is refused to be there still, as it was", async () => {
    const { load, deps, refused } = house();
    await load(two);
    expect(await load(csv("AMB-1,cp,North,ana@ambershire.example,20/11/2026", "AMB-2,what,,,"))).toMatchObject({
      refused: 1,
      left: 0,
    });
    expect(refused).toMatchObject([{ ref: "AMB-2", column: "status" }]);
    expect(await findCase(deps, "AMB-2")).toMatchObject({ presence: "listed", facts: { status: "cin" } });
  });

  it.each(["at first", "later"])(
    "refuses a row with a date beyond the calendar, %s, and takes the others",
    async (when) => {
      const { load, refused } = house();
      if (when === "later") await load(two);
      const rows = csv("AMB-1,cp,,,01/01/1999", "AMB-2,cp,,,19/11/2026");
      expect(await load(rows)).toMatchObject({ stored: 1, refused: 1 });
      expect(refused).toMatchObject([{ ref: "AMB-1", why: expect.stringContaining("too far away") }]);
    },
  );

  it("gives way to what somebody else writes meanwhile, and loses neither", async () => {
    const { load, deps, records } = house();
    await load(two);
    const { commitAll } = records;
    const held = { id: "h1", happening: "visit-done", on: monday, dateOnly: false, facts: {}, by: null };
    records.commitAll = async (writes) => {
      records.commitAll = commitAll;
      await recordHappened(deps, "AMB-1", held);
      return commitAll(writes);
    };
    expect(await load(csv("AMB-1,cla,North,,20/11/2026", "AMB-2,cin,North,,19/11/2026"))).toMatchObject({
      stored: 1,
      unchanged: 1,
    });
    expect(await findCase(deps, "AMB-1")).toMatchObject({ facts: { status: "cla" }, happened: [held] });
    expect(await verifyAudit(records)).toMatchObject({ ok: true });
  });
});

describe("something that happened", () => {
  const held = {
    id: "click-1",
    happening: "supervision-held",
    on: monday,
    dateOnly: false,
    facts: {},
    by: "ana@ambershire.example",
  };

  it("is kept once, however often it is told", async () => {
    const { load, deps } = house();
    await load(two);
    expect(await recordHappened(deps, "amb-1", held)).toMatchObject({ outcome: "done" });
    expect(await recordHappened(deps, "AMB-1", held)).toMatchObject({ outcome: "known" });
    expect(await findCase(deps, "AMB-1")).toMatchObject({ happened: [held] });
  });

  it("is kept once when it is told twenty times at once", async () => {
    const { load, deps, records } = house();
    await load(two);
    const told = await Promise.all(Array.from({ length: 20 }, () => recordHappened(deps, "AMB-1", held)));
    expect(told.filter(({ outcome }) => outcome === "done")).toHaveLength(1);
    expect(await records.read({ kind: "case", id: "AMB-1" })).toMatchObject({ version: 2 });
  });

  it("is refused for a case that nobody has loaded", async () => {
    const { deps } = house();
    expect(await recordHappened(deps, "AMB-9", held)).toMatchObject({
      outcome: "refused",
      why: expect.stringContaining("AMB-9"),
    });
  });
});

it("finds what is newly due by its index, the earliest first", async () => {
  const { load, deps } = house();
  await load(two);
  expect(await duesPage(deps, atLondon("2026-11-25", "23:59"), 10)).toEqual([]);
  expect((await duesPage(deps, atLondon("2026-11-26", "00:00"), 10)).map(({ ref }) => ref)).toEqual(["AMB-2"]);
  expect((await duesPage(deps, atLondon("2026-12-31", "00:00"), 10)).map(({ ref }) => ref)).toEqual(["AMB-2", "AMB-1"]);
});

it("stores nothing when any caseload is loaded a second time, and the last load is what is kept", async () => {
  const row = fc.record({
    ref: fc.integer({ min: 1, max: 12 }).map((n) => `AMB-${String(n)}`),
    status: fc.constantFrom("cp", "cin", "cla", "closed"),
    team: fc.constantFrom("", "North", "#N/A", "South, East"),
    last: fc.constantFrom("", "1/11/2026", "2026-11-02", "46340"),
  });
  const loads = fc.array(fc.uniqueArray(row, { selector: ({ ref }) => ref, minLength: 1, maxLength: 12 }), {
    minLength: 1,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(loads, async (all) => {
      const { load, records, deps } = house();
      for (const rows of all) {
        const text = csv(...rows.map(({ ref, status, team, last }) => `${ref},${status},"${team}",,${last}`));
        const first = await load(text);
        expect(first.stored + first.unchanged).toBe(rows.length);
        expect(await load(text)).toMatchObject({ stored: 0, unchanged: rows.length, left: 0 });
        for (const { ref, status } of rows)
          expect(await findCase(deps, ref)).toMatchObject({ presence: "listed", facts: { status } });
      }
      expect(await verifyAudit(records)).toMatchObject({ ok: true });
      await records.close();
    }),
    { numRuns: 40 },
  );
});
