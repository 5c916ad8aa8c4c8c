import type { Bench } from "./records-bench.ts";
import { writeOf } from "./records-bench.ts";

const r1 = { kind: "report", id: "r1" } as const;
const noon = Date.UTC(2026, 3, 1, 12);
const minute = 60_000;

export const leaseContract = ({ records, reopen }: Bench): void => {
  const due = async (asOf: number) => (await records().due(asOf, 10)).map(({ id }) => id);
  const claimAtNoon = () => records().claim(r1, 1, noon, noon + minute);

  describe("a lease", () => {
    beforeEach(async () => {
      await records().commit(writeOf({ dueAt: noon }));
    });

    it("is taken once, hides the document from the due, and leaves its version alone", async () => {
      expect(await claimAtNoon()).toBe(true);
      expect(await records().claim(r1, 1, noon + 1, noon + minute)).toBe(false);
      expect(await due(noon + 1)).toEqual([]);
      expect(await records().read(r1)).toMatchObject({ version: 1 });
    });

    it.each([
      ["of another version", { ...r1 }, 2],
      ["of a document that is not there", { kind: "report", id: "r2" } as const, 1],
    ])("is not given on a claim %s", async (_what, key, version) => {
      expect(await records().claim(key, version, noon, noon + minute)).toBe(false);
      expect(await due(noon)).toEqual(["r1"]);
    });

    it("runs until its end, exclusive", async () => {
      await claimAtNoon();
      expect(await due(noon + minute - 1)).toEqual([]);
      expect(await records().claim(r1, 1, noon + minute - 1, noon + 2 * minute)).toBe(false);
      expect(await due(noon + minute)).toEqual(["r1"]);
      expect(await records().claim(r1, 1, noon + minute, noon + 2 * minute)).toBe(true);
    });

    it("goes to exactly one of twenty who claim at once", async () => {
      const claims = await Promise.all(Array.from({ length: 20 }, claimAtNoon));
      expect(claims.filter(Boolean)).toHaveLength(1);
    });

    it("ends with a commit, whose next due instant counts at once", async () => {
      await claimAtNoon();
      await records().commit(writeOf({ expectedVersion: 1, dueAt: noon + 1 }));
      expect(await due(noon + 1)).toEqual(["r1"]);
      expect(await records().claim(r1, 2, noon + 1, noon + minute)).toBe(true);
    });

    it("survives a commit that was a conflict", async () => {
      await claimAtNoon();
      await records().commit(writeOf({ expectedVersion: 7, dueAt: noon }));
      expect(await due(noon + 1)).toEqual([]);
    });

    it("ends when it is given up", async () => {
      await claimAtNoon();
      await records().release(r1);
      expect(await due(noon)).toEqual(["r1"]);
    });

    it("survives a restart, so that two processes do not act at once", async () => {
      await claimAtNoon();
      await reopen();
      expect(await due(noon + 1)).toEqual([]);
    });

    it("holds when the clock jumps back a little", async () => {
      await claimAtNoon();
      expect(await records().claim(r1, 1, noon - minute + 1, noon)).toBe(false);
    });

    it("has lapsed when the clock was set back a day, rather than hide the document for that day", async () => {
      const yesterday = noon - 24 * 60 * minute;
      await records().commit(writeOf({ expectedVersion: 1, dueAt: yesterday }));
      await records().claim(r1, 2, noon, noon + minute);
      expect(await due(yesterday)).toEqual(["r1"]);
      expect(await records().claim(r1, 2, yesterday, yesterday + minute)).toBe(true);
      expect(await records().claim(r1, 2, yesterday + 1, yesterday + minute)).toBe(false);
    });
  });
};
