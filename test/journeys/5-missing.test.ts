import type { Message, TeamsPerson } from "../support/teams/index.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import { card } from "./missing-child.ts";

/** Journey 5: a missing child is watched until somebody says that they are found. It is Sunday 22 November 2026, half past four. */
let house: Watchful;
beforeEach(async () => {
  house = await startWatchful();
});
afterEach(() => house.stop());

const told = ["nadia.rahman", "gareth.llewellyn", "tunde.adeyemi", "rhiannon.prosser"];
const cast = () => {
  told.forEach(house.person);
  return house.person("ana.petrescu");
};
/** The child went missing at two on Sunday afternoon. */
const hoursMissing = (hours: number): number => Date.UTC(2026, 10, 22, 14, 0) + hours * 3_600_000;

const toPreview = async (ana: TeamsPerson): Promise<Message> => {
  await ana.says("CLA 14yo missing since 2pm today");
  await ana.clicks(card(ana), "A child is missing");
  await ana.clicks(card(ana), "Continue");
  await ana.clicks(card(ana), "Continue", { status: "cla", caseRef: "AMB-1042" });
  await ana.clicks(card(ana), "Continue", { seriousRisk: "no" });
  return card(ana);
};

const watched = async (): Promise<TeamsPerson> => {
  const ana = cast();
  await ana.clicks(await toPreview(ana), "Tell them now");
  await house.settle();
  return ana;
};

const questions = (person: TeamsPerson): Message[] =>
  person.sees().filter(({ words }) => /Is the child still missing\?[^”]/.test(`${words} `));

it("says before anything is sent who will be told and when if nothing changes, and that it will ask", async () => {
  const { words } = await toPreview(cast());
  expect(words).toMatch(/If nothing changes by Monday 23 November, 2pm, I tell Assistant Director/);
  expect(words).toMatch(/If nothing changes by Tuesday 24 November, 2pm, I tell Practice Group Lead/);
  expect(words).toMatch(/I ask you “Is the child still missing\?” at these times: Monday 23 November, 2pm/);
});

it("does not ask on the screens what nobody can know yet", async () => {
  const ana = cast();
  await toPreview(ana);
  expect(
    ana
      .sees()
      .map(({ words }) => words)
      .join("\n"),
  ).not.toContain("When was the child found");
});

it("asks at 24, 48 and 72 hours and no more, and tells whoever is owed it whether or not anybody answers", async () => {
  const ana = await watched();
  for (const [index, hours] of [24, 48, 72].entries()) {
    await house.at(hoursMissing(hours));
    await ana.finds("Is the child still missing?");
    expect(questions(ana)).toHaveLength(index + 1);
  }
  await house.person("nadia.rahman").finds("NTK-2026-0001");
  await house.person("rhiannon.prosser").finds("NTK-2026-0001");
  await house.at(hoursMissing(240));
  expect(questions(ana)).toHaveLength(3);
});

it("keeps asking when the answer is still missing", async () => {
  const ana = await watched();
  await house.at(hoursMissing(24));
  const { words } = await ana.clicks(await ana.finds("Is the child still missing?"), "Still missing");
  expect(words).toContain("Still missing: Ana Petrescu");
  expect(words).toContain("I ask again: Tuesday 24 November, 2pm");
  await house.at(hoursMissing(48));
  expect(questions(ana)).toHaveLength(2);
});

it("ends when the child is found before the threshold: nobody is told, nothing more is asked", async () => {
  const ana = await watched();
  await house.at(hoursMissing(20));
  await ana.says("AMB-1042 is back");
  const asked = await ana.finds("Is the child still missing?");
  const { words } = await ana.clicks(asked, "Found", { endedAt: "today 9am" });
  expect(words).toMatch(/Found: .*9am, recorded by Ana Petrescu/);
  expect(words).toMatch(/return interview within 72 hours.*by Thursday 26 November, 9am/s);
  await house.at(hoursMissing(100));
  for (const name of told) expect(house.person(name).sees()).toEqual([]);
  expect(questions(ana)).toEqual([]);
});

it("tells everybody who was told, on their copies and in words, when the child is found after it", async () => {
  const ana = await watched();
  const nadia = house.person("nadia.rahman");
  await house.at(hoursMissing(24));
  await nadia.finds("NTK-2026-0001");
  await ana.clicks(await ana.finds("Is the child still missing?"), "Found");
  await house.settle();
  await nadia.finds("NTK-2026-0001: Ana Petrescu said: Found, Monday 23 November 2026, 2pm.");
  const copy = await nadia.finds(/Why you are told/);
  expect(copy.words).toMatch(/Found: .*recorded by Ana Petrescu/);
  expect(copy.words).toContain("by Thursday 26 November, 2pm");
  await house.channel.finds("Found");
  await house.at(hoursMissing(100));
  expect(house.person("rhiannon.prosser").sees()).toEqual([]);
});

it("can be ended by the Assistant Director too, and then closed as usual", async () => {
  await watched();
  const nadia = house.person("nadia.rahman");
  await house.at(hoursMissing(24));
  await nadia.clicks(await nadia.finds("Why you are told"), "Record it: Found", { endedAt: "" });
  const ana = house.person("ana.petrescu");
  await ana.finds("NTK-2026-0001: Nadia Rahman said: Found");
  await nadia.clicks(await nadia.finds("Why you are told"), "Record the call", { spokeTo: "Ana", calledAt: "" });
  const { words } = await nadia.clicks(await nadia.finds("Why you are told"), "Close this report", { reason: "Back" });
  expect(words).toContain("Closed");
});

it.each([
  ["cannot be read", "wibble", /couldn't read that/],
  ["has not come", "tomorrow 4pm", /hasn't come yet/],
  ["is before the child went missing", "yesterday 9am", /before it began/],
])("asks again, and keeps what was typed, when the time %s", async (_case, endedAt, why) => {
  const ana = await watched();
  await ana.says("found");
  const { words } = await ana.clicks(await ana.finds("Is the child still missing?"), "Found", { endedAt });
  expect(words).toMatch(why);
  expect(words).toContain(endedAt);
});

it.each([
  ["found"],
  ["Found NTK-2026-0001"],
  ["AMB-1042 is back"],
  ["she has been found"],
  ["NTK-2026-0001 returned safe and well, today 4pm"],
])("takes “%s” to the card on which it is recorded", async (words) => {
  const ana = await watched();
  await ana.says(words);
  await ana.finds("Is the child still missing?");
});

it("answers plainly when nothing waits to hear it, and takes more than that for a new report", async () => {
  const ana = cast();
  await ana.says("found");
  expect(ana.latest().words).toContain("None of your open reports waits to hear that");
  await ana.says("CLA found with serious injuries, police called");
  expect(ana.latest().words).toContain("Is it one of these?");
});

it("answers a second “found” with who said it first", async () => {
  const ana = await watched();
  await ana.says("found");
  const old = structuredClone(await ana.finds("Is the child still missing?"));
  await ana.clicks(old, "Found");
  const { words } = await ana.clicks(old, "Found");
  expect(words).toMatch(/You already recorded the end of this/);
});

it("asks once after sleeping through several, and once when the clock jumps back", async () => {
  const ana = await watched();
  await house.restart();
  await house.at(hoursMissing(50));
  await ana.finds("Is the child still missing?");
  expect(questions(ana)).toHaveLength(1);
  await house.at(hoursMissing(23));
  await house.at(hoursMissing(49));
  expect(questions(ana)).toHaveLength(1);
  await house.at(hoursMissing(73));
  await ana.finds("Is the child still missing?");
  expect(questions(ana)).toHaveLength(2);
});
