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
};
