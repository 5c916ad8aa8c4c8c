import type { z } from "zod";
import type { Attempt, GraphCall, Line } from "./line.ts";
import type { Patience } from "./options.ts";
import { createPlaces } from "./places.ts";

export type Refused = { readonly outcome: "refused"; readonly status: number; readonly code: string };
export type Later = { readonly outcome: "later"; readonly why: string; readonly afterMs: number };
export type Answer<T> = { readonly outcome: "answered"; readonly body: T } | Refused | Later;

export interface Question<T> extends GraphCall {
  /** Whose mailbox Graph counts the request against. */
  readonly mailbox: string;
  readonly reads: z.ZodType<T>;
  /** Left out: as patience has it. */
  readonly tries?: number;
}

interface AskingDeps {
  readonly line: Line;
  readonly timer: { sleep(ms: number): Promise<void> };
  readonly random: () => number;
  readonly patience: Patience;
}

/** Outlook lets one application send this many requests at once to one mailbox (429 beyond). */
const atOnce = 4;

/**
 * Asks Graph, again while the fault may pass, and never with more than four requests at once in a mailbox. What may be asked
 * twice in this way is what does the same twice.
 */
export const createAsking = ({ line, timer, random, patience }: AskingDeps) => {
  const inPlace = createPlaces(atOnce);

  /** Half the wait is fixed and half is chance, so that many do not knock together. */
  const backoff = (tried: number): number =>
    Math.min(patience.longestMs, patience.firstMs * 2 ** (tried - 1)) * (0.5 + random() / 2);

  const ask = async <T>({ reads, tries = patience.tries, mailbox, ...call }: Question<T>): Promise<Answer<T>> => {
    for (let tried = 1; ; tried += 1) {
      const attempt = readBy(reads, await inPlace(mailbox.toLowerCase(), () => line(call)));
      if (attempt.outcome !== "passing") return attempt;
      const waitMs = Math.max(attempt.afterMs ?? 0, backoff(tried));
      if (tried >= tries || waitMs > patience.longestMs) return givenUp(attempt, waitMs);
      await timer.sleep(waitMs);
    }
  };
  return { ask, backoff, sleep: (ms: number): Promise<void> => timer.sleep(ms), patience };
};
export type Asking = ReturnType<typeof createAsking>;

type Read<T> = { readonly outcome: "answered"; readonly body: T } | Exclude<Attempt, { readonly outcome: "answered" }>;

const readBy = <T>(reads: z.ZodType<T>, attempt: Attempt): Read<T> => {
  if (attempt.outcome !== "answered") return attempt;
  const parsed = reads.safeParse(attempt.body);
  if (parsed.success) return { outcome: "answered", body: parsed.data };
  return { outcome: "passing", status: 200, code: "unexpected answer", afterMs: null };
};

const givenUp = ({ status, code }: Extract<Attempt, { outcome: "passing" }>, afterMs: number): Later => ({
  outcome: "later",
  why: status === 0 ? `Microsoft 365 did not answer (${code})` : `Microsoft 365 answered ${String(status)} ${code}`,
  afterMs: Math.ceil(afterMs),
});
