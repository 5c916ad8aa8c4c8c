import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { atLondon } from "../../src/time/london.ts";
import { happens, loadCases, quietCase } from "../support/cases.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import type { Call, TeamsPerson } from "../support/teams/index.ts";

/** Journey 17: nobody acts. A breach on a protection plan interrupts; then others hear, step by step, until it is done. */
let house: Watchful;
const evening = atLondon("2026-04-13", "18:00");
/** The supervision of eight weeks ago is due by the end of the 14th. */
const breach = atLondon("2026-04-15", "00:00");
const morning = (date: string, time = "08:45") => atLondon(date, time);

const daniels = { ...quietCase("daniel.okonkwo"), lastOversight: "2026-04-10", lastVisit: "2026-04-10" };
const onPlan = { ...daniels, status: "cp", lastSupervision: "2026-02-17" };

const interruptions = (person: TeamsPerson) =>
  person.sees().filter(({ words }) => words.startsWith("Overdue on a child"));
const cast = () => ({
  joanne: house.person("joanne.ashworth"),
  priya: house.person("priya.nair"),
  tunde: house.person("tunde.adeyemi"),
});

describe("a breach", () => {
  beforeEach(async () => {
    house = await startWatchful(evening);
  });
  afterEach(() => house.stop());

  it("on a child protection plan interrupts at once, and only whoever owes it", async () => {
    const { joanne, priya } = cast();
    await loadCases(house, { "AMB-2001": onPlan });
    await house.at(breach - 1_000);
    expect(interruptions(joanne)).toEqual([]);
    await house.at(breach);
    const supervision = interruptions(joanne).filter(({ words }) => words.includes("PS-13"));
    expect(supervision).toHaveLength(1);
    expect(supervision[0]?.words).toContain("AMB-2001 · Daniel Okonkwo");
    expect(interruptions(priya)).toEqual([]);
    await house.at(breach + 3_600_000);
    expect(interruptions(joanne).filter(({ words }) => words.includes("PS-13"))).toHaveLength(1);
  });

  it("on any other case waits for the morning", async () => {
    const { joanne } = cast();
    await loadCases(house, { "AMB-2001": { ...daniels, lastSupervision: "2026-02-17" } });
    await house.at(breach);
    expect(joanne.sees()).toEqual([]);
    await house.at(morning("2026-04-15"));
    expect(joanne.latest().words).toMatch(/Overdue.*PS-13/s);
  });

  it("that was there before the case was known does not interrupt: the digest tells it", async () => {
    const { joanne } = cast();
    await loadCases(house, { "AMB-2001": { ...onPlan, lastSupervision: "2025-12-01" } });
    await house.at(morning("2026-04-14"));
    expect(interruptions(joanne)).toEqual([]);
    expect(joanne.latest().words).toContain("PS-13");
  });

  it("is passed on step by step, with the history, each once", async () => {
    const { joanne, priya, tunde } = cast();
    await loadCases(house, { "AMB-2001": onPlan });
    await house.at(breach);
    const about = (person: TeamsPerson) => interruptions(person).filter(({ words }) => words.includes("PS-13"));
    await house.at(morning("2026-04-17"));
    expect(about(joanne)).toHaveLength(2);
    expect(about(priya)).toEqual([]);
    await house.at(morning("2026-04-22"));
    expect(about(priya)).toHaveLength(1);
    expect(about(priya)[0]?.words).toMatch(
      /Told: Joanne Ashworth on Wednesday 15 April; then Joanne Ashworth on Friday 17 April/,
    );
    expect(about(tunde)).toEqual([]);
    await house.at(morning("2026-04-29"));
    expect(about(tunde)).toHaveLength(1);
    expect(about(tunde)[0]?.words).toContain("then Priya Nair on Wednesday 22 April");
    for (const date of ["2026-05-06", "2026-05-13", "2026-05-20"]) await house.at(morning(date));
    expect([joanne, priya, tunde].map((person) => about(person).length)).toEqual([2, 1, 1]);
  });

  it("stops with the act that meets the duty, and every card says so", async () => {
    const { joanne, priya } = cast();
    await loadCases(house, { "AMB-2001": onPlan });
    await house.at(breach);
    await house.at(morning("2026-04-16", "10:00"));
    await happens(house, "AMB-2001", "supervision-held", "joanne.ashworth@ambershire.example");
    await house.settle();
    expect(joanne.sees().some(({ words }) => words.includes("This was done, or is owed no more"))).toBe(true);
    await house.at(morning("2026-04-22"));
    expect(interruptions(priya).filter(({ words }) => words.includes("PS-13"))).toEqual([]);
  });

  it("on any other case is passed on in the digest of whoever it is passed on to", async () => {
    const { priya } = cast();
    await loadCases(house, { "AMB-2001": { ...daniels, lastSupervision: "2026-02-17" } });
    await house.at(breach);
    await house.at(morning("2026-04-21"));
    expect(priya.latest().words).not.toContain("AMB-2001");
    await house.at(morning("2026-04-22"));
    expect(priya.latest().words).toMatch(/AMB-2001.*PS-13.*Overdue since Tuesday 14 April\. Told:.*Priya Nair/s);
    expect(interruptions(priya)).toEqual([]);
  });

  it("reaches the manager's manager when Teams refuses the manager", async () => {
    const { joanne, priya } = cast();
    const blocked = { when: ({ conversation }: Call) => conversation === joanne.chat.conversation, times: 20 };
    house.teams.faults.add({ ...blocked, fault: { status: 403, code: "ConversationBlockedByUser" } });
    await loadCases(house, { "AMB-2001": onPlan });
    await house.at(breach);
    expect(interruptions(joanne)).toEqual([]);
    expect(interruptions(priya).some(({ words }) => words.includes("PS-13"))).toBe(true);
  });
});

describe("a gap", () => {
  let folder: string;
  const roster = (change: (csv: string) => string): string => {
    folder = mkdtempSync(join(tmpdir(), "roster-"));
    const path = join(folder, "roster.csv");
    writeFileSync(path, change(readFileSync("policies/example/roster.csv", "utf8")));
    return path;
  };
  afterEach(async () => {
    await house.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("a worker without a manager is shown to the service manager the same morning, whether or not anything is due", async () => {
    const path = roster((csv) =>
      csv.replace(/(daniel\.okonkwo@.*?,Safeguarding North,)joanne\.ashworth@ambershire\.example/, "$1"),
    );
    house = await startWatchful(evening, { roster: path });
    const { priya } = cast();
    await loadCases(house, { "AMB-2001": daniels });
    await house.at(morning("2026-04-14"));
    expect(priya.latest().words).toContain("Daniel Okonkwo, who has cases, has no line manager on the staff list");
  });

  it("a case whose worker has left the staff list is shown to the service manager, with what is due on it", async () => {
    house = await startWatchful(evening, { roster: roster((csv) => csv.replace(/^daniel\.okonkwo.*\n/m, "")) });
    const { priya } = cast();
    await loadCases(house, { "AMB-2001": onPlan });
    await house.at(morning("2026-04-14"));
    const said = priya.latest().words;
    expect(said).toContain("AMB-2001 is allocated to daniel.okonkwo@ambershire.example, who is not on the staff list");
    expect(said).toContain("PS-13");
  });
});
