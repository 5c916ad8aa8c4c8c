import { heldCase } from "../../src/app/cases/kept.ts";
import type { KeptCase } from "../../src/domain/case/fold.ts";
import type { Watchful } from "./watchful.ts";

export const everyCase = async ({ service: { records } }: Watchful): Promise<KeptCase[]> => {
  const all: KeptCase[] = [];
  for (let after = ""; ;) {
    const page = await records.list("case", { limit: 1_000, after });
    all.push(...page.map((stored) => heldCase(stored).state));
    const last = page.at(-1);
    if (last === undefined || page.length < 1_000) return all;
    after = last.id;
  }
};

export const oneCase = async ({ service: { records } }: Watchful, id: string): Promise<KeptCase | undefined> => {
  const stored = await records.read({ kind: "case", id });
  return stored === undefined ? undefined : heldCase(stored).state;
};

export const inGroups = async <T>(
  items: readonly T[],
  size: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> => {
  for (let at = 0; at < items.length; at += size) await Promise.all(items.slice(at, at + size).map(work));
};
