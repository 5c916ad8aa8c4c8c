import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { openSqlite } from "../src/adapters/sqlite/open.ts";
import { say, type Row } from "./support/rows.ts";

/**
 * Microseconds a durable commit, one at a time and 32 at once, beside bare INSERTs of the same bodies with the same
 * durability (WAL, synchronous = FULL). The disk's flush decides the numbers, so only the ratios are worth comparing.
 */
const rounds = 5;
const commits = 1_600;
const atOnce = 32;
const body = { facts: [{ fact: { kind: "reported", what: "x".repeat(2_000) }, hash: "0".repeat(64) }] };

type Writer = (first: number, count: number) => Promise<void> | void;

const folder = await mkdtemp(join(tmpdir(), "watchful-bench-"));
const records = openSqlite(join(folder, "store.db"));
const bare = new DatabaseSync(join(folder, "bare.db"));
bare.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE rows (id TEXT PRIMARY KEY, body TEXT)");
const insert = bare.prepare("INSERT INTO rows VALUES (?, ?)");

const commitOne = (number: number) =>
  records.commit({
    kind: "report",
    id: String(number),
    expectedVersion: 0,
    body,
    dueAt: number,
    keys: [`ref:${String(number)}`],
  });

const store: Writer = async (first, count) => {
  await Promise.all(Array.from({ length: count }, (_, index) => commitOne(first + index)));
};

const bareInserts: Writer = (first, count) => {
  bare.exec("BEGIN IMMEDIATE");
  for (let index = 0; index < count; index += 1) insert.run(String(first + index), JSON.stringify(body));
  bare.exec("COMMIT");
};

let used = 0;
/** Microseconds a commit; the best of several rounds, so that a busy machine does not tell. */
const best = async (write: Writer, together: number): Promise<number> => {
  let quickest = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const started = performance.now();
    for (let done = 0; done < commits; done += together) await write(used + done, together);
    quickest = Math.min(quickest, ((performance.now() - started) * 1_000) / commits);
    used += commits;
  }
  return quickest;
};

const row = async (together: number): Promise<Row> => {
  const [ours, theirs] = [await best(store, together), await best(bareInserts, together)];
  return {
    what: together === 1 ? "a commit, one at a time" : `a commit, ${String(together)} at once`,
    ours: `${ours.toFixed(0)} µs`,
    beside: `bare INSERT ${theirs.toFixed(0)} µs`,
    ratio: ours / theirs,
  };
};

say("store: durable, synchronous = FULL", [await row(1), await row(atOnce)]);

await records.close();
bare.close();
await rm(folder, { recursive: true });
