import { describeInBrowser } from "../support/chromium.ts";
import { ana, card, startBot, withCard, type Started } from "./support/bot.ts";
import { createBrowser, enter } from "./support/browser.ts";
import { scrollsSideways, tooFaint } from "./support/in-page.ts";

const tones = ["default", "accent", "good", "warning", "attention"] as const;
const styles = ["default", "emphasis", "good", "warning", "attention"] as const;
/** Every colour of text on every ground that a card can have. */
const colours = card("Colours", {
  body: styles.map((style) => ({
    type: "Container",
    style,
    items: tones.flatMap((color) =>
      [false, true].map((isSubtle) => ({ type: "TextBlock", text: `${color} on ${style}`, color, isSubtle })),
    ),
  })),
  actions: [
    { type: "Action.Execute", title: "Positive", verb: "x", style: "positive" },
    { type: "Action.Execute", title: "Destructive", verb: "x", style: "destructive" },
    { type: "Action.Execute", title: "Plain", verb: "x" },
  ],
});

describeInBrowser("how it looks", (executablePath) => {
  const browser = createBrowser(executablePath);
  let bot: Started;
  beforeAll(async () => {
    await browser.start();
    bot = await startBot();
    await fetch(`${bot.connector}/v3/conversations/${encodeURIComponent(`a:${ana.account}`)}/activities`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(withCard(colours)),
    });
  });
  afterAll(async () => {
    await browser.stop();
    await bot.stop();
  });

  it.each(["light", "dark"] as const)("every text can be read in the %s", async (colorScheme) => {
    const opened = await browser.open(bot.url, { colorScheme });
    await enter(opened);
    await opened.page.getByText("attention on attention").first().waitFor();
    await opened.page.locator("#clock-button").click();
    await opened.page.locator(".moment").first().waitFor();
    await opened.page.waitForTimeout(300);
    expect(await opened.page.evaluate(tooFaint)).toEqual([]);
    expect(opened.faults).toEqual([]);
    await opened.close();
  });

  it("changes between light and dark by the button, and remembers", async () => {
    const opened = await browser.open(bot.url, { colorScheme: "light" });
    await enter(opened);
    await opened.page.getByRole("button", { name: "Switch to dark" }).click();
    await opened.page.reload();
    await opened.page.waitForSelector("html[data-ready][data-theme=dark]");
    await opened.close();
  });

  it.each([
    [1280, 800],
    [900, 700],
    [390, 844],
    [320, 640],
  ])("nothing has to be scrolled sideways at %d by %d", async (width, height) => {
    const opened = await browser.open(bot.url, {
      viewport: { width, height },
      hasTouch: width < 720,
      isMobile: width < 720,
    });
    expect(await opened.page.evaluate(scrollsSideways)).toBe(false);
    await enter(opened);
    expect(await opened.page.evaluate(scrollsSideways)).toBe(false);
    await opened.close();
  });

  it("leads a telephone from the conversation to the chats, to the people, and back", async () => {
    const opened = await browser.open(bot.url, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    await enter(opened);
    const { page } = opened;
    await page.getByRole("button", { name: "All chats" }).click();
    await page.locator(".me-button").click();
    await page.locator(".person", { hasText: "Nadia Rahman" }).click();
    await page.getByText("Only Nadia Rahman and Watchful see this chat").waitFor();
    await opened.close();
  });

  it("opens a chat at the beginning of its newest card, when that is taller than the view", async () => {
    const opened = await browser.open(bot.url, {
      viewport: { width: 390, height: 700 },
      hasTouch: true,
      isMobile: true,
    });
    await enter(opened);
    const { page } = opened;
    await page.getByRole("button", { name: "All chats" }).click();
    await page.locator(".chat", { hasText: "Duty room" }).click();
    await page.getByText("without Watchful").waitFor();
    await page.getByRole("button", { name: "All chats" }).click();
    await page.locator(".chat", { hasText: "Watchful" }).first().click();
    await page.getByText("Only Ana Petrescu").waitFor();
    await page.waitForTimeout(500);
    const top = (await page.locator(".messages article").last().boundingBox())?.y;
    const list = (await page.locator(".messages").boundingBox())?.y;
    expect(top).toBeCloseTo(list ?? 0, 0);
    await opened.close();
  });

  it("says when the rehearsal has stopped, and goes on by itself when it is back", async () => {
    const first = await startBot();
    const opened = await browser.open(first.url);
    await enter(opened);
    await first.stop();
    const stopped = opened.page.getByText("The rehearsal has stopped.");
    await stopped.waitFor();
    const again = await startBot(undefined, {}, Number(new URL(first.url).port));
    await stopped.waitFor({ state: "hidden" });
    await opened.close();
    await again.stop();
  });

  it("everything comes from the room's own address, under a policy that says so", async () => {
    const { headers, status } = await fetch(bot.url);
    expect(status).toBe(200);
    expect(headers.get("content-security-policy")).toMatch(
      /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
    );
    const elsewhere = await fetch(`${bot.url}/rehearsal/page/..%2F..%2Fmount.ts`);
    expect(elsewhere.status).toBe(404);
  });
});
