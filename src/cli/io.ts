import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

/** What a command may touch of the world. Tests hand in their own. */
export interface Io {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  /** Folder that relative paths on the command line start from. */
  readonly cwd: string;
  /** Folder of the installed package, where the shipped policies are. */
  readonly home: string;
  /** WATCHFUL_STORE, WATCHFUL_POLICIES and WATCHFUL_COUNCIL, as the service reads them; an option goes before. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** 0 done, 1 the input is at fault, 2 the command line is at fault, 3 the store or a service is at fault. */
export const exitCodes = { done: 0, input: 1, usage: 2, service: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Ends a command: `why` goes to standard error. */
export class Stopped extends Error {
  override readonly name = "Stopped";
  readonly code: ExitCode;

  constructor(reason: Exclude<keyof typeof exitCodes, "done">, why: string) {
    super(why);
    this.code = exitCodes[reason];
  }
}

/** Writes a line, and waits while the reader is slower than we are. */
export const say = async (stream: Writable, line: string): Promise<void> => {
  if (!stream.write(`${line}\n`)) await once(stream, "drain");
};

/** Standard output, as one JSON value. */
export const sayJson = (io: Io, value: unknown): Promise<void> => say(io.stdout, JSON.stringify(value, null, 2));

/**
 * Answers JSON lines with JSON lines, in order, each as it comes. A line that cannot be answered gives
 * `{ error, line }` in its place, and the exit code 1 in the end. Blank lines are passed over, though they count.
 */
export const answerLines = async (io: Io, answer: (input: unknown) => unknown): Promise<ExitCode> => {
  let line = 0;
  let bad = 0;
  for await (const text of linesOf(io.stdin)) {
    line += 1;
    if (text.trim() === "") continue;
    const answered = answerLine(text, answer);
    if ("error" in answered) bad += 1;
    await say(io.stdout, JSON.stringify("error" in answered ? { error: answered.error, line } : answered.value));
  }
  if (bad === 0) return exitCodes.done;
  await say(io.stderr, `${String(bad)} of ${String(line)} lines could not be answered; see "error" in the output.`);
  return exitCodes.input;
};

/** Lines end with a newline and nothing else: node:readline would also part a text at U+2028, which JSON allows. */
async function* linesOf(input: Readable): AsyncGenerator<string> {
  input.setEncoding("utf8");
  let rest = "";
  for await (const chunk of input) {
    const lines = (rest + String(chunk)).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** Why a line cannot be answered: thrown by the answering function, told in place of the answer. */
export class BadLine extends Error {
  override readonly name = "BadLine";
}

const answerLine = (
  text: string,
  answer: (input: unknown) => unknown,
): { readonly value: unknown } | { readonly error: string } => {
  try {
    return { value: answer(parseLine(text)) };
  } catch (error) {
    if (error instanceof Error && ["BadLine", "OutsideCalendar"].includes(error.name)) return { error: error.message };
    throw error;
  }
};

const parseLine = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw new BadLine("this line is not JSON");
  }
};
