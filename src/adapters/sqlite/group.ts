import type { DatabaseSync } from "node:sqlite";
import { NotDurable } from "../../app/ports/records.ts";
import { asFault, asNotDurable } from "./faults.ts";

/** A longer queue is cut into several transactions, so that no turn waits behind a thousand others. */
const largestGroup = 64;

/** One caller's write: run, perhaps again, inside a transaction; told its outcome only after the COMMIT. */
interface Write {
  readonly run: () => void;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

export interface Group {
  /** Resolves with what `statements` returned once it is durable. Rejects with `NotDurable`, or with what `statements` threw. */
  write<T>(statements: () => T): Promise<T>;
  /** Commits what is waiting and takes no more. */
  end(): void;
}

/**
 * Gathers the writes of concurrent turns into one transaction, because a durable COMMIT costs one disk flush whether it
 * carries one write or thirty. Nothing is told to a caller before that flush.
 */
export const groupedWrites = (db: DatabaseSync): Group => {
  const waiting: Write[] = [];
  let ended = false;
  const flushOne = (): void => commitTogether(db, waiting.splice(0, largestGroup));
  const flush = (): void => {
    flushOne();
    // Not in a loop: those who have just been told go on before the next group is written.
    if (waiting.length > 0) setImmediate(flush);
  };
  const enqueue = (write: Write): void => {
    if (waiting.push(write) === 1) setImmediate(flush);
  };
  return {
    write: (statements) =>
      ended ? Promise.reject(new NotDurable("Not saved: the store is closed.")) : promised(statements, enqueue),
    end: () => {
      ended = true;
      while (waiting.length > 0) flushOne();
    },
  };
};

const promised = <T>(statements: () => T, enqueue: (write: Write) => void): Promise<T> =>
  new Promise<T>((resolve, reject) => {
    const outcome: { value?: T } = {};
    enqueue({
      run: () => {
        outcome.value = statements();
      },
      resolve: () => {
        if ("value" in outcome) resolve(outcome.value);
      },
      reject,
    });
  });

/**
 * One transaction for all. When one write fails, it alone is rejected and the rest are run again without it: some
 * faults make SQLite roll back everything, so what ran before it cannot be kept. A failed COMMIT rejects them all.
 */
const commitTogether = (db: DatabaseSync, group: Write[]): void => {
  for (let writes = group; writes.length > 0;) {
    const failed = attempt(db, writes);
    if (failed === "all done") return;
    const rejected = failed.write === "all" ? writes : [failed.write];
    for (const write of rejected) write.reject(failed.why);
    writes = writes.filter((write) => !rejected.includes(write));
  }
};

type Attempt = "all done" | { readonly write: Write | "all"; readonly why: Error };

const attempt = (db: DatabaseSync, writes: readonly Write[]): Attempt => {
  let running: Write | "all" = "all";
  try {
    // Takes the write lock at once: a transaction that begins as a reader can be refused half-way.
    db.exec("BEGIN IMMEDIATE");
    for (running of writes) running.run();
    running = "all";
    db.exec("COMMIT");
  } catch (error) {
    undo(db);
    return { write: running, why: running === "all" ? asNotDurable(error) : asFault(error) };
  }
  for (const write of writes) write.resolve();
  return "all done";
};

const undo = (db: DatabaseSync): void => {
  try {
    if (db.isTransaction) db.exec("ROLLBACK");
  } catch {
    // The fault that brought us here is the one worth telling; the next BEGIN says if the store is still broken.
  }
};
