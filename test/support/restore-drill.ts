import { copyFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parseReport } from "../../src/app/report/document.ts";
import { watchful, type Ran } from "../cli/support/run.ts";
import { drain, withStore } from "./kill-judge.ts";
import { createLives } from "./kill-lives.ts";
import { createDoor, createLoad, type Promised } from "./kill-load.ts";
import { everyReport, sendsIn, staff } from "./sends.ts";
import { startTeams } from "./teams/index.ts";
import { sunday } from "./watchful.ts";

/** What the drill of docs/operating.md came to. */
export interface Drill {
  readonly backup: Ran;
  /** Milliseconds that the copying took, while people reported. */
  readonly backupMs: number;
  readonly audit: Ran;
  readonly check: Ran;
  /** Reports confirmed before the copying began; how many people confirmed while it went on and after. */
  readonly before: number;
  readonly after: number;
  /** Of those before, what is not in the restored store as it was confirmed. */
  readonly missing: readonly string[];
  /** What the restored service still owes in the end. */
  readonly owed: readonly string[];
  /** Messages that the restored service sent: what had not left when the copy was made, and what has to be said again. */
  readonly sendsAfterRestore: number;
}

const reporters = ["ana.petrescu", "tomos.vaughan", "daniel.okonkwo", "aisha.malik", "zofia.wisniewska"];

const until = async (what: () => boolean): Promise<void> => {
  while (!what()) await wait(20);
};

/** What was confirmed is in the store under the same reference, made from the same draft. */
const missingIn = async (store: string, confirmed: Promised["confirmed"]): Promise<string[]> => {
  const reports = new Map(
    await withStore(store, async (records) =>
      (await records.list("report", { limit: 1_000_000 })).map((stored) => [stored.id, parseReport(stored)] as const),
    ),
  );
  return [...confirmed]
    .filter(([, { ref, draft }]) => reports.get(draft)?.report.ref !== ref)
    .map(([caseRef, { ref }]) => `${caseRef}, confirmed as ${ref}`);
};

/** People report to a service; it goes on until so many are confirmed, a backup is taken, and more are confirmed. */
const workAndCopy = async (folder: string, atLeast: number) => {
  const teams = await startTeams();
  teams.channel("19:ad-need-to-know@thread.tacv2");
  const people = staff(teams);
  const store = join(folder, "data", "watchful.db");
  const lives = createLives({ store, serviceUrl: teams.url, tenant: teams.tenant }, sunday);
  const promised: Promised = { confirmed: new Map(), acknowledged: new Set(), turns: 0, cut: 0 };
  const door = createDoor();
  const life = await lives.next();
  teams.connect(life.url);
  door.opens();
  const load = createLoad(door.service, promised);
  const work = Promise.all(reporters.flatMap((name) => people.get(name) ?? []).map(load.reporter));
  await Promise.race([until(() => promised.confirmed.size >= atLeast), work]);
  const before = new Map(promised.confirmed);
  const began = performance.now();
  const backup = await watchful(["store", "backup", "copy.db", "--store", store], { cwd: folder });
  const backupMs = performance.now() - began;
  await Promise.race([until(() => promised.confirmed.size >= before.size + 5), work]);
  door.closes();
  await work;
  await life.kill();
  return { teams, lives, before, backup, backupMs, after: promised.confirmed.size - before.size };
};

/**
 * Backup and restore, as docs/operating.md has it: a copy is taken while people report, the service dies with its disk, the
 * copy is put into a new folder, looked at, and the service goes on from it.
 */
export const restoreDrill = async (folder: string, atLeast: number): Promise<Drill> => {
  const { teams, lives, before, backup, backupMs, after } = await workAndCopy(folder, atLeast);
  await lives.end();
  const restored = join(folder, "new", "data", "watchful.db");
  await mkdir(dirname(restored), { recursive: true });
  await copyFile(join(folder, "copy.db"), restored);
  const audit = await watchful(["audit", "verify", "--store", restored]);
  const check = await watchful(["store", "check", "--store", restored]);
  const missing = await missingIn(restored, before);
  const sentBefore = sendsIn(teams.calls).length;
  const again = createLives({ store: restored, serviceUrl: teams.url, tenant: teams.tenant }, lives.now());
  const life = await again.next();
  teams.connect(life.url);
  const owed = await withStore(restored, (records) => drain(records, again.moveOn));
  await life.kill();
  await again.end();
  await teams.stop();
  const told = await withStore(restored, everyReport);
  const untold = told.filter(({ report }) => !report.tellings.some((telling) => telling.told.length > 0));
  return {
    ...{ backup, backupMs, audit, check, after, missing },
    before: before.size,
    owed: [...owed, ...untold.map(({ report }) => `${report.ref}: nobody was told`)],
    sendsAfterRestore: sendsIn(teams.calls).length - sentBefore,
  };
};
