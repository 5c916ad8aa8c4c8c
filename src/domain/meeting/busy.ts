import type { Slot } from "./facts.ts";

/** A stretch of somebody's time that is taken. */
export type Busy = Slot & { readonly kind: "busy" | "tentative" | "away" };

/** What a person cannot move wins where two overlap. */
const strength = { tentative: 0, busy: 1, away: 2 } as const satisfies Record<Busy["kind"], number>;

/** Ascending, and nothing overlaps: neighbours of one kind are one. */
export const mergedBusy = (busy: readonly Busy[]): readonly Busy[] => {
  const edges = [...new Set(busy.flatMap(({ from, to }) => [from, to]))].sort((a, b) => a - b);
  const pieces = edges.slice(0, -1).flatMap((from, index): Busy[] => {
    const to = edges[index + 1] ?? from;
    const over = busy.filter((each) => each.from <= from && each.to >= to);
    const strongest = over.toSorted((a, b) => strength[b.kind] - strength[a.kind])[0];
    return strongest === undefined ? [] : [{ kind: strongest.kind, from, to }];
  });
  return pieces.reduce<Busy[]>((joined, piece) => {
    const last = joined.at(-1);
    if (last?.kind === piece.kind && last.to === piece.from) joined[joined.length - 1] = { ...last, to: piece.to };
    else joined.push(piece);
    return joined;
  }, []);
};
