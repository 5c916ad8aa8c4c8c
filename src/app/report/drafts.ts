import { createHash } from "node:crypto";
import { draftSchema, type Decided, type Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Records } from "../ports/records.ts";
import type { ReportDeps } from "./deps.ts";
import { madeOf } from "./made.ts";

type Stores = Pick<ReportDeps, "records">;

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
export const draftsOf = ({ records, clock }: Stores & Pick<ReportDeps, "clock">) => ({
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

  /** An answer takes back what was decided, as long as nothing came of it. */
  async save(draft: Draft, from: number): Promise<{ outcome: "saved" | "late"; draft: Draft }> {
    const known = await read(records, draft.id);
    if (known === undefined) throw new Error("This draft does not exist: open it before saving it.");
    if (known.draft.step !== from) return { outcome: "late", draft: known.draft };
    if ((await madeOf({ records }, known.draft)) !== undefined) return { outcome: "late", draft: known.draft };
    const open = undecided(draft);
    if ((await write(records, open, known.version)) === "committed") return { outcome: "saved", draft: open };
    return { outcome: "late", draft: (await read(records, draft.id))?.draft ?? known.draft };
  },
});

const undecided = ({ decided: _, ...draft }: Draft): Draft => draft;

const patience = 50;

/** Changes a draft whatever others do to it meanwhile; null leaves it as it is. */
const amend = async (records: Records, id: string, change: (now: Draft) => Draft | null): Promise<Draft> => {
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const known = await read(records, id);
    if (known === undefined) throw new Error("This draft does not exist: open it before sending it.");
    const next = change(known.draft);
    if (next === null) return known.draft;
    if ((await write(records, next, known.version)) === "committed") return next;
  }
  throw new Error(`Draft ${id} changed ${String(patience)} times while it was being written. Try again.`);
};

/** The draft's version is the referee: what was written first stands, and everybody else carries out the same. */
export const decideOnce = async ({ records }: Stores, draft: Draft, wanted: Decided): Promise<Decided> => {
  const now = await amend(records, draft.id, (known) =>
    known.decided === undefined ? { ...known, decided: wanted } : null,
  );
  return now.decided ?? wanted;
};

/** Nothing can come of it any more: another report has that id, or the report to be joined is over. */
export const takeBack = async ({ records }: Stores, draft: Draft, { as, report }: Decided): Promise<void> => {
  await amend(records, draft.id, (known) =>
    known.decided?.as === as && known.decided.report === report ? undecided(known) : null,
  );
};
