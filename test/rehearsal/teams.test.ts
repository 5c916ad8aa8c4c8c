import { ana, answered, ask, card, channel, dialog, hugh, nadia, withCard, type Answering } from "./support/bot.ts";
import { chat, freshRoom } from "./support/in-room.ts";

const place = { person: ana.account, conversation: chat };
const room = freshRoom();

describe("what a person types", () => {
  it("reaches the bot as Teams would send it", async () => {
    expect((await room.api("/say", { ...place, text: "report" })).body).toEqual({ outcome: "done" });
    expect(room.bot().heard.at(-1)).toMatchObject({
      type: "message",
      text: "report",
      channelId: "msteams",
      serviceUrl: room.bot().connector,
      timestamp: "2026-04-01T11:00:00Z",
      from: { id: `29:${ana.account}`, name: "Ana Petrescu", aadObjectId: ana.account },
      recipient: { id: "28:watchful" },
      conversation: { id: chat, conversationType: "personal", tenantId: "rehearsal" },
      channelData: { tenant: { id: "rehearsal" } },
    });
  });

  it("is heard in a channel only with a mention", async () => {
    const where = { person: nadia.account, conversation: channel };
    await room.api("/say", { ...where, text: "Has anybody seen this?" });
    expect(room.bot().heard).toEqual([]);
    await room.api("/say", { ...where, text: "@Watchful help" });
    expect(room.bot().heard.at(-1)).toMatchObject({
      text: "<at>Watchful</at> help",
      conversation: { id: channel, conversationType: "channel" },
      channelData: { channel: { id: channel } },
    });
  });

  it("stands in the chat even when the bot fails", async () => {
    room.answer = () => Promise.resolve({ status: 500 });
    expect((await room.api("/say", { ...place, text: "hello" })).body).toMatchObject({ outcome: "failed" });
    expect((await room.last()).text).toBe("hello");
  });

  it("is not waited for longer than Teams would", async () => {
    room.answer = () => new Promise((resolve) => setTimeout(resolve, 600, {}));
    expect((await room.api("/say", { ...place, text: "hello" })).body).toMatchObject({ outcome: "failed", why: /504/ });
  });

  it.each([
    ["nothing at all", { ...place, text: "   " }, 400],
    ["in somebody else's chat", { ...place, conversation: `a:${hugh.account}`, text: "hello" }, 404],
    ["as nobody", { ...place, person: "nobody", text: "hello" }, 404],
  ])("is refused: %s", async (_, body, status) => {
    expect((await room.api("/say", body)).status).toBe(status);
  });
});

describe("a card's button", () => {
  const press = async (more: Readonly<Record<string, unknown>> = {}) => {
    await room.speak(chat, withCard(card("First")));
    const { id } = await room.last();
    const pressed = { type: "Action.Execute", verb: "draft.answer", data: { draft: "d1", what: "typed" }, ...more };
    return room.api("/press", { ...place, message: id, ...pressed });
  };

  it("is an invoke, and the card that comes back takes its place", async () => {
    room.answer = () => Promise.resolve(answered(card("Second")));
    expect((await press()).body).toEqual({ outcome: "card", card: card("Second") });
    expect((await room.last()).card).toEqual(card("Second"));
    expect(room.invokes().at(-1)).toMatchObject({
      name: "adaptiveCard/action",
      replyToId: (await room.last()).id,
      value: {
        action: { type: "Action.Execute", verb: "draft.answer", data: { draft: "d1", what: "typed" } },
        trigger: "manual",
      },
    });
  });

  it.each<[string, Awaited<ReturnType<Answering>>, unknown]>([
    [
      "a sentence is shown under the card",
      { body: { statusCode: 200, type: "application/vnd.microsoft.activity.message", value: "Done." } },
      { outcome: "said", text: "Done." },
    ],
    [
      "an error is a failure",
      { body: { statusCode: 400, type: "application/vnd.microsoft.error", value: { code: "x", message: "No." } } },
      { outcome: "failed", why: "The bot answered 400: No." },
    ],
    ["501 is a failure", { status: 501 }, { outcome: "failed", why: "The bot answered with status 501." }],
    ["a shape that Teams does not know is a failure", { body: { card: {} } }, { outcome: "failed" }],
  ])("%s, and the card stays", async (_, reply, outcome) => {
    room.answer = () => Promise.resolve(reply);
    expect((await press()).body).toMatchObject(outcome as object);
    expect((await room.last()).card).toEqual(card("First"));
  });

  it("of the old kind is a message without words", async () => {
    await press({ type: "Action.Submit", data: { verb: "draft.answer", what: "typed" } });
    expect(room.bot().heard.at(-1)).toMatchObject({ type: "message", value: { verb: "draft.answer", what: "typed" } });
  });

  it("can open a dialog, which can go on, and end with a sentence", async () => {
    room.answer = ({ name }) =>
      Promise.resolve(
        name === "task/fetch"
          ? dialog("Details", card("Ask"))
          : { body: { task: { type: "message", value: "Thanks." } } },
      );
    const opened = await press({ type: "Action.Submit", data: { msteams: { type: "task/fetch" }, report: "r1" } });
    expect(opened.body).toMatchObject({ outcome: "dialog", dialog: { title: "Details", card: card("Ask") } });
    const { id } = await room.last();
    const closed = await room.api("/dialog", { ...place, message: id, kind: "task", data: { text: "typed" } });
    expect(closed.body).toEqual({ outcome: "said", text: "Thanks." });
    expect(room.invokes().at(-1)).toMatchObject({ name: "task/submit", value: { data: { text: "typed" } } });
  });
});

describe("in a channel", () => {
  it("only whoever pressed sees the answer's card, until the bot replaces it for everybody", async () => {
    room.answer = () => Promise.resolve(answered(card("For Nadia")));
    await room.speak(channel, withCard(card("For all")));
    const { id } = await room.last(nadia.account, channel);
    const where = { person: nadia.account, conversation: channel, message: id };
    await room.api("/press", { ...where, type: "Action.Execute", verb: "report.open", data: {} });
    expect((await room.last(nadia.account, channel)).card).toEqual(card("For Nadia"));
    expect((await room.last(hugh.account, channel)).card).toEqual(card("For all"));
    const path = `${room.bot().connector}/v3/conversations/${encodeURIComponent(channel)}/activities/${encodeURIComponent(id)}`;
    await ask(path, { method: "PUT", body: withCard(card("New for all")) });
    expect((await room.last(nadia.account, channel)).card).toEqual(card("New for all"));
  });
});

describe("a refresh", () => {
  const refreshing = (user: string) =>
    card("Told", {
      refresh: { action: { type: "Action.Execute", verb: "report.refresh", data: { report: "r1" } }, userIds: [user] },
    });

  it("is sent by itself for a person whom the card names", async () => {
    room.answer = () => Promise.resolve(answered(card("Acknowledged")));
    await room.speak(chat, withCard(refreshing(`29:${ana.account}`)));
    const { id, refreshes } = await room.last();
    expect(refreshes).toBe(true);
    await room.api("/refresh", { ...place, message: id });
    expect(room.invokes().at(-1)).toMatchObject({
      value: { trigger: "automatic", action: { verb: "report.refresh", data: { report: "r1" } } },
    });
    expect((await room.last()).card).toEqual(card("Acknowledged"));
  });

  it.each([`29:${nadia.account}`, ana.account])("is not sent when the card names %s", async (user) => {
    await room.speak(chat, withCard(refreshing(user)));
    const { id, refreshes } = await room.last();
    expect(refreshes).toBe(false);
    await room.api("/refresh", { ...place, message: id });
    expect(room.invokes()).toEqual([]);
  });
});
