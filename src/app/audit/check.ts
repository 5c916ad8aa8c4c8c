import type { Instant } from "../../domain/instants.ts";
import type { RecordKey, RecordKind, Records, Stored } from "../ports/records.ts";
import { recordKinds } from "../ports/records.ts";
import { every } from "./every.ts";

/** What takes a record further. Both null: nothing does. */
export interface NextStep {
  /** When delivery has something to do for it, by its facts. */
  readonly dueAt: Instant | null;
  /** What it waits for, or how it ended, in words ("closed" is a step). */
  readonly waits: string | null;
}

/** How to read the next step of each kind of record that owes somebody something. Throws when the document is none of its kind. */
export type NextSteps = Readonly<Partial<Record<RecordKind, (stored: Stored) => NextStep>>>;

export interface StoreCheck {
  readonly counts: Readonly<Record<RecordKind, number>>;
  /** Records that nobody and nothing will take further, or that cannot be read: each is a fault. Empty when all is well. */
  readonly stuck: readonly { readonly record: RecordKey; readonly why: string }[];
}

/**
 * Counts documents by kind, and asks every one that may owe something for its next step: by its facts, and by the due
 * instant under which the metronome would find it.
 */
export const checkStore = async (records: Pick<Records, "list" | "count">, steps: NextSteps): Promise<StoreCheck> => {
  const stuck: { record: RecordKey; why: string }[] = [];
  for (const kind of recordKinds) {
    const nextStep = steps[kind];
    if (nextStep === undefined) continue;
    for await (const stored of every(records, kind)) {
      const why = whyStuck(stored, nextStep);
      if (why !== null) stuck.push({ record: { kind, id: stored.id }, why });
    }
  }
  return { counts: await countsOf(records), stuck };
};

const countsOf = async (records: Pick<Records, "count">): Promise<Record<RecordKind, number>> => {
  const counts = {
    report: 0,
    draft: 0,
    conversation: 0,
    turn: 0,
    seal: 0,
    setting: 0,
    cover: 0,
    doubt: 0,
    slot: 0,
    case: 0,
    post: 0,
    digest: 0,
    reminder: 0,
    sitting: 0,
    calendar: 0,
    notice: 0,
    meeting: 0,
    summary: 0,
  };
  for (const kind of recordKinds) counts[kind] = await records.count(kind);
  return counts;
};

const whyStuck = (stored: Stored, nextStep: (stored: Stored) => NextStep): string | null => {
  try {
    const { dueAt, waits } = nextStep(stored);
    if (dueAt === null) return waits === null ? "it is open and has no next step" : null;
    return stored.dueAt === null || stored.dueAt > dueAt
      ? "it owes something, and is not listed as due when it must be"
      : null;
  } catch (error) {
    return `it cannot be read as a ${stored.kind} (${error instanceof Error ? error.name : "unknown fault"})`;
  }
};
