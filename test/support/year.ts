import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { changeCase } from "../../src/app/cases/change.ts";
import { heldCase } from "../../src/app/cases/kept.ts";
import type { KeptCase } from "../../src/domain/case/fold.ts";
import type { Instant, LondonDate } from "../../src/domain/instants.ts";
import type { Answers } from "../../src/domain/report/facts.ts";
import { duties } from "../../src/rules/duty/duties.ts";
import type { Duty } from "../../src/rules/duty/types.ts";
import { createCalendar } from "../../src/time/calendar.ts";
import { addDays, atLondon, londonDate } from "../../src/time/london.ts";
import { isObject, type Call, type TeamsPerson } from "./teams/index.ts";
import { startWatchful, type Watchful } from "./watchful.ts";
import {
  createStaffOracle,
  makeStaff,
  numbersFrom,
  rosterOf,
  type Leave,
  type Member,
  type Size,
} from "./year-staff.ts";

export interface YearRun extends Size {
  readonly from: LondonDate;
  readonly days: number;
  readonly seed: number;
  readonly say?: (line: string) => void;
}

/** What a run came to. Every number but the totals must be nought, and is explained in `faults`. */
export interface YearTotals {
  readonly days: number;
  readonly workingMornings: number;
  readonly digests: number;
  readonly digestsExpected: number;
  /** Duties put before somebody in a digest, counted each morning. */
  readonly rows: number;
  readonly rowsExpected: number;
  /** Different duties that were ever owed. */
  readonly duties: number;
  readonly becameOverdue: number;
  readonly interruptions: number;
  readonly interruptionsExpected: number;
  readonly escalated: number;
  readonly acts: number;
  readonly leaves: number;
  readonly reallocated: number;
  readonly toldTooLate: number;
  readonly faults: readonly string[];
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

const ref = (n: number): string => `AMB-${String(10_000 + n)}`;
const statuses = ["cin", "cin", "cin", "cp", "cla", "assessment"] as const;
const kinds = ["safeguarding", "children_in_care", "referral_assessment"] as const;

/** A made-up child of whom nothing is overdue on the first day. */
const factsOf = (n: number, worker: Member, first: LondonDate, random: () => number): Answers => {
  const ago = (most: number): string => addDays(first, -Math.floor(random() * most));
  const status = statuses[n % statuses.length] ?? "cin";
  const placed = { placement: "foster", placementStart: addDays(first, -200), firstReviewOn: addDays(first, -170) };
  return {
    ...{ status, team: worker.team, worker: worker.id, teamKind: kinds[n % kinds.length] ?? "safeguarding" },
    ...{
      dateOfBirth: addDays(first, -1000 - (n % 4000)),
      statusSince: ago(60),
      planStart: ago(20),
      lastAssessment: ago(200),
    },
    ...{
      lastSupervision: ago(24),
      lastOversight: ago(20),
      lastVisit: ago(5),
      lastReview: ago(20),
      lastObservation: ago(20),
    },
    ...(status === "cla" ? placed : {}),
  };
};

interface Told {
  readonly person: string;
  readonly at: Instant;
  readonly kind: "digest" | "overdue";
  readonly words: string;
  readonly duty: string | null;
}

const jsonOf = ({ body }: Call): string => JSON.stringify(isObject(body) ? (body["attachments"] ?? "") : "");
const counted = (json: string): number =>
  [/(\d+) overdue/, /(\d+) due today/, /(\d+) coming up/].reduce(
    (sum, each) => sum + Number(each.exec(json)?.[1] ?? 0),
    0,
  );

/** What Teams accepted since the last look. */
const createEar = (house: Watchful, people: ReadonlyMap<string, TeamsPerson>) => {
  const byChat = new Map([...people].map(([id, { chat }]) => [chat.conversation, id]));
  return (at: Instant): Told[] => {
    // Taken away, because a year of cards is more than a machine need remember.
    const fresh = house.teams.calls.splice(0);
    return fresh.flatMap((call): Told[] => {
      const person = byChat.get(call.conversation ?? "");
      if (call.method !== "POST" || call.made === null || person === undefined) return [];
      const words = jsonOf(call);
      if (words.includes("What you have to do")) return [{ person, at, kind: "digest", words, duty: null }];
      if (!words.includes("Overdue on a child protection plan")) return [];
      return [{ person, at, kind: "overdue", words, duty: /"duty":"([^"]+)"/.exec(words)?.[1] ?? null }];
    });
  };
};

const everyCase = async ({ service: { records } }: Watchful): Promise<KeptCase[]> => {
  const all: KeptCase[] = [];
  for (let after = ""; ;) {
    const page = await records.list("case", { limit: 1_000, after });
    all.push(...page.map((stored) => heldCase(stored).state));
    const last = page.at(-1);
    if (last === undefined || page.length < 1_000) return all;
    after = last.id;
  }
};

const isLeft = (id: string): boolean =>
  [...id].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9_973, 7) % 20 === 0;

const inGroups = async <T>(items: readonly T[], size: number, work: (item: T) => Promise<unknown>): Promise<void> => {
  for (let at = 0; at < items.length; at += size) await Promise.all(items.slice(at, at + size).map(work));
};

/** Each of the managers goes on leave three times a year, and names another manager who is here. */
const makeLeaves = (staff: readonly Member[], { from, days }: YearRun, random: () => number): Leave[] => {
  const managers = staff.filter(({ post }) => post === "team-manager");
  const leaves: Leave[] = [];
  const clash = (id: string, start: string, end: string): boolean =>
    leaves.some((one) => (one.person === id || one.instead === id) && one.from <= end && start <= one.until);
  for (let n = 0; n < (managers.length * 3 * days) / 365; n += 1) {
    const person = managers[Math.floor(random() * managers.length)];
    const instead = managers[Math.floor(random() * managers.length)];
    const start = addDays(from, 3 + Math.floor(random() * Math.max(1, days - 20)));
    const end = addDays(start, 2 + Math.floor(random() * 12));
    if (!person || !instead || person === instead || clash(person.id, start, end) || clash(instead.id, start, end))
      continue;
    leaves.push({ person: person.id, instead: instead.id, from: start, until: end });
  }
  return leaves;
};

const dayWords = (date: LondonDate): string => {
  const months = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ];
  return `${String(Number(date.slice(8)))} ${months[Number(date.slice(5, 7)) - 1] ?? ""} ${date.slice(0, 4)}`;
};

/**
 * A made-up service, its clock driven day by day through the real bot and a pretended Teams, while its managers act, go on
 * leave and have cases moved; every morning held against a count that recomputes everything and asks an oracle who owes it.
 */
export const runYear = async (run: YearRun): Promise<YearTotals> => {
  const folder = mkdtempSync(join(tmpdir(), "year-"));
  const random = numbersFrom(run.seed);
  const staff = makeStaff(run);
  const roster = join(folder, "roster.csv");
  writeFileSync(roster, rosterOf(staff));
  const house = await startWatchful(atLondon(addDays(run.from, -1), "18:00"), {
    roster,
    rota: join(folder, "none.csv"),
  });
  try {
    return await drive(run, house, staff, random);
  } finally {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  }
};

const drive = async (
  run: YearRun,
  house: Watchful,
  staff: readonly Member[],
  random: () => number,
): Promise<YearTotals> => {
  const { rulebook, caseRules, council, records, clock } = house.service;
  const deps = { records, clock, rules: caseRules };
  const calendar = createCalendar({ ...council.houseRules, closureDays: council.closureDays });
  const people = new Map(staff.map(({ id }) => [id, house.person(id)]));
  const leaves = makeLeaves(staff, run, random);
  const oracle = createStaffOracle(staff, leaves);
  const hear = createEar(house, people);
  const workers = staff.filter(({ post }) => post === "social-worker");
  const pick = (): Member => workers[Math.floor(random() * workers.length)] as Member;
  const totals: Mutable<YearTotals> = {
    ...{ days: run.days, workingMornings: 0, digests: 0, digestsExpected: 0, rows: 0, rowsExpected: 0, duties: 0 },
    ...{ becameOverdue: 0, interruptions: 0, interruptionsExpected: 0, escalated: 0, acts: 0, leaves: leaves.length },
    ...{ reallocated: 0, toldTooLate: 0, faults: [] },
  };
  const faults: string[] = [];
  const fault = (text: string): void => {
    if (faults.length < 40) faults.push(text);
  };
  const load = (name: string, facts: Answers) =>
    changeCase(deps, name, { kind: "load", source: "caseload.csv", facts, happened: [] }, clock.now(), "make");
  await inGroups(
    Array.from({ length: run.children }, (_, n) => n),
    64,
    (n) => {
      const worker = workers[n % workers.length] as Member;
      return load(ref(n), factsOf(n, worker, run.from, random));
    },
  );
  for (const leave of leaves) {
    const person = people.get(leave.person) as TeamsPerson;
    const cover = staff.find(({ id }) => id === leave.instead)?.name ?? "";
    await person.says(`I'm away ${dayWords(leave.from)} to ${dayWords(leave.until)}, ${cover} covers`);
    await person.clicks(person.latest(), "Confirm");
  }
  hear(clock.now());

  const began = atLondon(addDays(run.from, -1), "18:00");
  const seen = new Set<string>();
  const overdueOn = new Map<string, LondonDate>();
  const toldEver = new Map<string, Instant>();
  const opened = new Map<
    string,
    { on: LondonDate; steps: { at: Instant; to: string; people: string[] | null }[]; worker: string }
  >();
  let overdueBefore = new Set<string>();
  const workerOf = new Map<string, string>();

  const ownerOf = (duty: Duty, asOf: Instant): string =>
    oracle.here(oracle.owner(duty.worker ?? "", duty.owedBy), asOf);
  const look = async (asOf: Instant): Promise<{ all: readonly Duty[]; cases: Map<string, KeptCase> }> => {
    const cases = await everyCase(house);
    for (const one of cases) workerOf.set(one.ref, String(one.facts["worker"]));
    return { all: duties(rulebook, cases, asOf), cases: new Map(cases.map((one) => [one.ref, one])) };
  };
  const isOfCase = (duty: Duty): boolean => duty.caseRef !== null && duty.id.includes(`:${duty.caseRef}:`);

  /** Goes to an instant, and holds who was interrupted against what has become overdue meanwhile. */
  const goTo = async (asOf: Instant): Promise<{ all: readonly Duty[]; told: Told[]; cases: Map<string, KeptCase> }> => {
    await house.at(asOf);
    const told = hear(asOf);
    const { all, cases } = await look(asOf);
    const overdue = all.filter((duty) => duty.state === "overdue" && isOfCase(duty));
    for (const { id } of overdue) if (!overdueOn.has(id)) overdueOn.set(id, londonDate(asOf));
    const fresh = overdue.filter(({ id }) => !overdueBefore.has(id) && !opened.has(id));
    totals.becameOverdue += fresh.length;
    for (const duty of fresh) {
      const steps = council.houseRules.reminders.escalation.map(({ afterWorkingDays, to }) => ({
        at: atLondon(calendar.addWorkingDays(londonDate(asOf), afterWorkingDays), "08:30"),
        to,
        people: null,
      }));
      opened.set(duty.id, { on: londonDate(asOf), steps, worker: duty.worker ?? "" });
    }
    const urgent = fresh.filter(
      ({ caseRef, dueAt }) => (dueAt ?? 0) >= began && cases.get(caseRef ?? "")?.facts["status"] === "cp",
    );
    totals.interruptionsExpected += urgent.length;
    const expected = new Set(urgent.map((duty) => `${duty.id} ${ownerOf(duty, asOf)}`));
    const first = told.filter(({ kind, words }) => kind === "overdue" && !words.includes("Told: "));
    totals.interruptions += first.length;
    for (const { duty, person } of first)
      if (!expected.delete(`${duty ?? ""} ${person}`))
        fault(`interrupted in vain or twice: ${duty ?? ""} ${person} at ${londonDate(asOf)}`);
    for (const one of expected) fault(`not interrupted: ${one} at ${londonDate(asOf)}`);
    overdueBefore = new Set(overdue.map(({ id }) => id));
    const open = new Set(overdueBefore);
    for (const [id, { steps, worker }] of opened) {
      if (!open.has(id)) {
        opened.delete(id);
        continue;
      }
      for (const step of steps)
        if (step.people === null && step.at <= asOf) {
          const to = step.to === "owner" ? undefined : oracle.onLine(worker, step.to);
          step.people = to === undefined ? [] : [oracle.here(to, asOf)];
          totals.escalated += step.people.length;
        }
    }
    return { all, told, cases };
  };

  const expectedAt = (all: readonly Duty[], asOf: Instant): Map<string, Set<string>> => {
    const rows = new Map<string, Set<string>>();
    const add = (person: string, id: string): void => {
      rows.set(person, (rows.get(person) ?? new Set()).add(id));
    };
    for (const duty of all) {
      if (duty.state === "later") continue;
      if (duty.worker !== null) add(ownerOf(duty, asOf), duty.id);
      else
        for (const post of duty.owedBy)
          for (const { id } of oracle.holders(post)) add(oracle.here(id, asOf), duty.id.replace(":post:", `:${id}:`));
    }
    for (const [id, { steps }] of opened)
      for (const { people: to } of steps) for (const person of to ?? []) add(person, id);
    return rows;
  };

  const morning = async (date: LondonDate): Promise<readonly Duty[]> => {
    await house.at(atLondon(date, "08:30"));
    const asOf = atLondon(date, "08:45");
    const { all, told } = await goTo(asOf);
    totals.workingMornings += 1;
    const expected = expectedAt(all, asOf);
    const digests = told.filter(({ kind }) => kind === "digest");
    totals.digests += digests.length;
    totals.digestsExpected += expected.size;
    for (const { person, words } of digests) {
      const rows = expected.get(person);
      const count = counted(words);
      totals.rows += count;
      totals.rowsExpected += rows?.size ?? 0;
      if (rows === undefined) fault(`${date}: a digest to ${person}, who owes nothing or had one already`);
      else if (rows.size !== count) {
        const listed = await everyRow(people.get(person) as TeamsPerson);
        const missing = [...rows].filter((id) => !listed.has(id)).join(", ");
        const more = [...listed].filter((id) => !rows.has(id)).join(", ");
        fault(`${date}: ${person} owes ${String(rows.size)} and was told ${String(count)}: lacks ${missing}; has ${more}`);
      }
      for (const [, id] of words.matchAll(/"verb":"duty.open","data":\{"verb":"duty.open","duty":"([^"]+)"/g))
        if (rows?.has(id ?? "") !== true)
          fault(`${date}: ${person} was told ${id ?? ""}, which is another's or is not owed`);
      for (const id of rows ?? []) if (!toldEver.has(id)) toldEver.set(id, asOf);
      expected.delete(person);
    }
    for (const [person, rows] of expected) fault(`${date}: ${person} owes ${String(rows.size)} and had no digest`);
    for (const duty of all) {
      seen.add(duty.id);
      const since = overdueOn.get(duty.id);
      if (duty.state !== "overdue" || since === undefined) continue;
      const first = toldEver.get(duty.id);
      if (first !== undefined && londonDate(first) <= calendar.onOrAfter(since)) continue;
      totals.toldTooLate += 1;
      fault(`${date}: ${duty.id} was told too late`);
    }
    return all;
  };

  const act = async (all: readonly Duty[], date: LondonDate): Promise<void> => {
    const asOf = atLondon(date, "14:00");
    house.sleepUntil(asOf);
    const soon = atLondon(addDays(date, 4), "00:00");
    // One in twenty is left undone for three weeks, so that others hear of it.
    const late = atLondon(addDays(date, -21), "00:00");
    const wanted = all.filter(
      ({ id, caseRef, metBy, dueAt }) =>
        caseRef !== null &&
        metBy.length > 0 &&
        (dueAt === null || dueAt < soon) &&
        (dueAt === null || dueAt < late || !isLeft(id)) &&
        random() < 0.45,
    );
    await inGroups(wanted, 64, (duty) => {
      const [happening] = duty.metBy;
      totals.acts += 1;
      const happened = {
        id: `act:${duty.id}:${date}`,
        happening: happening ?? "",
        on: asOf,
        dateOnly: false,
        facts: {},
        by: ownerOf(duty, asOf),
      };
      return changeCase(deps, duty.caseRef ?? "", { kind: "happen", happened }, asOf);
    });
    for (let n = 0; n < run.children / 800; n += 1) {
      const one = (await everyOneOf(house, ref(Math.floor(random() * run.children)))) as KeptCase;
      const worker = pick();
      totals.reallocated += 1;
      await load(one.ref, { ...one.facts, worker: worker.id, team: worker.team });
    }
    await house.at(asOf);
  };

  for (let n = 0; n < run.days; n += 1) {
    const date = addDays(run.from, n);
    await house.at(atLondon(date, "00:00"));
    if (calendar.isWorkingDay(date)) await act(await morning(date), date);
    await goTo(atLondon(date, "17:00") + 1_000);
    if (n % 7 === 6) run.say?.(`${date}: ${JSON.stringify({ ...totals, faults: faults.length })}`);
  }
  totals.duties = seen.size;
  return { ...totals, faults };
};

const rowsIn = (message: { readonly card?: unknown }): string[] =>
  [...JSON.stringify(message.card ?? "").matchAll(/"duty":"([^"]+)"/g)].map(([, id]) => id ?? "");

/** What all pages of somebody's newest digest list: only looked at where the first page does not add up. */
const everyRow = async (person: TeamsPerson): Promise<ReadonlySet<string>> => {
  const found = new Set(rowsIn(person.latest()));
  while (JSON.stringify(person.latest().card ?? "").includes('"Next page"')) {
    await person.clicks(person.latest(), "Next page");
    for (const id of rowsIn(person.latest())) found.add(id);
  }
  return found;
};

const everyOneOf = async ({ service: { records } }: Watchful, id: string): Promise<KeptCase | undefined> => {
  const stored = await records.read({ kind: "case", id });
  return stored === undefined ? undefined : heldCase(stored).state;
};
