import { backupSqlite } from "../../adapters/sqlite/backup.ts";
import { isThere } from "../../adapters/files/policies.ts";
import { exitCodes, say, Stopped } from "../io.ts";
import type { ExitCode, Io } from "../io.ts";
import { fromHere, options } from "../options.ts";
import { storePath } from "../store.ts";

export const run = async (args: readonly string[], io: Io): Promise<ExitCode> => {
  const given = options(args, ["store"], "paths");
  const [file, ...more] = given.paths;
  if (file === undefined || more.length > 0)
    throw new Stopped("usage", "Name one file for the copy: store backup FILE.");
  const [from, to] = [storePath(io, given), fromHere(io, file)];
  if (isThere(to)) throw new Stopped("usage", `There is a file at ${to} already: name one that does not exist yet.`);
  await say(io.stdout, `Copied to ${to}: ${String(await copied(from, to))} pages, checked and on the disk.`);
  return exitCodes.done;
};

const copied = async (from: string, to: string): Promise<number> => {
  try {
    return (await backupSqlite(from, to)).pages;
  } catch (error) {
    throw new Stopped("service", `No copy was made. ${error instanceof Error ? error.message : String(error)}`);
  }
};
