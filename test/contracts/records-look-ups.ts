import type { DuePage, DueRange, RecordKind } from "../../src/app/ports/records.ts";
import type { Bench } from "./records-bench.ts";
import { writeOf } from "./records-bench.ts";

const ids = (found: readonly { id: string }[]): string[] => found.map(({ id }) => id);

export const lookUpContract = ({ records }: Bench): void => {
  const create = (id: string, dueAt: number | null, keys: string[] = [], kind: RecordKind = "report") =>
    records().commit(writeOf({ kind, id, dueAt, keys }));

  describe("what is due", () => {
    it("comes earliest first, up to and with asOf, of every kind, never what is due never", async () => {
      await Promise.all([
        create("c", 30),
        create("a", 10),
        create("d", 40),
        create("n", null),
        create("b", 20, [], "draft"),
      ]);
      expect(ids(await records().due(30, 10))).toEqual(["a", "b", "c"]);
      expect(ids(await records().due(9, 10))).toEqual([]);
    });

    it("comes of the kinds that are asked for only, however many others are due before", async () => {
      await Promise.all([create("a", 10, [], "case"), create("b", 20), create("c", 30, [], "draft"), create("d", 40)]);
      const due = async (kinds: RecordKind[]) => ids(await records().due(99, 2, kinds));
      expect(await due(["report"])).toEqual(["b", "d"]);
      expect(await due(["draft", "report"])).toEqual(["b", "c"]);
      expect(await due(["cover"])).toEqual([]);
      expect(await due([])).toEqual([]);
    });

    it("comes no more than asked for, the earliest", async () => {
      await Promise.all([create("c", 30), create("a", 10), create("b", 20)]);
      expect(ids(await records().due(99, 2))).toEqual(["a", "b"]);
    });

    it("passes over what is on lease without counting it against the limit", async () => {
      await Promise.all([create("a", 10), create("b", 20), create("c", 30)]);
      await records().claim({ kind: "report", id: "a" }, 1, 50, 90);
      expect(ids(await records().due(50, 2))).toEqual(["b", "c"]);
    });

    it("follows a commit that moves it or ends it", async () => {
      await Promise.all([create("a", 10), create("b", 20)]);
      await records().commit(writeOf({ id: "a", expectedVersion: 1, dueAt: 50 }));
      await records().commit(writeOf({ id: "b", expectedVersion: 1, dueAt: null }));
      expect(ids(await records().due(49, 10))).toEqual([]);
      expect(ids(await records().due(50, 10))).toEqual(["a"]);
    });
  });

  describe("what is due of one kind", () => {
    const dueOf = async (range: DueRange, page: DuePage = { limit: 10 }) =>
      ids(await records().dueOf("case", range, page));

    beforeEach(async () => {
      await Promise.all([
        ...[create("a", 10, [], "case"), create("c", 20, [], "case"), create("b", 20, [], "case")],
        ...[create("d", 30, [], "case"), create("n", null, [], "case"), create("r", 15)],
      ]);
    });

    it.each<[string, DueRange, string[]]>([
      ["up to and with an instant", { to: 20 }, ["a", "b", "c"]],
      ["from and with an instant", { from: 20, to: 99 }, ["b", "c", "d"]],
      ["within two", { from: 11, to: 29 }, ["b", "c"]],
      ["at one", { from: 30, to: 30 }, ["d"]],
      ["in an empty range", { from: 21, to: 20 }, []],
    ])("comes %s, earliest first, then by id", async (_says, range, expected) => {
      expect(await dueOf(range)).toEqual(expected);
    });

    it("comes in pages that neither repeat nor pass over what is due at one instant", async () => {
      const seen: string[] = [];
      const next = (after?: { dueAt: number; id: string }) =>
        records().dueOf("case", { to: 99 }, { limit: 1, ...(after === undefined ? {} : { after }) });
      for (let [one] = await next(); one !== undefined; [one] = await next({ dueAt: one.dueAt ?? 0, id: one.id }))
        seen.push(one.id);
      expect(seen).toEqual(["a", "b", "c", "d"]);
    });

    it("is there while somebody has it on lease", async () => {
      await records().claim({ kind: "case", id: "a" }, 1, 50, 90);
      expect(await dueOf({ to: 15 })).toEqual(["a"]);
    });
  });

  describe("a key", () => {
    it("finds every document of its kind that carries it, ids ascending, and no other", async () => {
      await create("b", null, ["by:ana"]);
      await create("a", null, ["by:ana", "ref:1"]);
      await create("c", null, ["by:anabel"]);
      await create("d", null, ["by:ana"], "draft");
      expect(ids(await records().find("report", "by:ana", { limit: 10 }))).toEqual(["a", "b"]);
      expect(ids(await records().find("report", "BY:ANA", { limit: 10 }))).toEqual([]);
    });

    it("is replaced on commit", async () => {
      await create("a", null, ["old", "both"]);
      await records().commit(writeOf({ id: "a", expectedVersion: 1, keys: ["both", "new"] }));
      const found = async (key: string) => ids(await records().find("report", key, { limit: 10 }));
      expect([await found("old"), await found("both"), await found("new")]).toEqual([[], ["a"], ["a"]]);
    });

    it("given twice counts once", async () => {
      await create("a", null, ["same", "same"]);
      expect(await records().find("report", "same", { limit: 10 })).toMatchObject([{ id: "a", keys: ["same"] }]);
    });

    it.each(["%", "a'b", "ref:NTK-2026-0042", "naïve ✓", ""])("may be any text: “%s”", async (key) => {
      await create("a", null, [key]);
      await create("b", null, ["other"]);
      expect(ids(await records().find("report", key, { limit: 10 }))).toEqual(["a"]);
    });
  });

  describe("paging", () => {
    const everyId = Array.from({ length: 25 }, (_, number) => `r${String(number).padStart(2, "0")}`);
    beforeEach(async () => {
      await Promise.all(everyId.toReversed().map((id) => create(id, null, ["all"])));
    });

    it.each([1, 7, 25, 100])("by %i meets every document once, in order", async (limit) => {
      for (const next of [
        (after: object) => records().list("report", { limit, ...after }),
        (after: object) => records().find("report", "all", { limit, ...after }),
      ]) {
        const met: string[] = [];
        for (let page = await next({}); page.length > 0; page = await next({ after: met.at(-1) })) {
          expect(page.length).toBeLessThanOrEqual(limit);
          met.push(...ids(page));
        }
        expect(met).toEqual(everyId);
      }
    });

    it("counts the documents of one kind", async () => {
      await create("x", null, [], "draft");
      expect([await records().count("report"), await records().count("draft"), await records().count("seal")]).toEqual([
        25, 1, 0,
      ]);
    });
  });
};
