import { checkStore, type NextStep } from "../../../src/app/audit/check.ts";
import { nextSteps } from "../../../src/app/audit/next-steps.ts";
import { keptCovers } from "../../../src/app/cover/kept.ts";
import { keptDoubts } from "../../../src/app/doubt/kept.ts";
import {
  recordKinds,
  type RecordKey,
  type RecordKind,
  type Records,
  type Stored,
} from "../../../src/app/ports/records.ts";
import { assessment, clause, email, hour, house, noon } from "../../support/house.ts";
import { storeOf } from "../../support/memory-store.ts";

const document = (kind: RecordKind, id: string, body: unknown = {}): Stored => ({
  kind,
  id,
  version: 1,
  body,
  dueAt: null,
  keys: [],
});

const report = ({ body }: Stored): NextStep => {
  if (typeof body !== "object" || body === null || !("next" in body)) throw new TypeError("not a report");
  return { dueAt: null, waits: typeof body.next === "string" ? body.next : null };
};

describe("the check of a store", () => {
  it("counts the documents of every kind", async () => {
    const store = storeOf([document("draft", "a"), document("draft", "b"), document("turn", "c")]);
    expect(await checkStore(store, { report })).toEqual({
      counts: { ...Object.fromEntries(recordKinds.map((kind) => [kind, 0])), draft: 2, turn: 1 },
      stuck: [],
    });
  });

  it("names every report without a next step, and those that cannot be read, among many", async () => {
    const many = Array.from({ length: 250 }, (_, n) =>
      document("report", `r${String(n).padStart(3, "0")}`, { next: "told" }),
    );
    many[120] = document("report", "r120", { next: null });
    many[249] = document("report", "r249", "nonsense");
    const { counts, stuck } = await checkStore(storeOf(many), { report });
    expect(counts.report).toBe(250);
    expect(stuck).toEqual([
      { record: { kind: "report", id: "r120" }, why: "it is open and has no next step" },
      { record: { kind: "report", id: "r249" }, why: "it cannot be read as a report (TypeError)" },
    ]);
  });
});

/** A report, a cover and a doubt, each of which still owes something. */
const begun = async (): Promise<{ records: Records; id: string }> => {
  const world = house(() => assessment([clause("W-1")]));
  const { id } = await world.draft();
  await world.reporting.confirm(id, email("ana"));
  const away = { by: "nadia", instead: "hugh", from: "2026-04-01", until: "2026-04-14", at: noon } as const;
  await keptCovers(world.records).create("c1", [
    { kind: "planned", ...away },
    { kind: "confirmed", at: noon, by: "nadia" },
  ]);
  const asked = { to: ["hugh"], why: null, repeatAt: [], passOnAt: noon + hour };
  await keptDoubts(world.records).create("d1", [
    { kind: "raised", at: noon, by: "ana", text: "Something odd", caseRef: null },
    { kind: "addressed", at: noon, ...asked },
  ]);
  return { records: world.records, id };
};

/** As a hand on the store, or a fault of ours, would leave it: whole, but no longer listed. */
const unlist = async (records: Records, key: RecordKey, dueAt: number | null): Promise<void> => {
  const stored = await records.read(key);
  if (stored === undefined) throw new Error(`${key.kind} ${key.id} is not there.`);
  await records.commit({ ...stored, expectedVersion: stored.version, dueAt });
};

describe("the check of what a store owes", () => {
  it("finds nothing wrong while everything owed is listed as due", async () => {
    const { records } = await begun();
    expect((await checkStore(records, nextSteps)).stuck).toEqual([]);
  });

  it.each<readonly [string, RecordKind, number | null]>([
    ["a report that is not listed at all", "report", null],
    ["a cover that is not listed at all", "cover", null],
    ["a doubt that is not listed at all", "doubt", null],
    ["a doubt that is listed an hour too late", "doubt", noon + hour],
  ])("finds %s", async (_case, kind, dueAt) => {
    const { records, id } = await begun();
    const key = { kind, id: kind === "report" ? id : kind === "cover" ? "c1" : "d1" };
    await unlist(records, key, dueAt);
    const why = "it owes something, and is not listed as due when it must be";
    expect((await checkStore(records, nextSteps)).stuck).toEqual([{ record: key, why }]);
  });

  it("lets those be that have ended, or wait for a person", async () => {
    const { records } = await begun();
    await keptDoubts(records).create("d2", [
      { kind: "raised", at: noon, by: "ana", text: "Something odd", caseRef: null },
      { kind: "handed", at: noon, why: "Nobody is found to ask" },
    ]);
    await keptCovers(records).create("c2", [
      {
        kind: "planned",
        by: "nadia",
        instead: null,
        from: "2026-04-01",
        until: "2026-04-02",
        at: noon,
      },
    ]);
    expect((await checkStore(records, nextSteps)).stuck).toEqual([]);
  });
});
