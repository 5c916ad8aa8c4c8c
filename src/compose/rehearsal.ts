import type { Server } from "restify";
import type { MovableClock } from "../adapters/clock/movable.ts";
import { scheduleSeal } from "../app/audit/seal.ts";
import { scheduleRound } from "../app/remind/round.ts";
import { scheduleSummary } from "../app/remind/summary.ts";
import { leapOver } from "../app/operations/heartbeat.ts";
import type { Metronome } from "../app/deliver/metronome.ts";
import type { Calls } from "../app/ports/calls.ts";
import type { Log } from "../app/ports/log.ts";
import type { Records } from "../app/ports/records.ts";
import type { House } from "./house.ts";
import { loopback } from "./listener.ts";

export interface RoomDeps extends Pick<House, "council" | "directory" | "calendar"> {
  readonly server: Server;
  readonly port: () => number;
  readonly clock: MovableClock;
  readonly records: Records;
  readonly metronome: Metronome;
  readonly log: Log;
  /** The calls that the rehearsal's calendar books; null where calls are real. */
  readonly calls: Calls | null;
}

/** Puts the rehearsal room on the bot's server. Loaded only here: in service no part of it is even read from the disk. */
export const openRehearsal = async (deps: RoomDeps): Promise<{ serviceUrl: () => string; close: () => void }> => {
  const { server, port, clock, records, metronome, log, directory, council } = deps;
  const { mountRehearsal } = await import("../rehearsal/mount.ts");
  const { recordsMemory } = await import("../rehearsal/memory.ts");
  const room = await mountRehearsal(server, {
    people: directory.people(),
    council,
    clock,
    log,
    post: (activity) => postTo(port(), activity),
    onClockMoved: async () => {
      await scheduleSeal(records, clock.now());
      await leapOver(records, clock.now());
      await scheduleRound(deps, clock.now());
      await scheduleSummary(deps, clock.now());
      await metronome.settle();
    },
    memory: recordsMemory(records),
    ...(deps.calls === null ? {} : { calls: deps.calls }),
  });
  return {
    serviceUrl: () => room.serviceUrl(),
    close: () => {
      room.close();
    },
  };
};

/** What the rehearsal's people send goes through the front door, like anybody's. */
const postTo = async (port: number, activity: unknown): Promise<{ status: number; body: unknown }> => {
  const response = await fetch(`http://${loopback}:${String(port)}/api/messages`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(activity),
  });
  const text = await response.text();
  return { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
};
