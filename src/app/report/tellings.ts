import type { Telling } from "../../domain/report/facts.ts";
import type { Applied } from "../../rules/types.ts";

const earlier = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.min(a, b);

/** Two clauses that want the same post told in the same way at the same time are one telling, under both ids. */
const sameTelling = (a: Telling, b: Telling): boolean =>
  a.post === b.post && a.how === b.how && a.leaveAt === b.leaveAt;

/**
 * The tellings that an assessment owes: one for each post and way of telling, with every clause that asks for it and the
 * earliest of their deadlines. `first` numbers them on from those a report already has.
 */
export const tellingsFor = (
  { clauses }: { readonly clauses: readonly Pick<Applied, "id" | "tell">[] },
  first = 1,
): readonly Telling[] => {
  const wanted = clauses.flatMap(({ id, tell }) => tell.map((each): Telling => ({ id: "", ...each, clauses: [id] })));
  const merged = wanted.reduce<Telling[]>((list, telling) => {
    const at = list.findIndex((known) => sameTelling(known, telling));
    const known = list[at];
    if (known === undefined) return [...list, telling];
    const both = {
      ...known,
      clauses: [...known.clauses, ...telling.clauses],
      dueAt: earlier(known.dueAt, telling.dueAt),
    };
    return list.with(at, both);
  }, []);
  return merged.map((telling, index) => ({ ...telling, id: `t${String(first + index)}` }));
};
