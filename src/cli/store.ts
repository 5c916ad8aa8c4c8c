import { join } from "node:path";
import { isThere } from "../adapters/files/policies.ts";
import { openSqlite } from "../adapters/sqlite/open.ts";
import type { Records } from "../app/ports/records.ts";
import { Stopped } from "./io.ts";
import type { Io } from "./io.ts";
import { fromHere } from "./options.ts";
import type { Options } from "./options.ts";

/** What is done where there is no store yet: it is made, or the command ends with 3. */
type Missing = "make" | "end";

/** Where the store is. Ends with 3 when there is none, unless one is to be made. */
export const storePath = (io: Io, given: Options, missing: Missing = "end"): string => {
  const path = fromHere(io, given.store ?? io.env["WATCHFUL_STORE"] ?? join("data", "watchful.db"));
  if (missing === "end" && !isThere(path))
    throw new Stopped("service", `There is no store at ${path}: name it with --store.`);
  return path;
};

/** Works on the store and closes it. Ends with 3 when there is none, unless one is to be made, or it cannot be used. */
export const withStore = async <T>(
  io: Io,
  given: Options,
  work: (records: Records) => Promise<T>,
  missing: Missing = "end",
): Promise<T> => {
  const records = opened(storePath(io, given, missing));
  try {
    return await work(records);
  } finally {
    await records.close();
  }
};

const opened = (path: string): Records => {
  try {
    return openSqlite(path);
  } catch (error) {
    throw new Stopped(
      "service",
      `The store at ${path} cannot be opened: ${error instanceof Error ? error.message : ""}`,
    );
  }
};
