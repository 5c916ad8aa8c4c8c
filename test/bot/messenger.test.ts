import type { ChannelView } from "../../src/domain/report/view.ts";
import type { Fault } from "../support/teams/index.ts";
import { noon } from "../support/house.ts";
import { startService, type Service } from "./support/service.ts";

let service: Service;
beforeEach(async () => {
  service = await startService();
});
afterEach(() => service.stop());

const nadia = { person: "nadia@ambershire.example" };
const word = (text: string) => ({ kind: "word", text }) as const;
const texts = (): string[] => service.nadia.sees().map(({ text }) => text);

describe("a person is reached in their own chat", () => {
  test("before they ever spoke: the chat is opened from account and tenant", async () => {
    const sent = await service.messenger.send(nadia, word("hello"));
    expect(sent).toEqual({ outcome: "accepted", conversation: "a:account-nadia", activity: expect.any(String) });
    expect(service.teams.calls[0]).toMatchObject({
      path: "/v3/conversations",
      body: { members: [{ id: "account-nadia" }], tenantId: "rehearsal" },
    });
    expect(texts()).toEqual(["hello"]);
  });

  test("after they spoke: without asking for the chat again", async () => {
    await service.nadia.says("help");
    const before = service.teams.calls.length;
    await service.messenger.send(nadia, word("hello"));
    expect(service.teams.calls.slice(before).map(({ path }) => path)).toEqual([
      "/v3/conversations/a%3Aaccount-nadia/activities",
    ]);
  });

  test("when the chat has moved: it is opened anew, once", async () => {
    await service.nadia.says("help");
    const { conversations } = service.teams;
    conversations.close("a:account-nadia");
    conversations.reachable(["account-nadia"], "a:moved");
    expect(await service.messenger.send(nadia, word("hello"))).toMatchObject({ conversation: "a:moved" });
    const before = service.teams.calls.length;
    expect(await service.messenger.send(nadia, word("again"))).toMatchObject({ conversation: "a:moved" });
    expect(service.teams.calls.length - before).toBeLessThanOrEqual(3);
    expect(conversations.messages("a:moved").map(({ text }) => text)).toEqual(["hello", "again"]);
  });

  test("twenty words arrive in the order in which they were said", async () => {
    service.teams.faults.add({ fault: { status: 503 }, times: 2 });
    const said = Array.from({ length: 7 }, (_, each) => `word ${String(each)}`);
    await Promise.all(said.map((text) => service.messenger.send(nadia, word(text))));
    expect(texts()).toEqual(said);
  });
});

describe("who cannot be reached is said to be so, at once", () => {
  test("nobody of that name", async () => {
    const sent = await service.messenger.send({ person: "zed@ambershire.example" }, word("hello"));
    expect(sent).toEqual({ outcome: "unreachable", why: "not on the roster" });
  });

  test("the app is not installed for them", async () => {
    service.teams.conversations.unreachable(["account-nadia"]);
    expect(await service.messenger.send(nadia, word("hello"))).toMatchObject({ outcome: "unreachable" });
    expect(service.teams.calls).toHaveLength(1);
  });

  test("they blocked the bot", async () => {
    await service.nadia.says("help");
    const before = service.teams.calls.length;
    service.teams.faults.add({ fault: { status: 403, code: "MessageWritesBlocked" } });
    const sent = await service.messenger.send(nadia, word("hello"));
    expect(sent).toEqual({ outcome: "unreachable", why: "Teams refused: 403 MessageWritesBlocked" });
    expect(service.teams.calls).toHaveLength(before + 1);
  });

  test("a channel that the council file does not have", async () => {
    expect(await service.messenger.send({ channel: "nowhere" }, word("x"))).toMatchObject({ outcome: "unreachable" });
  });
});

describe("faults that pass are outlasted, or handed back", () => {
  const faults: readonly (readonly [string, Fault])[] = [
    ["412", { status: 412 }],
    ["429", { status: 429, retryAfter: 0.01 }],
    ["500", { status: 500 }],
    ["502", { status: 502 }],
    ["503", { status: 503 }],
    ["504", { status: 504 }],
    ["a reset", { reset: "before" }],
  ];
  test.each(faults)("%s", async (_, fault) => {
    service.teams.faults.add({ fault, times: 2 });
    expect(await service.messenger.send(nadia, word("hello"))).toMatchObject({ outcome: "accepted" });
    service.teams.faults.add({ fault, times: 5 });
    expect(await service.messenger.send(nadia, word("again"))).toMatchObject({ outcome: "later" });
    expect(texts()).toEqual(["hello"]);
  });
});

describe("a message is replaced in place", () => {
  const view: ChannelView = {
    id: "r1",
    ref: "NTK-2026-0042",
    category: "A thing happened",
    state: "reported",
    reportedAt: noon,
    dueAt: null,
    last: null,
    callOwed: false,
  };

  test("in a channel", async () => {
    const sent = await service.messenger.send({ channel: "ad" }, { kind: "channel", report: view });
    if (sent.outcome !== "accepted") throw new Error(sent.why);
    const copy = { kind: "channel", where: "ad", conversation: sent.conversation, activity: sent.activity } as const;
    const closed: ChannelView = { ...view, state: "closed" };
    expect(await service.messenger.update(copy, { kind: "channel", report: closed })).toEqual(sent);
    expect(service.room.sees()).toMatchObject([{ updates: 1 }]);
  });

  test("one that is gone is unreachable", async () => {
    const copy = { kind: "channel", where: "ad", conversation: "19:ad", activity: "none" } as const;
    expect(await service.messenger.update(copy, { kind: "channel", report: view })).toMatchObject({
      outcome: "unreachable",
    });
  });
});

describe("conversation references", () => {
  const versions = async (): Promise<number[]> =>
    (await service.records.list("conversation", { limit: 10 })).map(({ version }) => version);

  test("are written when something changed, and not otherwise", async () => {
    await service.nadia.says("help");
    await service.nadia.says("help");
    expect(await versions()).toEqual([1]);
    const { nadia: who } = service;
    const moved = service.teams.url.replace("127.0.0.1", "localhost");
    await who.post(who.activity(who.chat, { type: "message", text: "help", serviceUrl: moved }));
    expect(await versions()).toEqual([2]);
  });
});
