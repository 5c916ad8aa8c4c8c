import type { KeptCase } from "../../domain/case/fold.ts";
import type { Instant } from "../../domain/instants.ts";
import { addDays, atLondon, londonDate } from "../../time/london.ts";
import { heldCase, owedKey } from "../cases/kept.ts";
import type { Records } from "../ports/records.ts";
import type { RemindDeps } from "./deps.ts";

const pageSize = 100;

/** A store may answer at once: without a pause a whole caseload would be read before anybody's turn is answered. */
const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Every case with this key, in pages. */
export async function* casesWith(records: Pick<Records, "find">, key: string): AsyncGenerator<KeptCase> {
  for (let after = ""; ;) {
    const page = await records.find("case", key, after === "" ? { limit: pageSize } : { limit: pageSize, after });
    for (const stored of page) yield heldCase(stored).state;
    const last = page.at(-1);
    await pause();
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}

/** Up to when something counts as due soon: the end of the last London day within the house rule. */
export const soonUntil = ({ council }: Pick<RemindDeps, "council">, asOf: Instant): Instant =>
  atLondon(addDays(londonDate(asOf), council.houseRules.duties.soonDays + 1), "00:00");

/**
 * Every case on which something is owed by now or due soon, found by the index and each once: those that are owed already,
 * then those of which a duty changes its state soon, the earliest first.
 */
export async function* casesDue(
  deps: Pick<RemindDeps, "records" | "council">,
  asOf: Instant,
): AsyncGenerator<KeptCase> {
  const seen = new Set<string>();
  for await (const one of casesWith(deps.records, owedKey)) {
    seen.add(one.ref);
    yield one;
  }
  const range = { to: soonUntil(deps, asOf) };
  for (let after: { readonly dueAt: Instant; readonly id: string } | undefined; ;) {
    const page = await deps.records.dueOf("case", range, {
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    for (const stored of page) if (!seen.has(stored.id)) yield heldCase(stored).state;
    const last = page.at(-1);
    await pause();
    if (last?.dueAt == null || page.length < pageSize) return;
    after = { dueAt: last.dueAt, id: last.id };
  }
}
