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
 * Waits until a message may leave: first its thread's limits, then its tenant's. Callers of one thread must come one after
 * the other (the outbox sees to it); the tenant's line is kept here.
 */
export const createPace = (limits: Limits, timer: Timer) => {
  const sent = new Map<string, number[]>();
  const longest = Math.max(0, ...limits.thread.map(({ ms }) => ms), ...limits.tenant.map(({ ms }) => ms));
  let sweepAt = 0;

  const reserve = (line: string, of: readonly Limit[], now: number): number => {
    const times = sent.get(line) ?? [];
    const at = soonest(times, of, now);
    const most = Math.max(1, ...of.map(({ count }) => count));
    sent.set(line, [...times, at].slice(-most));
    return at;
  };

  /** Threads that have been quiet for longer than any window are forgotten. */
  const sweep = (now: number): void => {
    if (now < sweepAt) return;
    sweepAt = now + longest;
    for (const [line, times] of sent) if ((times.at(-1) ?? 0) < now - longest) sent.delete(line);
  };

  const waitFor = async (at: number): Promise<void> => {
    const wait = at - timer.now();
    if (wait > 0) await timer.sleep(wait);
  };

  return async (thread: string, tenant: string): Promise<void> => {
    sweep(timer.now());
    await waitFor(reserve(`thread ${thread}`, limits.thread, timer.now()));
    await waitFor(reserve(`tenant ${tenant}`, limits.tenant, timer.now()));
  };
};
export type Pace = ReturnType<typeof createPace>;
