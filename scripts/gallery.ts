import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { hostConfig } from "../src/rehearsal/page/host-config.ts";
import { everyCard } from "../test/cards/every-card.ts";

/**
 * Draws every card as the rehearsal room does, light and dark, at a telephone's width and a desktop's, into
 * `data/gallery/`. `node scripts/gallery.ts telling` draws only the cards whose name has the word.
 */
const root = join(import.meta.dirname, "..");
const out = join(root, "data", "gallery");
const wanted = process.argv[2] ?? "";
const cards = Object.entries(everyCard).filter(([name]) => name.includes(wanted));
const columns = 4;
const gap = 16;

const read = (...path: string[]): string => readFileSync(join(root, ...path), "utf8");
const library = (...path: string[]): string => read("node_modules", ...path);
const style = (name: string): string => read("src", "rehearsal", "page", `${name}.css`);
const inert = (json: unknown): string => JSON.stringify(json).replaceAll("<", "\\u003c");

const sheet = `html,body{height:auto;overflow:visible;display:block} body{margin:0;padding:${String(gap)}px;columns:${String(columns)};column-gap:${String(gap)}px}
  section{break-inside:avoid;padding-bottom:20px} h3{margin:0 0 6px;font:12px var(--font);color:var(--quiet)}`;

const page = (theme: string): string => `<!doctype html><html data-theme="${theme}"><meta charset="utf-8">
<style>${style("base")}${style("card")}${sheet}</style><body>
<script>${library("adaptivecards", "dist", "adaptivecards.min.js")}</script>
<script>${library("markdown-it", "dist", "browser", "markdown-it.umd.min.js")}</script><script>
const make = window.markdownit ?? window.MarkdownIt;
const markdown = (make.default ?? make)({ html: false, breaks: true });
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdown.render(text);
  result.didProcess = true;
};
for (const [name, { card }] of ${inert(cards)}) {
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(${inert(hostConfig)});
  drawn.parse(card);
  const title = document.createElement("h3");
  title.textContent = name;
  const frame = document.createElement("div");
  frame.className = "card";
  frame.append(drawn.render());
  const section = document.createElement("section");
  section.append(title, frame);
  document.body.append(section);
}
</script></html>`;

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
for (const theme of ["light", "dark"]) {
  const file = join(out, `${theme}.html`);
  writeFileSync(file, page(theme));
  for (const width of [328, 640]) {
    const tab = await browser.newPage({ viewport: { width: (width + gap) * columns + gap, height: 800 } });
    tab.on("pageerror", (error) => {
      console.error(error.message);
      process.exitCode = 1;
    });
    await tab.goto(pathToFileURL(file).href);
    await tab.screenshot({ path: join(out, `${theme}-${String(width)}.png`), fullPage: true });
    await tab.close();
  }
}
await browser.close();
