import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { watchful } from "../cli/support/run.ts";
import { restoreDrill } from "../support/restore-drill.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "watchful-backup-"));
});
afterEach(() => rm(folder, { recursive: true }));

describe("backup and restore, as the operator's page has it", () => {
  it("keeps every report that was confirmed before the copying began, and goes on telling people", async () => {
    const drill = await restoreDrill(folder, 20);
    expect([drill.backup.code, drill.backup.err]).toEqual([0, ""]);
    expect(drill.backup.out).toMatch(/copy\.db: \d+ pages, checked and on the disk\.\n$/);
    expect([drill.audit.code, drill.audit.out]).toEqual([0, expect.stringMatching(/^The audit is whole: \d+ records/)]);
    expect([drill.check.code, drill.check.err]).toEqual([0, ""]);
    expect(drill.before).toBeGreaterThanOrEqual(20);
    expect(drill.missing).toEqual([]);
    expect(drill.owed).toEqual([]);
    // The copy was taken in the midst of it: people went on, and the restored service still had something to say.
    expect(drill.after).toBeGreaterThan(0);
    expect(drill.sendsAfterRestore).toBeGreaterThan(0);
  }, 120_000);
});

describe("a backup", () => {
  const store = async (): Promise<void> => {
    const records = openSqlite(join(folder, "data.db"));
    await records.commit({ kind: "draft", id: "d1", expectedVersion: 0, body: {}, dueAt: null, keys: [] });
    await records.close();
  };
  const copy = (...args: readonly string[]) =>
    watchful(["store", "backup", ...args, "--store", "data.db"], { cwd: folder });

  it("never touches a file that is there already", async () => {
    await store();
    await writeFile(join(folder, "copy.db"), "precious");
    const { code, err } = await copy("copy.db");
    expect([code, err]).toEqual([2, expect.stringContaining("name one that does not exist yet")]);
  });

  it("leaves nothing half-made where it cannot be written", async () => {
    await store();
    const { code, err } = await copy(join("nowhere", "copy.db"));
    expect([code, err]).toEqual([3, expect.stringMatching(/^No copy was made\. /)]);
    expect((await readdir(folder)).filter((name) => !name.startsWith("data.db"))).toEqual([]);
  });

  it("is one file, without a log beside it", async () => {
    await store();
    await copy("copy.db");
    expect((await readdir(folder)).filter((name) => name.startsWith("copy.db"))).toEqual(["copy.db"]);
  });

  it("asks for the one file it needs", async () => {
    await store();
    expect((await copy()).code).toBe(2);
    expect((await copy("a.db", "b.db")).code).toBe(2);
  });
});
