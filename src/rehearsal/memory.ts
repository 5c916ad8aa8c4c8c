import type { Records } from "../app/ports/records.ts";

/** What the room keeps, so that a restart finds the chats as they were. Bodies are JSON; whoever loads them parses them. */
export interface Memory {
  load(): Promise<readonly { readonly id: string; readonly body: unknown }[]>;
  /** Durable when it resolves. Writes of one id keep their order. */
  keep(id: string, body: unknown): Promise<void>;
}

/** Forgets everything when the process ends. */
export const noMemory = (): Memory => ({ load: () => Promise.resolve([]), keep: () => Promise.resolve() });

const prefix = "room:";
const pageSize = 500;

/** Keeps each message and each person's place as a small `setting` document beside the product's own records. */
export const recordsMemory = (records: Pick<Records, "list" | "commit">): Memory => {
  const versions = new Map<string, number>();
  const tails = new Map<string, Promise<void>>();

  const commit = async (id: string, body: unknown): Promise<void> => {
    const expectedVersion = versions.get(id) ?? 0;
    const write = { kind: "setting", id: prefix + id, expectedVersion, body, dueAt: null, keys: [] } as const;
    if ((await records.commit(write)) === "conflict") {
      throw new Error(
        `The rehearsal's "${id}" was changed by somebody else: is a second rehearsal open on this store?`,
      );
    }
    versions.set(id, expectedVersion + 1);
  };

  return {
    load: async () => {
      const found: { id: string; body: unknown }[] = [];
      for await (const stored of pages(records)) {
        const id = stored.id.slice(prefix.length);
        versions.set(id, stored.version);
        found.push({ id, body: stored.body });
      }
      return found;
    },
    keep: (id, body) => {
      const mine = (tails.get(id) ?? Promise.resolve()).then(() => commit(id, body));
      tails.set(
        id,
        mine.catch(() => undefined),
      );
      return mine;
    },
  };
};

const pages = async function* (records: Pick<Records, "list">) {
  let after = prefix;
  for (;;) {
    const page = await records.list("setting", { limit: pageSize, after });
    for (const stored of page) {
      if (!stored.id.startsWith(prefix)) return;
      yield stored;
      after = stored.id;
    }
    if (page.length < pageSize) return;
  }
};
