import type { Instant } from "../../domain/instants.ts";
import { addDays, atLondon, londonDate } from "../../time/london.ts";
import type { Records } from "../ports/records.ts";
import { headOf } from "./chain.ts";
import { every } from "./every.ts";
import type { Seal, SealEntry, SealMark } from "./kept.ts";
import {
  chainedBodySchema,
  chainedKinds,
  firstLink,
  sealHash,
  sealId,
  sealingKey,
  sealingSchema,
  sealSchema,
} from "./kept.ts";

/** A document store may limit the size of one document: more changes than this in a day make several seals. */
const largestSeal = 1_000;

const endOfDay = (asOf: Instant): Instant => atLondon(addDays(londonDate(asOf), 1), "00:00");

/**
 * Makes sure that a seal is due no later than the end of the current London day. To be called at every start and
 * whenever the clock was moved; harmless when repeated.
 */
export const scheduleSeal = async (records: Records, asOf: Instant): Promise<void> => {
  const stored = await records.read(sealingKey);
  const dueAt = endOfDay(asOf);
  if (stored !== undefined && stored.dueAt !== null && stored.dueAt <= dueAt) return;
  const body = stored?.body ?? { last: null };
  // A conflict means that somebody else has just scheduled or sealed.
  await records.commit({ ...sealingKey, expectedVersion: stored?.version ?? 0, body, dueAt, keys: [] });
};

/**
 * Seals every chained record that changed since the last seal, also when none did, and schedules the next. What the
 * metronome does when `sealingKey` is due. After days without a process, one seal covers them all.
 *
 * A crash half-way is repaired by the next call: a seal that was written is part of the chain whether or not
 * `sealingKey` remembers it.
 *
 * A seal shows afterwards that what it covers was deleted, cut short, rewritten or swapped. It cannot show that facts
 * younger than the last seal were cut off again, nor that somebody who can write the store rebuilt every chain and every
 * seal: against that, keep a seal's hash elsewhere and hand it to `verifyAudit`.
 *
 * @returns the last seal made, or null when another process was sealing at the same time.
 */
export const sealDay = async (records: Records, asOf: Instant): Promise<SealMark | null> => {
  const schedule = await records.read(sealingKey);
  const state = await sealedSoFar(records);
  const changed = await changedSince(records, state.heads);
  let last: SealMark | null = null;
  for (let from = 0; from === 0 || from < changed.length; from += largestSeal) {
    last = await sealEntries(records, state, changed.slice(from, from + largestSeal), asOf);
    if (last === null) return null;
  }
  const write = { ...sealingKey, body: sealingSchema.parse({ last }), dueAt: endOfDay(asOf), keys: [] };
  await records.commit({ ...write, expectedVersion: schedule?.version ?? 0 });
  return last;
};

interface SealedSoFar {
  number: number;
  hash: string;
  /** Head hash by record, as last sealed. */
  readonly heads: Map<string, string>;
}

const nameOf = ({ kind, id }: Pick<SealEntry, "kind" | "id">): string => `${kind} ${id}`;

const sealedSoFar = async (records: Records): Promise<SealedSoFar> => {
  const state: SealedSoFar = { number: 0, hash: firstLink, heads: new Map() };
  for await (const { body } of every(records, "seal")) take(state, sealSchema.parse(body));
  return state;
};

const take = (state: SealedSoFar, { number, hash, entries }: Seal): void => {
  state.number = number;
  state.hash = hash;
  for (const entry of entries) state.heads.set(nameOf(entry), entry.head);
};

const changedSince = async (records: Records, heads: ReadonlyMap<string, string>): Promise<SealEntry[]> => {
  const changed: SealEntry[] = [];
  for (const kind of chainedKinds)
    for await (const { id, body } of every(records, kind)) {
      const chained = chainedBodySchema.safeParse(body);
      // A damaged record must not keep the others from being sealed; the audit names it.
      if (!chained.success) continue;
      const { facts } = chained.data;
      const entry = { kind, id, facts: facts.length, head: headOf({ kind, id }, facts) };
      if (heads.get(nameOf(entry)) !== entry.head) changed.push(entry);
    }
  return changed;
};

const sealEntries = async (
  records: Records,
  state: SealedSoFar,
  entries: SealEntry[],
  at: Instant,
): Promise<SealMark | null> => {
  const number = state.number + 1;
  const covered = new Set([...state.heads.keys(), ...entries.map(nameOf)]).size;
  const content = { number, at, entries, records: covered };
  const seal: Seal = { ...content, hash: sealHash(state.hash, content) };
  const write = { kind: "seal", id: sealId(number), expectedVersion: 0, body: seal, dueAt: null, keys: [] } as const;
  if ((await records.commit(write)) === "conflict") return null;
  take(state, seal);
  return { seal: write.id, hash: seal.hash };
};
