import type { Server } from "restify";
import type { Calls } from "../app/ports/calls.ts";
import type { Log } from "../app/ports/log.ts";
import type { Council } from "../domain/council.ts";
import type { Instant } from "../domain/instants.ts";
import type { Person } from "../domain/people.ts";
import { createCalendar } from "../time/calendar.ts";
import type { Activity } from "./activities.ts";
import { apiRoutes } from "./api.ts";
import { createAssets, serving } from "./assets.ts";
import { callRoutes, invitationFile, type CallsDeps } from "./calls.ts";
import { connectorRoutes } from "./bot-connector.ts";
import { createLine } from "./bot-line.ts";
import { seedDutyRoom } from "./duty-room.ts";
import { guard } from "./guard.ts";
import { answering } from "./http.ts";
import { createHub } from "./hub.ts";
import type { BotAnswer } from "./invoked.ts";
import { noMemory, type Memory } from "./memory.ts";
import { serviceUrl } from "./names.ts";
import { createNews } from "./news.ts";
import { openRoom } from "./room.ts";
import { createTeams } from "./teams.ts";

export interface RehearsalDeps {
  readonly people: readonly Person[];
  readonly council: Council;
  readonly clock: { now(): Instant; moveTo(instant: Instant): Promise<void> };
  /** Posts an activity to the bot's own `/api/messages` over HTTP, loopback. */
  readonly post: (activity: Activity) => Promise<BotAnswer>;
  /** Has the metronome do what is due by the new time. */
  readonly onClockMoved: () => Promise<void>;
  /** `recordsMemory(records)`; without it the room forgets when the process ends. */
  readonly memory?: Memory;
  /** The calls that the rehearsal's calendar books, each played on a page at `/call/<id>`. */
  readonly calls?: Calls;
  readonly log?: Pick<Log, "error">;
  /** The project's folder, which holds `src/rehearsal/page` and `node_modules`. */
  readonly root?: string;
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** Milliseconds after which Teams would tell a person that the bot failed. */
  readonly patienceMs?: number;
}

export interface Rehearsal {
  /** Where the bot reaches the room. Throws before the server listens. */
  serviceUrl(): string;
  /** Ends what is open, so that the server can close. */
  close(): void;
}

const credentials = ["MicrosoftAppId", "MicrosoftAppPassword", "MicrosoftAppTenantId", "WEBSITE_INSTANCE_ID"] as const;

/** Nobody is authenticated here: beside real credentials, anybody could speak as anybody. */
const refuseBesideCredentials = (environment: Readonly<Record<string, string | undefined>>): void => {
  const set = credentials.filter((name) => (environment[name] ?? "") !== "");
  if (set.length === 0) return;
  throw new Error(
    `The rehearsal room cannot be opened beside real credentials: unset ${set.join(", ")}, or serve Teams.`,
  );
};

/**
 * Puts the rehearsal room on the bot's own server: a Bot Connector under `/rehearsal/connector`, the page at `/`, what the
 * page asks for under `/rehearsal/api`. The caller listens on the loopback address; requests from elsewhere are refused.
 * Rejects beside real credentials.
 */
export const mountRehearsal = async (server: Server, deps: RehearsalDeps): Promise<Rehearsal> => {
  refuseBesideCredentials(deps.environment ?? process.env);
  const { people, council, clock } = deps;
  const failed = (fault: unknown): void => {
    deps.log?.error("rehearsal room failed", { fault: fault instanceof Error ? fault.name : "unknown" });
  };
  const hub = createHub();
  const news = createNews(hub);
  const room = await openRoom({ people, council, clock, hub, memory: deps.memory ?? noMemory() });
  await seedDutyRoom(room, people);
  const url = (): string => serviceUrl(portOf(server));
  const line = createLine({ clock, post: deps.post, serviceUrl: url, patienceMs: deps.patienceMs ?? 15_000 });
  const teams = createTeams({ room, people, line });
  const calendar = createCalendar({ ...council.houseRules, closureDays: council.closureDays });

  server.pre(guard);
  const api = apiRoutes({ ...deps, room, teams, calendar, hub, failed });
  for (const { method, path, handle } of [...connectorRoutes({ room, people, hub }), ...api]) {
    server[method](path, answering(handle, failed));
  }
  server.get("/rehearsal/api/news", news.handle);
  if (deps.calls) mountCalls(server, { people, clock, calls: deps.calls }, failed);
  const page = serving(createAssets(deps.root ?? process.cwd()), failed);
  server.get("/", page);
  server.get("/call/:id", page);
  server.get("/rehearsal/*", page);
  return { serviceUrl: url, close: news.close };
};

const mountCalls = (server: Server, deps: CallsDeps, failed: (fault: unknown) => void): void => {
  for (const { method, path, handle } of callRoutes(deps)) server[method](path, answering(handle, failed));
  server.get("/rehearsal/api/calls/:id/invitations/:number", invitationFile(deps, failed));
};

const portOf = (server: Server): number => {
  const { port } = server.address();
  if (typeof port !== "number") throw new Error("The rehearsal room has no address yet: listen first.");
  return port;
};
