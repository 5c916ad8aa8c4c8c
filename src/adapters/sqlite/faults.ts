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

const primaryCode = (error: unknown): number | undefined => {
  if (!(error instanceof Error) || !("errcode" in error)) return undefined;
  return typeof error.errcode === "number" ? error.errcode & 0xff : undefined;
};

/** What node:sqlite says of a database, or of one of its statements, after `close`. */
const isClosed = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_INVALID_STATE";

/** `NotDurable` with a remedy for a fault of the store; anything else (a bug) is handed back as it came. */
export const asFault = (error: unknown): Error => {
  const remedy = isClosed(error) ? "the store is closed" : remedies.get(primaryCode(error) ?? 0);
  if (remedy !== undefined) return new NotDurable(`Not saved: ${remedy}.`, { cause: error });
  return error instanceof Error ? error : new Error(String(error));
};

/** Runs a read or an opening, so that its caller meets the same faults as a writer does. */
export const guarded = <T>(work: () => T): T => {
  try {
    return work();
  } catch (error) {
    throw asFault(error);
  }
};
