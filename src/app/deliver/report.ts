import type { Instant } from "../../domain/instants.ts";
import { owed, triesAt, type Intent, type Progress } from "../../domain/report/owed.ts";
import type { Log } from "../ports/log.ts";
import { amendReport, type Change, type Loaded } from "../report/document.ts";
import { perform, tell } from "./perform.ts";
import type { DeliverDeps, Performed } from "./performed.ts";

/** How long a try is left alone before somebody else may take it for lost: longer than the messenger's own retries last. */
const claimMs = 120_000;
/** The longest wait between two tries of the same intent. A telling is never given up for passing faults. */
const longestWaitMs = 300_000;
const firstWaitMs = 2_000;

/** Intents that are sent together: all of one person's tellings on one card, everything else alone. */
interface Batch {
  readonly intents: readonly Intent[];
  readonly run: (now: Loaded) => Performed | Promise<Performed>;
}

const claimed = (progress: Progress, ready: readonly Intent[], asOf: Instant): Progress => {
  const tries = ready.map(
    ({ key }) => [key, { count: (progress.tries[key]?.count ?? 0) + 1, notBefore: asOf + claimMs }] as const,
  );
  return { ...progress, tries: { ...progress.tries, ...Object.fromEntries(tries) } };
};

/**
 * Marks what is about to be tried, durably and before it is tried: a second replica or a later tick leaves it alone, and
 * after a crash exactly these may be said twice.
 */
const claimReady = async ({ records, clock }: DeliverDeps, id: string) => {
  let ready: readonly Intent[] = [];
  const now = await amendReport(records, id, ({ report, facts, progress }) => {
    const asOf = clock.now();
    ready = owed(report, facts, progress).filter((intent) => triesAt(intent, progress) <= asOf);
    return ready.length === 0 ? null : { facts: [], progress: claimed(progress, ready, asOf) };
  });
  return { now, ready };
};

const batches = (deps: DeliverDeps, ready: readonly Intent[]): readonly Batch[] => {
  const tells = ready.filter((intent) => intent.kind === "tell");
  const people = Map.groupBy(tells, ({ to }) => to);
  const together = [...people].map(([to, intents]): Batch => {
    return {
      intents,
      run: (now) =>
        tell(
          deps,
          now,
          to,
          intents.map(({ telling }) => telling),
        ),
    };
  });
  const alone = ready
    .filter((intent) => intent.kind !== "tell")
    .map((intent): Batch => ({ intents: [intent], run: (now) => perform(deps, now, intent) }));
  return [...together, ...alone];
};

const waitFor = (progress: Progress, key: string, afterMs: number): number =>
  Math.max(afterMs, Math.min(longestWaitMs, firstWaitMs * 2 ** (progress.tries[key]?.count ?? 1)));

/** What a settled or postponed batch changes on the report, whatever happened to it meanwhile. */
const applied =
  ({ intents }: Batch, done: Performed, asOf: Instant) =>
  ({ progress }: Loaded): Change => {
    const keys = intents.map(({ key }) => key);
    const others = Object.fromEntries(Object.entries(progress.tries).filter(([key]) => !keys.includes(key)));
    if (done.outcome === "later") {
      const again = keys.map((key) => {
        const count = progress.tries[key]?.count ?? 1;
        return [key, { count, notBefore: asOf + waitFor(progress, key, done.afterMs) }] as const;
      });
      return { facts: [], progress: { ...progress, tries: { ...others, ...Object.fromEntries(again) } } };
    }
    const said = done.said === true ? keys : [];
    return {
      facts: done.facts,
      progress: { shown: { ...progress.shown, ...done.shown }, said: [...progress.said, ...said], tries: others },
    };
  };

/** A fault of our own must not keep the others from leaving: it is logged and tried again. */
const tried = async (batch: Batch, now: Loaded, log: Log): Promise<Performed> => {
  try {
    return await batch.run(now);
  } catch (fault) {
    log.error("delivery failed", { ref: now.report.ref, error: fault instanceof Error ? fault.name : "unknown" });
    return { outcome: "later", afterMs: firstWaitMs, why: "fault" };
  }
};

const deliverBatch = async (deps: DeliverDeps & { readonly log: Log }, now: Loaded, batch: Batch): Promise<void> => {
  const done = await tried(batch, now, deps.log);
  const intents = batch.intents.map(({ kind }) => kind).join(" ");
  deps.log.info(done.outcome === "later" ? "delivery postponed" : "delivered", { ref: now.report.ref, kind: intents });
  await amendReport(deps.records, now.id, applied(batch, done, deps.clock.now()));
};

/** Rounds in one go: addressing makes tellings, tellings make copies stale; the rest waits for the next tick. */
const rounds = 6;

/**
 * Sends everything a report owes by now, side by side, keeping what came of each at once. At least once, never lost: a
 * crash between Teams' acceptance and our keeping it repeats that message after two minutes.
 */
export const deliverReport = async (deps: DeliverDeps & { readonly log: Log }, id: string): Promise<void> => {
  for (let round = 0; round < rounds; round += 1) {
    const { now, ready } = await claimReady(deps, id);
    if (now === undefined || ready.length === 0) return;
    await allEnded(batches(deps, ready).map((batch) => deliverBatch(deps, now, batch)));
  }
};

/** Whoever waits for this must not take it for ended, close the store, or begin again, while another batch is still out. */
const allEnded = async (work: readonly Promise<void>[]): Promise<void> => {
  await Promise.allSettled(work);
  await Promise.all(work);
};
