import type { RecordKind, Records, Stored } from "../ports/records.ts";

const pageSize = 500;

/** Every document of a kind, ids ascending, a page in memory at a time. */
export async function* every(records: Pick<Records, "list">, kind: RecordKind): AsyncGenerator<Stored> {
  let page = await records.list(kind, { limit: pageSize });
  for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
    yield* page;
    page = await records.list(kind, { limit: pageSize, after: last.id });
  }
}
