import type { Clock } from "../ports/clock.ts";
import type { Log } from "../ports/log.ts";
import type { RecordKind, Records, Stored } from "../ports/records.ts";

export interface MetronomeDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly log: Log;
  /** What is done about a document of this kind that is due. It must move the document's due instant, or fail. */
  readonly handlers: Partial<Record<RecordKind, (stored: Stored) => Promise<void>>>;
}

export interface Metronome {
  /** Looks soon, without waiting for the next beat. */
  nudge(): void;
  /** Looks until nothing is due any more. For tests, and for a clock that was moved. */
  settle(): Promise<void>;
  start(everyMs: number): void;
  /** No new work; resolves when what is under way has ended. */
  stop(): Promise<void>;
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

/**
 * Asks the store for documents whose due instant has passed, takes a lease on each, and has them handled. State is in the
 * store: two metronomes on one store need no coordinator, and a restart loses nothing.
 */
export const createMetronome = (deps: MetronomeDeps): Metronome => {
  const { records, clock, log } = deps;
  const underWay = new Map<string, Promise<boolean>>();
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const take = (stored: Stored): Promise<boolean> => {
    const key = `${stored.kind} ${stored.id}`;
    const handled = handle(deps, stored).finally(() => {
      underWay.delete(key);
    });
    underWay.set(key, handled);
    return handled;
  };

  const beat = async (): Promise<readonly Promise<boolean>[]> => {
    const room = atOnce - underWay.size;
    if (room <= 0) return [];
    try {
      const page = await records.due(clock.now(), atOnce);
      const free = page.filter(({ kind, id }) => !underWay.has(`${kind} ${id}`));
      return free.slice(0, room).map(take);
    } catch (fault) {
      log.error("the store could not be asked what is due", { error: nameOf(fault) });
      return [];
    }
  };

  /** A document that became due again while it was handled is looked at once more when that ends. */
  const run = async (): Promise<void> => {
    if (stopped) return;
    const taken = await beat();
    void Promise.all(taken).then((handled) => {
      if (handled.includes(true)) void run();
    });
  };

  return {
    nudge: () => void setImmediate(() => void run()),
    async settle() {
      for (;;) {
        const taken = await beat();
        const handled = await Promise.all([...taken, ...underWay.values()]);
        if (!handled.includes(true)) return;
      }
    },
    start(everyMs) {
      timer = setInterval(() => void run(), everyMs);
      void run();
    },
    async stop() {
      stopped = true;
      clearInterval(timer);
      await Promise.all(underWay.values());
    },
  };
};
