import { z } from "zod";
import { instantSchema } from "../../domain/instants.ts";
import type { RecordKey, RecordKind } from "../ports/records.ts";
import { recordKinds } from "../ports/records.ts";
import { genesis, link } from "./chain.ts";

/** Kinds of record whose facts are chained, and which the seal therefore covers. */
export const chainedKinds = [
  "report",
  "cover",
  "doubt",
  "case",
  "notice",
  "post",
  "digest",
  "reminder",
  "summary",
  "meeting",
] as const satisfies readonly RecordKind[];

/** What the proof reads of a chained record; the rest of its body is nothing to it. */
export const chainedBodySchema = z.looseObject({
  facts: z.array(z.strictObject({ fact: z.unknown(), hash: z.string() })),
});

const contentSchema = z.strictObject({
  /** From 1, without a gap, so that a seal that was taken away is missed by name. */
  number: z.int().min(1),
  at: instantSchema,
  /** Records that changed since the seal before, each with the number of its facts and its head hash at `at`. */
  entries: z.array(
    z.strictObject({ kind: z.enum(recordKinds), id: z.string(), facts: z.int().min(0), head: z.string() }),
  ),
  /** How many records the seals cover so far, these included. */
  records: z.int().min(0),
});
export type SealContent = z.infer<typeof contentSchema>;
export type SealEntry = SealContent["entries"][number];

/** A seal as stored. `hash` covers its content and the hash of the seal before it, so the last one stands for them all. */
export const sealSchema = contentSchema.extend({ hash: z.string() });
export type Seal = z.infer<typeof sealSchema>;

/** Which seal, and its hash: small enough to be written down somewhere else. */
export const sealMarkSchema = z.strictObject({ seal: z.string(), hash: z.string() });
export type SealMark = z.infer<typeof sealMarkSchema>;

/** The document whose due instant tells the metronome to seal, and which remembers the last seal. */
export const sealingKey = { kind: "setting", id: "sealing" } as const satisfies RecordKey;
export const sealingSchema = z.strictObject({ last: sealMarkSchema.nullable() });

export const sealId = (number: number): string => String(number).padStart(8, "0");

export const firstLink = genesis({ kind: "seal", id: sealId(1) });
export const sealHash = (previous: string, content: SealContent): string => link(previous, content);
