import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../../src/adapters/sqlite/open.ts";
import { recordsContract } from "../../contracts/records.ts";

recordsContract("SQLite in a file", async () => {
  const folder = await mkdtemp(join(tmpdir(), "watchful-store-"));
  return {
    open: () => Promise.resolve(openSqlite(join(folder, "data", "watchful.db"))),
    discard: () => rm(folder, { recursive: true }),
  };
});
