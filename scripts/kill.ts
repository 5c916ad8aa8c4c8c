/**
 * The long run of the kill test. Exit code 1 when a promise was broken; the store is then kept.
 *
 *   node scripts/kill.ts [ROUNDS]          the whole service over HTTP, with people reporting (500 unless told)
 *   node scripts/kill.ts --two [ROUNDS]    two services on one store, one of them killed at random (50 unless told)
 *   node scripts/kill.ts --store [ROUNDS]  the store alone: many more kills an hour (1000 unless told)
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { killService } from "../test/support/kill-service.ts";
import { killRound, noPromises } from "../test/support/kill-store.ts";
import { runTwoServices } from "../test/support/two-services.ts";

interface Outcome {
  readonly faults: readonly string[];
  readonly summary: string;
}

const watchedEvery = 50;

const wholeService = async (store: string, kills: number): Promise<Outcome> => {
  const onKill = (kill: number): void => {
    if (kill % watchedEvery === 0) console.error(`${String(kill)} kills`);
  };
  const { faults, ...numbers } = await killService({ store, kills, onKill });
  const counted = Object.entries(numbers).map(([name, value]) => `${name} ${String(value)}`);
  return { faults, summary: counted.join(", ") };
};

const twoServices = async (store: string, kills: number): Promise<Outcome> => {
  const { faults, errors, ...numbers } = await runTwoServices({ store, kills });
  const counted = Object.entries(numbers).map(([name, value]) => `${name} ${String(value)}`);
  const twice = numbers.repeatedWhileBothLived > 0 ? ["something was said twice while both lived"] : [];
  const unexplained = numbers.duplicates > numbers.inFlight ? ["more was repeated than was in flight"] : [];
  return { faults: [...faults, ...twice, ...unexplained], summary: [...counted, ...errors].join(", ") };
};

const storeAlone = async (store: string, kills: number): Promise<Outcome> => {
  const promises = noPromises();
  const { versions, numbers } = promises;
  for (let round = 1; round <= kills; round += 1) {
    const faults = await killRound(store, round, promises);
    if (faults.length > 0) return { faults, summary: `round ${String(round)}` };
  }
  const kept = `${String(versions.size)} documents and ${String(numbers.size)} numbers promised, all kept`;
  return { faults: [], summary: `${String(kills)} kills: ${kept}` };
};

const [first, second] = process.argv.slice(2);
const runs: Readonly<Record<string, (store: string) => Promise<Outcome>>> = {
  "--store": (store) => storeAlone(store, Number(second ?? 1_000)),
  "--two": (store) => twoServices(store, Number(second ?? 50)),
};
const run = runs[first ?? ""] ?? ((store: string) => wholeService(store, Number(first ?? 500)));
const folder = await mkdtemp(join(tmpdir(), "watchful-kill-"));
const { faults, summary } = await run(join(folder, "watchful.db"));
if (faults.length === 0) await rm(folder, { recursive: true });
else console.error(`Store kept in ${folder}:\n${faults.join("\n")}`);
console.log(summary);
process.exit(faults.length === 0 ? 0 : 1);
