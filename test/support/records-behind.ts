import type { Records } from "../../src/app/ports/records.ts";

/** A store that is looked up anew for every call: one that is opened late, or that can be spoiled between two calls. */
export const recordsBehind = (store: () => Records): Records => ({
  read: async (key) => store().read(key),
  commit: async (write) => store().commit(write),
  commitAll: async (writes) => store().commitAll(writes),
  due: async (asOf, limit, kinds) => store().due(asOf, limit, kinds),
  dueOf: async (kind, range, page) => store().dueOf(kind, range, page),
  claim: async (key, version, asOf, until) => store().claim(key, version, asOf, until),
  release: async (key) => store().release(key),
  find: async (kind, key, page) => store().find(kind, key, page),
  list: async (kind, page) => store().list(kind, page),
  count: async (kind) => store().count(kind),
  next: async (series) => store().next(series),
  close: async () => store().close(),
});
