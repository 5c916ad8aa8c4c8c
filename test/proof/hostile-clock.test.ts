import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { NotDurable, type Commit, type Records } from "../../src/app/ports/records.ts";
import { atLondon } from "../../src/time/london.ts";
import { loadCases, quietCase } from "../support/cases.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import type { TeamsPerson } from "../support/teams/index.ts";

/** The morning's digests and the interruptions, while the clock and the machine do what clocks and machines do. */
let house: Watchful;
afterEach(() => house.stop());

const quiet = quietCase("daniel.okonkwo");
const beforeEaster = atLondon("2026-04-02", "18:00");
/** Due on Easter Sunday, on a protection plan; and one that is overdue on the Tuesday. */
const easter = {
  "AMB-2001": { ...quiet, status: "cp", lastSupervision: "2026-02-08" },
  "AMB-2002": { ...quiet, lastSupervision: "2026-02-06" },
};

const digests = (person: TeamsPerson) => person.sees().filter(({ words }) => words.startsWith("What you have to do"));
const interruptions = (person: TeamsPerson) =>
  person.sees().filter(({ words }) => words.startsWith("Overdue on a child"));
const cast = () => ({ joanne: house.person("joanne.ashworth"), priya: house.person("priya.nair") });

describe("a machine that sleeps", () => {
  it("over Easter tells everything once when it wakes on the Tuesday at a quarter past ten", async () => {
    house = await startWatchful(beforeEaster);
    const { joanne, priya } = cast();
    await loadCases(house, easter);
    await house.settle();
    await house.service.stop();
    house.sleepUntil(atLondon("2026-04-07", "10:15"));
    await house.restart();
    await house.settle();
    expect(digests(joanne)).toHaveLength(1);
    expect(digests(joanne)[0]?.words).toContain("Tuesday 7 April 2026");
    expect(digests(priya)).toHaveLength(1);
    expect(interruptions(joanne)).toHaveLength(1);
    await house.at(atLondon("2026-04-07", "16:59"));
    expect([digests(joanne).length, digests(priya).length, interruptions(joanne).length]).toEqual([1, 1, 1]);
  });

  it("until the working day is over tells it the next morning, and not that evening", async () => {
    house = await startWatchful(beforeEaster);
    const { joanne } = cast();
    await loadCases(house, easter);
    await house.service.stop();
    house.sleepUntil(atLondon("2026-04-07", "17:00"));
    await house.restart();
    await house.settle();
    expect(digests(joanne)).toEqual([]);
    await house.at(atLondon("2026-04-08", "08:45"));
    expect(digests(joanne)).toHaveLength(1);
  });
});

describe("a clock that is set back", () => {
  it.each([
    ["an hour", "2026-04-07", "07:50"],
    ["a day", "2026-04-06", "12:00"],
    ["past Easter", "2026-04-02", "08:45"],
  ])("by %s makes no second digest for the same morning, and leaves the next one alone", async (_by, date, time) => {
    house = await startWatchful(beforeEaster);
    const { joanne } = cast();
    await loadCases(house, easter);
    await house.at(atLondon("2026-04-07", "08:45"));
    expect(digests(joanne)).toHaveLength(1);
    const told = interruptions(joanne).length;
    await house.at(atLondon(date, time));
    await house.restart();
    await house.settle();
    await house.at(atLondon("2026-04-07", "08:45"));
    await house.at(atLondon("2026-04-07", "09:45"));
    expect(digests(joanne).filter(({ words }) => words.includes("Tuesday 7 April 2026"))).toHaveLength(1);
    expect(interruptions(joanne)).toHaveLength(told);
    await house.at(atLondon("2026-04-08", "08:45"));
    expect(digests(joanne).filter(({ words }) => words.includes("Wednesday 8 April 2026"))).toHaveLength(1);
  });

  it("in the night of October interrupts once, at the end of the day that has 25 hours", async () => {
    house = await startWatchful(atLondon("2026-10-23", "18:00"));
    const { joanne } = cast();
    const october = Object.fromEntries(
      ["lastOversight", "lastVisit", "lastReview", "lastAssessment", "planStart", "statusSince"].map((name) => [
        name,
        "2026-10-19",
      ]),
    );
    await loadCases(house, { "AMB-2001": { ...quiet, ...october, status: "cp", lastSupervision: "2026-08-30" } });
    const midnight = atLondon("2026-10-26", "00:00");
    for (let at = midnight - 26 * 3_600_000; at < midnight; at += 3_600_000) await house.at(at);
    const supervision = () => interruptions(joanne).filter(({ words }) => words.includes("PS-13"));
    expect(supervision()).toEqual([]);
    await house.at(midnight);
    await house.at(midnight + 3_600_000);
    expect(supervision()).toHaveLength(1);
  });
});

describe("a round that is cut short", () => {
  it("is completed by the next one, and tells nobody twice", async () => {
    let digestsWritten = 0;
    const spoiled = (store: Records): Records => ({
      ...store,
      commit: (write: Commit) => {
        if (write.kind === "digest" && write.expectedVersion === 0 && ++digestsWritten === 2)
          return Promise.reject(new NotDurable("The disk is full."));
        return store.commit(write);
      },
    });
    house = await startWatchful(beforeEaster, {}, { records: spoiled(openSqlite(":memory:")) });
    const { joanne, priya } = cast();
    await loadCases(house, easter);
    const first = atLondon("2026-04-07", "08:45");
    await house.at(first);
    expect(digests(joanne).length + digests(priya).length).toBeLessThan(2);
    await house.at(first + 31_000);
    expect([digests(joanne).length, digests(priya).length]).toEqual([1, 1]);
    await house.at(first + 3_600_000);
    expect([digests(joanne).length, digests(priya).length]).toEqual([1, 1]);
  });
});

describe("two services on one store", () => {
  it("make each digest once, and interrupt once", async () => {
    house = await startWatchful(beforeEaster);
    const other = await house.another();
    const { joanne, priya } = cast();
    await loadCases(house, easter);
    const both = async (date: string, time: string): Promise<void> => {
      house.sleepUntil(atLondon(date, time));
      await Promise.all([house.service.metronome.settle(), other.metronome.settle()]);
      await Promise.all([house.service.metronome.settle(), other.metronome.settle()]);
    };
    const counts = () => [digests(joanne).length, digests(priya).length, interruptions(joanne).length];
    await both("2026-04-06", "00:00");
    await both("2026-04-07", "08:45");
    expect(counts()).toEqual([1, 1, 1]);
    // Two working days after the breach its owner hears again, once.
    await both("2026-04-08", "08:45");
    expect(counts()).toEqual([2, 2, 2]);
    await other.stop();
  });
});
