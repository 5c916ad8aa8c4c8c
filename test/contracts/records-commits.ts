import type { Bench } from "./records-bench.ts";
import { writeOf } from "./records-bench.ts";

const r1 = { kind: "report", id: "r1" } as const;

export const commitContract = ({ records }: Bench): void => {
  describe("a commit", () => {
    it("creates a document at version 1, and it reads back as written", async () => {
      const body = { text: "Ünïcødé ✓", list: [1, null, { deep: true }], at: 1_775_000_000_000 };
      expect(await records().commit(writeOf({ body, dueAt: 1_775_000_000_000, keys: ["by:ana", "ref:1"] }))).toBe(
        "committed",
      );
      expect(await records().read(r1)).toEqual({
        ...r1,
        version: 1,
        body,
        dueAt: 1_775_000_000_000,
        keys: ["by:ana", "ref:1"],
      });
    });

    it("is a conflict when it would create a document that is there", async () => {
      await records().commit(writeOf());
      expect(await records().commit(writeOf({ body: { text: "again" } }))).toBe("conflict");
      expect(await records().read(r1)).toMatchObject({ version: 1, body: { text: "first" } });
    });

    it("is a conflict when it would change a document that is not there", async () => {
      expect(await records().commit(writeOf({ expectedVersion: 1 }))).toBe("conflict");
      expect(await records().read(r1)).toBeUndefined();
    });

    it("replaces body, due instant and keys, and raises the version by one", async () => {
      await records().commit(writeOf({ dueAt: 5, keys: ["a", "b"] }));
      await records().commit(writeOf({ expectedVersion: 1, body: { text: "second" }, dueAt: 7, keys: ["b", "c"] }));
      expect(await records().read(r1)).toEqual({
        ...r1,
        version: 2,
        body: { text: "second" },
        dueAt: 7,
        keys: ["b", "c"],
      });
    });

    it.each([1, 3, 99])(
      "is a conflict at version 2 when it expects version %i, and changes nothing",
      async (expectedVersion) => {
        await records().commit(writeOf());
        await records().commit(writeOf({ expectedVersion: 1, body: { text: "second" } }));
        const late = writeOf({ expectedVersion, body: { text: "late" }, dueAt: 1, keys: ["late"] });
        expect(await records().commit(late)).toBe("conflict");
        expect(await records().read(r1)).toMatchObject({ version: 2, body: { text: "second" }, dueAt: null, keys: [] });
        expect(await records().find("report", "late", { limit: 9 })).toEqual([]);
      },
    );

    it("lets exactly one of twenty win when all expect the same version", async () => {
      await records().commit(writeOf());
      const tries = Array.from({ length: 20 }, (_, by) =>
        records().commit(writeOf({ expectedVersion: 1, body: { by } })),
      );
      const outcomes = await Promise.all(tries);
      expect(outcomes.filter((outcome) => outcome === "committed")).toHaveLength(1);
      const winner = outcomes.indexOf("committed");
      expect(await records().read(r1)).toMatchObject({ version: 2, body: { by: winner } });
    });

    it("keeps documents of the same id but another kind apart", async () => {
      await records().commit(writeOf());
      expect(await records().commit(writeOf({ kind: "draft", body: { text: "draft" } }))).toBe("committed");
      expect(await records().read(r1)).toMatchObject({ body: { text: "first" } });
    });

    it("refuses a body that is not JSON, and commits its neighbours", async () => {
      const bad = records().commit(writeOf({ id: "bad", body: undefined }));
      const good = records().commit(writeOf({ id: "good" }));
      await expect(bad).rejects.toThrow("not JSON");
      expect(await good).toBe("committed");
      expect(await records().read({ kind: "report", id: "bad" })).toBeUndefined();
    });

    it("writes the body as it was when commit was called", async () => {
      const body = { text: "then" };
      const commit = records().commit(writeOf({ body }));
      body.text = "later";
      await commit;
      expect(await records().read(r1)).toMatchObject({ body: { text: "then" } });
    });
  });

  describe("many commits in one go", () => {
    const many = Array.from({ length: 500 }, (_, n) =>
      writeOf({ id: `m${String(n)}`, body: { n }, dueAt: n, keys: [`k${String(n % 2)}`] }),
    );

    it("are all kept, and say so in their order", async () => {
      expect(await records().commitAll(many)).toEqual(many.map(() => "committed"));
      expect(await records().count("report")).toBe(500);
      expect(await records().read({ kind: "report", id: "m7" })).toMatchObject({
        version: 1,
        body: { n: 7 },
        dueAt: 7,
      });
      expect(await records().find("report", "k1", { limit: 999 })).toHaveLength(250);
    });

    it("are each conditional: a conflict is one write's own", async () => {
      await records().commit(writeOf({ id: "m1", body: { text: "before" } }));
      const outcomes = await records().commitAll([
        ...many.slice(0, 3),
        writeOf({ id: "m1", expectedVersion: 1, body: { text: "after" } }),
        writeOf({ id: "gone", expectedVersion: 4 }),
      ]);
      expect(outcomes).toEqual(["committed", "conflict", "committed", "committed", "conflict"]);
      expect(await records().read({ kind: "report", id: "m1" })).toMatchObject({ version: 2, body: { text: "after" } });
      expect(await records().read({ kind: "report", id: "gone" })).toBeUndefined();
    });

    it("of one document twice are taken in their order", async () => {
      const twice = [writeOf(), writeOf({ expectedVersion: 1, body: { text: "second" } }), writeOf()];
      expect(await records().commitAll(twice)).toEqual(["committed", "committed", "conflict"]);
      expect(await records().read(r1)).toMatchObject({ version: 2, body: { text: "second" } });
    });

    it("leave a document the keys of its last commit alone", async () => {
      const first = writeOf({ keys: ["a", "b"] });
      await records().commitAll([first, writeOf({ expectedVersion: 1, keys: ["b", "c"] }), writeOf({ id: "r2" })]);
      const found = await Promise.all(["a", "b", "c"].map((key) => records().find("report", key, { limit: 9 })));
      expect(found.map(({ length }) => length)).toEqual([0, 1, 1]);
    });

    it("keep nothing when one of them is not JSON", async () => {
      await expect(records().commitAll([writeOf(), writeOf({ id: "bad", body: undefined })])).rejects.toThrow(
        "not JSON",
      );
      expect(await records().count("report")).toBe(0);
    });

    it("may be none", async () => {
      expect(await records().commitAll([])).toEqual([]);
    });

    it("go beside others' commits without losing either", async () => {
      const [all, one] = await Promise.all([records().commitAll(many), records().commit(writeOf({ id: "other" }))]);
      expect([new Set(all), one]).toEqual([new Set(["committed"]), "committed"]);
      expect(await records().count("report")).toBe(501);
    });
  });
};
