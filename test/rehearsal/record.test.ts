import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { movableClock } from "../../src/adapters/clock/movable.ts";
import { compose, type Service } from "../../src/compose.ts";
import { atLondon } from "../../src/time/london.ts";
import { describeInBrowser } from "../support/chromium.ts";
import { memoryLog } from "../support/memory-log.ts";
import { become, cardIn, createBrowser, enter } from "./support/browser.ts";
import { scrollsSideways, tooFaint } from "./support/in-page.ts";

const picture = async (page: Page, name: string): Promise<void> => {
  const folder = process.env["SCREENSHOTS"];
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), animations: "disabled" });
};
const press = (page: Page, name: string) => cardIn(page).getByRole("button", { name, exact: true }).click();
const reads = (page: Page, text: string | RegExp) => cardIn(page).getByText(text).first().waitFor();

const headings: readonly (readonly [label: string, text: string])[] = [
  ["Significant events since the last supervision", "Moved school on 2 November."],
  ["Key decisions made", "The plan goes on."],
  ["Evidence of reflective challenge", "We asked what we would miss."],
  ["Risk assessment tool R1", "Medium, unchanged."],
  ["Is the help leading to a positive change for the child?", "Yes: attendance is up."],
  ["Is the pace of change appropriate for the child?", "It is."],
];

describeInBrowser("a supervision record in the rehearsal room", (executablePath) => {
  const browser = createBrowser(executablePath);
  let folder: string;
  let service: Service;
  beforeAll(browser.start);
  afterAll(browser.stop);
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "rehearsal-"));
    const settings = {
      ...{ port: 0, credentials: null, tenant: "rehearsal", serviceUrl: null, tenantRate: 30 },
      ...{ store: join(folder, "watchful.db"), policies: "policies" },
      ...{ council: "policies/example/council.yaml", roster: "policies/example/roster.csv" },
    };
    // A Sunday: no digest comes between.
    const clock = movableClock({ now: () => atLondon("2026-11-22", "16:30") });
    service = await compose(settings, { clock, log: memoryLog(), beatMs: 50 });
    await service.start();
  });
  afterEach(async () => {
    await service.stop();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ["light", 1280, 900],
    ["dark", 1280, 900],
    ["light", 390, 844],
    ["dark", 390, 844],
  ] as const)("is refused, mended, saved and confirmed in the %s, %d wide", async (colorScheme, width, height) => {
    const opened = await browser.open(`http://localhost:${String(service.port())}`, { colorScheme });
    const { page } = opened;
    const name = `record-${colorScheme}-${String(width)}`;
    await enter(opened);
    await become(page, "Joanne Ashworth");
    await page.getByText("Only Joanne Ashworth").waitFor();
    await page.getByRole("textbox", { name: "Type a message" }).fill("supervision AMB-1043");
    await page.keyboard.press("Enter");
    await reads(page, "Supervision: AMB-1043");
    await page.setViewportSize({ width, height });
    for (const [label, text] of headings) await cardIn(page).getByLabel(label, { exact: true }).fill(text);
    await cardIn(page).getByLabel("Action 1: what is to be done").fill("Visit the new school");
    await cardIn(page).getByLabel("Who", { exact: true }).first().fill("Daniel Okonkwo");
    await cardIn(page).getByLabel("By when", { exact: true }).first().fill("ongoing");
    await picture(page, `${name}-form`);
    await press(page, "Save the record");
    await reads(page, '"ongoing" is no timescale');
    expect(await cardIn(page).getByLabel("Key decisions made", { exact: true }).inputValue()).toBe("The plan goes on.");
    await picture(page, `${name}-refused`);
    expect(await page.evaluate(scrollsSideways)).toBe(false);
    expect(await page.evaluate(tooFaint)).toEqual([]);
    await cardIn(page).getByLabel("By when", { exact: true }).first().fill("Friday");
    await press(page, "Save the record");
    await reads(page, /Not in the case system yet/);
    await press(page, "Text to paste");
    const pasted = await cardIn(page).getByLabel("Text for the case system").inputValue();
    expect(pasted).toContain("1. Visit the new school. Who: Daniel Okonkwo. By: Friday 27 November 2026.");
    await picture(page, `${name}-saved`);
    await press(page, "Recorded in the case system");
    await reads(page, /In the case system since/);
    await picture(page, `${name}-confirmed`);
    expect(await page.evaluate(tooFaint)).toEqual([]);
    expect(opened.faults).toEqual([]);
    await opened.close();
  });
});
