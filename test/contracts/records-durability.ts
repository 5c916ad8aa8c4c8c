import type { Bench } from "./records-bench.ts";
import { writeOf } from "./records-bench.ts";

export const durabilityContract = ({ records, reopen }: Bench): void => {
  describe("a series", () => {
    it("counts from 1, apart from other series, and goes on after a restart", async () => {
      expect([await records().next("2026"), await records().next("2026"), await records().next("2027")]).toEqual([
        1, 2, 1,
      ]);
      await reopen();
      expect(await records().next("2026")).toBe(3);
    });

    it("never gives a number twice when many ask at once", async () => {
      const numbers = await Promise.all(Array.from({ length: 200 }, () => records().next("2026")));
      expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
    });
  });

  describe("what was committed", () => {
    it("is there after the store was closed and opened again, keys and due instant with it", async () => {
      await records().commit(writeOf({ dueAt: 5, keys: ["k"] }));
      await records().commit(writeOf({ expectedVersion: 1, body: { text: "second" }, dueAt: 6, keys: ["k"] }));
      const again = await reopen();
      const expected = { version: 2, body: { text: "second" }, dueAt: 6, keys: ["k"] };
      expect(await again.read({ kind: "report", id: "r1" })).toMatchObject(expected);
      expect(await again.due(6, 9)).toMatchObject([expected]);
      expect(await again.find("report", "k", { limit: 9 })).toMatchObject([expected]);
    });

    it("is whole when 1,000 commit at once, half of them to the same ten documents", async () => {
      const alone = Array.from({ length: 500 }, (_, n) =>
        records().commit(writeOf({ id: `alone${String(n)}`, body: { n } })),
      );
      const shared = Array.from({ length: 500 }, (_, n) =>
        records().commit(writeOf({ id: `shared${String(n % 10)}`, body: { n } })),
      );
      const outcomes = { alone: await Promise.all(alone), shared: await Promise.all(shared) };
      expect(new Set(outcomes.alone)).toEqual(new Set(["committed"]));
      expect(outcomes.shared.filter((outcome) => outcome === "committed")).toHaveLength(10);
      expect(await (await reopen()).count("report")).toBe(510);
    });

    it("includes what was still on its way when the store was told to close", async () => {
      const late = records().commit(writeOf());
      const again = await reopen();
      expect(await late).toBe("committed");
      expect(await again.read({ kind: "report", id: "r1" })).toBeDefined();
    });
  });

  it("rejects a commit with NotDurable once it is closed", async () => {
    const closed = records();
    await reopen();
    await expect(closed.commit(writeOf())).rejects.toMatchObject({ name: "NotDurable" });
  });
};
