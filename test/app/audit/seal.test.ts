import { openSqlite } from "../../../src/adapters/sqlite/open.ts";
import type { Sealed } from "../../../src/app/audit/chain.ts";
import { append } from "../../../src/app/audit/chain.ts";
import { sealingKey } from "../../../src/app/audit/kept.ts";
import { scheduleSeal, sealDay } from "../../../src/app/audit/seal.ts";
import { verifyAudit } from "../../../src/app/audit/verify.ts";
import type { Records } from "../../../src/app/ports/records.ts";
import { NotDurable } from "../../../src/app/ports/records.ts";
import { toIso } from "../../../src/domain/instants.ts";

const at = (iso: string): number => Date.parse(iso);
const tuesdayNoon = at("2026-11-24T12:00:00Z");

/** Adds facts to a report, creating it when it is new. */
const tell = async (records: Records, id: string, ...facts: object[]): Promise<void> => {
  const key = { kind: "report", id } as const;
  const stored = await records.read(key);
  const chain = (stored?.body as { facts: Sealed<object>[] } | undefined)?.facts ?? [];
  const body = { facts: facts.reduce<Sealed<object>[]>((all, fact) => append(key, all, fact), chain) };
  await records.commit({ ...key, expectedVersion: stored?.version ?? 0, body, dueAt: null, keys: [] });
};

describe("the daily seal", () => {
  let records: Records;
  beforeEach(() => {
    records = openSqlite(":memory:");
  });
  afterEach(() => records.close());

  const dueAt = async () => toIso((await records.read(sealingKey))?.dueAt ?? 0);
  const entriesOf = async (seal: string) =>
    (
      (await records.read({ kind: "seal", id: seal }))?.body as { entries: { id: string; facts: number }[] }
    ).entries.map(({ id, facts }) => `${id}:${String(facts)}`);

  it.each([
    ["in winter", "2026-11-24T12:00:00Z", "2026-11-25T00:00:00Z"],
    ["in summer, when London's midnight is an hour earlier", "2026-07-01T12:00:00Z", "2026-07-01T23:00:00Z"],
    ["on the evening that is tomorrow in London already", "2026-07-01T23:30:00Z", "2026-07-02T23:00:00Z"],
    ["on the day the clocks go back", "2026-10-25T00:30:00Z", "2026-10-26T00:00:00Z"],
  ])("is due at the end of the London day, %s", async (_when, now, due) => {
    await scheduleSeal(records, at(now));
    expect(await dueAt()).toBe(due);
  });

  it("is scheduled once: a second start changes nothing, nor puts off one that is overdue", async () => {
    await scheduleSeal(records, tuesdayNoon);
    await scheduleSeal(records, tuesdayNoon + 3 * 86_400_000);
    expect(await records.read(sealingKey)).toMatchObject({ version: 1 });
    expect(await dueAt()).toBe("2026-11-25T00:00:00Z");
  });

  it("is brought forward again when the clock was put back", async () => {
    await scheduleSeal(records, at("2027-03-01T12:00:00Z"));
    await scheduleSeal(records, tuesdayNoon);
    expect(await dueAt()).toBe("2026-11-25T00:00:00Z");
  });

  it("lists what changed since the one before, and is made on a quiet day too", async () => {
    await tell(records, "a", { n: 1 });
    await tell(records, "b", { n: 1 }, { n: 2 });
    await sealDay(records, tuesdayNoon);
    await tell(records, "b", { n: 3 });
    await sealDay(records, tuesdayNoon + 1);
    await sealDay(records, tuesdayNoon + 2);
    expect([await entriesOf("00000001"), await entriesOf("00000002"), await entriesOf("00000003")]).toEqual([
      ["a:1", "b:2"],
      ["b:3"],
      [],
    ]);
    expect(await verifyAudit(records)).toMatchObject({ ok: true, records: 2, facts: 4, seals: 3 });
  });

  it("is due again at the end of the next day, and remembers itself", async () => {
    await scheduleSeal(records, tuesdayNoon);
    const last = await sealDay(records, at("2026-11-25T00:00:01Z"));
    expect(await dueAt()).toBe("2026-11-26T00:00:00Z");
    expect(await records.read(sealingKey)).toMatchObject({ body: { last } });
    expect(await verifyAudit(records)).toMatchObject({ ok: true, last });
  });

  it("becomes several when very much changed", async () => {
    await Promise.all(Array.from({ length: 1_001 }, (_, n) => tell(records, `r${String(n)}`, { n })));
    await sealDay(records, tuesdayNoon);
    expect((await entriesOf("00000001")).length).toBe(1_000);
    expect((await entriesOf("00000002")).length).toBe(1);
    expect(await verifyAudit(records)).toMatchObject({ ok: true, records: 1_001, seals: 2 });
  });

  it("is made once when two processes come to it together", async () => {
    await tell(records, "a", { n: 1 });
    const both = await Promise.all([sealDay(records, tuesdayNoon), sealDay(records, tuesdayNoon)]);
    expect(both.filter((made) => made !== null)).toHaveLength(1);
    expect(await records.count("seal")).toBe(1);
    expect(await verifyAudit(records)).toMatchObject({ ok: true });
  });

  it("is taken up again after a failure between the seal and the memory of it", async () => {
    await tell(records, "a", { n: 1 });
    const failing: Records = {
      ...records,
      commit: (write) => (write.kind === "setting" ? Promise.reject(new NotDurable("full")) : records.commit(write)),
    };
    await expect(sealDay(failing, tuesdayNoon)).rejects.toThrow(NotDurable);
    expect(await verifyAudit(records)).toMatchObject({ ok: true, seals: 1 });
    await sealDay(records, tuesdayNoon + 1);
    expect(await verifyAudit(records)).toMatchObject({ ok: true, seals: 2 });
  });

  it("passes over a record that cannot be read, which the audit names", async () => {
    await records.commit({
      kind: "report",
      id: "bad",
      expectedVersion: 0,
      body: { facts: "?" },
      dueAt: null,
      keys: [],
    });
    await tell(records, "good", { n: 1 });
    await sealDay(records, tuesdayNoon);
    expect(await entriesOf("00000001")).toEqual(["good:1"]);
    expect(await verifyAudit(records)).toMatchObject({ ok: false, fault: { record: { id: "bad" }, fact: null } });
  });

  it("is content with a store that was never sealed", async () => {
    await tell(records, "a", { n: 1 });
    expect(await verifyAudit(records)).toEqual({ ok: true, records: 1, facts: 1, seals: 0, last: null });
  });
});
