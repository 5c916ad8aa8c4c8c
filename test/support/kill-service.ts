import { setTimeout as wait } from "node:timers/promises";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { checkStore } from "../../src/app/audit/check.ts";
import { nextSteps } from "../../src/app/audit/next-steps.ts";
import { verifyAudit } from "../../src/app/audit/verify.ts";
import type { Records } from "../../src/app/ports/records.ts";
import type { Instant } from "../../src/domain/instants.ts";
import { parseReport, type Loaded } from "../../src/app/report/document.ts";
import { createLives, type Life, type Lives } from "./kill-lives.ts";
import { createDoor, createLoad, type Promised } from "./kill-load.ts";
import { everyReport, sendsIn, staff, stillOwed } from "./sends.ts";
import { startTeams, type Call, type Teams, type TeamsPerson } from "./teams/index.ts";
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

/** A try is left alone for so long before it is taken for lost (`claimMs` in src/app/deliver/report.ts). */
const claimMs = 120_000;
/** A little longer than that. */
const beyondClaim = claimMs + 5_000;

/** Intents that put a new message into a chat, by how their keys begin; a card that is updated twice disturbs nobody. */
const sending = /^(tell|post|receipt|say|repeat)\b/;

/** Sends that this life had claimed and whose outcome it had not kept. Silence brings nothing so soon. */
const claimedIn = async (records: Records, since: Instant, now: Instant): Promise<number> => {
  const claimed = await records.due(now + beyondClaim, 1_000_000);
  const tries = claimed
    .filter(({ kind }) => kind === "report")
    .flatMap((stored) => Object.entries(parseReport(stored).progress.tries));
  return tries.filter(([key, { notBefore }]) => sending.test(key) && notBefore >= since + claimMs).length;
};

/** Moves the clock past every claim until nothing more has to leave. */
const drain = async (records: Records, lives: Lives): Promise<readonly string[]> => {
  for (let move = 0; move < 6; move += 1) {
    lives.moveOn(beyondClaim);
    for (let look = 0; look < 100; look += 1) {
      await wait(50);
      if ((await everyReport(records)).flatMap(stillOwed).length === 0) return [];
    }
  }
  return (await everyReport(records)).flatMap(stillOwed);
};

const kept = (reports: readonly Loaded[], promised: Promised): string[] => {
  const faults: string[] = [];
  const byCase = Map.groupBy(reports, ({ report }) => report.caseRef ?? "");
  for (const [caseRef, { ref, draft }] of promised.confirmed) {
    const made = byCase.get(caseRef) ?? [];
    if (made.length !== 1) faults.push(`${caseRef} was confirmed as ${ref}: there are ${String(made.length)} records`);
    else if (made[0]?.report.ref !== ref || made[0].id !== draft)
      faults.push(`${caseRef} was confirmed as ${ref}: it is ${made[0]?.report.ref ?? ""}`);
  }
  const refs = new Set(reports.map(({ report }) => report.ref));
  if (refs.size !== reports.length) faults.push("a reference was given twice");
  for (const id of promised.acknowledged) {
    const found = reports.find((each) => each.id === id);
    if (found?.report.acknowledged.length !== 1) faults.push(`an acknowledgement of ${id} is lost`);
  }
  return faults;
};

/** What is meant to be said again: to whom a report was repeated because nobody had answered. */
const repeatsIn = (reports: readonly Loaded[], people: ReadonlyMap<string, TeamsPerson>): readonly string[] =>
  reports.flatMap(({ id, facts }) =>
    facts
      .flatMap((fact) => (fact.kind === "repeated" ? fact.to : []))
      .map((to) => `${people.get(to.split("@")[0] ?? "")?.chat.conversation ?? ""} ${id}`),
  );

/** Only a kill makes anything be said twice that is not meant to be: within one life nothing is. */
const repeatedIn = (calls: readonly Call[], begins: readonly number[], meant: ReadonlySet<string>): string[] =>
  begins.flatMap((from, life) => {
    const sends = sendsIn(calls.slice(from, begins[life + 1])).filter((send) => !meant.has(send));
    return sends.filter((send, index) => sends.indexOf(send) < index).map((send) => `said twice in one life: ${send}`);
  });

/** Everybody who was addressed has the card in Teams, and the record says so. */
const told = (reports: readonly Loaded[], sends: ReadonlySet<string>, people: ReadonlyMap<string, TeamsPerson>) =>
  reports.flatMap(({ id, report }) => {
    if (report.tellings.length === 0) return [`${report.ref} tells nobody`];
    return report.tellings
      .filter(({ how }) => how !== "phone")
      .flatMap((telling) =>
        telling.to
          .filter((to) => {
            const chat = people.get(to.split("@")[0] ?? "")?.chat.conversation ?? "";
            return !telling.told.some(({ where }) => where === to) || !sends.has(`${chat} ${id}`);
          })
          .map((to) => `${report.ref}: ${to} was never told`),
      );
  });

const withStore = async <T>(path: string, look: (records: Records) => Promise<T>): Promise<T> => {
  const records = openSqlite(path);
  try {
    return await look(records);
  } finally {
    await records.close();
  }
};

const judge = async (records: Records, promised: Promised, teams: Teams, people: ReadonlyMap<string, TeamsPerson>) => {
  const reports = await everyReport(records);
  const audit = await verifyAudit(records);
  const store = await checkStore(records, nextSteps);
  return [
    ...kept(reports, promised),
    ...told(reports, new Set(sendsIn(teams.calls)), people),
    ...(audit.ok ? [] : [`audit: ${audit.fault.what}`]),
    ...store.stuck.map(({ record, why }) => `${record.id}: ${why}`),
  ];
};

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
  const late = await withStore(store, (records) => drain(records, lives));
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
