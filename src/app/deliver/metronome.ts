import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import { recordKinds, type RecordKind, type Records, type Stored } from "../ports/records.ts";

export interface MetronomeDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly log: Log;
  /** What is done about a document of this kind that is due. It must move the document's due instant, or fail. */
  readonly handlers: Partial<Record<RecordKind, (stored: Stored) => Promise<void>>>;
}

export interface Metronome {
  /** Looks soon, without waiting for the next beat. */
  readonly nudge: () => void;
  /** Looks until nothing is due any more. For tests, and for a clock that was moved. */
  readonly settle: () => Promise<void>;
  readonly start: (everyMs: number) => void;
  /** No new work; resolves when what is under way has ended. */
  readonly stop: () => Promise<void>;
}

/** Documents handled side by side; a slow one keeps only itself waiting. */
const atOnce = 64;
/** A document whose handler failed is left alone this long, so that one bad record cannot starve the others. */
const leaseMs = 30_000;

const nameOf = (fault: unknown): string => (fault instanceof Error ? fault.name : "unknown");

/** Handles one document under a lease. True when it was handled. */
const handle = async ({ records, clock, log, handlers }: MetronomeDeps, stored: Stored): Promise<boolean> => {
  const asOf = clock.now();
  try {
    if (!(await records.claim(stored, stored.version, asOf, asOf + leaseMs))) return false;
    await handlers[stored.kind]?.(stored);
    await records.release(stored);
    return true;
  } catch (fault) {
    log.error("could not be handled", { kind: stored.kind, record: stored.id, error: nameOf(fault) });
    return false;
  }
};

interface Work {
  /** Looks once, and returns the documents it has begun to handle. Never rejects. */
  look(): Promise<readonly Promise<boolean>[]>;
  underWay(): Promise<readonly boolean[]>;
}

/** What this process has in hand: a document is handled once at a time, however often it is seen to be due. */
const workOf = (deps: MetronomeDeps): Work => {
  const inHand = new Map<string, Promise<boolean>>();
  // What nobody handles would come back at every look, and keep what is behind it waiting.
  const kinds = recordKinds.filter((kind) => deps.handlers[kind] !== undefined);
  const keyOf = ({ kind, id }: Stored): string => `${kind} ${id}`;
  const take = (stored: Stored): Promise<boolean> => {
    const handled = handle(deps, stored).finally(() => {
      inHand.delete(keyOf(stored));
    });
    inHand.set(keyOf(stored), handled);
    return handled;
  };
  return {
    underWay: () => Promise.all(inHand.values()),
    look: async () => {
      if (inHand.size >= atOnce) return [];
      try {
        const page = await deps.records.due(deps.clock.now(), atOnce, kinds);
        const free = page.filter((stored) => !inHand.has(keyOf(stored)));
        return free.slice(0, atOnce - inHand.size).map(take);
      } catch (fault) {
        deps.log.error("the store could not be asked what is due", { error: nameOf(fault) });
        return [];
      }
    },
  };
};

/**
 * Asks the store for documents whose due instant has passed, takes a lease on each, and has them handled. State is in the
 * store: two metronomes on one store need no coordinator, and a restart loses nothing.
 */
export const createMetronome = (deps: MetronomeDeps): Metronome => {
  const work = workOf(deps);
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  /** A document that became due again while it was handled is looked at once more when that ends. */
  const run = async (): Promise<void> => {
    if (stopped) return;
    const taken = await work.look();
    void Promise.all(taken).then((handled) => {
      if (handled.includes(true)) void run();
    });
  };

  return {
    nudge: () => void setImmediate(() => void run()),
    settle: async () => {
      for (let busy = true; busy;) {
        const taken = await work.look();
        busy = [...(await Promise.all(taken)), ...(await work.underWay())].includes(true);
      }
    },
    start: (everyMs) => {
      timer = setInterval(() => void run(), everyMs);
      void run();
    },
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await work.underWay();
    },
  };
};
