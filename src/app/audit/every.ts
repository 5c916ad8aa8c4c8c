import type { RecordKind, Records, Stored } from "../ports/records.ts";

const pageSize = 100;

/** Every document of a kind, ids ascending, a page in memory at a time. */
export async function* every(records: Pick<Records, "list">, kind: RecordKind): AsyncGenerator<Stored> {
  let page = await records.list(kind, { limit: pageSize });
  for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
    yield* page;
    // A store that answers at once would otherwise keep everybody's turns waiting until the last page.
    await new Promise(setImmediate);
    page = await records.list(kind, { limit: pageSize, after: last.id });
  }
}
