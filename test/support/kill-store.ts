import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import type { Records, Stored } from "../../src/app/ports/records.ts";
import { runAndKill } from "./kill.ts";

/** What the victims have promised so far, in all their lives. */
export interface Promises {
  readonly versions: Map<string, number>;
  readonly numbers: Set<number>;
}

export const noPromises = (): Promises => ({ versions: new Map(), numbers: new Set() });

/** One life of a writer and its end. Adds what it promised; returns what the store, opened again, does not keep of it. */
export const killRound = async (path: string, round: number, promises: Promises): Promise<string[]> => {
  const script = join(process.cwd(), "test/support/store-victim.ts");
  const lines = await runAndKill({ script, args: [path, String(round)], afterMs: Math.random() * 80 });
  const repeated = lines.flatMap((line) => note(line, promises));
  const records = openSqlite(path);
  try {
    return [...repeated, ...(await brokenPromises(records, promises)), ...integrityFaults(path)];
  } finally {
    await records.close();
  }
};

const note = (line: string, { versions, numbers }: Promises): string[] => {
  const [what, name = "", version] = line.split(" ");
  if (what === "doc") versions.set(name, Number(version));
  else if (numbers.has(Number(name))) return [`number ${name} was given twice`];
  else numbers.add(Number(name));
  return [];
};

const brokenPromises = async (records: Records, { versions }: Promises): Promise<string[]> => {
  const faults: string[] = [];
  const found = new Map((await records.list("report", { limit: 1_000_000 })).map((stored) => [stored.id, stored]));
  for (const [id, version] of versions) {
    const stored = found.get(id);
    if (stored === undefined) faults.push(`${id} is lost`);
    else if (stored.version < version)
      faults.push(`${id} is at version ${String(stored.version)}, not ${String(version)}`);
  }
  // Whole, also where the writer died before it could promise anything.
  for (const stored of found.values()) if (!isWhole(stored)) faults.push(`${stored.id} is not whole`);
  return [...faults, ...(await lostKeys(records, [...found.values()]))];
};

const isWhole = ({ version, body, keys }: Stored): boolean =>
  typeof body === "object" &&
  body !== null &&
  "version" in body &&
  body.version === version &&
  keys[0] === `version:${String(version)}`;

const lostKeys = async (records: Records, all: readonly Stored[]): Promise<string[]> => {
  const faults: string[] = [];
  for (const version of [1, 2, 3]) {
    const expected = all.filter((stored) => stored.version === version).map(({ id }) => id);
    const found = await records.find("report", `version:${String(version)}`, { limit: 1_000_000 });
    if (expected.join() !== found.map(({ id }) => id).join())
      faults.push(`the key of version ${String(version)} finds others`);
  }
  return faults;
};

const integrityFaults = (path: string): string[] => {
  const db = new DatabaseSync(path);
  const rows = db
    .prepare("PRAGMA integrity_check")
    .all()
    .map((row) => String(row["integrity_check"]));
  db.close();
  return rows.filter((row) => row !== "ok");
};
