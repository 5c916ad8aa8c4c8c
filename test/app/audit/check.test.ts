import { checkStore } from "../../../src/app/audit/check.ts";
import type { RecordKind, Stored } from "../../../src/app/ports/records.ts";
import { storeOf } from "../../support/memory-store.ts";

const document = (kind: RecordKind, id: string, body: unknown = {}): Stored => ({
  kind,
  id,
  version: 1,
  body,
  dueAt: null,
  keys: [],
});

const nextStepOf = ({ body }: Stored): string | null => {
  if (typeof body !== "object" || body === null || !("next" in body)) throw new TypeError("not a report");
  return typeof body.next === "string" ? body.next : null;
};

describe("the check of a store", () => {
  it("counts the documents of every kind", async () => {
    const store = storeOf([document("draft", "a"), document("draft", "b"), document("turn", "c")]);
    expect(await checkStore(store, nextStepOf)).toEqual({
      counts: { report: 0, draft: 2, conversation: 0, turn: 1, seal: 0, setting: 0, cover: 0, doubt: 0 },
      stuck: [],
    });
  });

  it("names every report without a next step, and those that cannot be read, among many", async () => {
    const many = Array.from({ length: 250 }, (_, n) =>
      document("report", `r${String(n).padStart(3, "0")}`, { next: "told" }),
    );
    many[120] = document("report", "r120", { next: null });
    many[249] = document("report", "r249", "nonsense");
    const { counts, stuck } = await checkStore(storeOf(many), nextStepOf);
    expect(counts.report).toBe(250);
    expect(stuck).toEqual([
      { record: { kind: "report", id: "r120" }, why: "it is open and has no next step" },
      { record: { kind: "report", id: "r249" }, why: "it cannot be read as a report (TypeError)" },
    ]);
  });
});
