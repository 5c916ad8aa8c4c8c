import { setTimeout as wait } from "node:timers/promises";
import type { Instant } from "../../src/domain/instants.ts";
import { claimedIn, drain, judge, repeatsIn, withStore } from "./kill-judge.ts";
import { createLives, type Life, type Lives } from "./kill-lives.ts";
import { createDoor, createLoad, type Promised } from "./kill-load.ts";
import type { KillRun } from "./kill-service.ts";
import { everyReport, sendsIn, staff } from "./sends.ts";
import { startTeams, type Teams } from "./teams/index.ts";
import { sunday } from "./watchful.ts";

const reporters = ["ana.petrescu", "tomos.vaughan", "daniel.okonkwo", "aisha.malik", "zofia.wisniewska"];
const readers = ["nadia.rahman"];
/** The clocks of two machines never agree. */
const skewMs = 2_000;
const quietMs = 4_000;
const longestLifeMs = 1_500;

/** One of the two, again and again. */
interface Place {
  readonly lives: Lives;
  life: Life;
}

const open = async (store: string, teams: Teams, asOf: Instant): Promise<Place> => {
  const lives = createLives({ store, serviceUrl: teams.url, tenant: teams.tenant }, asOf);
  return { lives, life: await lives.next() };
};

export interface TwoRun extends KillRun {
  /** Sends that were repeated while both lived, before the first kill. */
  readonly repeatedWhileBothLived: number;
  /** Error lines of the last two lives. */
  readonly errors: readonly string[];
}

/** Kills one of the two at random; the other goes on, and people who were cut off find it when they try again. */
const killOne = async (store: string, teams: Teams, places: readonly Place[]): Promise<number> => {
  await wait(Math.random() * longestLifeMs);
  const place = places[Math.floor(Math.random() * places.length)];
  if (place === undefined) throw new Error("There is nobody to kill.");
  const { life, lives } = place;
  await life.kill();
  teams.connect(...places.filter((each) => each !== place).map((each) => each.life.url));
  const inFlight = await withStore(store, (records) => claimedIn(records, life.since, lives.now()));
  place.life = await lives.next();
  teams.connect(...places.map((each) => each.life.url));
  return inFlight;
};

const errorsOf = async ({ life }: Place): Promise<string[]> =>
  (await life.look()).log.filter(({ level }) => level === "error").map((line) => JSON.stringify(line));

const duplicatesIn = (sends: readonly string[]): number => sends.length - new Set(sends).size;

/**
 * Two services on one store at the same time, spoken to in turn, with clocks that differ: first both live, then one of
 * them at random is killed again and again. Nothing that was answered may be missing, or there twice.
 */
export const runTwoServices = async ({ store, kills }: { store: string; kills: number }): Promise<TwoRun> => {
  const teams = await startTeams();
  teams.channel("19:ad-need-to-know@thread.tacv2");
  const people = staff(teams);
  const promised: Promised = { confirmed: new Map(), acknowledged: new Set(), turns: 0, cut: 0 };
  const door = createDoor();
  const load = createLoad(door.service, promised);
  const all = (names: readonly string[]) => names.flatMap((name) => people.get(name) ?? []);
  // One after the other: a process that gets ready has the machine to itself.
  const places = [await open(store, teams, sunday), await open(store, teams, sunday + skewMs)];
  teams.connect(...places.map(({ life }) => life.url));
  door.opens();
  const work = Promise.all([...all(reporters).map(load.reporter), ...all(readers).map(load.reader)]);
  await Promise.race([wait(quietMs), work]);
  const repeatedWhileBothLived = duplicatesIn(sendsIn(teams.calls));
  let inFlight = 0;
  for (let kill = 1; kill <= kills; kill += 1) inFlight += await killOne(store, teams, places);
  door.closes();
  await work;
  const moveOn = (ms: number): void => {
    for (const { lives } of places) lives.moveOn(ms);
  };
  const late = await withStore(store, (records) => drain(records, moveOn));
  const errors = (await Promise.all(places.map(errorsOf))).flat();
  for (const { life, lives } of places) await Promise.all([life.kill(), lives.end()]);
  const faults = await withStore(store, (records) => judge(records, promised, teams, people));
  const repeats = repeatsIn(await withStore(store, everyReport), people);
  await teams.stop();
  const sends = sendsIn(teams.calls);
  return {
    faults: [...faults, ...late],
    ...{ kills, inFlight, repeatedWhileBothLived, errors },
    reports: promised.confirmed.size,
    acknowledgements: promised.acknowledged.size,
    turns: promised.turns,
    cut: promised.cut,
    sends: sends.length,
    duplicates: duplicatesIn(sends) - repeats.length,
  };
};
