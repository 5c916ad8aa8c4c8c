import type { Timer } from "../../src/bot/outbound/timer.ts";

interface Waiting {
  readonly at: number;
  readonly wake: () => void;
}

/**
 * A timer that jumps to the next moment at which somebody wakes. As on a busy machine nobody wakes on the dot: `late` says
 * by how many milliseconds not.
 */
export const virtualTimer = (late: () => number) => {
  let now = 0;
  let waiting: Waiting[] = [];
  const timer: Timer = {
    now: () => now,
    sleep: (ms) =>
      new Promise((wake) => {
        waiting.push({
          at: now + ms + late(),
          wake: () => {
            wake(undefined);
          },
        });
      }),
  };
  /** Runs until `work` is done; throws when it waits for something that will never come. */
  const run = async <T>(work: Promise<T>): Promise<T> => {
    const state = { done: false };
    const ended = work.finally(() => {
      state.done = true;
    });
    for (;;) {
      await new Promise(setImmediate);
      if (state.done) return ended;
      const next = waiting.toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined) throw new Error("Nobody sleeps, and it does not end.");
      waiting = waiting.filter((each) => each !== next);
      now = Math.max(now, next.at);
      next.wake();
    }
  };
  return { timer, run };
};
