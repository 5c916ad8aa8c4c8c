import type { Records, Stored } from "../../src/app/ports/records.ts";

/** A store that is only read, made of documents that a test may have tampered with. */
export const storeOf = (documents: readonly Stored[]): Pick<Records, "read" | "list" | "count"> => {
  const ofKind = (kind: Stored["kind"]): Stored[] =>
    documents.filter((stored) => stored.kind === kind).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    read: ({ kind, id }) => Promise.resolve(ofKind(kind).find((stored) => stored.id === id)),
    list: (kind, { limit, after = "" }) =>
      Promise.resolve(
        ofKind(kind)
          .filter(({ id }) => id > after)
          .slice(0, limit),
      ),
    count: (kind) => Promise.resolve(ofKind(kind).length),
  };
};
