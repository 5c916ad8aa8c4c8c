/** The long run of the kill test: `node scripts/kill.ts [ROUNDS]`. Exit code 1 when the store broke a promise. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killRound, noPromises } from "../test/support/kill-store.ts";

const rounds = Number(process.argv[2] ?? 1_000);
const folder = await mkdtemp(join(tmpdir(), "watchful-kill-"));
const promises = noPromises();
for (let round = 1; round <= rounds; round += 1) {
  const faults = await killRound(join(folder, "watchful.db"), round, promises);
  if (faults.length === 0) continue;
  console.error(`Round ${String(round)}, store kept in ${folder}:\n${faults.join("\n")}`);
  process.exit(1);
}
await rm(folder, { recursive: true });
console.log(
  `${String(rounds)} kills: ${String(promises.versions.size)} documents and ${String(promises.numbers.size)} numbers promised, all kept.`,
);
