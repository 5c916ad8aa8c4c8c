import type { RecordKey, Records, Stored } from "../ports/records.ts";
import { verifyChain } from "./chain.ts";
import { every } from "./every.ts";
import type { SealMark } from "./kept.ts";
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

export interface AuditFault {
  readonly record: RecordKey;
  /** The fact's place from 0; null when the record as a whole is at fault. */
  readonly fact: number | null;
  readonly what: string;
}

export type Audit =
  | {
      readonly ok: true;
      readonly records: number;
      readonly facts: number;
      readonly seals: number;
      /** To be written down elsewhere: a later audit that is given it proves that nothing it covers was rewritten. */
      readonly last: SealMark | null;
    }
  | { readonly ok: false; readonly fault: AuditFault };

type Readable = Pick<Records, "read" | "list">;

/** How far a record had come when it was sealed. */
interface Checkpoint {
  readonly facts: number;
  readonly head: string;
}
type Checkpoints = Map<string, { readonly key: RecordKey; readonly sealed: Checkpoint[] }>;

/**
 * Recomputes every seal and every chain and names the first fault: seals in their order, then records by id, then facts.
 * Proves nothing about facts younger than the last seal being cut off again, about a record that was never sealed being
 * deleted or slipped in, nor about what a document holds beside its facts. `known` are seals' hashes kept elsewhere:
 * without any, a store rebuilt from end to end looks whole. Reading only; the store may be in use meanwhile.
 */
export const verifyAudit = async (records: Readable, known: readonly SealMark[] = []): Promise<Audit> => {
  const seals = await verifySeals(records, known);
  if ("fault" in seals) return { ok: false, fault: seals.fault };
  let facts = 0;
  let counted = 0;
  for (const kind of chainedKinds)
    for await (const stored of every(records, kind)) {
      const checked = checkRecord(stored, seals.checkpoints);
      if ("fault" in checked) return { ok: false, fault: missingBefore(seals.checkpoints, stored) ?? checked.fault };
      facts += checked.facts;
      counted += 1;
    }
  const missing = missingBefore(seals.checkpoints, undefined);
  if (missing !== undefined) return { ok: false, fault: missing };
  return { ok: true, records: counted, facts, seals: seals.count, last: seals.last };
};

type Fault = { readonly fault: AuditFault };
const fault = ({ kind, id }: RecordKey, what: string, fact: number | null = null): Fault => ({
  fault: { record: { kind, id }, fact, what },
});

const verifySeals = async (records: Readable, known: readonly SealMark[]) => {
  // Read before the seals: a seal made in between is then one too many, and not one too few.
  const expected = [...known, ...(await remembered(records))];
  const checkpoints: Checkpoints = new Map();
  const hashes = new Map<string, string>();
  let last: SealMark | null = null;
  for await (const stored of every(records, "seal")) {
    const checked = checkSeal(stored, hashes.size + 1, last?.hash ?? firstLink, checkpoints);
    if ("fault" in checked) return checked;
    last = { seal: stored.id, hash: checked.hash };
    hashes.set(stored.id, checked.hash);
  }
  for (const { seal, hash } of expected) {
    const key = { kind: "seal", id: seal } as const;
    if (!hashes.has(seal)) return fault(key, "this seal was made and is no longer there");
    if (hashes.get(seal) !== hash) return fault(key, "this seal is not the one whose hash was kept");
  }
  return { checkpoints, count: hashes.size, last };
};

const remembered = async (records: Readable): Promise<SealMark[]> => {
  const sealing = sealingSchema.safeParse((await records.read(sealingKey))?.body);
  return sealing.data?.last == null ? [] : [sealing.data.last];
};

const checkSeal = (stored: Stored, number: number, previous: string, checkpoints: Checkpoints) => {
  if (stored.id !== sealId(number))
    return fault({ kind: "seal", id: sealId(number) }, "this seal was made and is no longer there");
  const parsed = sealSchema.safeParse(stored.body);
  if (!parsed.success) return fault(stored, "this seal cannot be read");
  const { hash, ...content } = parsed.data;
  if (content.number !== number || hash !== sealHash(previous, content))
    return fault(stored, "this seal, or one before it, is not what was written here first");
  for (const { kind, id, facts, head } of content.entries) {
    const known = checkpoints.get(`${kind} ${id}`) ?? { key: { kind, id }, sealed: [] };
    known.sealed.push({ facts, head });
    checkpoints.set(`${kind} ${id}`, known);
  }
  return { hash };
};

/** Also strikes the record off the checkpoints: what is left at the end has been deleted. */
const checkRecord = (stored: Stored, checkpoints: Checkpoints): Fault | { readonly facts: number } => {
  const name = `${stored.kind} ${stored.id}`;
  const sealed = checkpoints.get(name)?.sealed ?? [];
  checkpoints.delete(name);
  const parsed = chainedBodySchema.safeParse(stored.body);
  if (!parsed.success) return fault(stored, "this record cannot be read as a chain of facts");
  const { facts } = parsed.data;
  const chain = verifyChain(stored, facts);
  if (!chain.ok) return fault(stored, chain.what, chain.index);
  let good = 0;
  for (const checkpoint of sealed) {
    if (facts.length < checkpoint.facts)
      return fault(
        stored,
        `${String(checkpoint.facts)} facts were sealed, and the record ends before this one`,
        facts.length,
      );
    if (checkpoint.facts > 0 && facts[checkpoint.facts - 1]?.hash !== checkpoint.head)
      return fault(
        stored,
        `from here to fact ${String(checkpoint.facts)}, counted from 1, this is not what was sealed`,
        good,
      );
    good = checkpoint.facts;
  }
  return { facts: facts.length };
};

/** The first sealed record that should have been met before this one and was not. */
const missingBefore = (checkpoints: Checkpoints, met: RecordKey | undefined): AuditFault | undefined => {
  const [first] = [...checkpoints.values()]
    .filter(({ key }) => met === undefined || (key.kind === met.kind && key.id < met.id))
    .sort((a, b) => (a.key.id < b.key.id ? -1 : 1));
  return first && fault(first.key, "this record was sealed and is no longer there").fault;
};
