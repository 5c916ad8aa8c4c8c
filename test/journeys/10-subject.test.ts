import { atLondon } from "../../src/time/london.ts";
import { buttonsOf, type TeamsPerson } from "../support/teams/index.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import { card } from "./missing-child.ts";

/** Journey 10: whoever a concern is about is not told of it by routing (LCP-3.7). */
let house: Watchful;
beforeEach(async () => {
  house = await startWatchful(atLondon("2026-11-24", "10:00"));
  // Teams reaches only people who have the app.
  for (const name of ["rhiannon.prosser", "nadia.rahman", "tunde.adeyemi", "ilinca.popescu"]) house.person(name);
});
afterEach(() => house.stop());

const titles = (person: TeamsPerson): string[] => buttonsOf(card(person).card ?? {}).map(({ title }) => title);

const reportsConcern = async (ana: TeamsPerson, headInvolved: string): Promise<void> => {
  await ana.says("report serious concerns about practice that managers have not resolved");
  await ana.clicks(card(ana), titles(ana)[0] ?? "");
  for (let screen = 0; screen < 8 && !titles(ana).includes("Tell them now"); screen += 1) {
    const later = "Send now, details later";
    const given = { awareAt: "yesterday 2pm", headInvolved, caseRef: "" };
    await ana.clicks(card(ana), titles(ana).includes(later) ? later : "Continue", given);
  }
  await ana.clicks(card(ana), "Tell them now");
  await house.settle();
};

it("passes the Head of Service when they are part of it, and tells the Director", async () => {
  await reportsConcern(house.person("ana.petrescu"), "yes");
  await house.person("rhiannon.prosser").finds("NTK-2026-0001");
  expect(house.person("tunde.adeyemi").sees()).toEqual([]);
  expect(house.person("ilinca.popescu").sees()).toEqual([]);
});

it("passes them also when the Director is away", async () => {
  const director = house.person("rhiannon.prosser");
  await director.says("I'm away this week, no cover");
  await director.clicks(card(director), "Confirm");
  await reportsConcern(house.person("ana.petrescu"), "yes");
  await house.person("nadia.rahman").finds("NTK-2026-0001");
  expect(house.person("tunde.adeyemi").sees()).toEqual([]);
});

it("asks the Head of Service to decide when they are not", async () => {
  await reportsConcern(house.person("ana.petrescu"), "no");
  await house.person("tunde.adeyemi").finds("NTK-2026-0001");
});
