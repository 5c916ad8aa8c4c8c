import { keptSummaries } from "../../src/app/remind/summary-kept.ts";
import { atLondon } from "../../src/time/london.ts";
import { happens, loadCases, quietCase } from "../support/cases.ts";
import type { TeamsPerson } from "../support/teams/index.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";

/** Journey 18: Monday morning. The AD's channel and the service managers get how the duties stand. */
jest.setTimeout(60_000);
let house: Watchful;
const thursday = atLondon("2026-11-19", "12:00");
const monday = atLondon("2026-11-23", "08:45");

beforeEach(async () => {
  house = await startWatchful(thursday);
});
afterEach(() => house.stop());

/** Seen, supervised and reviewed in the middle of November: nothing on it is overdue for weeks. */
const lately = Object.fromEntries(
  Object.entries(quietCase("daniel.okonkwo")).map(([name, value]) => [
    name,
    typeof value === "string" && value.startsWith("2026-") ? "2026-11-16" : value,
  ]),
);
const daniels = lately;
const amiras = { ...lately, team: "Children in Care", worker: "samuel.osei@ambershire.example" };
const summaryWords = "How the week begins";
const inChannel = () => house.channel.sees().filter(({ words }) => words.includes(summaryWords));
const inChat = (person: TeamsPerson) => person.sees().filter(({ words }) => words.includes(summaryWords));
const newest = (): string => inChannel().at(-1)?.words ?? "";
/** The card of the newest, with its charts and the tables that stand in for them. */
const drawn = (): string => JSON.stringify(inChannel().at(-1)?.card ?? {});
const cast = () => ({
  nadia: house.person("nadia.rahman"),
  priya: house.person("priya.nair"),
  marek: house.person("marek.kowalczyk"),
  joanne: house.person("joanne.ashworth"),
  daniel: house.person("daniel.okonkwo"),
});

/** One supervision long overdue in Safeguarding North, and everything in time in Children in Care. */
const twoTeams = () =>
  loadCases(house, {
    "AMB-3001": { ...daniels, lastSupervision: "2026-08-03" },
    "AMB-3002": daniels,
    "AMB-3003": amiras,
  });

describe("on the first working day of the week", () => {
  it("stands in the AD's channel at 8.45, once, with references and no worker", async () => {
    const { nadia } = cast();
    await twoTeams();
    await house.at(monday - 1);
    expect(inChannel()).toEqual([]);
    await house.at(monday);
    for (const time of ["09:00", "12:00", "17:30"]) await house.at(atLondon("2026-11-23", time));
    expect(inChannel()).toHaveLength(1);
    expect(newest()).toContain("Monday 23 November 2026 · 3 open cases");
    expect(newest()).toContain("1 is overdue");
    expect(newest()).toMatch(/AMB-3001[^]*PS-13 · Safeguarding North[^]*days late/);
    expect(newest()).not.toMatch(/Okonkwo|daniel|Osei|samuel/i);
    expect(inChat(nadia)).toEqual([]);
  });

  it("gives each service manager the teams on their own line", async () => {
    const { priya, marek } = cast();
    await twoTeams();
    await house.at(monday);
    expect(inChat(priya)).toHaveLength(1);
    expect(inChat(priya)[0]?.words).toContain("AMB-3001");
    expect(inChat(priya)[0]?.words).toContain("Safeguarding North");
    expect(JSON.stringify(inChat(priya)[0]?.card)).not.toContain("Children in Care");
    expect(JSON.stringify(inChat(marek)[0]?.card)).toContain("Children in Care");
    expect(inChat(marek)[0]?.words).toContain("none is overdue");
    expect(inChat(marek)[0]?.words).not.toContain("AMB-3001");
  });

  it("is the Tuesday after Easter Monday", async () => {
    await house.stop();
    house = await startWatchful(atLondon("2026-03-31", "12:00"));
    await twoTeams();
    for (const day of ["2026-04-03", "2026-04-06"]) await house.at(atLondon(day, "12:00"));
    expect(inChannel()).toEqual([]);
    await house.at(atLondon("2026-04-07", "08:45"));
    expect(newest()).toContain("Tuesday 7 April 2026");
  });

  it("says nothing while there are no cases", async () => {
    await house.at(monday);
    expect(inChannel()).toEqual([]);
  });
});

describe("the trend", () => {
  it("is made of the weeks that were kept, and names those that were not", async () => {
    await twoTeams();
    await house.at(monday);
    expect(newest()).toContain("The trend begins when there are two weeks to compare");
    await happens(house, "AMB-3001", "supervision-held", null, monday + 3_600_000);
    // Asleep for a whole week.
    house.sleepUntil(atLondon("2026-12-06", "23:59"));
    await house.at(atLondon("2026-12-07", "08:45"));
    expect(inChannel()).toHaveLength(2);
    expect(newest()).toContain("No figures were kept for the week of Monday 30 November 2026.");
    expect(drawn()).toMatch(/Monday 30 November 2026[^]*?no figures/);
    expect(drawn()).toContain('"values":[{"x":"2026-11-23","y":94},{"x":"2026-12-07","y":94}]');
    const weeks = await Promise.all(
      ["2026-W48", "2026-W49", "2026-W50"].map((week) => keptSummaries(house.service.records).read(week)),
    );
    expect(weeks.map((one) => one?.id)).toEqual(["2026-W48", undefined, "2026-W50"]);
  });
});

describe("gaps", () => {
  it("names the cases of each team that nobody has, and those of which nobody can be told", async () => {
    const { worker: _none, ...unallocated } = daniels;
    await loadCases(house, {
      "AMB-3001": unallocated,
      "AMB-3002": { ...daniels, worker: "gone.away@ambershire.example" },
    });
    await house.at(monday);
    expect(newest()).toContain("Safeguarding North: 1 case without a worker: AMB-3001.");
    expect(newest()).toMatch(/1 case of which nobody can be told[^]*: AMB-3002\./);
    expect(newest()).not.toContain("gone.away");
  });
});

describe("a hostile clock", () => {
  it("makes up for a Monday that was slept through, within its week and in working hours", async () => {
    await twoTeams();
    house.sleepUntil(atLondon("2026-11-24", "22:00"));
    await house.at(atLondon("2026-11-24", "22:00"));
    expect(inChannel()).toEqual([]);
    await house.at(atLondon("2026-11-25", "08:45"));
    expect(inChannel()).toHaveLength(1);
    expect(newest()).toContain("Wednesday 25 November 2026");
    await house.at(atLondon("2026-11-27", "12:00"));
    expect(inChannel()).toHaveLength(1);
  });

  it("is harmless when it jumps back over the morning, with a restart", async () => {
    await twoTeams();
    await house.at(monday);
    house.sleepUntil(monday - 3_600_000);
    await house.restart();
    await house.at(monday - 1_800_000);
    await house.at(monday);
    await house.at(monday + 3_600_000);
    expect(inChannel()).toHaveLength(1);
  });

  it("has one summary of two services on one store", async () => {
    const { priya } = cast();
    await twoTeams();
    const other = await house.another();
    house.sleepUntil(monday);
    await Promise.all([house.settle(), other.metronome.settle()]);
    await house.at(monday + 60_000);
    await other.metronome.settle();
    await other.stop();
    expect(inChannel()).toHaveLength(1);
    expect(inChat(priya)).toHaveLength(1);
  });

  it("begins with the next week when it is first started in the middle of one", async () => {
    await twoTeams();
    await house.at(thursday + 3_600_000);
    await house.restart();
    await house.at(atLondon("2026-11-20", "12:00"));
    expect(inChannel()).toEqual([]);
  });

  it("goes over Christmas and the turn of the year, a week at a time", async () => {
    await twoTeams();
    const mornings = ["2026-12-21", "2026-12-28", "2026-12-29", "2027-01-04", "2027-01-05", "2027-01-11"];
    for (const morning of mornings) await house.at(atLondon(morning, "08:45"));
    const dated = inChannel().map(({ words }) => /(?:Mon|Tues|Wednes)day \d+ \w+ \d{4}/.exec(words)?.[0]);
    expect(dated).toEqual([
      "Monday 21 December 2026",
      "Tuesday 29 December 2026",
      "Monday 4 January 2027",
      "Monday 11 January 2027",
    ]);
  });
});

describe("“summary” in chat", () => {
  it("shows the last one to those who get it or oversee, their own part of it", async () => {
    const { nadia, priya } = cast();
    await twoTeams();
    await house.at(monday);
    await house.at(monday + 86_400_000);
    await nadia.says("summary");
    expect(nadia.latest().words).toContain("3 open cases");
    await priya.says("show the weekly summary");
    expect(priya.latest().words).toContain("of Priya Nair");
    expect(priya.latest().words).not.toContain("Children in Care");
  });

  it("says when the first comes", async () => {
    const { nadia } = cast();
    await nadia.says("summary");
    expect(nadia.latest().words).toContain("The first is made Monday 23 November, 8:45am");
  });

  it.each(["joanne", "daniel"] as const)("is refused to %s, who leads no line", async (name) => {
    const person = cast()[name];
    await twoTeams();
    await house.at(monday);
    await person.says("summary");
    expect(person.latest().words).toContain("You can't open the weekly summary");
    expect(person.latest().words).not.toContain("AMB-3001");
  });

  it("goes to whoever holds the post when the channel cannot be reached", async () => {
    const { nadia } = cast();
    await twoTeams();
    house.teams.faults.add({
      when: ({ conversation }) => conversation === house.channel.conversation,
      ...{ fault: { status: 404 }, times: 9 },
    });
    await house.at(monday);
    expect(inChannel()).toEqual([]);
    expect(inChat(nadia)).toHaveLength(1);
  });
});
