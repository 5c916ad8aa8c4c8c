import { setTimeout as wait } from "node:timers/promises";
import { beyondClaim, claimedIn, drain, judge, repeatedIn, repeatsIn, withStore } from "./kill-judge.ts";
import { createLives, type Life } from "./kill-lives.ts";
import { createDoor, createLoad, type Promised } from "./kill-load.ts";
import { everyReport, sendsIn, staff } from "./sends.ts";
import { startTeams, type Teams, type TeamsPerson } from "./teams/index.ts";
import { sunday } from "./watchful.ts";

/** What a run came to. `faults` is empty when every promise was kept. */
export interface KillRun {
  readonly faults: readonly string[];
  readonly kills: number;
  readonly reports: number;
  readonly acknowledgements: number;
  readonly turns: number;
  /** Turns that were cut off by a kill; people did the same again. */
  readonly cut: number;
  /** Messages about reports that Teams accepted. */
  readonly sends: number;
  /** Of these, those that said what had been said before, and were not meant to. */
  readonly duplicates: number;
  /** Sends that were claimed and not yet recorded when the service was killed: each may be said twice. */
  readonly inFlight: number;
}

export interface KillSettings {
  readonly store: string;
  readonly kills: number;
  /** Called after each kill, for a long run that people watch. */
  readonly onKill?: (kill: number) => void;
}

const reporters = ["ana.petrescu", "tomos.vaughan", "daniel.okonkwo", "aisha.malik", "zofia.wisniewska"];
const readers = ["nadia.rahman"];
/** The clock moves on after so many kills, so that what was lost leaves again while people still report. */
const killsBetweenMoves = 10;
/** From a quarter of a turn to some reports. */
const longestLifeMs = 600;

/** Half the lives end after a while, and half as soon as some messages have reached Teams: that is where it hurts. */
const liveFor = async (teams: Teams): Promise<void> => {
  if (Math.random() < 0.5) {
    await wait(Math.random() * longestLifeMs);
    return;
  }
  const until = teams.calls.length + 1 + Math.floor(Math.random() * 20);
  const latest = performance.now() + 2 * longestLifeMs;
  while (teams.calls.length < until && performance.now() < latest) await new Promise(setImmediate);
};

/** Teams, the people in it, and one life of the service after another under them. */
const createStage = async (store: string) => {
  const teams = await startTeams();
  teams.channel("19:ad-need-to-know@thread.tacv2");
  const people = staff(teams);
  const lives = createLives({ store, serviceUrl: teams.url, tenant: teams.tenant }, sunday);
  const promised: Promised = { confirmed: new Map(), acknowledged: new Set(), turns: 0, cut: 0 };
  const door = createDoor();
  /** How many calls Teams had had when each life began. */
  const begins: number[] = [];
  const load = createLoad(door.service, promised);
  const all = (names: readonly string[]): TeamsPerson[] => names.flatMap((name) => people.get(name) ?? []);
  return {
    ...{ store, teams, people, lives, promised, door, begins },
    begin: async (): Promise<Life> => {
      begins.push(teams.calls.length);
      const life = await lives.next();
      teams.connect(life.url);
      door.opens();
      return life;
    },
    work: () => Promise.all([...all(reporters).map(load.reporter), ...all(readers).map(load.reader)]),
  };
};
type Stage = Awaited<ReturnType<typeof createStage>>;

/** Kills one life after another. Gives back the last, and how many sends were in flight at all the kills together. */
const killAll = async (stage: Stage, { store, kills, onKill }: KillSettings) => {
  const { teams, lives, door, begin } = stage;
  let life = await begin();
  let inFlight = 0;
  const work = stage.work();
  for (let kill = 1; kill <= kills; kill += 1) {
    await Promise.race([liveFor(teams), work]);
    door.shuts();
    await life.kill();
    const { since } = life;
    inFlight += await withStore(store, (records) => claimedIn(records, since, lives.now()));
    onKill?.(kill);
    if (kill % killsBetweenMoves === 0) lives.moveOn(beyondClaim);
    life = await begin();
  }
  door.closes();
  await work;
  return { life, inFlight };
};

/**
 * Several people report, and one reads and acknowledges, over HTTP, while the service under them is killed without warning
 * and started again on the same store; at the end nothing that was answered may be missing.
 */
export const killService = async (settings: KillSettings): Promise<KillRun> => {
  const { store, kills } = settings;
  const stage = await createStage(store);
  const { teams, people, lives, promised } = stage;
  const { life, inFlight } = await killAll(stage, settings);
  const late = await withStore(store, (records) => drain(records, lives.moveOn));
  await life.kill();
  await lives.end();
  const faults = await withStore(store, (records) => judge(records, promised, teams, people));
  await teams.stop();
  const sends = sendsIn(teams.calls);
  const repeats = repeatsIn(await withStore(store, everyReport), people);
  const duplicates = sends.length - new Set(sends).size - repeats.length;
  const unexplained =
    duplicates > inFlight ? [`${String(duplicates)} sends were repeated, ${String(inFlight)} may be`] : [];
  return {
    faults: [...faults, ...late, ...unexplained, ...repeatedIn(teams.calls, stage.begins, new Set(repeats))],
    reports: promised.confirmed.size,
    acknowledgements: promised.acknowledged.size,
    turns: promised.turns,
    cut: promised.cut,
    sends: sends.length,
    ...{ kills, duplicates, inFlight },
  };
};
