import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { everyCard } from "../test/cards/every-card.ts";
import { hostConfig, palettes, type Theme } from "./gallery-hosts.ts";

/**
 * Draws every card as Teams would, light and dark, at a telephone's width and a desktop's, into `data/gallery/`.
 * `node scripts/gallery.ts [card name]` draws only the cards whose name contains the words.
 */
const root = join(import.meta.dirname, "..");
const out = join(root, "data", "gallery");
const wanted = process.argv[2] ?? "";
const cards = Object.entries(everyCard).filter(([name]) => name.includes(wanted));

const library = (path: string): string => readFileSync(join(root, "node_modules", path), "utf8");
const inert = (json: unknown): string => JSON.stringify(json).replaceAll("<", "\\u003c");

const css = (theme: Theme): string => {
  const p = palettes[theme];
  return `
  *{box-sizing:border-box} body{margin:0;padding:12px;background:${p.page};color:${p.subtle};font:12px 'Segoe UI','Liberation Sans',sans-serif}
  h3{margin:20px 0 6px;font-weight:400} .card{background:${p.back};border:1px solid ${p.edge};border-radius:6px;max-width:640px;overflow:hidden}
  .ac-pushButton{font:600 14px 'Segoe UI','Liberation Sans',sans-serif;padding:5px 14px;border-radius:4px;border:1px solid ${p.edge};background:${p.back};color:${p.text};min-height:32px;white-space:normal!important}
  .ac-pushButton.style-positive{background:${p.accent};border-color:${p.accent};color:${theme === "light" ? "#fff" : "#1f1f1f"}}
  .ac-pushButton.style-destructive{color:${p.attention};border-color:${p.attention}}
  .ac-actionSet{flex-wrap:wrap;row-gap:8px} .ac-actionSet > div{flex:0 0 auto!important}
  .ac-input.ac-textInput,.ac-input.ac-multichoiceInput,.ac-input.ac-numberInput{font:14px 'Segoe UI','Liberation Sans',sans-serif;padding:6px 10px;border:1px solid ${p.edge};border-bottom-color:${p.subtle};border-radius:4px;background:${p.back};color:${p.text};width:100%}
  textarea.ac-input{min-height:60px} .ac-choiceSetInput-expanded input,.ac-choiceSetInput-multiSelect input{margin:4px 8px 4px 0} .ac-selectable{cursor:pointer;border-radius:4px}
  body.sheet{columns:4;column-gap:16px} body.sheet section{break-inside:avoid}
  .ac-textBlock p{margin:0} .ac-textBlock p + p{margin-top:8px}`;
};

const page = (theme: Theme): string => `<!doctype html><meta charset="utf-8"><style>${css(theme)}</style>
<body><script>${library("adaptivecards/dist/adaptivecards.min.js")}</script>
<script>${library("markdown-it/dist/browser/markdown-it.umd.min.js")}</script><script>
const make = window.markdownit ?? window.MarkdownIt; const md = (make.default ?? make)();
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => { result.outputHtml = md.render(text); result.didProcess = true; };
for (const [name, { card }] of ${inert(cards)}) {
  const drawn = new AdaptiveCards.AdaptiveCard();
  drawn.hostConfig = new AdaptiveCards.HostConfig(${inert(hostConfig(theme))});
  drawn.parse(card);
  const title = document.createElement("h3"); title.textContent = name;
  const frame = document.createElement("div"); frame.className = "card"; frame.append(drawn.render());
  const section = document.createElement("section"); section.append(title, frame);
  document.body.append(section);
}
</script>`;

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"],
});
for (const theme of ["light", "dark"] as const) {
  const file = join(out, `${theme}.html`);
  writeFileSync(file, page(theme));
  for (const width of [360, 720]) {
    const tab = await browser.newPage({ viewport: { width: width * 4 + 72, height: 800 } });
    tab.on("pageerror", (error) => console.error(error.message));
    await tab.goto(pathToFileURL(file).href);
    await tab.evaluate("document.body.className = 'sheet'");
    await tab.screenshot({ path: join(out, `${theme}-${String(width)}.png`), fullPage: true });
    await tab.close();
  }
}
await browser.close();
