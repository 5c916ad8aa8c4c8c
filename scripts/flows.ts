import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawFlow } from "../src/dialogs/engine/draw.ts";
import { meetingFlow } from "../src/dialogs/meeting/flow.ts";
import { reportFlow } from "../src/dialogs/report/flow.ts";

/** Writes `docs/flows/*.md` from the dialogs; with `--check`, fails when a page there is stale. */
const folder = join(import.meta.dirname, "..", "docs", "flows");
const pages = [
  { file: join(folder, `${reportFlow.name}.md`), text: drawFlow(reportFlow) },
  { file: join(folder, `${meetingFlow.name}.md`), text: drawFlow(meetingFlow) },
];

const isStale = ({ file, text }: (typeof pages)[number]): boolean => {
  try {
    return readFileSync(file, "utf8") !== text;
  } catch {
    return true;
  }
};

if (process.argv.includes("--check")) {
  const stale = pages.filter(isStale);
  for (const { file } of stale) console.error(`${file} is stale: run npm run flows and commit it`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  mkdirSync(folder, { recursive: true });
  for (const { file, text } of pages) writeFileSync(file, text);
}
