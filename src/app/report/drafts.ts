import { createHash } from "node:crypto";
import { draftSchema, type Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Records } from "../ports/records.ts";
import type { ReportDeps } from "./deps.ts";

const key = (id: string) => ({ kind: "draft", id }) as const;

/** The same key of the same person always names the same draft, so a repeated message opens nothing new. */
const idFor = (by: PersonId, opener: string): string =>
  createHash("sha256").update(`${by}\n${opener}`).digest("base64url").slice(0, 22);

const write = (records: Records, draft: Draft, expectedVersion: number) =>
  records.commit({ ...key(draft.id), expectedVersion, body: draft, dueAt: null, keys: [`by:${draft.by}`] });

const read = async (records: Records, id: string): Promise<{ draft: Draft; version: number } | undefined> => {
  const stored = await records.read(key(id));
  return stored === undefined ? undefined : { draft: draftSchema.parse(stored.body), version: stored.version };
};

/** Drafts: opened once per key, saved step by step, seen by nobody but their author. */
export const draftsOf = ({ records, clock }: Pick<ReportDeps, "records" | "clock">) => ({
  async open(by: PersonId, opener: string, start: (id: string, asOf: Instant) => Draft): Promise<Draft> {
    const id = idFor(by, opener);
    const known = await read(records, id);
    if (known !== undefined) return known.draft;
    const draft = start(id, clock.now());
    if ((await write(records, draft, 0)) === "committed") return draft;
    return (await read(records, id))?.draft ?? draft;
  },

  async draft(id: string, by: PersonId): Promise<Draft | undefined> {
    const known = await read(records, id);
    return known?.draft.by === by ? known.draft : undefined;
  },

  async save(draft: Draft, from: number): Promise<{ outcome: "saved" | "late"; draft: Draft }> {
    const known = await read(records, draft.id);
    if (known === undefined) throw new Error("This draft does not exist: open it before saving it.");
    if (known.draft.step !== from) return { outcome: "late", draft: known.draft };
    if ((await write(records, draft, known.version)) === "committed") return { outcome: "saved", draft };
    return { outcome: "late", draft: (await read(records, draft.id))?.draft ?? known.draft };
  },
});
