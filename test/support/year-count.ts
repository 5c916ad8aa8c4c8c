import type { Instant, LondonDate } from "../../src/domain/instants.ts";
import type { KeptCase } from "../../src/domain/case/fold.ts";
import { duties } from "../../src/rules/duty/duties.ts";
import type { Duty } from "../../src/rules/duty/types.ts";
import { createCalendar, type Calendar } from "../../src/time/calendar.ts";
import { addDays, atLondon, londonDate } from "../../src/time/london.ts";
import type { TeamsPerson } from "./teams/index.ts";
import type { Watchful } from "./watchful.ts";
import { everyCase } from "./year-cases.ts";
import { counted, createEar, everyRow, type Told } from "./year-ear.ts";
import type { YearRun, YearTotals } from "./year-model.ts";
import type { createStaffOracle, Member } from "./year-staff.ts";

type StaffOracle = ReturnType<typeof createStaffOracle>;
type Rows = ReadonlyMap<string, ReadonlySet<string>>;

interface Step {
  readonly at: Instant;
  readonly to: string;
  /** Null: it has not come yet. */
  people: readonly string[] | null;
}

interface Looked {
  readonly all: readonly Duty[];
  readonly cases: ReadonlyMap<string, KeptCase>;
}

const nothing: YearTotals = {
  ...{ days: 0, workingMornings: 0, digests: 0, digestsExpected: 0, rows: 0, rowsExpected: 0, duties: 0 },
  ...{ becameOverdue: 0, interruptions: 0, interruptionsExpected: 0, escalated: 0, acts: 0, leaves: 0 },
  ...{ reallocated: 0, toldTooLate: 0, faults: [] },
};

const isOfCase = ({ id, caseRef }: Duty): boolean => caseRef !== null && id.includes(`:${caseRef}:`);

/** Overdue duties of cases: since when, and who is to hear of each, by the house rules told in the plainest way. */
class Steps {
  readonly calendar: Calendar;
  readonly opened = new Map<string, readonly Step[]>();
  readonly since = new Map<string, LondonDate>();
  readonly #house: Watchful;
  readonly #oracle: StaffOracle;

  constructor(house: Watchful, oracle: StaffOracle) {
    const { council } = house.service;
    this.calendar = createCalendar({ ...council.houseRules, closureDays: council.closureDays });
    this.#house = house;
    this.#oracle = oracle;
  }

  #open(id: string, asOf: Instant): void {
    const rules = this.#house.service.council.houseRules.reminders.escalation;
    const morning = (days: number): Instant => atLondon(this.calendar.addWorkingDays(londonDate(asOf), days), "08:30");
    this.opened.set(
      id,
      rules.map(({ afterWorkingDays, to }) => ({ at: morning(afterWorkingDays), to, people: null })),
    );
  }

  /** How many hear. Whoever has the case when the step comes: it may have been given to another worker since. */
  #come(id: string, step: Step, cases: Looked["cases"], asOf: Instant): number {
    if (step.people !== null || step.at > asOf) return 0;
    const worker = String(cases.get(id.split(":")[1] ?? "")?.facts["worker"]);
    const to = step.to === "owner" ? undefined : this.#oracle.onLine(worker, step.to);
    step.people = to === undefined ? [] : [this.#oracle.here(to, asOf)];
    return step.people.length;
  }

  /** Those that were not overdue before, and how many steps came. */
  look({ all, cases }: Looked, asOf: Instant): { readonly fresh: readonly Duty[]; readonly escalated: number } {
    const overdue = all.filter((duty) => duty.state === "overdue" && isOfCase(duty));
    const fresh = overdue.filter(({ id }) => !this.opened.has(id));
    for (const { id } of overdue) if (!this.since.has(id)) this.since.set(id, londonDate(asOf));
    for (const { id } of fresh) this.#open(id, asOf);
    const ids = new Set(overdue.map(({ id }) => id));
    let escalated = 0;
    for (const [id, steps] of this.opened)
      if (!ids.has(id)) this.opened.delete(id);
      else for (const step of steps) escalated += this.#come(id, step, cases, asOf);
    return { fresh, escalated };
  }
}

/** Recounts everything at every look, and holds what people were told against it. */
export class Count {
  readonly #house: Watchful;
  readonly #oracle: StaffOracle;
  readonly #people: ReadonlyMap<string, TeamsPerson>;
  readonly #hear: (at: Instant) => readonly Told[];
  readonly #steps: Steps;
  readonly #began: Instant;
  readonly #faults: string[] = [];
  readonly #seen = new Set<string>();
  readonly #toldFirst = new Map<string, LondonDate>();
  #totals: YearTotals;

  constructor(run: YearRun, house: Watchful, staff: readonly Member[], oracle: StaffOracle) {
    this.#house = house;
    this.#oracle = oracle;
    this.#people = new Map(staff.map(({ id, account, name }) => [id, house.teams.person(account, name)]));
    this.#hear = createEar(house, this.#people);
    this.#steps = new Steps(house, oracle);
    this.#began = atLondon(addDays(run.from, -1), "18:00");
    this.#totals = { ...nothing, days: run.days };
  }

  ownerOf(duty: Duty, asOf: Instant): string {
    return this.#oracle.here(this.#oracle.owner(duty.worker ?? "", duty.owedBy), asOf);
  }

  add(more: Partial<Record<Exclude<keyof YearTotals, "faults">, number>>): void {
    const sums = Object.entries(more).map(([name, by]) => [name, Number(this.#totals[name as keyof YearTotals]) + by]);
    this.#totals = { ...this.#totals, ...(Object.fromEntries(sums) as Partial<YearTotals>) };
  }

  isWorkingDay(date: LondonDate): boolean {
    return this.#steps.calendar.isWorkingDay(date);
  }

  /** What was said so far is not counted. */
  listen(): void {
    this.#hear(this.#began);
  }

  totals(): YearTotals {
    return { ...this.#totals, duties: this.#seen.size, faults: this.#faults };
  }

  #fault(text: string): void {
    if (this.#faults.length < 40) this.#faults.push(text);
  }

  async #look(asOf: Instant): Promise<Looked> {
    const cases = await everyCase(this.#house);
    const all = duties(this.#house.service.rulebook, cases, asOf);
    for (const { id } of all) this.#seen.add(id);
    return { all, cases: new Map(cases.map((one) => [one.ref, one])) };
  }

  #holdInterruptions(told: readonly Told[], fresh: readonly Duty[], { cases }: Looked, asOf: Instant): void {
    const urgent = fresh.filter(
      ({ caseRef, dueAt }) => (dueAt ?? 0) >= this.#began && cases.get(caseRef ?? "")?.facts["status"] === "cp",
    );
    const expected = new Set(urgent.map((duty) => `${duty.id} ${this.ownerOf(duty, asOf)}`));
    const first = told.filter(({ kind, words }) => kind === "overdue" && !words.includes("Told: "));
    this.add({ becameOverdue: fresh.length, interruptionsExpected: expected.size, interruptions: first.length });
    for (const { duty, person } of first)
      if (!expected.delete(`${duty ?? ""} ${person}`))
        this.#fault(`${londonDate(asOf)}: ${person} was interrupted in vain or twice by ${duty ?? ""}`);
    for (const one of expected) this.#fault(`${londonDate(asOf)}: nobody was interrupted by ${one}`);
  }

  /** Goes to an instant; what was told by then. */
  async goTo(asOf: Instant): Promise<{ readonly all: readonly Duty[]; readonly told: readonly Told[] }> {
    await this.#house.at(asOf);
    const told = this.#hear(asOf);
    const looked = await this.#look(asOf);
    const { fresh, escalated } = this.#steps.look(looked, asOf);
    this.add({ escalated });
    this.#holdInterruptions(told, fresh, looked, asOf);
    return { all: looked.all, told };
  }

  #rowsAt(all: readonly Duty[], asOf: Instant): Rows {
    const rows = new Map<string, Set<string>>();
    const put = (person: string, id: string): void => {
      rows.set(person, (rows.get(person) ?? new Set()).add(id));
    };
    const byPost = (duty: Duty): void => {
      for (const { id } of duty.owedBy.flatMap((post) => this.#oracle.holders(post)))
        put(this.#oracle.here(id, asOf), duty.id.replace(":post:", `:${id}:`));
    };
    for (const duty of all.filter(({ state }) => state !== "later"))
      if (duty.worker === null) byPost(duty);
      else put(this.ownerOf(duty, asOf), duty.id);
    for (const [id, each] of this.#steps.opened)
      for (const { people: to } of each) for (const one of to ?? []) put(one, id);
    return rows;
  }

  async #differs(date: LondonDate, person: string, rows: ReadonlySet<string>): Promise<void> {
    const listed = await everyRow(this.#people.get(person) as TeamsPerson);
    const missing = [...rows].filter((id) => !listed.has(id)).join(", ");
    const more = [...listed].filter((id) => !rows.has(id)).join(", ");
    this.#fault(`${date}: ${person} was told something else: lacks ${missing}; has ${more}`);
  }

  async #holdDigest(date: LondonDate, { person, words }: Told, rows: ReadonlySet<string>): Promise<void> {
    const count = counted(words);
    this.add({ digests: 1, rows: count, rowsExpected: rows.size });
    const first = [...words.matchAll(/"verb":"duty.open","data":\{"verb":"duty.open","duty":"([^"]+)"/g)];
    if (rows.size !== count || first.some(([, id]) => !rows.has(id ?? ""))) await this.#differs(date, person, rows);
    for (const id of rows) if (!this.#toldFirst.has(id)) this.#toldFirst.set(id, date);
  }

  /** Whatever is overdue was told by the first working morning on or after the day on which it became so. */
  #holdInTime(date: LondonDate, all: readonly Duty[]): void {
    for (const { id, state } of all) {
      const since = this.#steps.since.get(id);
      if (state !== "overdue" || since === undefined) continue;
      const first = this.#toldFirst.get(id);
      if (first !== undefined && first <= this.#steps.calendar.onOrAfter(since)) continue;
      this.add({ toldTooLate: 1 });
      this.#fault(`${date}: ${id} was told too late`);
    }
  }

  async morning(date: LondonDate): Promise<readonly Duty[]> {
    await this.#house.at(atLondon(date, "08:30"));
    const asOf = atLondon(date, "08:45");
    const { all, told } = await this.goTo(asOf);
    const expected = new Map(this.#rowsAt(all, asOf));
    this.add({ workingMornings: 1, digestsExpected: expected.size });
    for (const digest of told.filter(({ kind }) => kind === "digest")) {
      const rows = expected.get(digest.person);
      if (rows === undefined) this.#fault(`${date}: a digest to ${digest.person}, who owes nothing or had one already`);
      await this.#holdDigest(date, digest, rows ?? new Set());
      expected.delete(digest.person);
    }
    for (const person of expected.keys()) this.#fault(`${date}: ${person} had no digest`);
    this.#holdInTime(date, all);
    return all;
  }
}
