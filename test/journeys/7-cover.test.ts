import { atLondon } from "../../src/time/london.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import { card, reported, toPreview } from "./missing-child.ts";

/** Journey 7: somebody goes away, and nobody is left untold. */
let house: Watchful;
beforeEach(async () => {
  house = await startWatchful(atLondon("2026-08-01", "10:00"));
});
afterEach(() => house.stop());

const cast = () => ({
  ana: house.person("ana.petrescu"),
  nadia: house.person("nadia.rahman"),
  priya: house.person("priya.nair"),
  tunde: house.person("tunde.adeyemi"),
});

const goesAway = async (words = "I'm away 3–14 August, Priya covers") => {
  const { nadia } = cast();
  await nadia.says(words);
  await nadia.clicks(card(nadia), "Confirm");
  await house.settle();
};

it("shows what was understood, and counts only once it is confirmed", async () => {
  const { nadia, priya } = cast();
  await nadia.says("I'm away 3–14 August, Priya covers");
  expect(card(nadia).words).toContain(
    "From Monday 3 August 2026 to Friday 14 August 2026, Priya Nair is told instead of you, as Assistant Director",
  );
  expect(priya.sees()).toEqual([]);
  await nadia.clicks(card(nadia), "Confirm");
  await priya.finds("Nadia Rahman is away from Monday 3 August to Friday 14 August");
});

it("tells the cover by date, and says so in the preview and in the ledger", async () => {
  const { ana, nadia, priya } = cast();
  await goesAway();
  await house.at(atLondon("2026-08-03", "09:30"));
  const preview = await toPreview(ana);
  expect(preview.words).toContain("Priya Nair covers for Nadia Rahman until Friday 14 August");
  const { words } = await ana.clicks(preview, "Tell them now");
  const ref = /NTK-\d{4}-\d{4}/.exec(words)?.[0] ?? "";
  expect((await priya.finds(ref)).words).toContain("W-N2K-06");
  await house.settle();
  expect(nadia.sees().some(({ words: seen }) => seen.includes(ref))).toBe(false);
  await ana.says(ref);
  expect(card(ana).words).toContain("Priya Nair covers for Nadia Rahman until Friday 14 August");
});

it("goes back to the holder the day after, and survives a restart before", async () => {
  const { ana, nadia, priya } = cast();
  await goesAway();
  await house.restart();
  await house.at(atLondon("2026-08-13", "16:00"));
  const during = await reported(ana);
  await priya.finds(during);
  await house.at(atLondon("2026-08-17", "09:00"));
  const after = await reported(ana, "AMB-1043");
  await nadia.finds(after);
});

it("is ended early by “I'm back”", async () => {
  const { ana, nadia, priya } = cast();
  await goesAway();
  await house.at(atLondon("2026-08-05", "09:30"));
  await nadia.says("I'm back");
  await priya.finds("Nadia Rahman is back");
  const ref = await reported(ana);
  await nadia.finds(ref);
  await nadia.says("i'm back");
  expect(card(nadia).words).toContain("Nothing here says that you are away");
});

it("is listed, and a planned one can be ended by whoever is away and nobody else", async () => {
  const { ana, nadia, priya } = cast();
  await goesAway();
  await ana.says("who is away?");
  expect(card(ana).words).toContain("Nadia Rahman");
  expect(card(ana).words).toContain("Priya Nair covers");
  expect(card(ana).words).not.toContain("End it");
  await nadia.says("cover");
  await nadia.clicks(card(nadia), "End it");
  await priya.finds("no longer needs cover");
});

it("tells the next post when nobody covers, and says it plainly", async () => {
  const { ana, nadia, tunde } = cast();
  await nadia.says("I'm away 3 to 14 august");
  expect(card(nadia).words).toContain("Head of Service, Safeguarding and Care is told");
  await nadia.clicks(card(nadia), "Confirm");
  await house.at(atLondon("2026-08-03", "09:30"));
  const preview = await toPreview(ana);
  expect(preview.words).toContain("Nadia Rahman is away until Friday 14 August and nobody covers");
  await ana.clicks(preview, "Tell them now");
  await tunde.finds("NTK-2026-0001");
});

it.each([
  ["I'm away 14-3 august, priya covers", "ends before it begins"],
  ["I'm away 3-14 august, bob covers", "I don't find “bob”"],
])("keeps what was typed when it cannot be taken: %s", async (text, why) => {
  const { nadia } = cast();
  await nadia.says(text);
  expect(card(nadia).words).toContain(why);
  const corrected = await nadia.clicks(card(nadia), "Read it again", { text: "I'm away 3-14 august, priya covers" });
  expect(corrected.words).toContain("Priya Nair is told instead of you");
});

it("refuses a cover who is away then", async () => {
  const { nadia, priya } = cast();
  await priya.says("on leave 10/8 to 12/8, marek covering");
  await priya.clicks(card(priya), "Confirm");
  await nadia.says("I'm away 3–14 August, Priya covers");
  expect(card(nadia).words).toContain("Priya Nair is away from Monday 10 August to Wednesday 12 August");
});

/** Eleanor oversees and was not told of this report; Samuel covers for her. */
const overseen = async () => {
  const { ana } = cast();
  const [eleanor, samuel] = [house.person("eleanor.whitcombe"), house.person("samuel.osei")];
  await house.at(atLondon("2026-08-02", "17:00"));
  const ref = await reported(ana);
  await eleanor.says("I'm away 3–14 August, Samuel covers");
  await eleanor.clicks(card(eleanor), "Confirm");
  await house.settle();
  const opens = async (): Promise<string> => {
    await samuel.says(ref);
    return card(samuel).words;
  };
  return { eleanor, samuel, ref, opens };
};
const refusal = "You can't open this report";

it.each([
  ["a minute before it begins", "2026-08-02", "23:59", false],
  ["in its first minute", "2026-08-03", "00:00", true],
  ["on its last evening", "2026-08-14", "23:59", true],
  ["a minute after it ends", "2026-08-15", "00:00", false],
])("lets who covers oversee what the holder oversees, by date: %s", async (_when, date, time, may) => {
  const { opens, ref } = await overseen();
  await house.at(atLondon(date, time));
  const words = await opens();
  expect(words.includes(refusal)).toBe(!may);
  expect(words.includes(ref)).toBe(may);
});

it("lets who covers act as an overseer, and refuses the same card once the holder is back", async () => {
  const { eleanor, samuel, ref, opens } = await overseen();
  await house.at(atLondon("2026-08-04", "10:00"));
  await opens();
  const asked = structuredClone(card(samuel));
  const data = { report: await idOf(ref), face: "telling", question: "Who saw her last?" };
  expect((await samuel.forges(asked, "report.ask", data)).words).toContain("Who saw her last?");
  await eleanor.says("I'm back");
  expect((await samuel.forges(asked, "report.ask", data)).words).toContain(refusal);
  expect(await opens()).toContain(refusal);
  await eleanor.says(ref);
  expect(card(eleanor).words).toContain(ref);
});

it("leaves the holder who is away what their post gives them", async () => {
  const { eleanor, ref } = await overseen();
  await house.at(atLondon("2026-08-04", "10:00"));
  await eleanor.says(ref);
  expect(card(eleanor).words).not.toContain(refusal);
});

const idOf = async (ref: string): Promise<string> => {
  const [found] = await house.service.records.find("report", `ref:${ref}`, { limit: 1 });
  return found?.id ?? "";
};
