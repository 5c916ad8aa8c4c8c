import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../../src/adapters/sqlite/open.ts";
import { verifyAudit } from "../../../src/app/audit/verify.ts";
import { importCaseload } from "../../../src/app/cases/import.ts";
import { opened } from "../../support/caseload.ts";
import { runAndKill } from "../../support/kill.ts";

const rows = 20_000;
const rules = { index: () => ({ nextChange: 0, owed: false }), standingAfter: () => [] };

test("a load that is killed leaves whole cases, all that it said were stored, and a second load completes it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "watchful-import-"));
  const [store, path] = [join(folder, "watchful.db"), join(folder, "caseload.csv")];
  const lines = Array.from({ length: rows }, (_, n) => `AMB-${String(n)},cp,North,01/11/2026`);
  const csv = ["case_ref,status,team,last_visit", ...lines].join("\n");
  await writeFile(path, csv);
  const script = join(process.cwd(), "test/support/import-victim.ts");
  const said = await runAndKill({ script, args: [store, path], afterMs: 60 });

  const records = openSqlite(store);
  const before = await records.count("case");
  expect(before).toBeGreaterThanOrEqual(Number(said.at(-1)));
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(rows);
  expect(await verifyAudit(records)).toMatchObject({ ok: true, records: before, facts: before });

  const caseload = await opened(csv);
  if (typeof caseload === "string") throw new Error(caseload);
  const deps = { records, clock: { now: () => 1_795_000_000_000 }, rules, onRefused: () => undefined };
  expect(await importCaseload(deps, caseload)).toMatchObject({ stored: rows - before, unchanged: before, left: 0 });
  await records.close();
  await rm(folder, { recursive: true });
}, 120_000);
