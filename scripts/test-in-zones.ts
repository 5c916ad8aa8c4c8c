import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";

/**
 * Runs jest once for each time zone that the machine could be in: a rule that leans on the process's zone fails in the
 * second. What is written after the command is passed on (`npm test -- test/time`). Exit code 1 when any run failed.
 */
const zones = ["Europe/London", "America/New_York"] as const;

/**
 * Left out in the second zone, each with why no zone can matter to it. They take most of the time: processes that are
 * killed, faults that are waited for, pages that are drawn. Named on the command line, they run in both.
 */
const sameInEveryZone = {
  "test/adapters/sqlite/": "keeps instants as numbers, and says none in words",
  "test/adapters/(graph|calendar)/": "instants in and out, and zones by name",
  "test/app/.*(permissions|rights|race)": "who may do what, and who is first",
  "test/app/report/life": "hours counted from a start, without a date in words",
  "test/bot/inbound/": "tokens, doors and bodies: seconds since 1970",
  "test/bot/outbound/": "waits, counted in milliseconds",
  "test/journeys/(doors|2-|4-|6-|10-|11-|12-|13-|20-|2[1-5]-|35-)":
    "rights, threads and other councils: the times in words are those of the other journeys",
  "test/proof/": "the same reports as the journeys, under faults and kills",
  "test/rehearsal/(looks|page|charts)": "how the room is drawn",
  "test/rehearsal/(product|record|calls)": "the same clicks as the journeys, in a browser",
  "test/rules/mistakes/": "what an author wrote wrongly, by line",
  "test/rules/suggest": "words, no times",
} as const;

const outcomeSchema = z.object({
  success: z.boolean(),
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  numRuntimeErrorTestSuites: z.int(),
});

interface Outcome {
  readonly ok: boolean;
  readonly passed: number;
  readonly failed: number;
}

const jest = createRequire(import.meta.url).resolve("jest/bin/jest");

/** A suite that could not even be loaded counts as one failure: none of its tests ran. */
const readOutcome = (file: string): Outcome => {
  const read = outcomeSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const failed = read.numFailedTests + read.numRuntimeErrorTestSuites;
  return { ok: read.success, passed: read.numPassedTests, failed };
};

const asked = process.argv.slice(2);

const chosenIn = (zone: string): readonly string[] =>
  asked.length > 0 || zone === zones[0]
    ? asked
    : ["--testPathIgnorePatterns", ...Object.keys(sameInEveryZone).map((path) => `<rootDir>/${path}`)];

const runIn = (zone: string, folder: string): Outcome => {
  const file = join(folder, `${zone.replace("/", "-")}.json`);
  process.stdout.write(`\nTests in ${zone}\n`);
  const args = [jest, "--json", `--outputFile=${file}`, ...chosenIn(zone)];
  const { status } = spawnSync(process.execPath, args, {
    env: { ...process.env, TZ: zone },
    // With --json, standard output carries only what the file holds; the report for people is on standard error.
    stdio: ["ignore", "ignore", "inherit"],
  });
  try {
    const outcome = readOutcome(file);
    return { ...outcome, ok: outcome.ok && status === 0 };
  } catch (error) {
    process.stderr.write(`jest in ${zone} left no result: ${String(error)}\n`);
    return { ok: false, passed: 0, failed: 1 };
  }
};

const folder = mkdtempSync(join(tmpdir(), "watchful-tests-"));
const outcomes = zones.map((zone) => runIn(zone, folder));
rmSync(folder, { recursive: true });

const sum = (of: (outcome: Outcome) => number): string => String(outcomes.map(of).reduce((a, b) => a + b, 0));
process.stdout.write(
  `\nTests in ${zones.join(" and ")}: ${sum((each) => each.passed)} passed, ${sum((each) => each.failed)} failed\n`,
);
process.exitCode = outcomes.every((each) => each.ok) ? 0 : 1;
