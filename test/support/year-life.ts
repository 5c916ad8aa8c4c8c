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
export const createLife = (
  run: YearRun,
  house: Watchful,
  staff: readonly Member[],
  leaves: readonly Leave[],
  random: () => number,
  count: Count,
) => {
  const { caseRules, records, clock } = house.service;
  const deps = { records, clock, rules: caseRules };
  const workers = staff.filter(({ post }) => post === "social-worker");
  const pick = (n: number): Member => workers[n % workers.length] as Member;
  const load = (name: string, facts: Answers) =>
    changeCase(deps, name, { kind: "load", source: "caseload.csv", facts, happened: [] }, clock.now(), "make");

  const goAway = async ({ person: id, instead, from, until }: Leave): Promise<void> => {
    const { account, name } = staff.find((one) => one.id === id) as Member;
    const person: TeamsPerson = house.teams.person(account, name);
    const cover = staff.find((one) => one.id === instead)?.name ?? "";
    const said = await person.says(`I'm away ${dayWords(from)} to ${dayWords(until)}, ${cover} covers`);
    // Somebody else's leave may be told to them meanwhile.
    const asked = said.find(({ words }) => words.includes("Confirm"));
    if (asked === undefined) throw new Error(`Not understood: ${String(said[0]?.words)}`);
    await person.clicks(asked, "Confirm");
  };

  const done = (duty: Duty, date: LondonDate) => {
    const on = atLondon(date, "14:00");
    const base = { id: `act:${duty.id}:${date}`, on, dateOnly: false, facts: {}, by: count.ownerOf(duty, on) };
    const happened = { ...base, happening: duty.metBy[0] ?? "" };
    return changeCase(deps, duty.caseRef ?? "", { kind: "happen", happened }, on);
  };

  const reallocate = async (): Promise<void> => {
    const one = await oneCase(house, ref(Math.floor(random() * run.children)));
    const worker = pick(Math.floor(random() * workers.length));
    if (one !== undefined) await load(one.ref, { ...one.facts, worker: worker.id, team: worker.team });
    count.add({ reallocated: 1 });
  };

  return {
    begin: async (): Promise<void> => {
      const children = Array.from({ length: run.children }, (_, n) => n);
      await inGroups(children, 64, (n) => load(ref(n), factsOf(n, pick(n), run.from, random)));
      for (const leave of leaves) await goAway(leave);
      count.add({ leaves: leaves.length });
      count.listen();
    },
    /** At two in the afternoon. */
    act: async (all: readonly Duty[], date: LondonDate): Promise<void> => {
      house.sleepUntil(atLondon(date, "14:00"));
      const wanted = workOf(all, date, random);
      await inGroups(wanted, 64, (duty) => done(duty, date));
      count.add({ acts: wanted.length });
      for (let n = 0; n < run.children / 800; n += 1) await reallocate();
      await house.at(atLondon(date, "14:00"));
    },
  };
};
