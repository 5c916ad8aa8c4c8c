import { atLondon } from "../../src/time/london.ts";
import { happens, loadCases, quietCase } from "../support/cases.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import type { TeamsPerson } from "../support/teams/index.ts";

/** Journey 16: a manager, in the morning: one card with what is overdue, due today and coming, worst first. */
let house: Watchful;
const beforeEaster = atLondon("2026-04-02", "18:00");
const afterEaster = atLondon("2026-04-07", "08:45");

beforeEach(async () => {
  house = await startWatchful(beforeEaster);
});
afterEach(() => house.stop());

const daniels = quietCase("daniel.okonkwo");
const digests = (person: TeamsPerson) => person.sees().filter(({ words }) => words.includes("What you have to do"));
const newest = (person: TeamsPerson): string => digests(person).at(-1)?.words ?? "";

/** Overdue since the bank holiday weekend, due on the Tuesday itself, and due on the Friday. */
const threeSupervisions = () =>
  loadCases(house, {
    "AMB-2001": { ...daniels, lastSupervision: "2026-02-13" },
    "AMB-2002": { ...daniels, lastSupervision: "2026-02-02" },
    "AMB-2003": { ...daniels, lastSupervision: "2026-02-10" },
    "AMB-2004": daniels,
  });

describe("the digest", () => {
  it("reaches the worker's line manager at 8.45 on the Tuesday after Easter, worst first, and nobody on the days before", async () => {
    const joanne = house.person("joanne.ashworth");
    const daniel = house.person("daniel.okonkwo");
    await threeSupervisions();
    for (const day of ["2026-04-03", "2026-04-04", "2026-04-05", "2026-04-06"]) await house.at(atLondon(day, "08:45"));
    await house.at(afterEaster - 1);
    expect(digests(joanne)).toEqual([]);
    await house.at(afterEaster);
    expect(digests(joanne)).toHaveLength(1);
    const said = newest(joanne);
    expect(said).toContain("Tuesday 7 April 2026 · 1 overdue, 2 due today, 1 coming up");
    expect(said).toMatch(/Overdue\n.*AMB-2002.*Today\n.*AMB-2003.*Coming up\n.*AMB-2001/s);
    expect(said).toContain("8 days late");
    expect(said).toContain("Due Friday 10 April");
    expect(said).not.toContain("AMB-2004");
    expect(daniel.sees()).toEqual([]);
  });

  it("says nothing at all to a manager who owes nothing", async () => {
    const [joanne, samuel] = [house.person("joanne.ashworth"), house.person("samuel.osei")];
    await loadCases(house, { "AMB-2004": daniels });
    await house.at(afterEaster);
    expect([...digests(joanne), ...digests(samuel)]).toEqual([]);
  });

  it("changes in place once something on it is done", async () => {
    const joanne = house.person("joanne.ashworth");
    await threeSupervisions();
    await house.at(afterEaster);
    await happens(house, "AMB-2002", "supervision-held", null, afterEaster + 60_000);
    await house.at(afterEaster + 120_000);
    expect(digests(joanne)).toHaveLength(1);
    expect(newest(joanne)).not.toContain("8 days late");
    expect(newest(joanne)).toContain("AMB-2003");
  });

  it("has pages, and a page that is gone is the last", async () => {
    const joanne = house.person("joanne.ashworth");
    const many = Array.from({ length: 20 }, (_, n) => [`AMB-21${String(n).padStart(2, "0")}`, n] as const);
    await loadCases(
      house,
      Object.fromEntries(many.map(([ref]) => [ref, { ...daniels, lastSupervision: "2026-02-10" }])),
    );
    await house.at(afterEaster);
    expect(newest(joanne)).toContain("page 1 of 3");
    expect(newest(joanne)).toContain("AMB-2107");
    await joanne.clicks(joanne.latest(), "Next page");
    expect(newest(joanne)).toContain("page 2 of 3");
    expect(newest(joanne)).toContain("AMB-2108");
    expect(newest(joanne)).not.toContain("AMB-2107");
  });

  it("is one a day, and comes again on the next working day while something is due", async () => {
    const joanne = house.person("joanne.ashworth");
    await threeSupervisions();
    await house.at(afterEaster);
    for (const time of ["09:00", "12:00", "17:30"]) await house.at(atLondon("2026-04-07", time));
    expect(digests(joanne)).toHaveLength(1);
    await house.at(atLondon("2026-04-08", "08:45"));
    expect(digests(joanne)).toHaveLength(2);
    expect(newest(joanne)).toContain("9 days late");
  });

  it("goes to whoever covers while the manager is away, by date", async () => {
    const [joanne, samuel] = [house.person("joanne.ashworth"), house.person("samuel.osei")];
    await joanne.says("I'm away 7 April to 7 April, Samuel Osei covers");
    await joanne.clicks(joanne.latest(), "Confirm");
    await threeSupervisions();
    await house.at(afterEaster);
    expect(digests(joanne)).toEqual([]);
    expect(newest(samuel)).toContain("AMB-2002");
    await house.at(atLondon("2026-04-08", "08:45"));
    expect(newest(joanne)).toContain("AMB-2002");
    expect(digests(samuel)).toHaveLength(1);
  });

  it("holds what is owed by a post: the service manager's weekly caseload data", async () => {
    const priya = house.person("priya.nair");
    await loadCases(house, { "AMB-2004": daniels });
    await house.at(afterEaster);
    expect(newest(priya)).toContain("W-EXP-2");
    expect(newest(priya)).toContain("Due Friday 10 April");
  });

  it("reaches the manager of the team for a case without a worker", async () => {
    const joanne = house.person("joanne.ashworth");
    const { worker: _none, ...unallocated } = daniels;
    await loadCases(house, { "AMB-2002": { ...unallocated, lastSupervision: "2026-02-02" } });
    await house.at(afterEaster);
    expect(newest(joanne)).toContain("AMB-2002 has no worker");
  });
});

describe("asked for in chat", () => {
  it("“due” shows the same at any time, and to somebody who owes nothing that nothing is due", async () => {
    const [joanne, samuel] = [house.person("joanne.ashworth"), house.person("samuel.osei")];
    await threeSupervisions();
    await house.at(atLondon("2026-04-06", "21:00"));
    await joanne.says("due");
    expect(newest(joanne)).toMatch(/AMB-2002.*AMB-2003/s);
    await samuel.says("What's due?");
    expect(newest(samuel)).toContain("Nothing is due");
  });

  it("“my team” shows a service manager what her managers owe, and tells a worker that nobody reports to them", async () => {
    const [priya, daniel] = [house.person("priya.nair"), house.person("daniel.okonkwo")];
    await threeSupervisions();
    await house.at(afterEaster);
    await priya.says("my team");
    expect(priya.latest().words).toMatch(/What your team owes.*AMB-2002/s);
    await daniel.says("my team");
    expect(daniel.latest().words).toContain("Nobody on the staff list reports to you");
  });

  it.each([
    ["the line manager", "joanne.ashworth", true],
    ["the service manager above", "priya.nair", true],
    ["the head of service above her", "tunde.adeyemi", true],
    ["the worker", "daniel.okonkwo", true],
    ["an overseer", "nadia.rahman", true],
    ["another team's manager", "samuel.osei", false],
    ["a colleague of the worker", "aisha.malik", false],
  ])("“due AMB-2002” from %s (%s): %s", async (_who, name, allowed) => {
    const person = house.person(name);
    await threeSupervisions();
    await house.at(afterEaster);
    await person.says("due amb-2002");
    expect(person.latest().words).toContain(allowed ? "What is due on AMB-2002" : "You can't open this case");
  });

  it("answers about a case that is not there as about one that is not theirs", async () => {
    const samuel = house.person("samuel.osei");
    await threeSupervisions();
    await samuel.says("due AMB-2002");
    const barred = samuel.latest().words;
    await samuel.says("due AMB-9999");
    expect(samuel.latest().words).toBe(barred);
  });

  it("does not open somebody else's digest from a forged card", async () => {
    const [joanne, samuel] = [house.person("joanne.ashworth"), house.person("samuel.osei")];
    await threeSupervisions();
    await house.at(afterEaster);
    await samuel.says("due");
    const forged = { list: "2026-04-07:joanne.ashworth@ambershire.example", page: 1 };
    const answer = await samuel.forges(samuel.latest(), "duty.list", forged);
    expect(JSON.stringify(answer)).toContain("You can't open this list");
    expect(digests(joanne)).toHaveLength(1);
  });
});
