import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable, Writable } from "node:stream";
import { runCli } from "../../../src/cli/run.ts";

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  /** Standard output as JSON lines. */
  readonly lines: readonly unknown[];
}

const collector = (into: string[]): Writable =>
  new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      into.push(chunk.toString());
      done();
    },
  });

/** Runs a command in this process. Input lines that are not strings are sent as JSON. */
export const watchful = async (
  args: readonly string[],
  {
    input = [],
    cwd = process.cwd(),
    env = {},
  }: { input?: readonly unknown[]; cwd?: string; env?: Record<string, string> } = {},
): Promise<Ran> => {
  const out: string[] = [];
  const err: string[] = [];
  const text = input.map((line) => `${typeof line === "string" ? line : JSON.stringify(line)}\n`).join("");
  const io = {
    stdin: Readable.from([text]),
    stdout: collector(out),
    stderr: collector(err),
    cwd,
    home: process.cwd(),
    env,
  };
  const code = await runCli(args, io);
  return { code, out: out.join(""), err: err.join(""), lines: jsonLines(out.join("")) };
};

const jsonLines = (text: string): readonly unknown[] => {
  try {
    return text
      .split("\n")
      .filter((line) => line !== "")
      .map((line): unknown => JSON.parse(line));
  } catch {
    return [];
  }
};

/** A folder of its own for the test, removed afterwards. */
export const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), "watchful-cli-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
