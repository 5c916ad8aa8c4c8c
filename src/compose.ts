import type { Checked } from "./adapters/files/checked.ts";
import { keptClock, type MovableClock } from "./adapters/clock/movable.ts";
import { systemClock } from "./adapters/clock/system.ts";
import { jsonLog } from "./adapters/log/json.ts";
import { openSqlite } from "./adapters/sqlite/open.ts";
import { sealingKey } from "./app/audit/kept.ts";
import { scheduleSeal, sealDay } from "./app/audit/seal.ts";
import { openCovers, type Covers } from "./app/cover/covering.ts";
import { deliverDoubt } from "./app/doubt/deliver.ts";
import { createDoubting } from "./app/doubt/doubting.ts";
import { endingDoubts } from "./app/doubt/reporting.ts";
import { createMetronome, type Metronome } from "./app/deliver/metronome.ts";
import { deliverReport } from "./app/deliver/report.ts";
import { beat, heartbeatKey, startHeartbeat } from "./app/operations/heartbeat.ts";
import type { MeetWorld } from "./app/meet/deps.ts";
import { deliverMeeting } from "./app/meet/deliver.ts";
import { createMeeting, meetWorld } from "./app/meet/meeting.ts";
import type { Clock } from "./app/ports/clock.ts";
import type { Log } from "./app/ports/log.ts";
import type { Meetings } from "./app/ports/meetings.ts";
import type { Messenger } from "./app/ports/messenger.ts";
import type { Records } from "./app/ports/records.ts";
import { deliverNotice } from "./app/remind/notice.ts";
import { scheduleRound } from "./app/remind/round.ts";
import { scheduleSummary } from "./app/remind/summary.ts";
import { createReporting } from "./app/report/reporting.ts";
import type { Reporting } from "./app/reporting.ts";
import type { Settings } from "./bot/config.ts";
import { createTeams, type Teams, type TeamsDeps } from "./bot/index.ts";
import { teamsLimits } from "./bot/outbound/pace.ts";
import { loadExampleCaseload } from "./compose/cases.ts";
import { readHouse, type House } from "./compose/house.ts";
import { whenIdle } from "./compose/idle.ts";
import { createListener, loopback, type Listener } from "./compose/listener.ts";
import { movingChairs, openCalendar, readContacts } from "./compose/meeting.ts";
import { openRehearsal } from "./compose/rehearsal.ts";
import { remindDoors, remindHandlers } from "./compose/reminding.ts";
import { answerReport, showReport, startReport } from "./dialogs/report.ts";

export { NotFit } from "./compose/house.ts";

/** What a test puts in the place of the real thing. Everything left out is real. */
export interface Parts {
  readonly clock?: Clock;
  readonly log?: Log;
  readonly records?: Records;
  /** The calendars that strategy meetings go into. */
  readonly meetings?: Meetings;
  /** Where policies that were found fit are kept for the next start; left out, they are checked at every start. */
  readonly checked?: Checked;
  readonly teams?: Partial<Pick<TeamsDeps, "limits" | "patience" | "timer" | "random" | "lineTimeoutMs">>;
  /** Milliseconds between two looks of the metronome. */
  readonly beatMs?: number;
}

export interface Service extends Pick<House, "council" | "directory" | "rulebook" | "caseRules"> {
  /** Listens, then begins to deliver. Resolves when people can be answered. */
  readonly start: () => Promise<void>;
  /** Takes nothing new, lets what is under way end, closes the store. */
  readonly stop: () => Promise<void>;
  /** Throws before `start`. */
  readonly port: () => number;
  /** Whether the rehearsal room is open: no credentials, and no other connector named. */
  readonly rehearsal: boolean;
  readonly reporting: Reporting;
  readonly records: Records;
  readonly clock: MovableClock;
  readonly metronome: Metronome;
}

/** What everything below is built from. */
interface World extends House, Pick<Service, "records" | "clock" | "rehearsal"> {
  readonly covers: Covers;
  readonly log: Log;
}

/** Milliseconds between two looks at what is due; a commit wakes the metronome at once. */
const lookEveryMs = 1_000;

/** The whole product from its settings: `src/main.ts` starts it, journeys run it against a pretended Teams. */
export const compose = async (settings: Settings, parts: Parts = {}): Promise<Service> => {
  const world = await openWorld(settings, parts);
  const { records, clock, rehearsal, council, directory } = world;
  const address = { of: (): string => settings.serviceUrl ?? "" };
  const teams = openTeams(world, settings, parts, () => address.of());
  const nudge = (): void => {
    metronome.nudge();
  };
  const calling = await openMeet(world, settings, parts, teams, nudge);
  const { meet, calls } = calling;
  const metronome = heartbeat(world, meet, teams.messenger);
  const doubting = createDoubting({ ...world, nudge });
  const reporting = endingDoubts(createReporting({ ...world, nudge }), doubting);
  const covering = movingChairs(world.covers.covering(nudge), meet);
  const dialog = { start: startReport, show: showReport, answer: answerReport };
  const reminding = { ...world, rules: world.caseRules, nudge };
  const doors = remindDoors(reminding);
  const server = teams.serve({ reporting, covering, doubting, dialog, meeting: createMeeting(meet), ...doors });
  const listener = createListener(server, settings.port, settings.credentials === null ? loopback : undefined);
  const { port } = listener;
  calling.port = port;
  const room = rehearsal ? await openRehearsal({ ...world, server, port, metronome, calls }) : null;
  if (room) address.of = room.serviceUrl;
  const idle = whenIdle("preparing suggestions", world.warmSuggestions, world.log);
  return {
    start: async () => {
      await start(world, listener, metronome, teams, parts.beatMs ?? lookEveryMs);
      if (rehearsal) await loadExampleCaseload(world, settings.council);
      idle.start();
    },
    stop: async () => {
      idle.stop();
      room?.close();
      await stop(world, listener, metronome, teams);
    },
    ...{ port, rehearsal, reporting, records, clock, metronome, council, directory },
    ...{ rulebook: world.rulebook, caseRules: world.caseRules },
  };
};

const openWorld = async (settings: Settings, parts: Parts): Promise<World> => {
  const house = await readHouse(settings, parts.checked);
  const records = parts.records ?? openSqlite(settings.store);
  const clock = await keptClock(parts.clock ?? systemClock(), records);
  // A rehearsal may have moved the clock of this store: no real report may be dated by it.
  if (settings.credentials !== null && (await records.read({ kind: "setting", id: "clock" }))) {
    throw new Error("This store was used in a rehearsal: give the service a store of its own (WATCHFUL_STORE).");
  }
  const rehearsal = settings.credentials === null && settings.serviceUrl === null;
  const covers = await openCovers({ ...house, records, clock });
  return { ...house, directory: covers.directory, covers, records, clock, rehearsal, log: parts.log ?? jsonLog(clock) };
};

const openTeams = (world: World, settings: Settings, parts: Parts, serviceUrl: () => string): Teams =>
  createTeams({
    ...world,
    credentials: settings.credentials,
    tenant: settings.tenant,
    serviceUrl,
    limits: teamsLimits(settings.tenantRate),
    ...parts.teams,
  });

/** Meetings and the calendar they are put into. `port` is told once there is a listener. */
const openMeet = async (world: World, settings: Settings, parts: Parts, teams: Teams, nudge: () => void) => {
  const calling = { port: (): number => 0 };
  const opened = await openCalendar({ ...world, port: () => calling.port(), token: teams.graphToken }, settings);
  const agencies = readContacts(settings.agencies, world.rulebook);
  const meetings = parts.meetings ?? opened.meetings;
  const meet = meetWorld({ ...world, rules: world.caseRules, nudge, meetings, agencies });
  return Object.assign(calling, { meet, calls: opened.calls });
};

const heartbeat = (world: World, meet: MeetWorld, messenger: Messenger): Metronome => {
  const { round, ...reminding } = remindHandlers({
    ...{ ...world, rules: world.caseRules, messenger },
    refresh: () => world.covers.refresh(),
    nudge: () => {
      metronome.nudge();
    },
  });
  const metronome = createMetronome({
    ...world,
    handlers: {
      report: async ({ id }) => {
        await world.covers.refresh();
        await deliverReport({ ...world, messenger }, id);
      },
      cover: ({ id }) => world.covers.deliver(messenger, id),
      doubt: async ({ id }) => {
        await world.covers.refresh();
        await deliverDoubt({ ...world, messenger }, id);
      },
      ...reminding,
      meeting: async ({ id }) => {
        await world.covers.refresh();
        await deliverMeeting({ ...meet, messenger }, id);
      },
      notice: ({ id }) => deliverNotice({ ...world, messenger }, id),
      setting: async ({ id }) => {
        if (id === sealingKey.id) await sealDay(world.records, world.clock.now());
        if (id === heartbeatKey.id) await beat({ ...world, messenger });
        await round(id);
      },
    },
  });
  return metronome;
};

const start = async (world: World, listener: Listener, metronome: Metronome, teams: Teams, beatMs: number) => {
  await listener.start();
  await scheduleSeal(world.records, world.clock.now());
  await startHeartbeat(world.records, world.clock.now());
  await scheduleRound(world, world.clock.now());
  await scheduleSummary(world, world.clock.now());
  metronome.start(beatMs);
  world.log.info("ready", { port: listener.port(), rehearsal: world.rehearsal });
  // Loaded now, so that the first person does not wait for it.
  await teams.warm();
};

const stop = async ({ records, log }: World, listener: Listener, metronome: Metronome, teams: Teams) => {
  await listener.stop();
  await metronome.stop();
  teams.close();
  await records.close();
  log.info("stopped");
};
