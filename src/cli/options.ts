import { isAbsolute, join } from "node:path";
import { parseArgs } from "node:util";
import { Stopped } from "./io.ts";
import type { Io } from "./io.ts";

const known = {
  policies: { type: "string" },
  council: { type: "string" },
  store: { type: "string" },
  policy: { type: "string" },
  cases: { type: "string" },
  "as-of": { type: "string" },
  from: { type: "string" },
  to: { type: "string" },
  part: { type: "boolean" },
  json: { type: "boolean" },
} as const;
type Known = keyof typeof known;

export interface Options {
  readonly policies?: string;
  readonly council?: string;
  readonly store?: string;
  readonly policy?: string;
  /** A caseload. */
  readonly cases?: string;
  readonly "as-of"?: string;
  /** The first and the last London day. */
  readonly from?: string;
  readonly to?: string;
  /** The caseload lists only some of the open cases. */
  readonly part?: boolean;
  readonly json?: boolean;
  readonly paths: readonly string[];
}

/** Reads a command's options. Anything it does not take ends it with 2. */
export const options = (args: readonly string[], takes: readonly Known[], paths: "paths" | "no-paths"): Options => {
  const wanted = Object.fromEntries(Object.entries(known).filter(([name]) => takes.some((each) => each === name)));
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: wanted,
      allowPositionals: paths === "paths",
    });
    return { ...values, paths: positionals };
  } catch (error) {
    throw new Stopped("usage", `${error instanceof Error ? firstSentence(error.message) : String(error)} See "help".`);
  }
};

const firstSentence = (message: string): string => `${message.split(". ")[0]?.replace(/\.$/, "") ?? message}.`;

/** A path of the command line, from the folder where it was typed. */
export const fromHere = (io: Io, path: string): string => (isAbsolute(path) ? path : join(io.cwd, path));
