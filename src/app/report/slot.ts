import { createHash } from "node:crypto";
import { z } from "zod";
import type { Draft } from "../../domain/draft.ts";
import type { Stored } from "../ports/records.ts";
import type { ReportDeps } from "./deps.ts";
import { readReport, type Loaded } from "./document.ts";
import { isSameFor } from "./same.ts";

/**
 * One event on one case has one document that says under which id its report is made. Whoever confirms makes theirs under
 * that id, or finds that somebody has: the report itself is the referee, so a crash between the two writes neither loses
 * a report nor keeps anybody from making one, and a process that wakes late makes no second.
 */
const slotSchema = z.strictObject({ report: z.string() });

export type Slot =
  { readonly outcome: "free"; readonly report: string } | { readonly outcome: "same"; readonly first: Loaded };

const hashed = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, 22);

const keyOf = ({ event, caseRef }: Draft) => ({ kind: "slot", id: hashed(event ?? "", caseRef ?? "") }) as const;

/** Where a report of its own is made, beside an open one of the same event. */
export const separateSlot = (draft: Draft): string => hashed("separate", draft.id);

/** The draft's own id, unless somebody made theirs there while this draft's confirmation was not carried out. */
const ownSlot = async ({ records }: ReportDeps, draft: Draft, version: number): Promise<string> =>
  (await readReport(records, draft.id)) === undefined ? draft.id : hashed(draft.id, String(version));

const heldBy = (stored: Stored | undefined): string | undefined =>
  stored === undefined ? undefined : slotSchema.parse(stored.body).report;

const patience = 50;

/**
 * Under which id this draft's report is to be made, or whose report of the same event is there already. A draft without a
 * case reference is like no other. An id that nothing was made under stays what it is, whoever asked for it.
 */
export const slotFor = async (deps: ReportDeps, draft: Draft): Promise<Slot> => {
  if (draft.caseRef === null) return { outcome: "free", report: draft.id };
  const key = keyOf(draft);
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const stored = await deps.records.read(key);
    const held = heldBy(stored);
    const first = held === undefined ? undefined : await readReport(deps.records, held);
    if (held !== undefined && first === undefined) return { outcome: "free", report: held };
    if (first !== undefined && isSameFor(deps, first, draft)) return { outcome: "same", first };
    const expectedVersion = stored?.version ?? 0;
    const report = await ownSlot(deps, draft, expectedVersion);
    const write = { ...key, expectedVersion, body: { report }, dueAt: null, keys: [] };
    if ((await deps.records.commit(write)) === "committed") return { outcome: "free", report };
  }
  throw new Error(`The slot of ${draft.id} changed ${String(patience)} times while it was being written. Try again.`);
};
