import { describeInBrowser } from "../support/chromium.ts";
import { ana, answered, card, channel, dialog, nadia, startBot, withCard } from "./support/bot.ts";
import type { Answering, Started } from "./support/bot.ts";
import { become, cardIn, createBrowser, enter, openChat, type Opened } from "./support/browser.ts";
import { isFocusInDialog } from "./support/in-page.ts";

const button = (title: string, verb: string, data: object = {}) => ({ type: "Action.Execute", title, verb, data });
const asking = card("What happened?", {
  body: [
    { type: "TextBlock", text: "What happened?", size: "large", weight: "bolder" },
    { type: "Input.Text", id: "what", label: "In your own words", isRequired: true, errorMessage: "This is needed." },
  ],
  actions: [button("Continue", "draft.answer", { draft: "d1" })],
});
const chatOf = (account: string): string => `a:${account}`;

describeInBrowser("the page", (executablePath) => {
  const browser = createBrowser(executablePath);
  let bot: Started;
  let answer: Answering;
  let opened: Opened;

  beforeAll(browser.start);
  afterAll(browser.stop);
  beforeEach(async () => {
    answer = () => Promise.resolve({});
    bot = await startBot((activity, speak) => answer(activity, speak), { patienceMs: 2_000 });
    opened = await browser.open(bot.url);
  });
  afterEach(async () => {
    await opened.close();
    await bot.stop();
  });
  const speak = (conversation: string, body: unknown) =>
    fetch(`${bot.connector}/v3/conversations/${encodeURIComponent(conversation)}/activities`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  it("says what it is, and welcomes with something to try", async () => {
    const { page, faults } = opened;
    await page.getByText("nothing here reaches a real person").first().waitFor();
    const starter = page.getByRole("dialog").getByRole("button", { name: /13yo CLA missing/ });
    await starter.click();
    await page.locator(".mine .bubble", { hasText: "13yo CLA missing" }).waitFor();
    expect(bot.heard.at(-1)).toMatchObject({ type: "message", from: { aadObjectId: ana.account } });
    expect(faults).toEqual([]);
  });

  it("shows the answer's card in place of the one that was pressed, and puts the focus on its question", async () => {
    const { page, faults } = opened;
    await enter(opened);
    answer = async ({ type }, say) => {
      if (type === "message")
        await say(chatOf(ana.account), withCard(card("Begin?", { actions: [button("Begin", "draft.start")] })));
      return type === "invoke" ? answered(asking) : {};
    };
    await page.getByRole("textbox", { name: "Type a message" }).fill("report");
    await page.keyboard.press("Enter");
    await cardIn(page).getByRole("button", { name: "Begin" }).click();
    await page.locator(".card input:focus").waitFor();
    await page.keyboard.type("A child is missing");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator(".card.busy").waitFor({ state: "detached" });
    expect(bot.heard.at(-1)).toMatchObject({
      value: { action: { verb: "draft.answer", data: { draft: "d1", what: "A child is missing" } } },
    });
    expect(await page.locator(".messages .card").count()).toBe(1);
    expect(faults).toEqual([]);
  });

  it("keeps what was typed when the bot fails, and says what Teams says", async () => {
    const { page } = opened;
    await enter(opened);
    await speak(chatOf(ana.account), withCard(asking));
    await cardIn(page).getByRole("textbox").fill("A child is missing");
    answer = () => Promise.resolve({ status: 500 });
    await cardIn(page).getByRole("button", { name: "Continue" }).click();
    await page.getByRole("alert").filter({ hasText: "Something went wrong. Please try again." }).waitFor();
    expect(await cardIn(page).getByRole("textbox").inputValue()).toBe("A child is missing");
  });

  it("does not press for somebody who left a required answer out", async () => {
    const { page } = opened;
    await enter(opened);
    await speak(chatOf(ana.account), withCard(asking));
    await cardIn(page).getByRole("button", { name: "Continue" }).click();
    await page.getByText("This is needed.").waitFor();
    expect(bot.heard.filter(({ type }) => type === "invoke")).toEqual([]);
  });

  it("shows that an answer is under way, and cannot be pressed twice", async () => {
    const { page } = opened;
    await enter(opened);
    await speak(chatOf(ana.account), withCard(card("Sure?", { actions: [button("Yes", "go")] })));
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    answer = async () => {
      await held;
      return answered(card("Done"));
    };
    await cardIn(page).getByRole("button", { name: "Yes" }).click();
    await page.locator(".card[aria-busy=true][inert]").waitFor();
    release();
    await cardIn(page).getByText("Done").waitFor();
    expect(bot.heard.filter(({ type }) => type === "invoke")).toHaveLength(1);
  });

  it("keeps what is being typed when the card changes meanwhile, and offers the new one", async () => {
    const { page } = opened;
    await enter(opened);
    const sent = await speak(chatOf(ana.account), withCard(asking));
    const { id } = (await sent.json()) as { id: string };
    await cardIn(page).getByRole("textbox").fill("Half a sent");
    const path = `${bot.connector}/v3/conversations/${encodeURIComponent(chatOf(ana.account))}/activities/${encodeURIComponent(id)}`;
    const body = JSON.stringify(withCard(card("Nadia has acknowledged")));
    await fetch(path, { method: "PUT", headers: { "content-type": "application/json" }, body });
    const show = page.getByRole("button", { name: "Show it as it is now" });
    await show.waitFor();
    expect(await cardIn(page).getByRole("textbox").inputValue()).toBe("Half a sent");
    await show.click();
    await cardIn(page).getByText("Nadia has acknowledged").waitFor();
  });

  it("tells of what reaches somebody else, and leads there", async () => {
    const { page } = opened;
    await enter(opened);
    await speak(chatOf(nadia.account), { type: "message", text: "A child is missing", textFormat: "plain" });
    await page.getByText("Nadia Rahman has a new message.").waitFor();
    await page.getByRole("button", { name: "Become Nadia" }).click();
    await page.locator(".bubble", { hasText: "A child is missing" }).waitFor();
    expect(await page.locator(".person[aria-current]").innerText()).toContain("Nadia Rahman");
  });

  it("refreshes by itself a card that comes into view", async () => {
    const { page } = opened;
    await enter(opened);
    const refresh = { action: button("Refresh", "report.refresh", { report: "r1" }), userIds: [`29:${nadia.account}`] };
    await speak(chatOf(nadia.account), withCard(card("Told", { refresh })));
    answer = ({ type }) =>
      Promise.resolve(type === "invoke" ? answered(card("Told, and acknowledged", { refresh })) : {});
    await become(page, "Nadia Rahman");
    await cardIn(page).getByText("Told, and acknowledged").waitFor();
    expect(bot.heard.at(-1)).toMatchObject({ value: { trigger: "automatic" } });
  });

  it("rings nobody: says with whom Teams would open a call", async () => {
    const { page } = opened;
    await enter(opened);
    const url = `https://teams.microsoft.com/l/call/0/0?users=${nadia.account}`;
    await speak(
      chatOf(ana.account),
      withCard(card("Call", { actions: [{ type: "Action.OpenUrl", title: "Call in Teams", url }] })),
    );
    await cardIn(page).getByRole("link", { name: "Call in Teams" }).click();
    await page.getByText("In Teams this opens a call with Nadia Rahman.").waitFor();
    expect(page.url()).toBe(`${bot.url}/`);
  });

  it("reports somebody's message in a dialog that Escape closes and the keyboard stays in", async () => {
    const { page } = opened;
    await enter(opened);
    answer = () =>
      Promise.resolve(
        dialog("Report this", { ...asking, actions: [{ type: "Action.Submit", title: "Continue", data: {} }] }),
      );
    await openChat(page, "Duty room");
    const report = page.getByRole("button", { name: /^Report this: message from/ }).last();
    await report.focus();
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("dialog", { name: "Report this" });
    await sheet.waitFor();
    for (let presses = 0; presses < 6; presses += 1) {
      expect(await page.evaluate(isFocusInDialog)).toBe(true);
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
  });

  it("moves the clock, by a click and by words", async () => {
    const { page } = opened;
    await enter(opened);
    await page.getByRole("button", { name: /^Move the clock/ }).click();
    await page.getByRole("button", { name: /^Tuesday after Easter/ }).click();
    await page.getByText("It is now Tuesday 7 April 2026, 9am.").waitFor();
    await page.getByRole("button", { name: /^Move the clock/ }).click();
    await page.getByRole("textbox", { name: "Or type a date and time" }).fill("whenever");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").filter({ hasText: "I couldn't read that" }).waitFor();
    expect(bot.movedTo).toHaveLength(1);
  });

  it("shows the channel to those in it", async () => {
    const { page } = opened;
    await enter(opened);
    await speak(channel, withCard(card("Missing child")));
    await become(page, "Nadia Rahman");
    await openChat(page, "AD: Need to Know");
    await cardIn(page).getByText("Missing child").waitFor();
    await become(page, "Ana Petrescu");
    await page.getByText("Only Ana Petrescu and Watchful see this chat").waitFor();
    expect(await page.locator(".chat", { hasText: "AD: Need to Know" }).count()).toBe(0);
  });

  it("shows what people type as they typed it, and runs none of it", async () => {
    const { page, faults } = opened;
    await enter(opened);
    const nasty = "<img src=x onerror=alert(1)> **bold** [link](javascript:alert(2))";
    answer = async ({ type }, say) => {
      if (type === "message") await say(chatOf(ana.account), withCard(card(nasty)));
      return {};
    };
    await page.getByRole("textbox", { name: "Type a message" }).fill(nasty);
    await page.keyboard.press("Enter");
    await cardIn(page).getByText("<img src=x").waitFor();
    expect(await page.locator(".mine .bubble").last().innerText()).toBe(nasty);
    expect(await page.locator(".messages img[src=x], .messages a[href^=javascript]").count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
