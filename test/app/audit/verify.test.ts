import fc from "fast-check";
import { openSqlite } from "../../../src/adapters/sqlite/open.ts";
import type { Sealed } from "../../../src/app/audit/chain.ts";
import { append } from "../../../src/app/audit/chain.ts";
import { every } from "../../../src/app/audit/every.ts";
import type { SealMark } from "../../../src/app/audit/kept.ts";
import { sealDay } from "../../../src/app/audit/seal.ts";
import { verifyAudit } from "../../../src/app/audit/verify.ts";
import type { Stored } from "../../../src/app/ports/records.ts";
import { recordKinds } from "../../../src/app/ports/records.ts";
import { storeOf } from "../../support/memory-store.ts";

const reports = 400;
const factsEach = 25;
const days = 5;
const noon = Date.UTC(2026, 10, 24, 12);

const idOf = (report: number): string => `r${String(report).padStart(4, "0")}`;
const factOf = (report: number, index: number) => ({
  kind: "told",
  at: noon + index,
  note: `AMB-${String(report)} heard`,
});

const grown = (report: number, chain: readonly Sealed<object>[], to: number): readonly Sealed<object>[] =>
  chain.length >= to
    ? chain
    : grown(report, append({ kind: "report", id: idOf(report) }, chain, factOf(report, chain.length)), to);

/** 10,000 facts in 400 reports, told over five days with a seal after each. */
const history = async (): Promise<{ documents: Stored[]; marks: SealMark[] }> => {
  const records = openSqlite(":memory:");
  const marks: SealMark[] = [];
  const chains = Array.from({ length: reports }, (): readonly Sealed<object>[] => []);
  for (let day = 1; day <= days; day += 1) {
    for (const [report, chain] of chains.entries()) chains[report] = grown(report, chain, (factsEach * day) / days);
    const writes = chains.map((facts, report) =>
      records.commit({
        kind: "report",
        id: idOf(report),
        expectedVersion: day - 1,
        body: { facts },
        dueAt: null,
        keys: [],
      }),
    );
    await Promise.all(writes);
    const mark = await sealDay(records, noon + day * 86_400_000);
    if (mark !== null) marks.push(mark);
  }
  const documents: Stored[] = [];
  for (const kind of recordKinds) for await (const stored of every(records, kind)) documents.push(stored);
  await records.close();
  return { documents, marks };
};

const factsOf = (stored: Stored): Sealed<object>[] => (stored.body as { facts: Sealed<object>[] }).facts;
const withFacts = (stored: Stored, facts: readonly unknown[]): Stored => ({ ...stored, body: { facts } });

const anyReport = fc.nat(reports - 1);
const anyFact = fc.nat(factsEach - 1);

describe("the audit of 10,000 facts", () => {
  let documents: Stored[];
  let marks: SealMark[];
  beforeAll(async () => {
    ({ documents, marks } = await history());
  });

  const changed = (id: string, change: (stored: Stored) => Stored | null) =>
    storeOf(documents.flatMap((stored) => (stored.id === id ? (change(stored) ?? []) : stored)));

  const changedFacts = (report: number, change: (facts: Sealed<object>[]) => readonly unknown[]) =>
    changed(idOf(report), (stored) => withFacts(stored, change(factsOf(stored))));

  const always = (property: fc.IAsyncProperty<[number, number]>) => fc.assert(property, { numRuns: 12 });

  const faultAt = (report: number, fact: number | null) => ({
    ok: false,
    fault: { record: { kind: "report", id: idOf(report) }, fact },
  });

  it("finds nothing wrong where nothing is", async () => {
    expect(await verifyAudit(storeOf(documents), marks)).toEqual({
      ok: true,
      records: reports,
      facts: reports * factsEach,
      seals: days,
      last: marks.at(-1),
    });
  });

  it("finds a flipped bit, whichever character of whichever fact it is in", async () => {
    await fc.assert(
      fc.asyncProperty(anyReport, anyFact, fc.nat(), fc.nat(2), async (report, fact, where, bit) => {
        const store = changedFacts(report, (facts) => facts.with(fact, flipped(facts[fact], where, bit)));
        expect(await verifyAudit(store)).toMatchObject(faultAt(report, fact));
      }),
      { numRuns: 12 },
    );
  });

  it("finds a deleted fact", () =>
    always(
      fc.asyncProperty(anyReport, anyFact, async (report, fact) => {
        const store = changedFacts(report, (facts) => facts.toSpliced(fact, 1));
        expect(await verifyAudit(store)).toMatchObject(faultAt(report, fact));
      }),
    ));

  it("finds two facts that changed places", () =>
    always(
      fc.asyncProperty(anyReport, fc.nat(factsEach - 2), async (report, fact) => {
        const store = changedFacts(report, (facts) => {
          const [one, two] = facts.slice(fact, fact + 2);
          return facts.with(fact, two ?? fail()).with(fact + 1, one ?? fail());
        });
        expect(await verifyAudit(store)).toMatchObject(faultAt(report, fact));
      }),
    ));

  it("finds a record that was cut short", () =>
    always(
      fc.asyncProperty(anyReport, anyFact, async (report, length) => {
        const store = changedFacts(report, (facts) => facts.slice(0, length));
        expect(await verifyAudit(store)).toMatchObject({
          ok: false,
          fault: { record: { id: idOf(report) }, what: expect.stringMatching("sealed") as string },
        });
      }),
    ));

  it("finds a fact that was rewritten together with every hash after it", () =>
    always(
      fc.asyncProperty(anyReport, anyFact, async (report, fact) => {
        const store = changedFacts(report, (facts) =>
          facts
            .map((sealed, index) => (index === fact ? { ...sealed.fact, note: "nobody heard" } : sealed.fact))
            .reduce<Sealed<object>[]>((chain, each) => append({ kind: "report", id: idOf(report) }, chain, each), []),
        );
        const perDay = factsEach / days;
        expect(await verifyAudit(store)).toMatchObject(faultAt(report, Math.floor(fact / perDay) * perDay));
      }),
    ));

  it("finds a record that was deleted", () =>
    always(
      fc.asyncProperty(anyReport, anyReport, async (report, other) => {
        fc.pre(report < other);
        const both = new Set([idOf(report), idOf(other)]);
        const store = storeOf(documents.filter(({ id }) => !both.has(id)));
        expect(await verifyAudit(store)).toMatchObject(faultAt(report, null));
      }),
    ));

  it("finds two records that were swapped", () =>
    always(
      fc.asyncProperty(anyReport, anyReport, async (one, two) => {
        fc.pre(one < two);
        const other = (id: string) => (id === idOf(one) ? idOf(two) : id === idOf(two) ? idOf(one) : id);
        const store = storeOf(documents.map((stored) => ({ ...stored, id: other(stored.id) })));
        expect(await verifyAudit(store)).toMatchObject(faultAt(one, 0));
      }),
    ));

  it("names the first of several faults: a missing record before an altered one", async () => {
    const store = storeOf(
      documents
        .filter(({ id }) => id !== idOf(7))
        .map((stored) => (stored.id === idOf(9) ? withFacts(stored, factsOf(stored).slice(1)) : stored)),
    );
    expect(await verifyAudit(store)).toMatchObject(faultAt(7, null));
  });

  const sealFault = (number: number) => ({
    ok: false,
    fault: { record: { kind: "seal", id: `0000000${String(number)}` } },
  });

  it.each([1, 2, 3, 4, 5])("finds that seal %i is missing", async (number) => {
    expect(await verifyAudit(changed(`0000000${String(number)}`, () => null))).toMatchObject(sealFault(number));
  });

  it.each([1, 3, 5])("finds that seal %i was altered", async (number) => {
    const store = changed(`0000000${String(number)}`, (stored) => {
      const body = stored.body as { entries: { facts: number }[] };
      return { ...stored, body: { ...body, entries: body.entries.slice(1) } };
    });
    expect(await verifyAudit(store)).toMatchObject(sealFault(number));
  });

  it("cannot miss a store rebuilt from end to end when a seal's hash was kept elsewhere", async () => {
    const records = openSqlite(":memory:");
    await sealDay(records, noon);
    expect(await verifyAudit(records)).toMatchObject({ ok: true });
    expect(await verifyAudit(records, marks.slice(0, 1))).toMatchObject(sealFault(1));
    expect(await verifyAudit(records, marks.slice(4))).toMatchObject(sealFault(5));
    await records.close();
  });

  it("does not claim to see that facts younger than the last seal were cut off", async () => {
    const longer = changedFacts(3, (facts) => grown(3, facts, factsEach + 2));
    expect(await verifyAudit(longer)).toMatchObject({ ok: true, facts: reports * factsEach + 2 });
    expect(await verifyAudit(storeOf(documents))).toMatchObject({ ok: true });
  });
});

const fail = (): never => {
  throw new Error("the test's own facts are missing");
};

/** The fact with one bit of one character of its JSON changed, in a string value so that it still parses. */
const flipped = (sealed: Sealed<object> | undefined, where: number, bit: number): Sealed<object> => {
  const { fact, hash } = sealed ?? fail();
  const note = "note" in fact && typeof fact.note === "string" ? fact.note : fail();
  const all = note + hash;
  const at = where % all.length;
  const changedText = all.slice(0, at) + String.fromCharCode(all.charCodeAt(at) ^ (1 << bit)) + all.slice(at + 1);
  return { fact: { ...fact, note: changedText.slice(0, note.length) }, hash: changedText.slice(note.length) };
};
