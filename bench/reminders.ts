import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readPolicyFiles } from "../src/adapters/files/policies.ts";
import { rosterDirectory } from "../src/adapters/roster/directory.ts";
import { openSqlite } from "../src/adapters/sqlite/open.ts";
import { after } from "../src/app/cases/change.ts";
import { commitOf, heldCase, noCase } from "../src/app/cases/kept.ts";
import { attendCase } from "../src/app/remind/attend.ts";
import type { RemindDeps } from "../src/app/remind/deps.ts";
import { deliverDigest } from "../src/app/remind/digest.ts";
import { runRound } from "../src/app/remind/round.ts";
import { createPace, teamsLimits } from "../src/bot/outbound/pace.ts";
import { digestCard } from "../src/cards/index.ts";
import { caseRulesOf } from "../src/rules/duty/case-rules.ts";
import { duties } from "../src/rules/duty/duties.ts";
import { loadPolicies } from "../src/rules/policy/load.ts";
import { composeRulebook } from "../src/rules/rulebook.ts";
import { createCalendar } from "../src/time/calendar.ts";
import { addDays, atLondon } from "../src/time/london.ts";
import { virtualTimer } from "../test/support/virtual-timer.ts";
import { makeStaff, type Member } from "../test/support/year-staff.ts";
import { say, type Row } from "./support/rows.ts";

/**
 * The morning's round for 35 and for 1,000 managers, each with six workers of twelve children: who owes what, one digest
 * each, drawn and handed to Teams, whose limits are kept on a clock that does not wait. Then what a look at the cases that
 * have just become overdue costs, beside recomputing everything.
 */
const loaded = loadPolicies(readPolicyFiles(join(import.meta.dirname, "../policies")));
const [council] = loaded.councils;
if (council === undefined) throw new Error("policies/example has no council file.");
const rulebook = composeRulebook(loaded, council);
const rules = caseRulesOf(rulebook);
const today = "2026-11-17";
const evening = atLondon(addDays(today, -1), "18:00");
const midnight = atLondon(today, "00:00");
const morning = atLondon(today, "08:45");

const factsOf = (n: number, { id, team }: Member) => {
  const ago = (days: number): string => addDays(today, -1 - days);
  return {
    ...{ status: n % 4 === 0 ? "cp" : "cin", team, worker: id, teamKind: "safeguarding", statusSince: ago(n % 90) },
    ...{ planStart: ago(n % 60), lastAssessment: ago(n % 300), dateOfBirth: ago(1_000 + (n % 4_000)) },
    ...{ lastSupervision: ago(n % 57), lastOversight: ago(n % 29), lastVisit: ago(n % 29), lastReview: ago(n % 80) },
  };
};

const measured = async (work: () => Promise<unknown>): Promise<{ seconds: number; cpu: number }> => {
  const [started, before] = [performance.now(), process.cpuUsage()];
  await work();
  const { user, system } = process.cpuUsage(before);
  return { seconds: (performance.now() - started) / 1_000, cpu: (user + system) / 1_000 };
};

const open = (folder: string, managers: number) => {
  const staff = makeStaff({ managers, workers: managers * 6, children: managers * 72 });
  const people = staff.map(({ post, ...one }) => ({ ...one, posts: [post], telephone: null }));
  const records = openSqlite(join(folder, `${String(managers)}.db`));
  let now = evening;
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const calendar = createCalendar({ ...council.houseRules, closureDays: council.closureDays });
  const directory = rosterDirectory(people, council);
  const base = { records, directory, council, calendar, rulebook, rules, log };
  const deps: RemindDeps = { ...base, clock: { now: () => now }, nudge: () => undefined };
  const at = (instant: number): void => {
    now = instant;
  };
  return { deps, records, at, workers: staff.filter(({ post }) => post === "social-worker") };
};
type Service = ReturnType<typeof open>;

const load = async ({ deps, records, workers }: Service, children: number): Promise<void> => {
  for (let from = 0; from < children; from += 1_000) {
    const writes = Array.from({ length: Math.min(1_000, children - from) }, (_, index) => {
      const n = from + index;
      const worker = workers[n % workers.length] as Member;
      const command = { kind: "load", source: "bench", facts: factsOf(n, worker), happened: [] } as const;
      const next = after(noCase(`AMB-${String(100_000 + n)}`, evening), command, deps, evening);
      if (next === null) throw new Error("A case says nothing.");
      return commitOf(next, rules, evening);
    });
    await records.commitAll(writes);
  }
};

/** Draws and hands over every digest that is due; what Teams takes is counted. */
const deliver = async ({ deps, records }: Service): Promise<number> => {
  let sent = 0;
  const messenger = {
    send: (_to: unknown, message: { kind: string; digest?: Parameters<typeof digestCard>[0] }) => {
      if (message.digest !== undefined) JSON.stringify(digestCard(message.digest).card);
      sent += 1;
      return Promise.resolve({ outcome: "accepted", conversation: "c", activity: String(sent) } as const);
    },
  };
  const quiet = { ...messenger, reply: messenger.send, update: messenger.send };
  for (let page = await records.due(morning, 64, ["digest"]); page.length > 0;) {
    await Promise.all(page.map(({ id }) => deliverDigest({ ...deps, messenger: quiet }, id)));
    page = await records.due(morning, 64, ["digest"]);
  }
  return sent;
};

/** Seconds that Teams' limits ask for so many first messages, each to a chat of its own. */
const paced = async (count: number): Promise<number> => {
  const { timer, run } = virtualTimer(() => 0);
  const pace = createPace(teamsLimits(30), timer);
  await run(Promise.all(Array.from({ length: count }, (_, n) => pace(`chat ${String(n)}`, "tenant"))));
  return timer.now() / 1_000;
};

const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const seconds = (value: number): string => `${value.toFixed(1)} s`;

const look = async (service: Service): Promise<Row> => {
  const { deps, records } = service;
  service.at(midnight);
  const overdue = await records.dueOf("case", { to: midnight }, { limit: 100_000 });
  const swept = await measured(async () => {
    for (const { id } of overdue) await attendCase(deps, id);
  });
  const whole = await measured(async () => {
    const all = await records.list("case", { limit: 1_000_000 });
    duties(
      rulebook,
      all.map((stored) => heldCase(stored).state),
      midnight,
    );
  });
  const what = `midnight: ${String(overdue.length)} cases changed, attended to durably`;
  return { what, ours: ms(swept.cpu), beside: `all recomputed ${ms(whole.cpu)}`, ratio: swept.cpu / whole.cpu };
};

const idle = async ({ records }: Service): Promise<Row> => {
  const runs = 2_000;
  const nothing = await measured(async () => {
    for (let n = 0; n < runs; n += 1) await records.due(midnight, 64, ["case"]);
  });
  return { what: "a look when nothing has changed", ours: `${((nothing.cpu / runs) * 1_000).toFixed(0)} µs` };
};

const bench = async (folder: string, managers: number): Promise<void> => {
  const service = open(folder, managers);
  await load(service, managers * 72);
  const swept = await look(service);
  const still = await idle(service);
  service.at(morning);
  const round = await measured(() => runRound(service.deps));
  let sent = 0;
  const drawn = await measured(async () => (sent = await deliver(service)));
  const teams = await paced(sent);
  const memory = `${String(Math.round(process.memoryUsage().rss / 1e6))} MB`;
  const group = `${String(managers)} managers, ${String(managers * 72)} children, ${String(sent)} digests; time of the processor`;
  say(group, [
    { what: "the round: who owes what, a digest for each", ours: ms(round.cpu) },
    { what: "drawn and handed over, for one digest", ours: ms(drawn.cpu / sent) },
    {
      what: "made, drawn and handed over, by the clock",
      ours: seconds(round.seconds + drawn.seconds),
      beside: `Teams' limits ${seconds(teams)}`,
    },
    { what: "digests a second by Teams' limits", ours: (sent / Math.max(teams, 1)).toFixed(1) },
    { what: "memory", ours: memory },
    swept,
    still,
  ]);
  await service.records.close();
};

const folder = await mkdtemp(join(tmpdir(), "watchful-bench-"));
for (const managers of [35, 1_000]) await bench(folder, managers);
await rm(folder, { recursive: true });
