import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { recordsMemory } from "../../src/rehearsal/memory.ts";
import { ana, ask, nadia, startBot } from "./support/bot.ts";

const folder = mkdtempSync(join(tmpdir(), "room-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const place = { person: ana.account, conversation: `a:${ana.account}` };
const messages = async (url: string, person: string, conversation: string): Promise<readonly { text: string }[]> =>
  (await ask(`${url}/rehearsal/api/people/${person}/conversations/${encodeURIComponent(conversation)}`))
    .body as readonly { text: string }[];

/** The room on a store, until the work is done. */
const during = async (file: string, work: (url: string) => Promise<void>): Promise<void> => {
  const records = openSqlite(join(folder, file));
  const bot = await startBot(undefined, { memory: recordsMemory(records) });
  await work(bot.url);
  await bot.stop();
  await records.close();
};

describe("a restart finds the chats as they were", () => {
  it("with what was said, in its order, and what had been read", async () => {
    await during("kept.db", async (url) => {
      for (const text of ["one", "two", "three"]) await ask(`${url}/rehearsal/api/say`, { body: { ...place, text } });
    });
    await during("kept.db", async (url) => {
      expect((await messages(url, ana.account, place.conversation)).map(({ text }) => text)).toEqual([
        "one",
        "two",
        "three",
      ]);
      await ask(`${url}/rehearsal/api/say`, { body: { ...place, text: "four" } });
      expect((await messages(url, ana.account, place.conversation)).map(({ text }) => text).at(-1)).toBe("four");
    });
  });

  it("and says the duty room's lines only once", async () => {
    const duty = "19:duty-room@thread.v2";
    await during("duty.db", async (url) => {
      expect(await messages(url, nadia.account, duty)).toHaveLength(2);
    });
    await during("duty.db", async (url) => {
      expect(await messages(url, nadia.account, duty)).toHaveLength(2);
    });
  });
});

describe("changes of one message at once", () => {
  it("are kept in the order in which they were made", async () => {
    const records = openSqlite(join(folder, "order.db"));
    const memory = recordsMemory(records);
    await Promise.all([1, 2, 3, 4, 5].map((n) => memory.keep("message:1", { n })));
    expect(await recordsMemory(records).load()).toEqual([{ id: "message:1", body: { n: 5 } }]);
    await records.close();
  });
});
