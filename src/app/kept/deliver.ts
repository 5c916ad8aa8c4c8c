import type { Clock } from "../ports/clock.ts";
import { openDues, type Due, type Held, type KeptFacts } from "./facts.ts";

/** What came of one thing owed: facts to keep, or a wait in milliseconds before the next try. */
export type Settled<F> =
  | { readonly outcome: "settled"; readonly facts: readonly F[] }
  | { readonly outcome: "later"; readonly afterMs: number };

/** How long a try is left alone before it is taken for lost. */
const claimMs = 120_000;
/** Steps in one go: one thing settled may owe the next. */
const rounds = 6;

const claim = async <F, S, D extends Due>(kept: KeptFacts<F, S, D>, id: string, clock: Clock) => {
  let ready: readonly D[] = [];
  const now = await kept.amend(id, (held) => {
    const asOf = clock.now();
    ready = openDues(kept.shape, held).filter(({ leaveAt }) => leaveAt <= asOf);
    if (ready.length === 0) return null;
    const tries = Object.fromEntries(ready.map(({ key }) => [key, asOf + claimMs]));
    return { facts: [], progress: { ...held.progress, tries: { ...held.progress.tries, ...tries } } };
  });
  return { now, ready };
};

const keep = <F, S, D extends Due>(kept: KeptFacts<F, S, D>, id: string, key: string, done: Settled<F>, clock: Clock) =>
  kept.amend(id, ({ progress }) => {
    if (done.outcome === "later") {
      const again = { ...progress.tries, [key]: clock.now() + Math.max(2_000, done.afterMs) };
      return { facts: [], progress: { ...progress, tries: again } };
    }
    const tries = Object.fromEntries(Object.entries(progress.tries).filter(([known]) => known !== key));
    return { facts: done.facts, progress: { done: [...progress.done, key], tries } };
  });

/** Settles what a record owes by now, one after the other. At least once, never lost: a crash repeats it after two minutes. */
export const deliverKept = async <F, S, D extends Due>(
  kept: KeptFacts<F, S, D>,
  id: string,
  clock: Clock,
  perform: (now: Held<F, S>, due: D) => Promise<Settled<F>>,
): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) {
    const { now, ready } = await claim(kept, id, clock);
    if (now === undefined || ready.length === 0) return;
    for (const due of ready) await keep(kept, id, due.key, await perform(now, due), clock);
  }
};
