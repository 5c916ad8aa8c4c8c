import { z } from "zod";
import type { Clock } from "../../app/ports/clock.ts";
import type { RecordKey, Records } from "../../app/ports/records.ts";
import type { Instant } from "../../domain/instants.ts";

/** A clock that can be put to another moment and runs on from there, forward or back. For the rehearsal room and tests. */
export interface MovableClock extends Clock {
  /** Resolves when the move would survive a restart. Rejects with `NotDurable`, and has not moved then. */
  moveTo(instant: Instant): Promise<void>;
}

/** Forgets its moves when the process ends. */
export const movableClock = (system: Clock): MovableClock => clockMovedBy(system, 0, () => Promise.resolve());

const settingKey: RecordKey = { kind: "setting", id: "clock" };
const settingSchema = z.strictObject({
  /** Milliseconds ahead of the system's clock. */
  offset: z.int(),
});

/** Keeps its distance from the system's clock in a setting, so that a restart finds the same day again. */
export const keptClock = async (system: Clock, records: Records): Promise<MovableClock> => {
  const stored = await records.read(settingKey);
  const { offset } = stored === undefined ? { offset: 0 } : settingSchema.parse(stored.body);
  return clockMovedBy(system, offset, (to) => keep(records, to));
};

const keep = async (records: Records, offset: number): Promise<void> => {
  const expectedVersion = (await records.read(settingKey))?.version ?? 0;
  const outcome = await records.commit({ ...settingKey, expectedVersion, body: { offset }, dueAt: null, keys: [] });
  // Two moves at once: the later one stands, as it would on a wall.
  if (outcome === "conflict") await keep(records, offset);
};

const clockMovedBy = (system: Clock, start: number, kept: (offset: number) => Promise<void>): MovableClock => {
  let offset = start;
  return {
    now: () => system.now() + offset,
    moveTo: async (instant) => {
      const wanted = instant - system.now();
      await kept(wanted);
      offset = wanted;
    },
  };
};
