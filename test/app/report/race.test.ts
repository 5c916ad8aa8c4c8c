import { readReport } from "../../../src/app/report/document.ts";
import type { Confirmed, Joined } from "../../../src/app/reporting.ts";
import { closeAll, crowd, drafted, idOf, replica, storeFile, tally, type Replica } from "../../support/race.ts";

afterAll(closeAll);

describe("one event, one case, many people at once", () => {
  it("is one report; everybody else is shown it", async () => {
    const file = storeFile();
    const replicas = [replica(file), replica(file), replica(file)];
    const at = (index: number): Replica => replicas[index % replicas.length] ?? replica(file);
    const drafts = await Promise.all(crowd.map(({ id }, index) => drafted(at(index), id)));
    const answers = await Promise.all(drafts.map((draft, index) => at(index).reporting.confirm(draft, idOf(index))));
    expect(tally(answers)).toEqual({ done: 1, same: 39 });
    expect(await at(0).records.count("report")).toBe(1);
  });

  it("is one report when each of them then joins at once", async () => {
    const file = storeFile();
    const [one, two] = [replica(file), replica(file)];
    const drafts = await Promise.all(crowd.slice(0, 12).map(({ id }) => drafted(one, id)));
    const answers = await Promise.all(drafts.map((draft, index) => one.reporting.confirm(draft, idOf(index))));
    const shown = answers.flatMap((answer, index) => (answer.outcome === "same" ? [{ answer, index }] : []));
    const joined = await Promise.all(
      shown.map(({ answer, index }) =>
        (index % 2 === 0 ? one : two).reporting.join(answer.first.report, drafts[index] ?? "", idOf(index)),
      ),
    );
    expect(tally(joined)).toEqual({ done: 11 });
    expect(await one.records.count("report")).toBe(1);
    const [first] = await one.records.list("report", { limit: 1 });
    expect((await readReport(one.records, first?.id ?? ""))?.report.joined).toHaveLength(11);
  });

  it.each([
    ["without a case reference", { caseRef: null }],
    ["on cases of their own", null],
  ])("is a report each %s", async (_what, more) => {
    const one = replica(storeFile());
    const some = crowd.slice(0, 10);
    const drafts = await Promise.all(
      some.map(({ id }, index) => drafted(one, id, more ?? { caseRef: `AMB-${String(2000 + index)}` })),
    );
    const answers = await Promise.all(drafts.map((draft, index) => one.reporting.confirm(draft, idOf(index))));
    expect(tally(answers)).toEqual({ done: 10 });
  });

  it("is a separate report for each who says so, however often they press", async () => {
    const one = replica(storeFile());
    const drafts = await Promise.all(crowd.slice(0, 3).map(({ id }) => drafted(one, id)));
    for (const [index, draft] of drafts.entries()) await one.reporting.confirm(draft, idOf(index));
    const [, second = "", third = ""] = drafts;
    const presses = Array.from({ length: 8 }, (_, index) =>
      one.reporting.confirm(index % 2 === 0 ? second : third, idOf(index % 2 === 0 ? 1 : 2), null, true),
    );
    expect(tally(await Promise.all(presses))).toEqual({ done: 8 });
    expect(await one.records.count("report")).toBe(3);
  });
});

describe("“Join” and “Send mine” of one draft", () => {
  const both = async (order: "join first" | "send first" | "many") => {
    const file = storeFile();
    const [one, two] = [replica(file), replica(file)];
    const first = await drafted(one, idOf(0));
    await one.reporting.confirm(first, idOf(0));
    const draft = await drafted(one, idOf(1));
    const joins = () => two.reporting.join(first, draft, idOf(1));
    const sends = () => one.reporting.confirm(draft, idOf(1), null, true);
    const presses = { "join first": [joins, sends], "send first": [sends, joins], many: [joins, sends, joins, sends] };
    const answers = await Promise.all(presses[order].map((press): Promise<Confirmed | Joined> => press()));
    return { one, two, first, draft, answers, joins, sends };
  };

  it.each(["join first", "send first", "many"] as const)("are one outcome when pressed at once: %s", async (order) => {
    for (let round = 0; round < 10; round += 1) {
      const { one, first, answers, draft } = await both(order);
      expect(new Set(answers.map((answer) => "report" in answer && answer.report.id)).size).toBe(1);
      const joined = (await readReport(one.records, first))?.report.joined.length ?? 0;
      const own = (await one.records.count("report")) - 1;
      expect({ joined, own, sum: joined + own }).toMatchObject({ sum: 1 });
      const made = await one.reporting.made(draft, idOf(1));
      expect(made?.id === first).toBe(joined === 1);
    }
  });

  it("are the same outcome ever after", async () => {
    const { one, joins, sends, answers } = await both("many");
    const later = [await joins(), await sends(), await joins()];
    const ids = [...answers, ...later].map((answer) => "report" in answer && answer.report.id);
    expect(new Set(ids).size).toBe(1);
    expect(await one.records.count("report")).toBeLessThanOrEqual(2);
  });

  it("leaves the draft free when what it was to join is over", async () => {
    const one = replica(storeFile());
    const first = await drafted(one, idOf(0));
    await one.reporting.confirm(first, idOf(0));
    const draft = await drafted(one, idOf(1));
    expect((await one.reporting.confirm(draft, idOf(1))).outcome).toBe("same");
    await one.reporting.close(first, "dee@ambershire.example", "All is well");
    expect((await one.reporting.join(first, draft, idOf(1))).outcome).toBe("gone");
    expect((await one.reporting.confirm(draft, idOf(1))).outcome).toBe("done");
    expect(await one.records.count("report")).toBe(2);
  });
});
