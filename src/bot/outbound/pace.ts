import { createLanes } from "./lanes.ts";
import type { Timer } from "./timer.ts";

/** At most `count` messages in any `ms` milliseconds. */
export interface Limit {
  readonly count: number;
  readonly ms: number;
}

export interface Limits {
  readonly thread: readonly Limit[];
  readonly tenant: readonly Limit[];
}

/** Teams' own, per bot and thread, and the request rate of one app in one tenant. */
export const teamsLimits = (tenantRate: number): Limits => ({
  thread: [
    { count: 7, ms: 1_000 },
    { count: 8, ms: 2_000 },
    { count: 60, ms: 30_000 },
    { count: 1_800, ms: 3_600_000 },
  ],
  tenant: [{ count: tenantRate, ms: 1_000 }],
});

/** A millisecond beyond the window, because the other side's clock decides. */
const margin = 1;

/** The soonest moment, not before `now`, at which one more keeps every limit. `sent` ascends. */
export const soonest = (sent: readonly number[], limits: readonly Limit[], now: number): number =>
  limits.reduce((at, { count, ms }) => {
    const blocking = sent.at(-count);
    return blocking === undefined ? at : Math.max(at, blocking + ms + margin);
  }, now);

/**
 * Waits until a message may leave: first its thread's limits, then its tenant's. One at a time in each, in the order of
 * asking, and what counts is when it did leave: a moment reserved ahead would be kept by nobody who wakes late.
 */
export const createPace = (limits: Limits, timer: Timer) => {
  const inLine = createLanes();
  const sent = new Map<string, readonly number[]>();
  const longest = Math.max(...limits.thread.map(({ ms }) => ms), ...limits.tenant.map(({ ms }) => ms));
  let sweepAt = 0;

  const left = (line: string, of: readonly Limit[]): void => {
    const most = Math.max(...of.map(({ count }) => count));
    sent.set(line, [...(sent.get(line) ?? []), timer.now()].slice(-most));
  };

  /** Threads that have been quiet for longer than any window are forgotten. */
  const sweep = (now: number): void => {
    if (now < sweepAt) return;
    sweepAt = now + longest;
    for (const [line, times] of sent) if ((times.at(-1) ?? 0) < now - longest) sent.delete(line);
  };

  const waitIn = async (line: string, of: readonly Limit[]): Promise<void> => {
    for (;;) {
      const now = timer.now();
      const wait = soonest(sent.get(line) ?? [], of, now) - now;
      if (wait <= 0) return;
      await timer.sleep(wait);
    }
  };

  return (thread: string, tenant: string): Promise<void> => {
    const [threadLine, tenantLine] = [`thread ${thread}`, `tenant ${tenant}`];
    sweep(timer.now());
    return inLine(threadLine, async () => {
      await waitIn(threadLine, limits.thread);
      await inLine(tenantLine, async () => {
        await waitIn(tenantLine, limits.tenant);
        left(tenantLine, limits.tenant);
        left(threadLine, limits.thread);
      });
    });
  };
};
export type Pace = ReturnType<typeof createPace>;
