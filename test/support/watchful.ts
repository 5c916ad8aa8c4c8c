import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { movableClock } from "../../src/adapters/clock/movable.ts";
import { compose, type Parts, type Service } from "../../src/compose.ts";
import type { Instant } from "../../src/domain/instants.ts";
import { atLondon } from "../../src/time/london.ts";
import { checkedFor } from "./checked.ts";
import { memoryLog } from "./memory-log.ts";
import { startTeams, type TeamsPerson } from "./teams/index.ts";

/** Sunday 22 November 2026, half past four: two days after "fri tea time". */
export const sunday: Instant = atLondon("2026-11-22", "16:30");

const shipped = {
  policies: "policies",
  council: "policies/example/council.yaml",
  roster: "policies/example/roster.csv",
  rota: "policies/example/rota.csv",
  agencies: "policies/example/agencies.csv",
};

/** Teams' limits have tests of their own (test/bot/outbound, test/proof); here nobody waits for them. */
const unhurried = { limits: { thread: [], tenant: [] } };

/**
 * The whole product with Ambershire's real policies and people, on a free port and a store of its own, facing a pretended
 * Teams. The clock stands still until it is moved.
 */
export const startWatchful = async (
  asOf: Instant = sunday,
  files: Partial<typeof shipped> = {},
  parts: Omit<Parts, "clock" | "log"> = {},
) => {
  const folder = mkdtempSync(join(tmpdir(), "watchful-"));
  const teams = await startTeams();
  let now = asOf;
  const put = (instant: Instant): void => void (now = instant);
  const clock = movableClock({ now: () => now });
  const log = memoryLog();
  const settings = settingsFor(teams, join(folder, "watchful.db"), files);
  const open = () => opened(settings, { clock, log, ...parts }, teams);
  let service = await open();
  return {
    teams,
    log,
    store: settings.store,
    get service(): Service {
      return service;
    },
    /** Somebody on the roster, by the part of their address before the @; outside Ambershire by all of it. */
    person: (name: string): TeamsPerson => personOf(teams, service, name),
    channel: teams.channel("19:ad-need-to-know@thread.tacv2"),
    /** Puts the clock to an instant, and lets everything that is due by then leave. */
    at: async (instant: Instant): Promise<void> => {
      put(instant);
      await service.metronome.settle();
    },
    now: (): Instant => now,
    settle: () => service.metronome.settle(),
    restart: async (): Promise<void> => {
      await service.stop();
      service = await open();
    },
    /** A second service on the same store, as behind a load balancer; whoever asks for it stops it. */
    another: open,
    /** Puts the clock to an instant, and lets nothing leave. */
    sleepUntil: put,
    stop: () => ended(service, teams, folder),
  };
};

const ended = async (service: Service, teams: Teams, folder: string): Promise<void> => {
  await service.stop();
  await teams.stop();
  rmSync(folder, { recursive: true, force: true });
};

type Teams = Awaited<ReturnType<typeof startTeams>>;

const settingsFor = (teams: Teams, store: string, files: Partial<typeof shipped>) => ({
  port: 0,
  credentials: null,
  tenant: teams.tenant,
  serviceUrl: teams.url,
  tenantRate: 30,
  store,
  ...shipped,
  ...files,
});

const opened = async (settings: ReturnType<typeof settingsFor>, parts: Parts, teams: Teams): Promise<Service> => {
  const service = await compose(settings, {
    beatMs: 50,
    teams: unhurried,
    checked: checkedFor(settings.council),
    ...parts,
  });
  await service.start();
  teams.connect(`http://127.0.0.1:${String(service.port())}`);
  return service;
};

const personOf = (teams: Teams, { directory }: Service, name: string): TeamsPerson => {
  const found = directory.person(name.includes("@") ? name : `${name}@ambershire.example`);
  if (found === undefined) throw new Error(`Nobody called ${name} works here.`);
  return teams.person(found.account, found.name);
};

export type Watchful = Awaited<ReturnType<typeof startWatchful>>;
