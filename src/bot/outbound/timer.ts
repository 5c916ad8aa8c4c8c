import { performance } from "node:perf_hooks";

/** Waiting, apart from the clock that says what time it is: a rehearsal may move that clock, Teams' limits do not care. */
export interface Timer {
  /** Milliseconds, monotonic. */
  now(): number;
  sleep(ms: number): Promise<void>;
}

export const realTimer: Timer = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};
