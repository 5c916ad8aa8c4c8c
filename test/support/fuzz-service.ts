import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { malformed, personal, type Malformed } from "./fuzz-activities.ts";
import { createLives, type Look } from "./kill-lives.ts";
import { staff } from "./sends.ts";
import { startTeams, type TeamsPerson } from "./teams/index.ts";
import { sunday } from "./watchful.ts";

/** What a run came to. `faults` is empty when nothing that was sent did harm. */
export interface FuzzRun {
  readonly faults: readonly string[];
  readonly sent: number;
  /** Answers by their status; 0 where the line was cut. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Milliseconds of a good turn: the median of those alone, before the storm and after it, and of those beside it. */
  readonly alone: number;
  readonly beside: number;
  /** Megabytes that the process grew by, from the first quarter of the storm to its end. */
  readonly grownMb: number;
  /** Of these, what is in use: the rest is what the machine has not taken back. */
  readonly usedMb: number;
}

const atOnce = 8;
const turnsAlone = 50;
/** The first turns of a life are slow, and would make the storm look harmless. */
const turnsToWarm = 50;
/** What the log calls an activity that was answered with 4xx. */
const refusals: ReadonlySet<string> = new Set(["activity refused", "request refused", "unknown invoke"]);
const median = (of: readonly number[]): number => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? 0;

/** The same storm each time: a small generator of Park and Miller's. */
const chanceFrom = (seed: number) => {
  let now = seed;
  return (): number => {
    now = (now * 48_271) % 2_147_483_647;
    return now / 2_147_483_647;
  };
};

const send = async (url: string, { body, type }: Malformed): Promise<number> => {
  try {
    const answer = await fetch(`${url}/api/messages`, { method: "POST", headers: { "content-type": type }, body });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 0;
  }
};

const timed = async (person: TeamsPerson): Promise<number> => {
  const from = performance.now();
  const seen = await person.says("help");
  if (seen.length !== 1) throw new Error(`"help" was answered with ${String(seen.length)} messages.`);
  return performance.now() - from;
};

interface Storm {
  readonly statuses: Record<string, number>;
  /** Milliseconds of each good turn beside it. */
  readonly beside: number[];
  readonly faults: Set<string>;
  refused: number;
}

/** Sends so many of the storm, a few side by side, while one person has good turns beside it. */
const rage = async (
  storm: Storm,
  url: string,
  count: number,
  next: () => Malformed,
  good: TeamsPerson,
): Promise<void> => {
  let left = count;
  const worker = async (): Promise<void> => {
    while (left > 0) {
      left -= 1;
      const one = next();
      const status = await send(url, one);
      storm.statuses[status] = (storm.statuses[status] ?? 0) + 1;
      if (status >= 500 || status === 0) storm.faults.add(`${String(status)} for ${one.what}`);
      if (status >= 400) storm.refused += 1;
    }
  };
  const neighbour = async (): Promise<void> => {
    while (left > 0) storm.beside.push(await timed(good));
  };
  await Promise.all([...Array.from({ length: atOnce }, worker), neighbour()]);
};

/** Whole words: three digits of somebody's number may stand in that of a port. */
const words = personal.split(" ").map((word) => new RegExp(`\\b${word}\\b`));

/** One line for each that was refused, and nobody's words in any. */
const faultsInLog = ({ log }: Look, refused: number): string[] => {
  const lines = log.filter(({ what }) => refusals.has(what)).length;
  const leaks = log.filter((line) => words.some((word) => word.test(JSON.stringify(line))));
  return [
    ...(lines === refused ? [] : [`${String(refused)} were refused, ${String(lines)} lines say so`]),
    ...leaks.map((line) => `logged: ${JSON.stringify(line)}`),
  ];
};

const effectsIn = async (store: string): Promise<string[]> => {
  const records = openSqlite(store);
  const reports = await records.count("report");
  await records.close();
  return reports === 0 ? [] : [`${String(reports)} reports came of it`];
};

/** Posts malformed activities to the whole service in a process of its own, and looks at what they did to it. */
export const fuzzService = async (store: string, count: number, seed: number): Promise<FuzzRun> => {
  const teams = await startTeams();
  const people = staff(teams);
  const [good, evil] = ["kiran.bains", "tomos.vaughan"].map((name) => people.get(name));
  if (good === undefined || evil === undefined) throw new Error("Nobody is there.");
  const lives = createLives({ store, serviceUrl: teams.url, tenant: teams.tenant }, sunday);
  const life = await lives.next();
  teams.connect(life.url);
  const alone: number[] = [];
  const measureAlone = async (): Promise<void> => {
    for (let turn = 0; turn < turnsAlone; turn += 1) alone.push(await timed(good));
  };
  for (let turn = 0; turn < turnsToWarm; turn += 1) await timed(good);
  await measureAlone();
  const storm: Storm = { statuses: {}, beside: [], faults: new Set(), refused: 0 };
  const chance = chanceFrom(seed);
  const next = (): Malformed => malformed(evil.activity(evil.chat, {}), chance);
  const quarter = Math.ceil(count / 4);
  await rage(storm, life.url, quarter, next, good);
  const early = await life.look();
  await rage(storm, life.url, count - quarter, next, good);
  const late = await life.look();
  await measureAlone();
  await life.kill();
  await lives.end();
  await teams.stop();
  return {
    faults: [...storm.faults, ...faultsInLog(late, storm.refused), ...(await effectsIn(store))],
    sent: count,
    statuses: storm.statuses,
    alone: median(alone),
    beside: median(storm.beside),
    grownMb: (late.rss - early.rss) / 2 ** 20,
    usedMb: (late.heapUsed - early.heapUsed) / 2 ** 20,
  };
};
