/** The long run of malformed activities: `node scripts/fuzz.ts [ACTIVITIES] [SEED]`. Exit code 1 when one did harm. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fuzzService } from "../test/support/fuzz-service.ts";

const [count, seed] = process.argv.slice(2);
const folder = await mkdtemp(join(tmpdir(), "watchful-fuzz-"));
const { faults, sent, statuses, alone, beside, grownMb, usedMb } = await fuzzService(
  join(folder, "watchful.db"),
  Number(count ?? 10_000),
  Number(seed ?? 1),
);
await rm(folder, { recursive: true });
const answers = Object.entries(statuses).map(([status, times]) => `${String(times)} × ${status}`);
console.log(
  `${String(sent)} malformed activities: ${answers.join(", ")}; grown by ${grownMb.toFixed(1)} MB, ${usedMb.toFixed(1)} MB of it in use`,
);
console.log(
  `a good turn beside them: ${beside.toFixed(1)} ms, alone ${alone.toFixed(1)} ms, ${(beside / alone).toFixed(1)} ×`,
);
if (faults.length > 0) console.error(faults.join("\n"));
process.exit(faults.length === 0 ? 0 : 1);
