import { atLondon } from "../../src/time/london.ts";
import { buttonsOf, type Message } from "../support/teams/index.ts";
import { startWatchful, sunday, type Watchful } from "../support/watchful.ts";
import { reported } from "./missing-child.ts";

/** Journey 13: an acknowledgement may ask to be reminded. */
let house: Watchful;
beforeEach(async () => {
  house = await startWatchful();
});
afterEach(() => house.stop());

const acknowledged = async () => {
  ["gareth.llewellyn", "tunde.adeyemi", "rhiannon.prosser"].forEach(house.person);
  const [ana, nadia] = [house.person("ana.petrescu"), house.person("nadia.rahman")];
  const ref = await reported(ana);
  const telling = await nadia.finds("Why you are told");
  const before = telling.card;
  await nadia.clicks(telling, "Acknowledge");
  await house.settle();
  const copy = (): Promise<Message> => nadia.finds("Why you are told");
  const asks = async (remind: string, remindAt = "") =>
    nadia.clicks(await copy(), "Remind me then", { remind, remindAt });
  const reminded = (): number =>
    nadia.sees().filter(({ words }) => words.includes(`${ref}: Nadia Rahman asked to be reminded of this now.`)).length;
  const cards = (): number => nadia.sees().filter(({ words }) => words.includes("Why you are told")).length;
  return { ana, nadia, ref, before, copy, asks, reminded, cards };
};

it("offers it to whoever has acknowledged, and to nobody before", async () => {
  const { before, copy } = await acknowledged();
  const titles = (card: Message["card"]): string[] => buttonsOf(card ?? {}).map(({ title }) => title);
  expect(titles(before)).not.toContain("Remind me then");
  expect(titles((await copy()).card)).toContain("Remind me then");
});

it.each([
  ["tomorrow at 9", "tomorrow", "", atLondon("2026-11-23", "09:00")],
  ["in two hours", "two-hours", "", sunday + 2 * 3_600_000],
  ["at a date and time", "at", "Tuesday 2pm", atLondon("2026-11-24", "14:00")],
  ["at what was typed, whatever was chosen", "tomorrow", "24 november 14:00", atLondon("2026-11-24", "14:00")],
])("reminds %s with a sentence and the card, once, not before", async (_when, choice, typed, due) => {
  const { asks, reminded, cards } = await acknowledged();
  expect((await asks(choice, typed)).words).toContain("I show you this again");
  await house.at(due - 1);
  expect(reminded()).toBe(0);
  const before = cards();
  await house.at(due);
  expect([reminded(), cards() - before]).toEqual([1, 1]);
  await house.restart();
  await house.at(due + 60_000);
  expect([reminded(), cards() - before]).toEqual([1, 1]);
});

it("puts a new time in the place of the old one, and takes the last", async () => {
  const { asks, reminded } = await acknowledged();
  await asks("two-hours");
  const { words } = await asks("tomorrow");
  expect(words).toContain("I show you this again Monday 23 November 2026, 9am");
  await house.at(sunday + 3 * 3_600_000);
  expect(reminded()).toBe(0);
  await house.at(atLondon("2026-11-23", "09:00"));
  expect(reminded()).toBe(1);
});

it("is cancelled when the report is closed", async () => {
  const { ana, nadia, asks, copy, reminded } = await acknowledged();
  await asks("tomorrow");
  await ana.clicks(await ana.finds("told so far"), "Record the call", { spokeTo: "Nadia", calledAt: "" });
  await nadia.clicks(await copy(), "Close this report", { reason: "Back at the placement" });
  await house.at(atLondon("2026-11-23", "10:00"));
  expect(reminded()).toBe(0);
});

it.each([
  ["cannot be read", "when the cows come home", "I couldn't read when to remind you"],
  ["has passed", "21 november 2026 10:00", "That time has passed"],
])("keeps what was typed when the time %s", async (_what, typed, why) => {
  const { asks, copy } = await acknowledged();
  const { words, card } = await asks("at", typed);
  expect(words).toContain(why);
  expect(JSON.stringify(card)).toContain(typed);
  await house.settle();
  expect((await copy()).words).not.toContain("I show you this again");
});

it("refuses whoever was not told, and asks somebody who has not acknowledged to do that first", async () => {
  const { ana } = await acknowledged();
  const [gareth, tomos] = [house.person("gareth.llewellyn"), house.person("tomos.vaughan")];
  const telling = await gareth.finds("Why you are told");
  const data = { report: await idOf(), face: "telling", remind: "tomorrow" };
  expect((await gareth.forges(telling, "report.remind", data)).words).toContain("Acknowledge this report first");
  await tomos.says("hello");
  expect((await tomos.forges(tomos.latest(), "report.remind", data)).words).toContain("You can't open this report");
  const receipt = await ana.finds("told so far");
  expect((await ana.forges(receipt, "report.remind", data)).words).toContain("Only somebody who was told");
});

it("asks nobody else: the others hear nothing of it", async () => {
  const { ana, asks } = await acknowledged();
  await asks("two-hours");
  await house.at(sunday + 2 * 3_600_000);
  expect(ana.sees().filter(({ text }) => text.includes("remind"))).toEqual([]);
});

const idOf = async (): Promise<string> => (await house.service.records.list("report", { limit: 1 }))[0]?.id ?? "";
