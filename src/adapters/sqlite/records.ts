import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { z } from "zod";
import type { Commit, Committed, RecordKey, RecordKind, Records, Stored } from "../../app/ports/records.ts";
import { recordKinds } from "../../app/ports/records.ts";
import { instantSchema } from "../../domain/instants.ts";
import { guarded } from "./faults.ts";
import { groupedWrites } from "./group.ts";

/** `Records` on an open database whose schema is ready. The database is closed with it. */
export const sqliteRecords = (db: DatabaseSync): Records => {
  const group = groupedWrites(db);
  const write = writers(db);
  const read = readers(db);
  return {
    read: (key) => promise(() => read.one.all(key.kind, key.id).map(stored)[0]),
    due: (asOf, limit, kinds) =>
      promise(() => {
        if (kinds === undefined) return read.due.all({ asOf, limit }).map(stored);
        return read.dueOfKinds.all({ asOf, limit, kinds: JSON.stringify(kinds) }).map(stored);
      }),
    dueOf: (kind, { from = -Infinity, to }, { limit, after }) =>
      promise(() => {
        const last = after ?? { dueAt: lowest(from), id: "" };
        const query = { kind, to, limit, dueAt: Math.max(last.dueAt, lowest(from)), id: last.id };
        return read.dueOf.all(query).map(stored);
      }),
    find: (kind, key, page) => promise(() => read.find.all(kind, key, page.after ?? "", page.limit).map(stored)),
    list: (kind, page) => promise(() => read.list.all(kind, page.after ?? "", page.limit).map(stored)),
    count: (kind) => promise(() => Number(read.count.get(kind)?.["records"])),
    commit: async (commit) => {
      const row = rowOf(commit);
      return await group.write(() => write.commit(row));
    },
    commitAll: async (commits) => {
      const rows = commits.map(rowOf);
      return await group.write(() => write.commitAll(rows));
    },
    claim: (key, version, asOf, until) =>
      group.write(() => write.claim.run({ kind: key.kind, id: key.id, version, asOf, until }).changes === 1),
    release: (key) => group.write(() => void write.release.run(key.kind, key.id)),
    next: (series) => group.write(() => Number(write.next.get(series)?.["value"])),
    close: () =>
      promise(() => {
        group.end();
        if (db.isOpen) db.close();
      }),
  };
};

/** Writes in one go from which on more of the store is kept at hand, in KiB: look-up keys lie all over it. */
const longPage = 1_000;
const forLongPages = 16_000;

/** node:sqlite answers at once; the port promises, because other stores cannot. A throw becomes a rejection. */
const promise = async <T>(work: () => T): Promise<T> => Promise.resolve(guarded(work));

const fields = "records.kind, records.id, version, body, dueAt, keys";

/**
 * A lease runs for its own length on either side of the moment it was taken. After it, it has lapsed; long before it,
 * the clock has been set back, and waiting for the old time to come round again would leave the record unattended.
 */
const leaseRuns = "(leasedUntil IS NOT NULL AND :asOf < leasedUntil AND :asOf > 2 * leasedAt - leasedUntil)";

/** SQLite counts in whole numbers. */
const lowest = (from: number): number => (from === -Infinity ? Number.MIN_SAFE_INTEGER : from);

/**
 * With + the kind is not what is looked up: nearly all of a store is cases, and their part of the first index would be read
 * whole. The instants are, and within one of them the id goes on from where the page before ended.
 */
export const dueQueries = {
  ofKinds: `SELECT ${fields} FROM records WHERE dueAt IS NOT NULL AND dueAt <= :asOf AND +kind IN (SELECT value FROM json_each(:kinds)) AND NOT ${leaseRuns} ORDER BY dueAt, kind, id LIMIT :limit`,
  of: `SELECT ${fields} FROM records WHERE dueAt IS NOT NULL AND dueAt >= :dueAt AND dueAt <= :to AND +kind = :kind AND (dueAt > :dueAt OR id > :id) ORDER BY dueAt, kind, id LIMIT :limit`,
} as const;

const readers = (db: DatabaseSync) => ({
  one: db.prepare(`SELECT ${fields} FROM records WHERE kind = ? AND id = ?`),
  due: db.prepare(
    `SELECT ${fields} FROM records WHERE dueAt IS NOT NULL AND dueAt <= :asOf AND NOT ${leaseRuns} ORDER BY dueAt, kind, id LIMIT :limit`,
  ),
  dueOfKinds: db.prepare(dueQueries.ofKinds),
  dueOf: db.prepare(dueQueries.of),
  find: db.prepare(
    `SELECT ${fields} FROM recordKeys JOIN records USING (kind, id) WHERE recordKeys.kind = ? AND key = ? AND recordKeys.id > ? ORDER BY recordKeys.id LIMIT ?`,
  ),
  list: db.prepare(`SELECT ${fields} FROM records WHERE kind = ? AND id > ? ORDER BY id LIMIT ?`),
  count: db.prepare("SELECT count(*) AS records FROM records WHERE kind = ?"),
});

const writers = (db: DatabaseSync) => {
  const claim = db.prepare(
    `UPDATE records SET leasedAt = :asOf, leasedUntil = :until WHERE kind = :kind AND id = :id AND version = :version AND NOT ${leaseRuns}`,
  );
  const release = db.prepare("UPDATE records SET leasedAt = NULL, leasedUntil = NULL WHERE kind = ? AND id = ?");
  const next = db.prepare(
    "INSERT INTO series (name, value) VALUES (?, 1) ON CONFLICT DO UPDATE SET value = value + 1 RETURNING value",
  );
  return { ...committers(db), claim, release, next };
};

const committers = (db: DatabaseSync) => {
  const create = db.prepare(
    "INSERT INTO records (kind, id, version, body, dueAt, keys) VALUES (?, ?, 1, ?, ?, ?) ON CONFLICT DO NOTHING",
  );
  const keysBefore = db.prepare("SELECT keys FROM records WHERE kind = ? AND id = ? AND version = ?");
  const replace = db.prepare(
    `UPDATE records SET version = version + 1, body = ?, dueAt = ?, keys = ?, leasedAt = NULL, leasedUntil = NULL
     WHERE kind = ? AND id = ? AND version = ?`,
  );
  const { index, indexAll, forget } = keyWriters(db);
  const replaced = ({ kind, id, body, dueAt, keys, keyList, expected }: Row): Committed => {
    const before = keysBefore.get(kind, id, expected);
    if (before === undefined) return "conflict";
    replace.run(body, dueAt, keys, kind, id, expected);
    if (before["keys"] === keys) return "committed";
    const old = keysIn(String(before["keys"]));
    for (const key of old) if (!keyList.includes(key)) forget(kind, key, id);
    for (const key of keyList) if (!old.includes(key)) index(kind, key, id);
    return "committed";
  };
  const created = (row: Row): boolean => create.run(row.kind, row.id, row.body, row.dueAt, row.keys).changes === 1;
  const commitAll = (rows: readonly Row[]): readonly Committed[] => {
    if (rows.length >= longPage) db.exec(`PRAGMA cache_size = -${String(forLongPages)}`);
    const fresh: Row[] = [];
    const outcomes = rows.map((row): Committed => {
      if (row.expected === 0) return created(row) && fresh.push(row) > 0 ? "committed" : "conflict";
      // It may be of one that was just made.
      indexAll(fresh.splice(0));
      return replaced(row);
    });
    indexAll(fresh);
    return outcomes;
  };
  return { commit: (row: Row): Committed => commitAll([row])[0] ?? "conflict", commitAll };
};

const keyWriters = (db: DatabaseSync) => {
  const insert = db.prepare("INSERT INTO recordKeys (kind, key, id) VALUES (?, ?, ?)");
  const remove = db.prepare("DELETE FROM recordKeys WHERE kind = ? AND key = ? AND id = ?");
  return {
    index: (kind: RecordKind, key: string, id: string): void => void insert.run(kind, key, id),
    forget: (kind: RecordKind, key: string, id: string): void => void remove.run(kind, key, id),
    /** In the order of the keys, which is theirs in the store: neighbours are written together. */
    indexAll: (rows: readonly Row[]): void => {
      const all = rows.flatMap(({ kind, id, keyList }) => keyList.map((key) => ({ kind, key, id })));
      if (rows.length > 1) all.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
      for (const { kind, key, id } of all) insert.run(kind, key, id);
    },
  };
};

type Row = RecordKey & {
  readonly body: string;
  readonly dueAt: number | null;
  readonly keys: string;
  readonly keyList: readonly string[];
  readonly expected: number;
};

/** Made before the write is queued, so that a body that is not JSON, or changes later, harms nobody else. */
const rowOf = ({ kind, id, expectedVersion, body, dueAt, keys }: Commit): Row => {
  const text: unknown = JSON.stringify(body);
  if (typeof text !== "string") throw new TypeError(`The body of ${kind} ${id} is not JSON: give an object.`);
  const keyList = [...new Set(keys)];
  return { kind, id, body: text, dueAt, keys: JSON.stringify(keyList), keyList, expected: expectedVersion };
};

const rowSchema = z.object({
  kind: z.enum(recordKinds),
  id: z.string(),
  version: z.int(),
  body: z.string(),
  dueAt: instantSchema.nullable(),
  keys: z.string(),
});
const keysSchema = z.array(z.string());
const keysIn = (text: string): readonly string[] => keysSchema.parse(JSON.parse(text));

/** Read from JSON when somebody looks, and once: whoever only asks what is due looks at ids and instants. */
const stored = (row: Record<string, SQLOutputValue>): Stored => {
  const { body, keys, ...columns } = rowSchema.parse(row);
  const read: { body?: unknown; keys?: readonly string[] } = {};
  return {
    ...columns,
    get body() {
      if (!("body" in read)) read.body = JSON.parse(body);
      return read.body;
    },
    get keys() {
      return (read.keys ??= keysIn(keys));
    },
  };
};
