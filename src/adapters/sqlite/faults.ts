import { z } from "zod";
import { NotDurable } from "../../app/ports/records.ts";

/** SQLite's primary result codes that mean "the store, not the statement, is at fault", and what to do about each. */
const remedies: ReadonlyMap<number, string> = new Map([
  [3, "access to the store's file was denied: give this account permission to read and write it"],
  [5, "the store is locked by another process: close what else has it open, then try again"],
  [6, "the store is locked by another process: close what else has it open, then try again"],
  [7, "memory ran out: give the process more, then try again"],
  [8, "the store is read-only: make its file and folder writable, then try again"],
  [10, "the disk reported an input/output error: check the disk and its cable or mount, then try again"],
  [11, "the store's file is damaged: stop, keep a copy of it, and restore the last backup"],
  [13, "the disk is full: free some space, then try again"],
  [14, "the store's file cannot be opened: check that the folder exists and is writable"],
  [26, "the store's file is not a database: check the path, or restore the last backup"],
]);

/** The same for what the operating system says when the store's folder cannot be made. */
const folderRemedy = "the store's folder cannot be made: check the path, and that this account may write there";
const folderCodes: readonly string[] = ["EACCES", "EEXIST", "ENOENT", "ENOSPC", "ENOTDIR", "EPERM", "EROFS"];

/** What node:sqlite puts on its errors. Looked at by shape: an error from another realm is no `instanceof Error`. */
const sqliteErrorSchema = z.object({ code: z.string(), errcode: z.int().optional() });

const remedyFor = (error: unknown): string | undefined => {
  const { data } = sqliteErrorSchema.safeParse(error);
  // What a database, or one of its statements, says after `close`.
  if (data?.code === "ERR_INVALID_STATE") return "the store is closed";
  if (data !== undefined && folderCodes.includes(data.code)) return folderRemedy;
  // The extended code's low byte is the primary one.
  return remedies.get((data?.errcode ?? 0) & 0xff);
};

/** `NotDurable` with a remedy for a fault of the store; anything else (a bug) is handed back as it came. */
export const asFault = (error: unknown): Error => {
  const remedy = remedyFor(error);
  if (remedy !== undefined) return new NotDurable(`Not saved: ${remedy}.`, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
};

/** Of a transaction that could not begin or end: nothing was saved, whatever the reason. */
export const asNotDurable = (error: unknown): NotDurable => {
  const fault = asFault(error);
  return fault instanceof NotDurable
    ? fault
    : new NotDurable(`Not saved: ${fault.message}. Try again; if it stays so, restart the process.`, { cause: error });
};

/** Runs a read or an opening, so that its caller meets the same faults as a writer does. */
export const guarded = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw asFault(error);
  }
};
