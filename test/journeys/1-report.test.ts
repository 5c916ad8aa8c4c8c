import { startWatchful, type Watchful } from "../support/watchful.ts";
import { card, toPreview, typed } from "./missing-child.ts";

/** Journey 1: a social worker tells the bot what happened, in her own words, and the right people are told. */
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

it("suggests events in plain words, with “None of these” and “I'm not sure” always there", async () => {
  const ana = cast();
  await ana.says(typed);
  for (const words of ["A child is missing", "None of these", "I'm not sure"]) expect(card(ana).words).toContain(words);
});

it("asks first what the clock counts from, and shows how it read “fri tea time”", async () => {
  const ana = cast();
  await ana.says(typed);
  const { words } = await ana.clicks(card(ana), "A child is missing");
  expect(words).toMatch(/^\s*When did the child go missing\?/);
  expect(words).toContain("Friday 20 November 2026, 4pm");
});

it("finds every clause that applies, and shows who will be told, how and by when before anything is sent", async () => {
  const { words } = await toPreview(cast());
  for (const clause of ["W-N2K-06", "W-N2K-07", "LCP-2.4"]) expect(words).toContain(`(${clause})`);
  expect(words).toMatch(/Nadia Rahman\s+Teams message, by Monday 23 November, 5pm\s+Because: W-N2K-06, W-N2K-07/);
  expect(words).toMatch(/Nadia Rahman\s+Telephone call, by Monday 23 November, 5pm/);
  expect(words).toContain("Rhiannon Prosser");
  expect(words).toContain("Nothing has been sent yet");
  await house.settle();
  expect(told.flatMap((name) => house.person(name).sees())).toEqual([]);
  expect(house.channel.sees()).toEqual([]);
});

it("finds W-N2K-06, 07 and 20 together for a child who is both looked after and on a plan", async () => {
  const ana = cast();
  await ana.says(typed);
  await ana.clicks(card(ana), "A child is missing");
  await ana.clicks(card(ana), "Continue");
  await ana.clicks(card(ana), "Continue", { status: "cla,cp", caseRef: "AMB-1042" });
  await ana.clicks(card(ana), "Continue");
  const { words } = await ana.clicks(card(ana), "Send now, details later");
  for (const clause of ["W-N2K-06", "W-N2K-07", "W-N2K-20"]) expect(words).toContain(`(${clause})`);
});

it("gives a reference when it is confirmed, tells everybody, and keeps the receipt current", async () => {
  const ana = cast();
  const preview = await toPreview(ana);
  const { words } = await ana.clicks(preview, "Tell them now");
  expect(words).toContain("NTK-2026-0001");
  await house.settle();
  for (const name of told) expect((await house.person(name).finds("NTK-2026-0001")).words).toContain("AMB-1042");
  expect((await ana.finds("5 of 6 told so far")).id).toBe(preview.id);
});

it("watches before the threshold, and tells by itself when it passes", async () => {
  const ana = cast();
  await ana.says("CLA 14yo missing since 2pm today");
  await ana.clicks(card(ana), "A child is missing");
  await ana.clicks(card(ana), "Continue");
  await ana.clicks(card(ana), "Continue", { status: "cla", caseRef: "AMB-1042" });
  const { words } = await ana.clicks(card(ana), "Continue", { seriousRisk: "no" });
  expect(words).toMatch(/Monday 23 November, 2pm/);
  await ana.clicks(card(ana), "Tell them now");
  await house.settle();
  expect(house.person("nadia.rahman").sees()).toEqual([]);
  await house.at(Date.UTC(2026, 10, 23, 14, 0));
  expect((await house.person("nadia.rahman").finds("NTK-2026-0001")).words).toContain("W-N2K-07");
  expect(house.person("rhiannon.prosser").sees()).toEqual([]);
  await house.at(Date.UTC(2026, 10, 24, 14, 0));
  expect((await house.person("gareth.llewellyn").finds("NTK-2026-0001")).words).toContain("LCP-2.4");
  expect(house.person("rhiannon.prosser").sees()).toEqual([]);
  await house.at(Date.UTC(2026, 10, 24, 17, 0));
  await house.person("rhiannon.prosser").finds("NTK-2026-0001");
});

it.each([
  ["cannot be read", "wibble", /couldn't read that/],
  ["is in the future", "tomorrow 4pm", /hasn't happened yet/],
  ["is before it could be", "1 January 1990 9am", /.+/],
])("asks again, and keeps what was typed, when a date %s", async (_case, missingSince, why) => {
  const ana = cast();
  await ana.says(typed);
  await ana.clicks(card(ana), "A child is missing");
  const { words } = await ana.clicks(card(ana), "Continue", { missingSince });
  expect(words).toMatch(why);
  expect(words).toContain("When did the child go missing?");
  expect(words).toContain(missingSince);
});

it("offers the line manager and 'other' when nothing in the policy fits", async () => {
  const ana = cast();
  await ana.says(typed);
  await ana.clicks(card(ana), "None of these");
  const { words } = await ana.clicks(card(ana), "Nothing here fits");
  expect(words).toContain("Nothing in the policy names this");
  await ana.clicks(card(ana), "Report it as 'other'");
  await ana.clicks(card(ana), "Continue", { awareAt: "today 3pm" });
  expect(card(ana).words).not.toContain("Something went wrong");
});

it("says in the preview that nobody holds a post, and who is told instead", async () => {
  await house.stop();
  house = await startWatchful(undefined, { roster: "test/journeys/without-assistant-director.csv" });
  const { words } = await toPreview(house.person("ana.petrescu"));
  expect(words).toContain("Nobody holds the post Assistant Director, Children's Social Care");
  expect(words).toContain("Head of Service, Safeguarding and Care is told instead");
});

it("sends a briefing with all its sections when there is time for it (LCP-P3)", async () => {
  const ana = cast();
  await ana.says(typed);
  await ana.clicks(card(ana), "A child is missing");
  await ana.clicks(card(ana), "Continue");
  await ana.clicks(card(ana), "Continue", { status: "cla", caseRef: "AMB-1042" });
  await ana.clicks(card(ana), "Continue");
  const sections = {
    basics: "Section 20, AMB-1042",
    concern: "Third episode",
    action: "Police informed",
    updateExpected: "tomorrow midday",
    contact: "Ilinca",
  };
  const { words } = await ana.clicks(card(ana), "Continue", sections);
  expect(words).not.toContain("You can add it afterwards");
  await ana.clicks(card(ana), "Tell them now");
  const seen = await house.person("rhiannon.prosser").finds("NTK-2026-0001");
  for (const text of Object.values(sections)) expect(seen.words).toContain(text);
  expect(seen.words).not.toContain("Still to come");
});
