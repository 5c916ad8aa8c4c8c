import type { RecordKey, RecordKind, Records, Stored } from "../ports/records.ts";
import { recordKinds } from "../ports/records.ts";
import { every } from "./every.ts";

export interface StoreCheck {
  readonly counts: Readonly<Record<RecordKind, number>>;
  /** Reports that nobody and nothing will take further, or that cannot be read: each is a fault. Empty when all is well. */
  readonly stuck: readonly { readonly record: RecordKey; readonly why: string }[];
}

/**
 * Counts documents by kind and asks every report for its next step. `nextStepOf` answers in words ("closed" is a step),
 * null when there is none, and throws when the document is no report.
 */
export const checkStore = async (
  records: Pick<Records, "list" | "count">,
  nextStepOf: (stored: Stored) => string | null,
): Promise<StoreCheck> => {
  const stuck: { record: RecordKey; why: string }[] = [];
  for await (const stored of every(records, "report")) {
    const why = whyStuck(stored, nextStepOf);
    if (why !== null) stuck.push({ record: { kind: stored.kind, id: stored.id }, why });
  }
  return { counts: await countsOf(records), stuck };
};

const countsOf = async (records: Pick<Records, "count">): Promise<Record<RecordKind, number>> => {
  const counts = { report: 0, draft: 0, conversation: 0, turn: 0, seal: 0, setting: 0, cover: 0, doubt: 0 };
  for (const kind of recordKinds) counts[kind] = await records.count(kind);
  return counts;
};

const whyStuck = (stored: Stored, nextStepOf: (stored: Stored) => string | null): string | null => {
  try {
    return nextStepOf(stored) === null ? "it is open and has no next step" : null;
  } catch (error) {
    return `it cannot be read as a report (${error instanceof Error ? error.name : "unknown fault"})`;
  }
};
