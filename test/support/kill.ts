import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";

export interface Killing {
  /** A TypeScript file that node runs; it prints a line for each thing that it would swear to. */
  readonly script: string;
  readonly args: readonly string[];
  /** Milliseconds from its first line to SIGKILL. */
  readonly afterMs: number;
}

/**
 * Starts a process, lets it swear to things on standard output, and kills it without warning. What it printed is what the
 * world may rely on. SIGKILL stands for a crash of the process; that a power cut loses nothing either rests on
 * `synchronous = FULL` and on the disk, and cannot be shown here.
 * @returns the whole lines it printed.
 * @throws when it ended by itself, with what it said on standard error.
 */
export const runAndKill = async ({ script, args, afterMs }: Killing): Promise<string[]> => {
  const victim = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let printed = "";
  let complaints = "";
  victim.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  victim.stderr.setEncoding("utf8").on("data", (text: string) => (complaints += text));
  const closed = once(victim, "close");
  await Promise.race([once(victim.stdout, "data"), closed]);
  await Promise.race([wait(afterMs), closed]);
  victim.kill("SIGKILL");
  await closed;
  if (victim.signalCode !== "SIGKILL") throw new Error(`It ended before it was killed. It said: ${complaints}`);
  // The last piece is empty, or a line that it had not finished.
  return printed.split("\n").slice(0, -1);
};
