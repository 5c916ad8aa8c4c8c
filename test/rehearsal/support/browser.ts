import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { chromiumArguments } from "../../support/chromium.ts";

/** Every step of a page test gives up after this long, in milliseconds. */
const patience = 20_000;

export interface Opened {
  readonly page: Page;
  /** What went wrong on the page: errors, refusals of its content policy, resources that did not come. */
  readonly faults: string[];
  close(): Promise<void>;
}

/** A browser for a file of tests; every page is a stranger who has never been here. */
export const createBrowser = (executablePath: string) => {
  let browser: Browser | undefined;
  return {
    start: async (): Promise<void> => {
      browser = await chromium.launch({ executablePath, args: [...chromiumArguments] });
    },
    stop: async (): Promise<void> => {
      await browser?.close();
    },
    open: async (url: string, options: BrowserContextOptions = {}): Promise<Opened> => {
      if (!browser) throw new Error("Start the browser first.");
      const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "en-GB", ...options });
      context.setDefaultTimeout(patience);
      const page = await context.newPage();
      const faults: string[] = [];
      page.on("pageerror", ({ message }) => faults.push(message));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(message.text());
      });
      page.on("requestfailed", (request) => {
        if (!request.url().endsWith("/news")) faults.push(`not loaded: ${request.url()}`);
      });
      await page.goto(url);
      await page.waitForSelector("html[data-ready]");
      return { page, faults, close: () => context.close() };
    },
  };
};

/** Past the welcome, to the chat. */
export const enter = async ({ page }: Opened): Promise<void> => {
  await page.getByRole("button", { name: "Look round first" }).click();
};

export const cardIn = (page: Page) => page.locator(".messages .card").last();
export const become = (page: Page, name: string) => page.locator(".person", { hasText: name }).click();
/** The chat with this title, once it is there: until then the one before stands in its place. */
export const openChat = async (page: Page, title: string): Promise<void> => {
  await page.locator(".chat", { hasText: title }).click();
  await page.locator(".conversation-head h1", { hasText: title }).waitFor();
};
