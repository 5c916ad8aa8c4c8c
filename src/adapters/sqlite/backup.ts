import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { backup, DatabaseSync } from "node:sqlite";
import { asFault } from "./faults.ts";
import { openDatabase } from "./open.ts";

/**
 * All pages in one step: it reads one moment of the store, and a service that writes meanwhile is not held up. With smaller
 * steps SQLite begins again whenever another process has written, which under load is always.
 */
const allAtOnce = 2 ** 31 - 1;

/** A store holds what it has committed and nothing half-done. @throws with what SQLite finds when it does not. */
const refuseUnsound = (path: string): void => {
  const db = new DatabaseSync(path);
  try {
    // One file from now on: without it, opening leaves a log and an index beside it.
    db.exec("PRAGMA journal_mode = DELETE");
    const found = db.prepare("PRAGMA integrity_check").get()?.["integrity_check"];
    if (found !== "ok") throw new Error(`The copy is not sound: ${String(found)}. Nothing was kept of it.`);
  } finally {
    db.close();
  }
};

/** Until the disk has it. A folder is opened like a file; it holds the new name. */
const flush = async (path: string): Promise<void> => {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Copies a store to a new file while services work on it: everything that was durable when it began is in it. The file
 * appears only when it is whole, checked and on the disk; a file that is there already is never touched.
 * @throws NotDurable with a remedy where the disk or the folder is at fault, an Error where the copy is not sound.
 */
export const backupSqlite = async (from: string, to: string): Promise<{ readonly pages: number }> => {
  if (existsSync(to)) throw new Error(`There is a file at ${to} already: name one that does not exist yet.`);
  const part = `${to}.part`;
  const db = openDatabase(from);
  try {
    await rm(part, { force: true });
    const pages = await backup(db, part, { rate: allAtOnce });
    refuseUnsound(part);
    await flush(part);
    await rename(part, to);
    await flush(dirname(to));
    return { pages };
  } catch (error) {
    await rm(part, { force: true });
    throw asFault(error);
  } finally {
    db.close();
  }
};
