import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Records } from "../../app/ports/records.ts";
import { guarded } from "./faults.ts";
import { sqliteRecords } from "./records.ts";
import { prepareSchema } from "./schema.ts";

/** Milliseconds a write waits for another process. It blocks this one too, and Teams waits 15 s for an answer. */
const busyTimeout = 2_000;

/**
 * Opens the store in one file, creating it and its folder when they are missing. `:memory:` keeps nothing and is for tests.
 * Throws `NotDurable` when the file cannot be used, and an `Error` when it belongs to a newer version or to another program.
 */
export const openSqlite = (path: string): Records => sqliteRecords(openDatabase(path));

/** The prepared database itself, for tests that need a hand on the disk beneath `sqliteRecords`. */
export const openDatabase = (path: string, timeout = busyTimeout): DatabaseSync =>
  guarded(() => {
    if (!path.startsWith("file:")) mkdirSync(dirname(path), { recursive: true });
    const db = new DatabaseSync(path, { timeout });
    try {
      makeDurable(db);
      prepareSchema(db);
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  });

/** FULL: a COMMIT returns after the disk has it. The fullfsync pair is what that takes on macOS; elsewhere it does nothing. */
const makeDurable = (db: DatabaseSync): void => {
  db.exec("PRAGMA journal_mode = WAL");
  db.exec("PRAGMA synchronous = FULL");
  db.exec("PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON");
};
