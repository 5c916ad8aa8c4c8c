import type { Reporting } from "../../src/app/reporting.ts";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import type { Message } from "../support/teams/index.ts";
import { startService, type Service } from "./support/service.ts";

/** Counts what reaches the use cases, and can be slow on purpose. */
const counting = () => {
  const calls: string[] = [];
  const spoil = (reporting: Reporting): Reporting => ({
    ...reporting,
    open: async (...of) => {
      calls.push("open");
      await new Promise((resolve) => setTimeout(resolve, 30));
      return reporting.open(...of);
    },
    ask: (...of) => {
      calls.push("ask");
      return reporting.ask(...of);
    },
  });
  return { calls, spoil };
};

let service: Service;
afterEach(() => service.stop());

const says = (text: string, id: string): Promise<{ status: number; body: unknown }> =>
  service.ana.post(service.ana.activity(service.ana.chat, { type: "message", text, id }));

describe("the same message again", () => {
  test("at the same moment: one draft, one answer", async () => {
    const { calls, spoil } = counting();
    service = await startService({ spoil });
    const answers = await Promise.all([1, 2, 3].map(() => says("report", "m1")));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(calls).toEqual(["open"]);
    expect(service.ana.sees()).toHaveLength(1);
  });

  test("later: nothing is said again", async () => {
    service = await startService();
    await says("report", "m1");
    await says("report", "m1");
    expect(service.ana.sees()).toHaveLength(1);
    expect(await service.records.count("draft")).toBe(1);
  });

  test("after a restart: nothing is said again", async () => {
    const records = openSqlite(":memory:");
    service = await startService({ records });
    await says("report", "m1");
    await service.stop();
    service = await startService({ records });
    await says("report", "m1");
    expect(service.ana.sees()).toEqual([]);
    expect(await service.records.count("draft")).toBe(1);
  });

  test("the same words under another id are another message", async () => {
    service = await startService();
    await says("help", "m1");
    await says("help", "m2");
    expect(service.ana.sees()).toHaveLength(2);
  });

  test("somebody else's message with the same id is their own", async () => {
    service = await startService();
    const { ana, bo } = service;
    await ana.says("help", "m1");
    await bo.says("help", "m1");
    expect([ana.sees().length, bo.sees().length]).toEqual([1, 1]);
  });

  test("what is kept about answered messages does not grow with them", async () => {
    service = await startService({ limits: { thread: [], tenant: [] } });
    for (let each = 0; each < 120; each += 1) await says("typing aloud about nothing", `m${String(each)}`);
    const [turn] = await service.records.list("turn", { limit: 10 });
    expect(JSON.stringify(turn?.body).length).toBeLessThan(5_000);
    expect(await service.records.count("turn")).toBe(1);
  });
});

describe("the same click again", () => {
  const told = async (): Promise<Message> => {
    const { ana, nadia } = service;
    await ana.says("report somebody is missing");
    await ana.clicks(ana.latest(), "Next");
    await ana.clicks(ana.latest(), "Send");
    await service.settle();
    return nadia.finds("NTK-2026-0001");
  };

  const asks = async (telling: Message, id: string): Promise<unknown> => {
    const { nadia } = service;
    const report = (await service.records.list("report", { limit: 1 }))[0]?.id ?? "";
    const data = { verb: "report.ask", report, face: "telling", question: "Are the police aware?" };
    const value = { action: { type: "Action.Execute", verb: "report.ask", data }, trigger: "manual" };
    const invoke = { type: "invoke", name: "adaptiveCard/action", replyToId: telling.id, id, value };
    return (await nadia.post(nadia.activity(nadia.chat, invoke))).body;
  };

  test("asks once, and gets the same card", async () => {
    const { calls, spoil } = counting();
    service = await startService({ spoil });
    const telling = await told();
    const first = await asks(telling, "c1");
    const again = await asks(telling, "c1");
    expect(calls.filter((call) => call === "ask")).toHaveLength(1);
    expect(again).toEqual(first);
  });

  test("asks once after a restart", async () => {
    const records = openSqlite(":memory:");
    service = await startService({ records });
    const telling = await told();
    await asks(telling, "c1");
    await service.stop();
    const { calls, spoil } = counting();
    service = await startService({ records, spoil });
    await asks(telling, "c1");
    expect(calls).toEqual([]);
  });
});
