import { summaryCard } from "../../src/cards/index.ts";
import { calmSummary, fullSummary } from "../cards/summary-samples.ts";
import { describeInBrowser } from "../support/chromium.ts";
import { ana, startBot, withCard, type Started } from "./support/bot.ts";
import { createBrowser, enter, type Opened } from "./support/browser.ts";
import { scrollsSideways, tooFaint } from "./support/in-page.ts";

/** Where pictures are put to be looked at; left out, none are taken. */
const pictures = process.env["PICTURES"];

describeInBrowser("the charts of the week's summary", (executablePath) => {
  const browser = createBrowser(executablePath);
  let bot: Started;
  beforeAll(async () => {
    await browser.start();
    bot = await startBot();
    for (const view of [calmSummary, fullSummary])
      await fetch(`${bot.connector}/v3/conversations/${encodeURIComponent(`a:${ana.account}`)}/activities`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(withCard(summaryCard(view).card)),
      });
  });
  afterAll(async () => {
    await browser.stop();
    await bot.stop();
  });

  const shown = async (opened: Opened, name: string): Promise<void> => {
    if (pictures === undefined) return;
    await opened.page.setViewportSize({ width: opened.page.viewportSize()?.width ?? 1280, height: 2400 });
    const card = opened.page.locator(".messages article").last().locator(".card");
    await card.screenshot({ path: `${pictures}/summary-${name}.png` });
  };

  it.each([
    ["light", 1280, 900],
    ["dark", 1280, 900],
    ["light", 390, 844],
    ["dark", 390, 844],
  ] as const)("are drawn in the %s at %d wide, and can be read", async (colorScheme, width, height) => {
    const isMobile = width < 720;
    const opened = await browser.open(bot.url, {
      colorScheme,
      viewport: { width, height },
      hasTouch: isMobile,
      isMobile,
    });
    await enter(opened);
    const { page } = opened;
    const last = page.locator(".messages article").last();
    await last.getByRole("img", { name: "On time by team and kind of duty" }).waitFor();
    await last.getByRole("img", { name: "Duties on time, week by week" }).waitFor();
    await page.waitForTimeout(300);
    expect(await page.evaluate(scrollsSideways)).toBe(false);
    expect(await page.evaluate(tooFaint)).toEqual([]);
    expect(opened.faults).toEqual([]);
    await shown(opened, `${colorScheme}-${String(width)}`);
    await opened.close();
  });

  it("have a bar for each team and kind, a gap for each week without figures, and every number in a table", async () => {
    const opened = await browser.open(bot.url);
    await enter(opened);
    const last = opened.page.locator(".messages article").last();
    const [bars, line] = [last.locator("figure.chart").first(), last.locator("figure.chart").last()];
    // Eight teams with five kinds, of which three teams have no reviews.
    await expect(bars.locator("svg rect").count()).resolves.toBe(37);
    await expect(line.locator("svg circle").count()).resolves.toBe(9);
    const path = (await line.locator("svg path").getAttribute("d")) ?? "";
    expect(path.match(/M/g)).toHaveLength(2);
    await bars.getByText("The numbers").click();
    const row = bars.getByRole("row", { name: /Safeguarding North/ });
    await row.waitFor();
    expect(await row.textContent()).toBe("Safeguarding North607077–90");
    await opened.close();
  });
});
