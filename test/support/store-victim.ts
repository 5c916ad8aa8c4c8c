import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import type { Records } from "../../src/app/ports/records.ts";

/**
 * Writes to a store until it is killed, sixteen turns at once, and prints only what has been promised: "doc ID VERSION"
 * and "number N". Arguments: the store's path, and a name for this life.
 */
const writeForever = async (records: Records, name: string): Promise<never> => {
  for (let turn = 0; ; turn += 1) {
    const id = `${name}-${String(turn)}`;
    for (let version = 1; version <= 3; version += 1) {
      const body = { version, filling: "x".repeat(100 * (turn % 20)) };
      const keys = [`version:${String(version)}`];
      const outcome = await records.commit({
        kind: "report",
        id,
        expectedVersion: version - 1,
        body,
        dueAt: turn,
        keys,
      });
      if (outcome === "conflict") throw new Error(`${id} was written by somebody else`);
      process.stdout.write(`doc ${id} ${String(version)}\n`);
    }
    process.stdout.write(`number ${String(await records.next("series"))}\n`);
  }
};

const [path = "", life = ""] = process.argv.slice(2);
const records = openSqlite(path);
for (let worker = 0; worker < 16; worker += 1) void writeForever(records, `${life}-${String(worker)}`);
