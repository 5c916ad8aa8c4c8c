import { fileAt } from "../../src/adapters/caseload/file.ts";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { importCaseload } from "../../src/app/cases/import.ts";
import { readCaseload } from "../../src/adapters/caseload/read.ts";
import type { Caseload, CaseloadRow } from "../../src/app/ports/caseload.ts";
import { caseWords } from "./caseload.ts";

/** Loads a caseload in small pages and says a line after each, until it is killed or is done. */
const [store = "", path = ""] = process.argv.slice(2);
const records = openSqlite(store);
const caseload = await readCaseload(fileAt(path), { vocabulary: caseWords });
if (caseload.outcome === "refused") throw new Error(caseload.why);

async function* inSmallPages(rows: Caseload["rows"]): AsyncGenerator<readonly CaseloadRow[]> {
  for await (const page of rows)
    for (let from = 0; from < page.length; from += 20) {
      yield page.slice(from, from + 20);
      process.stdout.write(`${String(await records.count("case"))}\n`);
    }
}

const rules = { index: () => ({ nextChange: 0, owed: false }), standingAfter: () => [] };
const deps = { records, clock: { now: () => 1_795_000_000_000 }, rules, onRefused: () => undefined };
await importCaseload(deps, { ...caseload, rows: inSmallPages(caseload.rows) });
await records.close();
