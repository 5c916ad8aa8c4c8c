import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { movableClock } from "../../src/adapters/clock/movable.ts";
import { compose, type Service } from "../../src/compose.ts";
import { atLondon } from "../../src/time/london.ts";
import { describeInBrowser } from "../support/chromium.ts";
import { checkedFor } from "../support/checked.ts";
import { memoryLog } from "../support/memory-log.ts";
import { become, cardIn, createBrowser, openChat, type Opened } from "./support/browser.ts";

/** The whole product as `npm start` runs it, with Ambershire's policies and people, seen through the room. */
const sunday = atLondon("2026-11-22", "16:30");

/** Pictures of what the tests see, when `SCREENSHOTS` names a folder for them. */
const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env["SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
};

const press = (page: Page, name: string) => cardIn(page).getByRole("button", { name, exact: true }).click();
const answered = (page: Page) => page.locator(".card.busy").waitFor({ state: "detached" });
const heading = (page: Page, text: string | RegExp) => cardIn(page).getByText(text).first().waitFor();

/** From the welcome to the preview. */
const toPreview = async (page: Page): Promise<void> => {
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /13yo CLA missing/ })
    .click();
  await press(page, "A child is missing");
  await heading(page, "When did the child go missing?");
  await press(page, "Continue");
  await heading(page, "A child is missing (1 of 2)");
  await cardIn(page)
    .getByLabel(/^Case reference/)
    .fill("AMB-1042");
  await cardIn(page).getByRole("checkbox", { name: "Looked after by us" }).check();
  await press(page, "Continue");
  await heading(page, "A child is missing (2 of 2)");
  await press(page, "Continue");
  await heading(page, "Briefing for the Director");
  await press(page, "Send now, details later");
  await heading(page, "Check before it is sent");
};

describeInBrowser("the whole product in the rehearsal room", (executablePath) => {
  const browser = createBrowser(executablePath);
  let folder: string;
  let service: Service;
  let opened: Opened;
  const start = async (): Promise<void> => {
    const settings = {
      port: 0,
      credentials: null,
      tenant: "rehearsal",
      serviceUrl: null,
      tenantRate: 30,
      store: join(folder, "watchful.db"),
      policies: "policies",
      council: "policies/example/council.yaml",
      roster: "policies/example/roster.csv",
    };
    const checked = checkedFor(settings.council);
    const clock = movableClock({ now: () => sunday });
    service = await compose(settings, { clock, log: memoryLog(), beatMs: 50, checked });
    await service.start();
  };
  const url = (): string => `http://localhost:${String(service.port())}`;

  beforeAll(browser.start);
  afterAll(browser.stop);
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "rehearsal-"));
    await start();
    opened = await browser.open(url());
  });
  afterEach(async () => {
    await opened.close();
    await service.stop();
    rmSync(folder, { recursive: true });
  });

  it("Ana reports, Nadia is told in her chat and her channel and acknowledges, and Ana's card says so", async () => {
    const { page, faults } = opened;
    await picture(page, "welcome");
    await toPreview(page);
    await picture(page, "preview");
    await press(page, "Tell them now");
    await heading(page, "NTK-2026-0001");
    await page.getByRole("button", { name: "Become Nadia" }).waitFor();
    await picture(page, "told");
    await become(page, "Nadia Rahman");
    await openChat(page, "AD: Need to Know");
    await heading(page, "Missing child");
    expect(await cardIn(page).innerText()).not.toContain("AMB-1042");
    await openChat(page, "Watchful");
    await press(page, "Acknowledge");
    await answered(page);
    await heading(page, /Acknowledged by Nadia Rahman/i);
    await picture(page, "acknowledged");
    await become(page, "Ana Petrescu");
    await page.locator(".messages", { hasText: /acknowledged/i }).waitFor();
    expect(faults).toEqual([]);
  });

  it("a call is opened from the card, and recorded on it", async () => {
    const { page } = opened;
    await toPreview(page);
    await press(page, "Tell them now");
    await cardIn(page).getByRole("link", { name: "Call in Teams" }).click();
    await page.getByText("In Teams this opens a call with Nadia Rahman.").waitFor();
    await picture(page, "call");
    await page.getByRole("button", { name: "OK", exact: true }).click();
    await press(page, "I made the call");
    await cardIn(page)
      .getByLabel(/^Who did you speak to/)
      .fill("Nadia Rahman");
    await press(page, "Record the call");
    await heading(page, /Call made/);
  });

  it("a message of a colleague's is reported in a dialog", async () => {
    const { page } = opened;
    await page.getByRole("button", { name: "Look round first" }).click();
    await openChat(page, "Duty room");
    const said = page.locator(".message", { hasText: "Foster carer for AMB-1042" });
    await said.getByRole("button", { name: /^Report this: message from/ }).click({ force: true });
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("button", { name: "A child is missing" }).click();
    await dialog.getByText("When did the child go missing?").waitFor();
    await picture(page, "dialog");
  });

  it("a restart finds the chat as it was", async () => {
    await toPreview(opened.page);
    await opened.close();
    await service.stop();
    await start();
    opened = await browser.open(url());
    await opened.page.getByRole("button", { name: "Look round first" }).click();
    await heading(opened.page, "Check before it is sent");
    await press(opened.page, "Tell them now");
    await heading(opened.page, "NTK-2026-0001");
  });
});
