import type { Instant } from "../../domain/instants.ts";

/** Kinds of document the store keeps. One record is one document; there is no transaction across two. */
export const recordKinds = [
  "report",
  "draft",
  "conversation",
  "turn",
  "seal",
  "setting",
  "cover",
  "doubt",
  "slot",
  "case",
  "post",
  "digest",
  "reminder",
  "sitting",
  "calendar",
  "notice",
  "meeting",
  "summary",
] as const;
export type RecordKind = (typeof recordKinds)[number];

export interface RecordKey {
  readonly kind: RecordKind;
  readonly id: string;
}

/** A document as stored. `body` is JSON; whoever reads it parses it with zod. */
export interface Stored extends RecordKey {
  /** 1 for the first commit, then one more for each. */
  readonly version: number;
  readonly body: unknown;
  /** When the metronome must look at it next; null for never. */
  readonly dueAt: Instant | null;
  /** Exact-match look-up keys ("ref:NTK-2026-0042", "by:ana@…"), each found by `find`. */
  readonly keys: readonly string[];
}

/** A conditional write: it happens whole, or not at all. */
export interface Commit extends RecordKey {
  /** The version read, or 0 to create: a document that is already there is then a conflict. */
  readonly expectedVersion: number;
  readonly body: unknown;
  readonly dueAt: Instant | null;
  readonly keys: readonly string[];
}

export type Committed = "committed" | "conflict";

export interface Page {
  readonly limit: number;
  /** The id after which to continue, exclusive; ids ascend. */
  readonly after?: string;
}

/** Which due documents of one kind: both ends included. */
export interface DueRange {
  /** Left out: from the beginning. */
  readonly from?: Instant;
  readonly to: Instant;
}

/** Ordered by due instant, then id. */
export interface DuePage {
  readonly limit: number;
  /** The last of the page before, exclusive. */
  readonly after?: { readonly dueAt: Instant; readonly id: string };
}

/**
 * Where documents live. Every promise that resolves is durable (power loss included).
 * A store that cannot write rejects with `NotDurable`; nothing was changed then.
 */
export interface Records {
  read(key: RecordKey): Promise<Stored | undefined>;
  /** `conflict` when the version is not the expected one; also ends any lease on the document. */
  commit(write: Commit): Promise<Committed>;
  /**
   * Many writes in one go, each conditional by itself: what each came to, in their order. A conflict keeps none of the
   * others from being committed; a store that cannot write keeps all of them.
   */
  commitAll(writes: readonly Commit[]): Promise<readonly Committed[]>;
  /** Documents with `dueAt <= asOf` that nobody has on lease, earliest first; of these kinds, or of any. */
  due(asOf: Instant, limit: number, kinds?: readonly RecordKind[]): Promise<readonly Stored[]>;
  /** Documents of one kind that are due within a range, on lease or not, earliest first. */
  dueOf(kind: RecordKind, range: DueRange, page: DuePage): Promise<readonly Stored[]>;
  /**
   * Takes the lease if the version still stands and no lease runs at `asOf`. Does not change the version. A lease runs up
   * to `until`, exclusive; when the clock has been set back by more than the lease's own length, it has lapsed too.
   */
  claim(key: RecordKey, version: number, asOf: Instant, until: Instant): Promise<boolean>;
  /** Gives up a lease without a commit. */
  release(key: RecordKey): Promise<void>;
  find(kind: RecordKind, key: string, page: Page): Promise<readonly Stored[]>;
  /** All documents of a kind, ids ascending. */
  list(kind: RecordKind, page: Page): Promise<readonly Stored[]>;
  count(kind: RecordKind): Promise<number>;
  /** The next number of a series, from 1, durable and never given twice; a crash may leave a gap. */
  next(series: string): Promise<number>;
  close(): Promise<void>;
}

/** The store refused or failed to write: disk full, read-only, input/output error. Nothing was changed. */
export class NotDurable extends Error {
  override readonly name = "NotDurable";
}
