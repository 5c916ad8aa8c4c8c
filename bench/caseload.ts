import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Papa from "papaparse";
import { fileAt } from "../src/adapters/caseload/file.ts";
import { readCaseload } from "../src/adapters/caseload/read.ts";
import { readPolicyFiles } from "../src/adapters/files/policies.ts";
import { openSqlite } from "../src/adapters/sqlite/open.ts";
import { importCaseload } from "../src/app/cases/import.ts";
import type { Caseload } from "../src/app/ports/caseload.ts";
import { caseRulesOf } from "../src/rules/duty/case-rules.ts";
import { loadPolicies } from "../src/rules/policy/load.ts";
import { composeRulebook } from "../src/rules/rulebook.ts";
import { atLondon } from "../src/time/london.ts";
import { writeCaseload } from "./support/caseload.ts";
import { say, type Row } from "./support/rows.ts";

/**
 * A caseload of 400,000 rows: read and checked, then stored with its hash chain, durable at the end of each page, with the
 * duties of Ambershire's five policies deciding when each case is due; then what is newly due is found among them. Beside
 * papaparse alone on the same file. `WATCHFUL_BENCH_ROWS` makes it smaller.
 */
const rows = Number(process.env["WATCHFUL_BENCH_ROWS"] ?? 400_000);
const asOf = atLondon("2026-11-16", "09:00");

const folder = await mkdtemp(join(tmpdir(), "watchful-bench-"));
const path = join(folder, "caseload.csv");
await writeCaseload(path, rows);

const loaded = loadPolicies(readPolicyFiles(join(import.meta.dirname, "../policies")));
const [council] = loaded.councils;
if (council === undefined) throw new Error("policies/example has no council file.");
const rulebook = composeRulebook(loaded, council);

let peak = 0;
const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().rss)), 20);

interface Measured {
  readonly seconds: number;
  /** Microseconds of processor time for each row: what a busy machine does not change. */
  readonly cpu: number;
}

const measured = async (work: () => Promise<unknown>): Promise<Measured> => {
  const [started, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - started) / 1_000, cpu: (user + system) / rows };
};

const papaAlone = () =>
  new Promise<void>((resolve) => {
    Papa.parse(createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 18 }), {
      chunk: () => undefined,
      complete: () => resolve(),
    });
  });

const open = async (): Promise<Caseload> => {
  const caseload = await readCaseload(fileAt(path), { vocabulary: rulebook.vocabulary });
  if (caseload.outcome === "refused") throw new Error(caseload.why);
  return caseload;
};

const reading = async () => {
  for await (const page of (await open()).rows)
    if (page.some(({ kind }) => kind === "refused")) throw new Error("refused");
};

const store = join(folder, "store.db");
const records = openSqlite(store);
const deps = { records, clock: { now: () => asOf }, rules: caseRulesOf(rulebook), onRefused: () => undefined };
const importing = async () => {
  const { stored } = await importCaseload(deps, await open());
  if (stored !== rows) throw new Error(`${String(stored)} rows were stored.`);
};

/** Milliseconds, the best of many. */
const finding = async (limit: number): Promise<number> => {
  let best = Infinity;
  for (let round = 0; round < 50; round += 1) {
    const started = performance.now();
    await records.due(asOf + 30 * 86_400_000, limit);
    best = Math.min(best, performance.now() - started);
  }
  return best;
};

const papa = await measured(papaAlone);
const read = await measured(reading);
peak = 0;
const imported = await measured(importing);
const memory = peak;

const rate = ({ seconds }: Measured): string => `${Math.round(rows / seconds / 1_000).toLocaleString("en-GB")}k/s`;
const beside = `papaparse ${rate(papa)}`;
const ratio = (one: Measured): number => one.cpu / papa.cpu;
const table: readonly Row[] = [
  { what: "rows read and checked", ours: rate(read), beside, ratio: ratio(read) },
  { what: "rows read, checked and stored", ours: rate(imported), beside, ratio: ratio(imported), bound: "150k/s" },
  { what: "memory while they are stored", ours: `${String(Math.round(memory / 1e6))} MB`, bound: "300 MB" },
  { what: "the first that is newly due", ours: `${(await finding(1)).toFixed(2)} ms`, bound: "1 ms" },
  { what: "a page of 500 newly due", ours: `${(await finding(500)).toFixed(2)} ms`, bound: "2 ms" },
];
say(`a caseload of ${rows.toLocaleString("en-GB")} rows; ratios in processor time`, table);

clearInterval(watch);
await records.close();
await rm(folder, { recursive: true });
