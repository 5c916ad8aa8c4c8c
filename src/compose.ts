import type { Server } from "restify";
import { keptClock } from "./adapters/clock/movable.ts";
import { systemClock } from "./adapters/clock/system.ts";
import { readPolicyFiles, readText, type TextFile } from "./adapters/files/policies.ts";
import { jsonLog } from "./adapters/log/json.ts";
import { rosterDirectory } from "./adapters/roster/directory.ts";
import { readRoster } from "./adapters/roster/read.ts";
import { openSqlite } from "./adapters/sqlite/open.ts";
import { sealingKey } from "./app/audit/kept.ts";
import { scheduleSeal, sealDay } from "./app/audit/seal.ts";
import { createMetronome, type Metronome } from "./app/deliver/metronome.ts";
import { deliverReport } from "./app/deliver/report.ts";
import type { Clock } from "./app/ports/clock.ts";
import type { Directory } from "./app/ports/directory.ts";
import type { Log } from "./app/ports/log.ts";
import type { Records } from "./app/ports/records.ts";
import { councilRules } from "./app/report/council-rules.ts";
import type { ReportDeps } from "./app/report/deps.ts";
import { createReporting } from "./app/report/reporting.ts";
import type { Reporting } from "./app/reporting.ts";
import type { Settings } from "./bot/config.ts";
import { createTeams, type TeamsDeps } from "./bot/index.ts";
import { teamsLimits } from "./bot/outbound/pace.ts";
import { answerReport, showReport, startReport } from "./dialogs/report.ts";
import type { Council } from "./domain/council.ts";
import { faultInWords, loadPolicies } from "./rules/policy/load.ts";
import { composeRulebook } from "./rules/rulebook.ts";
import { createSuggester, readPhrases, type Suggester } from "./rules/suggest.ts";
import { createCalendar } from "./time/calendar.ts";

/** What a test puts in the place of the real thing. Everything left out is real. */
export interface Parts {
  readonly clock?: Clock;
  readonly log?: Log;
  readonly records?: Records;
  readonly teams?: Partial<Pick<TeamsDeps, "limits" | "patience" | "timer" | "random" | "lineTimeoutMs">>;
  /** Milliseconds between two looks of the metronome. */
  readonly beatMs?: number;
}

export interface Service {
  /** Listens, then begins to deliver. Resolves when people can be answered. */
  start(): Promise<void>;
  /** Takes nothing new, lets what is under way end, closes the store. */
  stop(): Promise<void>;
  /** Throws before `start`. */
  port(): number;
  readonly rehearsal: boolean;
  readonly reporting: Reporting;
  readonly records: Records;
  readonly directory: Directory;
  readonly council: Council;
  readonly clock: Clock;
  readonly metronome: Metronome;
}

/** The files that were given do not fit: every fault, one a line, and what to write instead. */
export class NotFit extends Error {
  override readonly name = "NotFit";
}

/** Milliseconds between two looks at what is due; a commit wakes the metronome at once. */
const beat = 1_000;
const loopback = "127.0.0.1";

/** The whole product from its settings: `src/main.ts` starts it, journeys run it against a pretended Teams. */
export const compose = async (settings: Settings, parts: Parts = {}): Promise<Service> => {
  const records = parts.records ?? openSqlite(settings.store);
  const movable = await keptClock(parts.clock ?? systemClock(), records);
  // Nobody moves the clock in service: a forgotten rehearsal must not date a real report.
  const clock = settings.credentials === null ? movable : (parts.clock ?? systemClock());
  const log = parts.log ?? jsonLog(clock);
  const { suggest, ...house } = readHouse(settings);
  const world = { records, clock, log, ...house };
  const address = addressOf(settings);
  const teams = createTeams({
    ...world,
    credentials: settings.credentials,
    tenant: settings.tenant,
    serviceUrl: address.serviceUrl,
    limits: teamsLimits(settings.tenantRate),
    ...parts.teams,
  });
  const metronome = heartbeat(world, teams.messenger);
  const reporting = createReporting({ ...world, nudge: metronome.nudge });
  const server = teams.serve({
    reporting,
    dialog: { start: startReport, show: showReport, answer: answerReport },
  });
  const listening = listener(server);

  const rehearse = async (): Promise<() => void> => {
    // Loaded only here: in service no part of the rehearsal is even read from the disk.
    const [{ mountRehearsal }, { recordsMemory }] = await Promise.all([
      import("./rehearsal/mount.ts"),
      import("./rehearsal/memory.ts"),
    ]);
    const room = await mountRehearsal(server, {
      people: house.directory.people(),
      council: house.council,
      clock: movable,
      post: (activity) => postTo(listening.port(), activity),
      onClockMoved: async () => {
        await scheduleSeal(records, clock.now());
        await metronome.settle();
      },
      memory: recordsMemory(records),
      log,
    });
    address.found(room.serviceUrl);
    return room.close;
  };
  const rehearsal = settings.credentials === null && settings.serviceUrl === null;
  const closeRoom = rehearsal ? await rehearse() : (): void => undefined;

  return {
    start: async () => {
      await listening.start(settings.port, settings.credentials === null ? loopback : undefined);
      await scheduleSeal(records, clock.now());
      metronome.start(parts.beatMs ?? beat);
      log.info("ready", { port: listening.port(), rehearsal });
      suggest("");
      await teams.warm();
    },
    stop: async () => {
      closeRoom();
      await listening.stop();
      await metronome.stop();
      teams.close();
      await records.close();
      log.info("stopped");
    },
    port: listening.port,
    rehearsal,
    reporting,
    records,
    metronome,
    clock,
    directory: house.directory,
    council: house.council,
  };
};

/** The rehearsal's own address is known once it listens; elsewhere it is in the settings. */
const addressOf = ({ serviceUrl }: Settings) => {
  let find = (): string => serviceUrl ?? "";
  return {
    serviceUrl: (): string => find(),
    found: (url: () => string): void => {
      find = url;
    },
  };
};

type House = Pick<ReportDeps, "council" | "directory" | "rules" | "calendar">;

/** Policies, council and roster from their files. Throws `NotFit` with every fault there is. */
const readHouse = ({
  policies,
  council: councilPath,
  roster: rosterPath,
}: Settings): House & { suggest: Suggester } => {
  const named = readText(councilPath);
  const files = readPolicyFiles(policies).filter(({ path }) => path !== named.path && !isCouncil(path));
  const loaded = loadPolicies([...files, named]);
  const council = loaded.councils[0];
  if (loaded.faults.length > 0) throw new NotFit(loaded.faults.map(faultInWords).join("\n"));
  if (!council)
    throw new NotFit(`${councilPath}:1:1: no council was found in it: begin from policies/example/council.yaml`);
  const rulebook = composeRulebook(loaded, council);
  const suggest = suggesterFor(
    files,
    rulebook.clauses.map(({ id }) => id),
  );
  return {
    council,
    suggest,
    directory: readDirectory(rosterPath, council),
    rules: councilRules(rulebook, suggest),
    calendar: createCalendar({ ...council.houseRules, closureDays: council.closureDays }),
  };
};

/** Built when it is first asked, or right after the start: it takes longer to build than the rest of the house. */
const suggesterFor = (files: readonly TextFile[], clauses: readonly string[]): Suggester => {
  let built: Suggester | undefined;
  const build = (): Suggester => {
    const phrases = readPhrases(files);
    return createSuggester({ ...phrases, clauses: phrases.clauses.filter(({ clause }) => clauses.includes(clause)) });
  };
  return (text) => (built ??= build())(text);
};

/** Other councils' files may lie beside the one that is used. */
const isCouncil = (path: string): boolean => /(^|\/)council[^/]*\.ya?ml$/.test(path);

const readDirectory = (path: string, council: Council): Directory => {
  const { people, faults } = readRoster(readText(path).text, council);
  if (faults.length === 0) return rosterDirectory(people, council);
  throw new NotFit(faults.map(({ line, what }) => `${path}:${String(line)}: ${what}`).join("\n"));
};

const heartbeat = (
  world: House & { records: Records; clock: Clock; log: Log },
  messenger: Parameters<typeof deliverReport>[0]["messenger"],
): Metronome =>
  createMetronome({
    ...world,
    handlers: {
      report: ({ id }) => deliverReport({ ...world, messenger }, id),
      setting: async ({ id }) => {
        if (id === sealingKey.id) await sealDay(world.records, world.clock.now());
      },
    },
  });

const listener = (server: Server) => {
  const port = (): number => {
    const address: { port?: number } | null = server.address();
    if (typeof address?.port !== "number") throw new Error("Not listening yet: call start first.");
    return address.port;
  };
  const start = (wanted: number, host: string | undefined): Promise<void> =>
    new Promise((resolve, reject) => {
      server.server.once("error", reject);
      const listening = (): void => {
        resolve();
      };
      if (host === undefined) server.listen(wanted, listening);
      else server.listen(wanted, host, listening);
    });
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.server.closeIdleConnections();
      server.close(() => {
        resolve();
      });
    });
  return { port, start, stop };
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
