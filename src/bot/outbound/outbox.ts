import type { Connector, ConnectorCall, Attempt } from "./connector.ts";
import { createLanes } from "./lanes.ts";
import type { Pace } from "./pace.ts";
import type { Timer } from "./timer.ts";

/** How often and how long a passing fault is tried again. */
export interface Patience {
  readonly tries: number;
  /** Milliseconds before the second try; doubled for each one after. */
  readonly firstMs: number;
  /** Longest single wait. A Retry-After beyond it is handed back as `later`: nobody waits here that long. */
  readonly longestMs: number;
}
export const patience: Patience = { tries: 5, firstMs: 500, longestMs: 8_000 };

export type Posted =
  | { readonly outcome: "accepted"; readonly id: string }
  | { readonly outcome: "refused"; readonly status: number; readonly code: string }
  | { readonly outcome: "later"; readonly why: string; readonly afterMs: number };

export interface Parcel extends ConnectorCall {
  /** The conversation whose limits count. */
  readonly thread: string;
  readonly tenant: string;
}

export interface OutboxDeps {
  readonly connector: Pick<Connector, "send">;
  readonly pace: Pace;
  readonly timer: Timer;
  /** A number from 0 to 1, for the jitter. */
  readonly random: () => number;
  readonly patience?: Patience;
}

/**
 * Sends in order within a lane, inside Teams' limits, and tries again what may pass. A line that broke after Teams had
 * accepted cannot be told from one that broke before, so a message may arrive twice; it is never dropped in silence.
 */
export const createOutbox = ({ connector, pace, timer, random, patience: p = patience }: OutboxDeps) => {
  const inLane = createLanes();

  /** Half the wait is fixed and half is chance, so that many bots do not knock together. */
  const backoff = (tried: number): number => Math.min(p.longestMs, p.firstMs * 2 ** (tried - 1)) * (0.5 + random() / 2);

  const post = async (parcel: Parcel): Promise<Posted> => {
    for (let tried = 1; ; tried += 1) {
      await pace(parcel.thread, parcel.tenant);
      const attempt = await connector.send(parcel);
      if (attempt.outcome !== "passing") return attempt;
      const waitMs = Math.max(attempt.afterMs ?? 0, backoff(tried));
      if (tried >= p.tries || waitMs > p.longestMs) return givenUp(attempt, waitMs);
      await timer.sleep(waitMs);
    }
  };

  return {
    post,
    /** Runs `work` after everything that was put in this lane before. */
    inLane,
  };
};
export type Outbox = ReturnType<typeof createOutbox>;

const givenUp = ({ status, code }: Extract<Attempt, { outcome: "passing" }>, afterMs: number): Posted => ({
  outcome: "later",
  why: status === 0 ? `no answer (${code})` : `${String(status)} ${code}`,
  afterMs: Math.ceil(afterMs),
});
