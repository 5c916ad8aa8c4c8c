import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { groupedWrites } from "../../../src/adapters/sqlite/group.ts";
import { openDatabase, openSqlite } from "../../../src/adapters/sqlite/open.ts";
import { dueQueries, sqliteRecords } from "../../../src/adapters/sqlite/records.ts";
import type { Records } from "../../../src/app/ports/records.ts";
import { writeOf } from "../../contracts/records-bench.ts";

const big = { text: "x".repeat(400_000) };
const notDurable = (remedy: string) => ({ name: "NotDurable", message: expect.stringContaining(remedy) as string });

describe("SQLite in trouble", () => {
  let folder: string;
  let path: string;
  let db: DatabaseSync;
  let records: Records;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "watchful-fault-"));
    path = join(folder, "watchful.db");
    db = openDatabase(path, 20);
    records = sqliteRecords(db);
  });
  afterEach(async () => {
    await records.close();
    await rm(folder, { recursive: true });
  });

  const fillTheDisk = () => {
    const { page_count: pages } = db.prepare("PRAGMA page_count").get() ?? {};
    db.exec(`PRAGMA max_page_count = ${String(Number(pages) + 12)}`);
  };
  const freeTheDisk = () => {
    db.exec("PRAGMA max_page_count = 1000000");
  };

  it("says that the disk is full, changes nothing, and goes on when there is space again", async () => {
    await records.commit(writeOf({ keys: ["old"] }));
    fillTheDisk();
    const write = writeOf({ expectedVersion: 1, body: big, dueAt: 1, keys: ["new"] });
    await expect(records.commit(write)).rejects.toMatchObject(notDurable("the disk is full: free some space"));
    expect(await records.read({ kind: "report", id: "r1" })).toMatchObject({ version: 1, body: { text: "first" } });
    expect(await records.find("report", "new", { limit: 9 })).toEqual([]);
    expect(await records.find("report", "old", { limit: 9 })).toHaveLength(1);
    freeTheDisk();
    expect(await records.commit(write)).toBe("committed");
  });

  it("loses only the write that fails of those that leave together", async () => {
    fillTheDisk();
    const ids = Array.from({ length: 10 }, (_, n) => `r${String(n)}`);
    const outcomes = await Promise.allSettled(
      ids.map((id, n) => records.commit(writeOf({ id, body: n === 4 ? big : { n } }))),
    );
    expect(outcomes.map(({ status }) => status)).toEqual(ids.map((_, n) => (n === 4 ? "rejected" : "fulfilled")));
    expect((await records.list("report", { limit: 99 })).map(({ id }) => id)).toEqual(ids.filter((id) => id !== "r4"));
  });

  it("gives no number of a series twice, though a neighbour's failure made it run again", async () => {
    fillTheDisk();
    const [one, , two] = await Promise.allSettled([
      records.next("s"),
      records.commit(writeOf({ body: big })),
      records.next("s"),
    ]);
    expect([one, two]).toMatchObject([{ value: 1 }, { value: 2 }]);
    expect(await records.next("s")).toBe(3);
  });

  it("rejects everybody when the COMMIT fails, keeps nothing of it, and goes on", async () => {
    db.exec(`PRAGMA foreign_keys = ON; CREATE TABLE parent (id INTEGER PRIMARY KEY);
             CREATE TABLE child (parent REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)`);
    const group = groupedWrites(db);
    const rows = () => db.prepare("SELECT count(*) AS rows FROM child").get();
    const add = (parent: number | null) => group.write(() => db.prepare("INSERT INTO child VALUES (?)").run(parent));
    const outcomes = await Promise.allSettled([add(null), add(77), add(null)]);
    expect(outcomes).toMatchObject(outcomes.map(() => ({ reason: notDurable("Not saved") })));
    expect(rows()).toEqual({ rows: 0 });
    await add(null);
    expect(rows()).toEqual({ rows: 1 });
  });

  it("says that the store is read-only, and still reads", async () => {
    await records.commit(writeOf());
    db.exec("PRAGMA query_only = ON");
    await expect(records.commit(writeOf({ expectedVersion: 1 }))).rejects.toMatchObject(
      notDurable("the store is read-only"),
    );
    await expect(records.next("s")).rejects.toMatchObject(notDurable("the store is read-only"));
    expect(await records.read({ kind: "report", id: "r1" })).toMatchObject({ version: 1 });
  });

  it("opens a file that may only be read, so that it can be audited", async () => {
    await records.commit(writeOf());
    const reader = openSqlite(`file:${path}?mode=ro`);
    expect(await reader.count("report")).toBe(1);
    await expect(reader.commit(writeOf({ id: "r2" }))).rejects.toMatchObject(notDurable("the store is read-only"));
    await reader.close();
  });

  it("says that another process holds the lock, reads meanwhile, and goes on after it", async () => {
    await records.commit(writeOf());
    const other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    await expect(records.commit(writeOf({ id: "r2" }))).rejects.toMatchObject(notDurable("locked by another process"));
    expect(await records.count("report")).toBe(1);
    other.exec("ROLLBACK");
    other.close();
    expect(await records.commit(writeOf({ id: "r2" }))).toBe("committed");
  });

  it("sees at once what another process committed, and never overwrites it", async () => {
    await records.commit(writeOf());
    const other = openSqlite(path);
    await other.commit(writeOf({ expectedVersion: 1, body: { text: "theirs" } }));
    expect(await records.commit(writeOf({ expectedVersion: 1, body: { text: "ours" } }))).toBe("conflict");
    expect(await records.read({ kind: "report", id: "r1" })).toMatchObject({ version: 2, body: { text: "theirs" } });
    await other.close();
  });

  it("brings a store of the first version up to date, with all that is in it", async () => {
    await records.commit(writeOf({ keys: ["by:ana"] }));
    db.exec("CREATE INDEX recordKeysOfRecord ON recordKeys (kind, id); PRAGMA user_version = 1");
    const again = openSqlite(path);
    expect(db.prepare("SELECT count(*) AS found FROM sqlite_schema WHERE name LIKE '%OfRecord'").get()).toEqual({
      found: 0,
    });
    expect(await again.find("report", "by:ana", { limit: 9 })).toHaveLength(1);
    await again.close();
  });

  it.each([
    ["of a newer version", "PRAGMA user_version = 99", "newer version of Watchful"],
    ["of another program", "PRAGMA application_id = 5", "another program"],
  ])("refuses to open a store %s, and leaves it as it was", async (_whose, sql, refusal) => {
    await records.commit(writeOf());
    db.exec(sql);
    expect(() => openSqlite(path)).toThrow(refusal);
    expect(db.prepare("SELECT count(*) AS rows FROM records").get()).toEqual({ rows: 1 });
  });

  it("refuses a file that is no database, and paths that are or lack a folder", async () => {
    const text = join(folder, "notes.txt");
    await writeFile(text, "Dear diary, ".repeat(500));
    expect(() => openSqlite(text)).toThrow(expect.objectContaining(notDurable("not a database")) as Error);
    expect(() => openSqlite(folder)).toThrow(expect.objectContaining(notDurable("cannot be opened")) as Error);
    const beneath = join(text, "data", "watchful.db");
    expect(() => openSqlite(beneath)).toThrow(expect.objectContaining(notDurable("folder cannot be made")) as Error);
  });

  it("flushes every commit to the disk", () => {
    expect(db.prepare("PRAGMA journal_mode").get()).toEqual({ journal_mode: "wal" });
    expect(db.prepare("PRAGMA synchronous").get()).toEqual({ synchronous: 2 });
  });

  it("finds what is due, and what carries a key, by an index", () => {
    const plan = (sql: string) =>
      db
        .prepare(`EXPLAIN QUERY PLAN ${sql}`)
        .all()
        .map(({ detail }) => String(detail))
        .join("; ");
    expect(plan("SELECT id FROM records WHERE dueAt IS NOT NULL AND dueAt <= 5 ORDER BY dueAt, kind, id")).toBe(
      "SEARCH records USING COVERING INDEX recordsDue (dueAt>? AND dueAt<?)",
    );
    for (const sql of Object.values(dueQueries))
      expect(plan(sql)).toContain("SEARCH records USING INDEX recordsDue (dueAt>? AND dueAt<?)");
    expect(Object.values(dueQueries).map(plan).join()).not.toContain("ORDER BY");
    expect(plan("SELECT id FROM recordKeys WHERE kind = 'a' AND key = 'b' AND id > 'c' ORDER BY id")).toContain(
      "PRIMARY KEY",
    );
  });
});
