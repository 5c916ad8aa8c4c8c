import { ana, card, dialog, nadia, noon } from "./support/bot.ts";
import { chat, duty, freshRoom } from "./support/in-room.ts";

const place = { person: ana.account, conversation: chat };
const room = freshRoom();

describe("Report this", () => {
  it("hands the bot the message, and goes on in a dialog", async () => {
    room.answer = () => Promise.resolve(dialog("Report this", card("Is it one of these?")));
    const message = await room.last(ana.account, duty);
    const where = { person: ana.account, conversation: duty, message: message.id };
    expect((await room.api("/report-this", where)).body).toMatchObject({
      outcome: "dialog",
      dialog: { title: "Report this" },
    });
    expect(room.invokes().at(-1)).toMatchObject({
      name: "composeExtension/fetchTask",
      value: {
        commandId: "reportThis",
        commandContext: "message",
        messagePayload: { body: { contentType: "html", content: expect.stringContaining("AMB-1042") } },
      },
    });
    await room.api("/dialog", { ...where, kind: "extension", data: { answer: "yes" } });
    expect(room.invokes().at(-1)).toMatchObject({
      name: "composeExtension/submitAction",
      value: { commandId: "reportThis", data: { answer: "yes" } },
    });
  });

  it("sends what was typed as text, never as HTML", async () => {
    await room.api("/say", { person: ana.account, conversation: duty, text: "<b>3 & 4</b>" });
    const { id } = await room.last(ana.account, duty);
    await room.api("/report-this", { person: ana.account, conversation: duty, message: id });
    expect(room.invokes().at(-1)).toMatchObject({
      value: { messagePayload: { body: { content: "<div>&lt;b&gt;3 &amp; 4&lt;/b&gt;</div>" } } },
    });
  });
});

describe("the first visit to the chat", () => {
  it("installs the app once, and the greeting is not news", async () => {
    room.answer = async ({ type, conversation }, say) => {
      if (type === "installationUpdate")
        await say((conversation as { id: string }).id, { type: "message", text: "Hello" });
      return {};
    };
    await Promise.all([room.api("/open", place), room.api("/open", place), room.api("/room")]);
    await room.api("/open", place);
    expect((await room.sees(ana.account, chat)).map(({ text }) => text)).toEqual(["Hello"]);
    const { body } = await room.api("/room");
    expect((body as { people: { unread: number }[] }).people.map(({ unread }) => unread)).toEqual([0, 0, 0]);
  });

  it("is made again when the bot did not answer", async () => {
    room.answer = () => Promise.resolve({ status: 500 });
    await room.api("/open", place);
    room.answer = () => Promise.resolve({});
    await room.api("/open", place);
    const types = room.bot().heard.map(({ type }) => type);
    expect(types).toEqual(["conversationUpdate", "conversationUpdate", "installationUpdate"]);
  });
});

describe("what is new", () => {
  it("counts for a person until they look", async () => {
    await Promise.all(
      [ana, nadia].map(({ account }) => room.api("/open", { person: account, conversation: `a:${account}` })),
    );
    await room.speak(`a:${nadia.account}`, { type: "message", text: "A child is missing" });
    const unread = async (): Promise<unknown> =>
      ((await room.api("/room")).body as { people: { name: string; unread: number }[] }).people.map((each) => [
        each.name,
        each.unread,
      ]);
    expect(await unread()).toContainEqual(["Nadia Rahman", 1]);
    await room.api("/read", { person: nadia.account, conversation: `a:${nadia.account}` });
    expect(await unread()).toContainEqual(["Nadia Rahman", 0]);
  });

  it("is told to every page that is open, as it happens", async () => {
    const response = await fetch(`${room.bot().url}/rehearsal/api/news`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    await reader?.read();
    await room.speak(chat, { type: "message", text: "Hello" });
    const { value } = (await reader?.read()) ?? {};
    expect(value).toContain(`"kind":"message","conversation":"${chat}"`);
    await reader?.cancel();
  });
});

describe("the clock", () => {
  it("moves to an instant, and what is due by then is done before the answer", async () => {
    const to = noon + 3_600_000;
    expect((await room.api("/clock", { at: to })).body).toMatchObject({
      now: to,
      words: "Wednesday 1 April 2026, 1pm",
    });
    expect(room.bot().movedTo).toEqual([to]);
  });

  it("moves to a moment in words", async () => {
    expect((await room.api("/clock", { text: "7 April 2026 9am" })).body).toMatchObject({
      words: "Tuesday 7 April 2026, 9am",
    });
  });

  it("stays where it is when the words are unclear, and says what would be clear", async () => {
    expect(await room.api("/clock", { text: "whenever" })).toMatchObject({
      status: 400,
      body: { error: { message: /tomorrow 9am/ } },
    });
    expect(room.bot().movedTo).toEqual([]);
  });
});
