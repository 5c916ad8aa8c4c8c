import { hash as digest } from "node:crypto";
import type { RecordKey } from "../ports/records.ts";

/** A fact as a record keeps it. `hash` is SHA-256, in hex, over the hash before it and the fact's canonical JSON. */
export interface Sealed<F> {
  readonly fact: F;
  readonly hash: string;
}

export type ChainCheck =
  { readonly ok: true; readonly head: string } | { readonly ok: false; readonly index: number; readonly what: string };

/** The hash that a record's first fact stands on. It names the record, so that two records' chains cannot be swapped. */
export const genesis = ({ kind, id }: RecordKey): string => sha256(canonical(["watchful", kind, id]));

/** The chain with one more fact at its end; the one given is left as it was. */
export const append = <F>(key: RecordKey, chain: readonly Sealed<F>[], fact: F): Sealed<F>[] => [
  ...chain,
  { fact, hash: link(headOf(key, chain), fact) },
];

/** The last hash of a chain: it stands for every fact before it, in their order. */
export const headOf = (key: RecordKey, chain: readonly Sealed<unknown>[]): string => chain.at(-1)?.hash ?? genesis(key);

/**
 * Recomputes every hash and names the first that is wrong, by its place from 0. A chain alone cannot show that its last
 * facts were cut off, nor that somebody rewrote a fact and every hash after it: the seal shows those.
 */
export const verifyChain = (key: RecordKey, chain: readonly Sealed<unknown>[]): ChainCheck => {
  let head = genesis(key);
  for (const [index, { fact, hash }] of chain.entries()) {
    head = link(head, fact);
    if (head !== hash)
      return { ok: false, index, what: "this fact, its place or its hash is not what was written here first" };
  }
  return { ok: true, head };
};

/** The hash of one more link: of a fact, or of a whole seal. */
export const link = (previous: string, content: unknown): string => sha256(`${previous}\n${canonical(content)}`);

/** JSON with the keys of every object sorted, so that the same content always hashes the same, stored and read back or not. */
export const canonical = (value: unknown): string => {
  if (isInOrder(value)) return JSON.stringify(value);
  return isPlain(value) ? plainly(value) : JSON.stringify(value, (_key, inner: unknown) => sorted(inner));
};

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A key that looks like a number comes first in any object, so sorting cannot place it: `sorted` knows how it lies. */
const likeNumber = /^\d/;

/** What JSON parses to, with keys that can be sorted: nearly everything that is chained, and the quicker way to write it. */
const isPlain = (value: unknown): value is Plain => {
  if (typeof value !== "object" || value === null) return value === null || isScalar(value);
  if (Array.isArray(value)) return value.every(isPlain);
  if (Object.getPrototypeOf(value) !== Object.prototype) return false;
  for (const [key, inner] of Object.entries(value)) if (likeNumber.test(key) || !isPlain(inner)) return false;
  return true;
};

/** Plain, and its keys are sorted as they are: JSON writes it at once, and many times quicker. */
const isInOrder = (value: unknown): boolean => {
  if (typeof value !== "object" || value === null) return value === null || isScalar(value);
  if (Array.isArray(value)) return value.every(isInOrder);
  if (!isRecord(value)) return false;
  let before = "";
  for (const key in value) {
    if (key < before || likeNumber.test(key) || !isInOrder(value[key])) return false;
    before = key;
  }
  return true;
};

const isRecord = (value: object): value is Record<string, unknown> => Object.getPrototypeOf(value) === Object.prototype;

const isScalar = (value: unknown): boolean =>
  typeof value === "string" || typeof value === "boolean" || typeof value === "number";

const isList = (value: Plain): value is readonly Plain[] => Array.isArray(value);

const plainly = (value: Plain): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (isList(value)) return `[${value.map(plainly).join(",")}]`;
  let text = "";
  for (const key of Object.keys(value).sort())
    text += `${text === "" ? "{" : ","}${JSON.stringify(key)}:${plainly(value[key] ?? null)}`;
  return text === "" ? "{}" : `${text}}`;
};

const sorted = (value: unknown): unknown =>
  typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value;

const sha256 = (text: string): string => digest("sha256", text);
