import { createHash } from "node:crypto";
import { z } from "zod";
import { instantSchema } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Records } from "../ports/records.ts";

const inputs = z.record(z.string(), z.string());

/**
 * A form that is being written, by one person: for one child, or in one sitting for several of a worker's children. It keeps
 * what was typed and not taken, so that nothing is lost by a refusal, an interruption or a restart. What was taken is in the
 * records themselves, and is not kept here.
 */
const sittingSchema = z.strictObject({
  id: z.string(),
  by: z.string(),
  at: instantSchema,
  /** The happening that its records are of. */
  happening: z.string(),
  /** In their order. */
  refs: z.array(z.string()),
  /** The record of each child for whom it was written. */
  written: z.record(z.string(), z.string()),
  /** What was typed and not taken, by child. */
  typed: z.record(z.string(), inputs),
  /** Personal details that were pointed out, by child and input: the same text again is kept. */
  warned: z.record(z.string(), inputs),
});
export type Sitting = z.infer<typeof sittingSchema>;

type Stores = Pick<Records, "read" | "commit" | "find">;

const hash = (...parts: readonly string[]): string =>
  createHash("sha256").update(parts.join("\n")).digest("base64url").slice(0, 22);

/** The form of one child: the same each time the same person opens the same form. */
export const singleId = (by: PersonId, ref: string, happening: string): string => `one-${hash(by, ref, happening)}`;
/** A sitting is known by the record with which it began. */
export const sittingId = (by: PersonId, record: string): string => `several-${hash(by, record)}`;

const openKey = (by: PersonId): string => `open:${by}`;
const isSeveral = ({ id }: Sitting): boolean => id.startsWith("several-");

/** The children of a sitting for whom nothing is written yet. */
export const waiting = ({ refs, written }: Sitting): readonly string[] =>
  refs.filter((ref) => written[ref] === undefined);

/** Somebody's own; undefined for another's, and for one that never was. */
export const readSitting = async (records: Stores, id: string, by: PersonId): Promise<Sitting | undefined> => {
  const stored = await records.read({ kind: "sitting", id });
  const sitting = stored === undefined ? undefined : sittingSchema.parse(stored.body);
  return sitting?.by === by ? sitting : undefined;
};

const patience = 50;

/** Changes one whatever else happens to it meanwhile. `begin`: what it is when it is not there yet. */
export const changeSitting = async (
  records: Stores,
  begin: Sitting,
  change: (now: Sitting) => Sitting,
): Promise<Sitting> => {
  const key = { kind: "sitting", id: begin.id } as const;
  for (let attempt = 0; attempt < patience; attempt += 1) {
    const stored = await records.read(key);
    const next = change(stored === undefined ? begin : sittingSchema.parse(stored.body));
    const open = isSeveral(next) && waiting(next).length > 0;
    const commit = { ...key, body: next, dueAt: null, keys: open ? [openKey(next.by)] : [] };
    if ((await records.commit({ ...commit, expectedVersion: stored?.version ?? 0 })) === "committed") return next;
  }
  throw new Error(`Sitting ${begin.id} changed ${String(patience)} times while it was being written. Try again.`);
};

/** The sitting over several children that this person left unfinished, the latest; undefined: none. */
export const openSitting = async (records: Stores, by: PersonId): Promise<Sitting | undefined> => {
  const found = await records.find("sitting", openKey(by), { limit: 100 });
  return found.map(({ body }) => sittingSchema.parse(body)).toSorted((a, b) => b.at - a.at)[0];
};
