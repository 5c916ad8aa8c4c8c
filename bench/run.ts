import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { head } from "./support/rows.ts";

/**
 * Runs every benchmark beside this file, one process after another, so that none warms another up, and says one table.
 * Exit code 1 when one broke; a slow one is only slow.
 */
const folder = import.meta.dirname;
const wanted = process.argv.slice(2);
const benchmarks = readdirSync(folder).filter((name) => name.endsWith(".ts") && name !== "run.ts");
const chosen = benchmarks.filter((name) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));

console.log(head());
for (const name of chosen.sort()) {
  const { status } = spawnSync(process.execPath, [join(folder, name), "--no-head"], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (status !== 0) process.exitCode = 1;
}
