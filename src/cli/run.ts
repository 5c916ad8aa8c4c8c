import { commands } from "./commands.ts";
import { helpFor, overview, unknownCommand } from "./help.ts";
import { exitCodes, say, Stopped } from "./io.ts";
import type { ExitCode, Io } from "./io.ts";

/** Runs one command to its end. Never throws for what a user did; what nobody expected is told in a sentence, as 3. */
export const runCli = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (isClosedPipe(error)) return exitCodes.done;
    const stopped = error instanceof Stopped ? error : undefined;
    await say(io.stderr, stopped?.message ?? `Watchful failed: ${reason(error)}`);
    return stopped?.code ?? exitCodes.service;
  }
};

const dispatch = async ([first, ...rest]: readonly string[], io: Io): Promise<ExitCode> => {
  if (first === undefined) throw new Stopped("usage", overview());
  if (first === "help" || first === "--help" || first === "-h") {
    await say(io.stdout, rest[0] === undefined ? overview() : helpFor(rest.join(" ")));
    return exitCodes.done;
  }
  const { name, args } = named(first, rest);
  if (args.includes("--help") || args.includes("-h")) {
    await say(io.stdout, helpFor(name));
    return exitCodes.done;
  }
  const command = commands.find((each) => each.name === name);
  if (!command) throw new Stopped("usage", `${unknownCommand(name)} See "help".`);
  const { run } = await command.load();
  return run(args, io);
};

const names = commands.map(({ name }) => name);

/** "audit verify" and "store check" are two words. */
const named = (first: string, rest: readonly string[]): { name: string; args: readonly string[] } => {
  const [second] = rest;
  const both = `${first} ${second ?? ""}`.trim();
  return second !== undefined && (names.includes(both) || names.some((name) => name.startsWith(`${first} `)))
    ? { name: both, args: rest.slice(1) }
    : { name: first, args: rest };
};

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The reader of our output (head, less) had enough. */
const isClosedPipe = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EPIPE";
