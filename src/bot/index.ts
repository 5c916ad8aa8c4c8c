import type { Server } from "restify";
import type { Covering } from "../app/covering.ts";
import type { Doubting } from "../app/doubting.ts";
import type { Clock } from "../app/ports/clock.ts";
import type { Directory } from "../app/ports/directory.ts";
import type { Log } from "../app/ports/log.ts";
import type { MeetingDoor } from "../app/meeting.ts";
import type { Messenger } from "../app/ports/messenger.ts";
import type { Records } from "../app/ports/records.ts";
import type { ChoiceDoor, DueDoor, RecordDoor, SummaryDoor } from "../app/reminding.ts";
import type { Reporting } from "../app/reporting.ts";
import type { Council } from "../domain/council.ts";
import { createBot } from "./bot.ts";
import { mayCall, type Credentials } from "./config.ts";
import { createConversations } from "./conversations.ts";
import type { ReportDialog } from "./deps.ts";
import { createDoor } from "./inbound/door.ts";
import type { Sdk } from "./inbound/sdk.ts";
import { createHttp } from "./inbound/server.ts";
import { createMessenger, createPrivateWord, type MessengerDeps } from "./messenger.ts";
import { createConnector } from "./outbound/connector.ts";
import { createOutbox, type Patience } from "./outbound/outbox.ts";
import { createPace, teamsLimits, type Limits } from "./outbound/pace.ts";
import { realTimer, type Timer } from "./outbound/timer.ts";
import { createTurns } from "./turns.ts";

export interface TeamsDeps {
  readonly records: Records;
  readonly directory: Directory;
  readonly council: Council;
  readonly clock: Clock;
  readonly log: Log;
  readonly credentials: Credentials | null;
  readonly tenant: string;
  /** Where to speak first, when no conversation says better. Asked late: the rehearsal's port is not known before it listens. */
  readonly serviceUrl: () => string;
  readonly limits?: Limits;
  readonly patience?: Patience;
  readonly timer?: Timer;
  readonly random?: () => number;
  /** Milliseconds after which a silent connector is given up. */
  readonly lineTimeoutMs?: number;
}

/** Teams, both ways: a messenger for the use cases, and a server for what people say and click. */
export interface Teams {
  readonly messenger: Messenger;
  /** The HTTP server, not yet listening. Needs the use cases, which need the messenger. */
  readonly serve: (doors: Doors) => Server;
  /** A token of the application for Microsoft Graph. Rejects where nobody is authenticated. */
  readonly graphToken: () => Promise<string>;
  /** Loads the SDK ahead of the first turn. */
  readonly warm: () => Promise<void>;
  readonly close: () => void;
}

/** What is behind the server: the use cases, and the screens they are asked on. */
export interface Doors {
  readonly reporting: Reporting;
  readonly covering: Covering;
  readonly doubting: Doubting;
  readonly due: DueDoor;
  readonly record: RecordDoor;
  readonly meeting: MeetingDoor;
  readonly choice: ChoiceDoor;
  readonly summary: SummaryDoor;
  readonly dialog: ReportDialog;
}

const botName = (credentials: Credentials | null): string => `28:${credentials?.appId ?? "watchful"}`;

/** Puts `src/bot` together. Nothing is connected or loaded before it is needed. */
export const createTeams = (deps: TeamsDeps): Teams => {
  const { records, log, clock, credentials } = deps;
  const sdk = lazy(() => loadSdk(credentials));
  const timer = deps.timer ?? realTimer;
  const connector = createConnector({
    token: async () => (await sdk()).token(),
    ...(deps.lineTimeoutMs === undefined ? {} : { timeoutMs: deps.lineTimeoutMs }),
  });
  const outbox = createOutbox({
    connector,
    pace: createPace(deps.limits ?? teamsLimits(30), timer),
    timer,
    random: deps.random ?? Math.random,
    ...(deps.patience === undefined ? {} : { patience: deps.patience }),
  });
  const conversations = createConversations({ records, clock, log });
  const speaking = { ...deps, outbox, conversations, bot: botName(credentials) };
  return {
    messenger: createMessenger(speaking),
    serve: (doors) => serve(speaking, sdk, doors),
    graphToken: async () => {
      const token = await (await sdk()).token("https://graph.microsoft.com");
      if (token === null) throw new Error("There are no credentials to ask Microsoft Graph with.");
      return token;
    },
    warm: async () => {
      await sdk();
    },
    close: () => {
      connector.close();
    },
  };
};

const serve = (deps: TeamsDeps & MessengerDeps, sdk: () => Promise<Sdk>, doors: Doors): Server => {
  const { records, log, credentials, outbox } = deps;
  const turns = createTurns({ records, log });
  const take = createBot({ ...deps, ...doors, turns, tellPrivately: createPrivateWord(deps) }, outbox);
  const door = createDoor({
    sdk,
    mayCall: (serviceUrl) => mayCall({ credentials }, serviceUrl),
    channels: credentials === null ? null : ["msteams"],
    log,
    take,
  });
  const healthy = async (): Promise<void> => {
    await records.count("setting");
  };
  return createHttp({ door, log, loopbackOnly: credentials === null, healthy });
};

/** The SDK is loaded only where there is somebody to prove: it takes longer to load than the rest of the house together. */
const loadSdk = async (credentials: Credentials | null): Promise<Sdk> =>
  credentials === null ? nobodyProved : (await import("./inbound/sdk.ts")).createSdk(credentials);

/** The rehearsal: anybody may speak as anybody, so the server answers only this machine. */
const nobodyProved: Sdk = { prove: () => Promise.resolve(), token: () => Promise.resolve(null) };

const lazy = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
};
