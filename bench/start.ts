import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { say, type Row } from "./support/rows.ts";

/**
 * Milliseconds from starting the process to being ready to serve, and megabytes it holds when idle, beside a restify
 * server that does nothing. DESIGN's bounds are 400 ms and 120 MB. The first start fills Node's compile cache and is not counted; the best of the others is taken.
 */
const starts = 5;
const idleMs = 2_000;

const folder = await mkdtemp(join(tmpdir(), "watchful-bench-"));
/** As `npm start` does: with a young generation of four megabytes, because its room is kept when nothing happens. */
const node = ["--max-semi-space-size=4"];
const main = join(import.meta.dirname, "..", "src", "main.ts");

/** Milliseconds of CPU since the process began, where Linux says so: on a busy machine this is the number that tells. */
const cpuOf = (pid: number): number => {
  try {
    const fields =
      readFileSync(`/proc/${String(pid)}/stat`, "utf8")
        .split(") ")[1]
        ?.split(" ") ?? [];
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return NaN;
  }
};

/** Resident megabytes, as the system counts them; NaN where there is no `ps`. */
const residentOf = (pid: number): number => {
  try {
    return Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024;
  } catch {
    return NaN;
  }
};

interface Start {
  readonly ready: number;
  readonly cpu: number;
  readonly idle: number;
}

const bare = join(import.meta.dirname, "support", "bare-server.ts");

const started = async (script: string): Promise<Start> => {
  const began = performance.now();
  const env = { PATH: process.env["PATH"], PORT: "0", WATCHFUL_STORE: join(folder, "watchful.db") };
  const child = spawn(process.execPath, [...node, script], { env, stdio: ["ignore", "pipe", "inherit"] });
  for await (const line of createInterface(child.stdout)) if (line.includes('"ready"')) break;
  const ready = performance.now() - began;
  const cpu = cpuOf(child.pid ?? 0);
  await new Promise((resolve) => setTimeout(resolve, idleMs));
  const idle = residentOf(child.pid ?? 0);
  child.kill("SIGTERM");
  await once(child, "exit");
  return { ready, cpu, idle };
};

/** Starts take turns, so that what else the machine does falls on both. */
const [ours, theirs]: [Start[], Start[]] = [[], []];
for (let number = 0; number <= starts; number += 1) {
  const [one, other] = [await started(main), await started(bare)];
  if (number === 0) continue;
  ours.push(one);
  theirs.push(other);
}

const row = (what: string, of: keyof Start, unit: string, bound: string): Row => {
  const [one, other] = [ours, theirs].map((each) => Math.min(...each.map((seen) => seen[of])));
  return {
    what,
    ours: `${(one ?? NaN).toFixed(0)} ${unit}`,
    beside: `bare restify ${(other ?? NaN).toFixed(0)} ${unit}`,
    ratio: (one ?? NaN) / (other ?? NaN),
    bound,
  };
};

say("start", [
  row("ready to serve", "ready", "ms", "400 ms"),
  row("CPU until then", "cpu", "ms", ""),
  row("idle, suggestions prepared", "idle", "MB", "120 MB"),
]);
await rm(folder, { recursive: true });
