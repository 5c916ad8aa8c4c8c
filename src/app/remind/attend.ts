import type { CaseEntry } from "../../domain/case/facts.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { londonDate } from "../../time/london.ts";
import { commitOf, readCase, type HeldCase } from "../cases/kept.ts";
import type { RemindDeps } from "./deps.ts";
import { digestOfCase, keptDigests } from "./digest-kept.ts";
import { itemsOfCase } from "./items.ts";
import { ensureReminder } from "./overdue.ts";
import { keptReminders, reminderOfCase } from "./reminder-kept.ts";

const byOf = (entry: CaseEntry | undefined): PersonId | null => {
  if (entry === undefined) return null;
  if (entry.kind === "happened") return entry.happened.by;
  return "by" in entry ? entry.by : null;
};

/** Ends the reminders of what is overdue no more. */
const endMet = async (deps: RemindDeps, ref: string, overdue: ReadonlySet<string>, at: Instant): Promise<void> => {
  const kept = keptReminders(deps.records);
  for (const { id } of await kept.find(reminderOfCase(ref)))
    if (!overdue.has(id))
      await kept.amend(id, ({ state }) => (state.metAt === null ? { facts: [{ kind: "met", at }] } : null));
};

/** Has this morning's digests drawn anew in which the case stands, once for each entry. */
const redraw = async (deps: RemindDeps, { state: { ref }, sealed }: HeldCase, at: Instant): Promise<void> => {
  const kept = keptDigests(deps.records);
  const entries = sealed.length;
  const by = byOf(sealed.at(-1)?.fact);
  const last = sealed.at(-1)?.fact.at ?? 0;
  for (const { id } of await kept.find(digestOfCase(londonDate(at), ref)))
    await kept.amend(id, ({ state }) =>
      state.at > last || state.changes.some((one) => one.case === ref && one.entries === entries)
        ? null
        : { facts: [{ kind: "changed", at, case: ref, entries, by }] },
    );
};

/**
 * What the metronome does with a case that is due: a duty changed its state, or somebody did something. Opens reminders of
 * what became overdue, ends those of what was met, has digests drawn anew, and moves the case on to its next change. All of
 * it may be repeated. A conflict at the end means that somebody has just written the case, and it is due again by that.
 */
export const attendCase = async (deps: RemindDeps, ref: string): Promise<void> => {
  const held = await readCase(deps.records, ref);
  if (held === undefined) return;
  // One instant for all: what changes between two readings of the clock would be passed over.
  const asOf = deps.clock.now();
  const overdue = itemsOfCase(deps, held.state, asOf).filter(({ duty }) => duty.state === "overdue");
  for (const item of overdue) await ensureReminder(deps, item, asOf);
  await endMet(deps, held.state.ref, new Set(overdue.map(({ duty }) => duty.id)), asOf);
  await redraw(deps, held, asOf);
  await deps.records.commit(commitOf({ ...held, version: held.version + 1 }, deps.rules, asOf));
  deps.nudge();
};
