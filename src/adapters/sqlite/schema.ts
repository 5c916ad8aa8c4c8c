import type { DatabaseSync } from "node:sqlite";

/** Raised by one whenever the tables change; the steps below bring an older store up to it. */
export const schemaVersion = 2;

/** Marks the file as Watchful's ("Wtch"), so that another program's database is never written to by mistake. */
const applicationId = 0x57746368;

const steps: readonly string[] = [
  `
  CREATE TABLE records (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    dueAt INTEGER,
    keys TEXT NOT NULL,
    leasedAt INTEGER,
    leasedUntil INTEGER,
    PRIMARY KEY (kind, id)
  ) STRICT;
  CREATE INDEX recordsDue ON records (dueAt, kind, id) WHERE dueAt IS NOT NULL;
  CREATE TABLE recordKeys (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    id TEXT NOT NULL,
    PRIMARY KEY (kind, key, id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX recordKeysOfRecord ON recordKeys (kind, id);
  CREATE TABLE series (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  PRAGMA application_id = ${String(applicationId)};
  `,
  // A document's keys are known from the document itself, so nothing looks for them by it.
  "DROP INDEX recordKeysOfRecord",
];

const pragma = (db: DatabaseSync, name: string): unknown => db.prepare(`PRAGMA ${name}`).get()?.[name];

/**
 * Creates the tables, or brings an older store up to date, in one transaction. A store that is up to date is not
 * written to, so that a read-only one can still be read. Throws when the file belongs to something else or to a newer version.
 */
export const prepareSchema = (db: DatabaseSync): void => {
  const found = Number(pragma(db, "user_version"));
  refuseForeign(db, found);
  if (found === schemaVersion) return;
  db.exec("BEGIN IMMEDIATE");
  try {
    // Read again under the lock: another process may have done it in the meantime.
    const from = Number(pragma(db, "user_version"));
    for (const step of steps.slice(from)) db.exec(step);
    db.exec(`PRAGMA user_version = ${String(schemaVersion)}`);
    db.exec("COMMIT");
  } finally {
    if (db.isTransaction) db.exec("ROLLBACK");
  }
};

const refuseForeign = (db: DatabaseSync, found: number): void => {
  if (found > schemaVersion)
    throw new Error(
      `This store was written by a newer version of Watchful (its schema is ${String(found)}, this version knows ${String(schemaVersion)}). Install that version, or open another store.`,
    );
  const empty = db.prepare("SELECT count(*) AS tables FROM sqlite_schema").get()?.["tables"] === 0;
  if (!empty && pragma(db, "application_id") !== applicationId)
    throw new Error(
      "This file is a database of another program. Open Watchful's store, or name a file that does not exist yet.",
    );
};
