import { ana, ask, card, channel, hugh, nadia, startBot, withCard, type Started } from "./support/bot.ts";

let bot: Started;
beforeAll(async () => {
  bot = await startBot();
});
afterAll(() => bot.stop());

const chat = encodeURIComponent(`a:${ana.account}`);
const room = encodeURIComponent(channel);
const call = (method: string, path: string, body?: unknown) => ask(`${bot.connector}/v3${path}`, { method, body });
const seenBy = (account: string, conversation: string) =>
  ask(`${bot.url}/rehearsal/api/people/${account}/conversations/${encodeURIComponent(conversation)}`);
const said = async (text: string): Promise<string> => {
  const { body } = await call("POST", `/conversations/${chat}/activities`, { type: "message", text });
  return (body as { id: string }).id;
};

describe("the connector speaks as Teams does", () => {
  it("keeps what the bot says, and gives it an id", async () => {
    const answer = await call("POST", `/conversations/${chat}/activities`, { type: "message", text: "Hello Ana" });
    expect(answer).toEqual({ status: 201, body: { id: expect.any(String) } });
    const { body } = await seenBy(ana.account, `a:${ana.account}`);
    expect(body).toEqual([expect.objectContaining({ text: "Hello Ana", isBot: true, isMine: false })]);
  });

  it("takes a reply to an activity, and a card", async () => {
    const path = `/conversations/${chat}/activities/${encodeURIComponent("f:what-was-asked")}`;
    expect((await call("POST", path, withCard(card("A card")))).status).toBe(201);
    const { body } = await seenBy(ana.account, `a:${ana.account}`);
    expect(body).toContainEqual(expect.objectContaining({ card: card("A card"), summary: "A card" }));
  });

  it("replaces a message in place, and counts how often", async () => {
    const id = await said("Nobody has answered");
    const path = `/conversations/${chat}/activities/${encodeURIComponent(id)}`;
    expect(await call("PUT", path, { type: "message", text: "Nadia has answered" })).toEqual({
      status: 200,
      body: { id },
    });
    const { body } = await seenBy(ana.account, `a:${ana.account}`);
    expect(body).toContainEqual(expect.objectContaining({ id, text: "Nadia has answered", edits: 1 }));
  });

  it("takes a message away, and then no longer knows it", async () => {
    const id = await said("Said by mistake");
    const path = `/conversations/${chat}/activities/${encodeURIComponent(id)}`;
    expect((await call("DELETE", path)).status).toBe(200);
    expect((await call("PUT", path, { type: "message", text: "Again" })).status).toBe(404);
    const { body } = await seenBy(ana.account, `a:${ana.account}`);
    expect(body).toContainEqual(expect.objectContaining({ id, text: "", deleted: true }));
  });

  it.each([
    ["a Teams id", `29:${hugh.account}`],
    ["an account", hugh.account],
  ])("opens the chat with a person by %s", async (_, id) => {
    const answer = await call("POST", "/conversations", { isGroup: false, members: [{ id }], tenantId: "rehearsal" });
    expect(answer).toEqual({ status: 201, body: { id: `a:${hugh.account}` } });
  });

  it("posts in a channel by its id, with the first message", async () => {
    const body = {
      isGroup: true,
      channelData: { channel: { id: channel } },
      activity: { type: "message", text: "A post" },
    };
    const answer = await call("POST", "/conversations", body);
    expect(answer).toEqual({ status: 201, body: { id: channel, activityId: expect.any(String) } });
    expect((await seenBy(nadia.account, channel)).body).toContainEqual(expect.objectContaining({ text: "A post" }));
  });

  it("takes a reply in a channel's thread for the channel", async () => {
    const thread = encodeURIComponent(`${channel};messageid=1700000000000`);
    expect(
      (await call("POST", `/conversations/${thread}/activities`, { type: "message", text: "In a thread" })).status,
    ).toBe(201);
    expect((await seenBy(nadia.account, channel)).body).toContainEqual(
      expect.objectContaining({ text: "In a thread" }),
    );
  });

  it("shows a reply under the message that it answers", async () => {
    const post = async (where: string, text: string): Promise<string> => {
      const path = `/conversations/${encodeURIComponent(where)}/activities`;
      return ((await call("POST", path, { type: "message", text })).body as { id: string }).id;
    };
    const first = await post(channel, "The first post");
    await post(channel, "The second post");
    await post(`${channel};messageid=${first}`, "A reply to the first");
    const { body } = await seenBy(nadia.account, channel);
    const texts = (body as { text: string; isReply: boolean }[]).slice(-3);
    expect(texts.map(({ text, isReply }) => [text, isReply])).toEqual([
      ["The first post", false],
      ["A reply to the first", true],
      ["The second post", false],
    ]);
  });

  it("says who is in a conversation: those who are told there and their stand-ins", async () => {
    const { body } = await call("GET", `/conversations/${room}/pagedmembers`);
    expect((body as { members: { aadObjectId: string }[] }).members.map((each) => each.aadObjectId)).toEqual([
      nadia.account,
      hugh.account,
    ]);
    expect((await call("GET", `/conversations/${room}/members`)).body).toHaveLength(2);
  });

  it("describes one member as Teams would", async () => {
    const path = `/conversations/${chat}/members/${encodeURIComponent(`29:${ana.account}`)}`;
    expect((await call("GET", path)).body).toMatchObject({
      id: `29:${ana.account}`,
      aadObjectId: ana.account,
      name: "Ana Petrescu",
      givenName: "Ana",
      surname: "Petrescu",
      email: "ana.petrescu@ambershire.example",
      tenantId: "rehearsal",
    });
  });

  it("lists the channels of the team", async () => {
    const team = encodeURIComponent("19:rehearsal-team@thread.tacv2");
    expect((await call("GET", `/teams/${team}`)).status).toBe(200);
    expect((await call("GET", `/teams/${team}/conversations`)).body).toEqual({
      conversations: [{ id: channel, name: "AD: Need to Know" }],
    });
  });
});

describe("the connector refuses as Teams does", () => {
  const big = { type: "message", text: "x".repeat(60_000) };
  it.each([
    ["a conversation that there is not", "POST", "/conversations/a%3Anobody/activities", {}, 404],
    ["a chat that the bot is not in", "POST", "/conversations/19%3Aduty-room%40thread.v2/activities", {}, 403],
    ["a person who is not on the roster", "POST", "/conversations", { members: [{ id: "29:nobody" }] }, 403],
    ["a message that is too large", "POST", `/conversations/${chat}/activities`, big, 413],
    ["an activity without a type", "POST", `/conversations/${chat}/activities`, { text: "Hello" }, 400],
    [
      "an update of what was never said",
      "PUT",
      `/conversations/${chat}/activities/message%3A0`,
      { type: "message" },
      404,
    ],
    ["a member who is not there", "GET", `/conversations/${room}/members/29%3Anobody`, undefined, 404],
    ["a team that there is not", "GET", "/teams/19%3Aother", undefined, 404],
  ])("%s", async (_, method, path, body, status) => {
    expect((await call(method, path, body)).status).toBe(status);
  });

  it("an update of what a person said", async () => {
    const place = { person: ana.account, conversation: `a:${ana.account}` };
    await ask(`${bot.url}/rehearsal/api/say`, { body: { ...place, text: "My own words" } });
    const { body } = await seenBy(ana.account, `a:${ana.account}`);
    const mine = (body as { id: string; text: string }[]).find(({ text }) => text === "My own words");
    const path = `/conversations/${chat}/activities/${encodeURIComponent(mine?.id ?? "")}`;
    expect((await call("PUT", path, { type: "message", text: "Other words" })).status).toBe(404);
  });
});
