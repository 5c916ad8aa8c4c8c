import { insteadOf } from "../rules/policy/nearest.ts";
import { commands } from "./commands.ts";
import { Stopped } from "./io.ts";

const where = `Where things are:
  --policies DIR   the policies (default: those that came with Watchful)
  --council FILE   the council's own file: its closure days and house rules
                   (default: none; for roster, policies/example/council.yaml)
  --store FILE     the store (default: data/watchful.db)
Without an option, WATCHFUL_POLICIES, WATCHFUL_COUNCIL and WATCHFUL_STORE are
taken where they are set.

With --json, and where lines are processed, standard output carries nothing else.
Exit codes: 0 done, 1 the input is at fault, 2 the command line is at fault,
3 the store or a service is at fault.`;

/** All commands, one line each. */
export const overview = (): string => {
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  const lines = commands.map(({ usage, does }) => `  ${usage.padEnd(width)}   ${does.split(/(?<=\.) /)[0] ?? ""}`);
  return [
    "Watchful: a council's need-to-know rules, told in time.",
    "",
    "watchful COMMAND",
    "",
    ...lines,
    `  ${"help [COMMAND]".padEnd(width)}   Says more about a command.`,
    "",
    where,
  ].join("\n");
};

/** One command. */
export const helpFor = (name: string): string => {
  const command =
    commands.find((each) => each.name === name) ?? commands.find((each) => each.name.startsWith(`${name} `));
  if (command) return [`watchful ${command.usage}`, "", command.does, "", where].join("\n");
  throw new Stopped("usage", unknownCommand(name));
};

/** "deadlins is not a command: write deadlines." */
export const unknownCommand = (name: string): string => {
  const names = commands.map((each) => each.name);
  const begun = names.find((each) => each.startsWith(`${name} `));
  return `${name} is not a command: ${begun === undefined ? insteadOf(name, names) : `write ${begun}`}.`;
};
