import type { Timer } from "../../../src/bot/outbound/timer.ts";

/** A timer whose waits are over at once, and which says how long they would have been. */
export const jumpingTimer = (): Timer & { readonly waits: readonly number[] } => {
  let now = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => now,
    sleep: (ms) => {
      now += ms;
      waits.push(ms);
      return Promise.resolve();
    },
  };
};
