import { changeCase } from "../../src/app/cases/change.ts";
import type { LondonDate } from "../../src/domain/instants.ts";
import type { Answers } from "../../src/domain/report/facts.ts";
import type { Duty } from "../../src/rules/duty/types.ts";
import { addDays, atLondon } from "../../src/time/london.ts";
import type { TeamsPerson } from "./teams/index.ts";
import type { Watchful } from "./watchful.ts";
import { inGroups, oneCase } from "./year-cases.ts";
import type { Count } from "./year-count.ts";
import { dayWords, factsOf, isLeft, ref, type YearRun } from "./year-model.ts";
import type { Leave, Member } from "./year-staff.ts";

/** A day's work: what is due soon is done, more or less; some of it is left, so that others hear of it. */
const workOf = (all: readonly Duty[], date: LondonDate, random: () => number): readonly Duty[] => {
  const soon = atLondon(addDays(date, 4), "00:00");
  const late = atLondon(addDays(date, -21), "00:00");
  return all.filter(
    ({ id, caseRef, metBy, dueAt }) =>
      caseRef !== null &&
      metBy.length > 0 &&
      (dueAt === null || dueAt < soon) &&
      // One in twenty is left undone for three weeks.
      (dueAt === null || dueAt < late || !isLeft(id)) &&
      random() < 0.45,
  );
};

/** What happens in the service: cases come, managers go on leave, duties are done, cases are given to other workers. */
export class Life {
  readonly #run: YearRun;
  readonly #house: Watchful;
  readonly #staff: readonly Member[];
  readonly #workers: readonly Member[];
  readonly #random: () => number;
  readonly #count: Count;

  constructor(run: YearRun, house: Watchful, staff: readonly Member[], random: () => number, count: Count) {
    this.#run = run;
    this.#house = house;
    this.#staff = staff;
    this.#workers = staff.filter(({ post }) => post === "social-worker");
    this.#random = random;
    this.#count = count;
  }

  /** Every child comes, and every leave is told. */
  async begin(leaves: readonly Leave[]): Promise<void> {
    const children = Array.from({ length: this.#run.children }, (_, n) => n);
    await inGroups(children, 64, (n) => this.#load(ref(n), factsOf(n, this.#pick(n), this.#run.from, this.#random)));
    for (const leave of leaves) await this.#goAway(leave);
    this.#count.add({ leaves: leaves.length });
    this.#count.listen();
  }

  /** At two in the afternoon. */
  async act(all: readonly Duty[], date: LondonDate): Promise<void> {
    this.#house.sleepUntil(atLondon(date, "14:00"));
    const wanted = workOf(all, date, this.#random);
    await inGroups(wanted, 64, (duty) => this.#do(duty, date));
    this.#count.add({ acts: wanted.length });
    for (let n = 0; n < this.#run.children / 800; n += 1) await this.#reallocate();
    await this.#house.at(atLondon(date, "14:00"));
  }

  get #deps() {
    const { caseRules, records, clock } = this.#house.service;
    return { records, clock, rules: caseRules };
  }

  #pick(n: number): Member {
    return this.#workers[n % this.#workers.length] as Member;
  }

  #load(name: string, facts: Answers) {
    const command = { kind: "load", source: "caseload.csv", facts, happened: [] } as const;
    return changeCase(this.#deps, name, command, this.#house.now(), "make");
  }

  async #goAway({ person: id, instead, from, until }: Leave): Promise<void> {
    const { account, name } = this.#staff.find((one) => one.id === id) as Member;
    const person: TeamsPerson = this.#house.teams.person(account, name);
    const cover = this.#staff.find((one) => one.id === instead)?.name ?? "";
    const said = await person.says(`I'm away ${dayWords(from)} to ${dayWords(until)}, ${cover} covers`);
    // Somebody else's leave may be told to them meanwhile.
    const asked = said.find(({ words }) => words.includes("Confirm"));
    if (asked === undefined) throw new Error(`Not understood: ${String(said[0]?.words)}`);
    await person.clicks(asked, "Confirm");
  }

  #do(duty: Duty, date: LondonDate) {
    const on = atLondon(date, "14:00");
    const base = { id: `act:${duty.id}:${date}`, on, dateOnly: false, facts: {}, by: this.#count.ownerOf(duty, on) };
    const happened = { ...base, happening: duty.metBy[0] ?? "" };
    return changeCase(this.#deps, duty.caseRef ?? "", { kind: "happen", happened }, on);
  }

  async #reallocate(): Promise<void> {
    const one = await oneCase(this.#house, ref(Math.floor(this.#random() * this.#run.children)));
    const worker = this.#pick(Math.floor(this.#random() * this.#workers.length));
    if (one !== undefined) await this.#load(one.ref, { ...one.facts, worker: worker.id, team: worker.team });
    this.#count.add({ reallocated: 1 });
  }
}
