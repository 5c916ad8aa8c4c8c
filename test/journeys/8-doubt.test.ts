import { atLondon } from "../../src/time/london.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import { buttonsOf } from "../support/teams/index.ts";
import { card, typed as missing } from "./missing-child.ts";

/** Journey 8: somebody is not sure, and their line manager decides (LCP-P10). */
let house: Watchful;
beforeEach(async () => {
  // A Monday morning, so that working time runs.
  house = await startWatchful(atLondon("2026-11-23", "10:00"));
});
afterEach(() => house.stop());

const cast = () => ({
  ana: house.person("ana.petrescu"),
  ilinca: house.person("ilinca.popescu"),
  priya: house.person("priya.nair"),
  tunde: house.person("tunde.adeyemi"),
});

const odd = "report mum's ex turned up at the contact centre, left when asked";

const asks = async (words = odd) => {
  const { ana } = cast();
  await ana.says(words);
  const titles = buttonsOf(card(ana).card ?? {}).map(({ title }) => title);
  if (titles.includes("I'm not sure")) await ana.clicks(card(ana), "I'm not sure");
  const answered = await ana.clicks(card(ana), "Tell my line manager");
  await house.settle();
  return answered;
};

it("goes to the line manager with what was typed, and says who has it", async () => {
  const { ilinca } = cast();
  expect((await asks()).words).toContain("I've asked Ilinca Popescu");
  const seen = await ilinca.finds("Ana Petrescu is not sure");
  expect(seen.words).toContain("turned up at the contact centre");
});

it("is judged not Need-to-Know with a reason, kept, and whoever asked hears", async () => {
  const { ana, ilinca } = cast();
  await asks();
  const doubt = await ilinca.finds("Ana Petrescu is not sure");
  const unclear = await ilinca.clicks(doubt, "Record this", { why: " " });
  expect(unclear.words).toContain("Why is this not Need-to-Know?");
  await ilinca.clicks(doubt, "Record this", { why: "No order was broken; noted on the case." });
  await ana.finds("Ilinca Popescu judged that it is not Need-to-Know: No order was broken");
  await house.restart();
  const late = await ilinca.clicks(doubt, "Turn it into a report");
  expect(late.words).toContain("You judged this");
});

it("becomes a report in the manager's chat: the first person is named, and hears the reference", async () => {
  const { ana, ilinca } = cast();
  await asks(missing);
  await ilinca.clicks(await ilinca.finds("Ana Petrescu is not sure"), "Turn it into a report");
  await house.settle();
  await ilinca.finds("Ilinca Popescu has begun a report of it");
  await ilinca.clicks(card(ilinca), "A child is missing");
  await ilinca.clicks(card(ilinca), "Continue");
  await ilinca.clicks(card(ilinca), "Continue", { status: "cla", caseRef: "AMB-1042" });
  await ilinca.clicks(card(ilinca), "Continue");
  await ilinca.clicks(card(ilinca), "Send now, details later");
  const { words } = await ilinca.clicks(card(ilinca), "Tell them now");
  expect(words).toContain("NTK-2026-0001");
  await ana.finds("Ilinca Popescu reported it: NTK-2026-0001.");
  expect((await house.person("nadia.rahman").finds("NTK-2026-0001")).words).toContain("First told by Ana Petrescu");
});

it("is repeated, then goes to the manager's manager, and whoever asked hears of it", async () => {
  const { ana, ilinca, priya } = cast();
  await asks();
  await ilinca.finds("Ana Petrescu is not sure");
  await house.at(atLondon("2026-11-23", "12:05"));
  expect(ilinca.sees().filter(({ words }) => words.includes("Ana Petrescu is not sure"))).toHaveLength(2);
  await house.at(atLondon("2026-11-23", "14:05"));
  await house.at(atLondon("2026-11-23", "17:00"));
  expect((await priya.finds("Ana Petrescu is not sure")).words).toContain("Ilinca Popescu has not answered");
  await ana.finds("Priya Nair is asked now");
});

it("ends with somebody asked to telephone when nobody ever answers", async () => {
  const { ana } = cast();
  await asks();
  for (let day = 24; day <= 30; day += 1)
    for (const time of ["09:00", "11:30", "13:30", "16:59"]) await house.at(atLondon(`2026-11-${String(day)}`, time));
  for (let day = 1; day <= 9; day += 1) await house.at(atLondon(`2026-12-0${String(day)}`, "16:59"));
  await ana.finds("nobody is left to ask. Telephone the Emergency Duty Team");
});

it("goes to whoever covers for a manager who is away", async () => {
  const { ilinca, tunde } = cast();
  await ilinca.says("I'm away today, tunde covers");
  await ilinca.clicks(card(ilinca), "Confirm");
  await asks();
  expect((await tunde.finds("Ana Petrescu is not sure")).words).toContain("Tunde Adeyemi covers for Ilinca Popescu");
});

it("is for those who were asked, and nobody else", async () => {
  const { ilinca, priya } = cast();
  await asks();
  const doubt = await ilinca.finds("Ana Petrescu is not sure");
  const [turn] = buttonsOf(doubt.card ?? {});
  expect(turn?.title).toBe("Turn it into a report");
  const refused = await priya.clicks(doubt, "Turn it into a report");
  expect(refused.words).toContain("You can't open this");
});

it("keeps the decision and its reason for those who took part and for whoever oversees, and for nobody else", async () => {
  const { ana, ilinca } = cast();
  await asks();
  await ilinca.clicks(await ilinca.finds("Ana Petrescu is not sure"), "Record this", { why: "He left when asked" });
  await house.settle();
  const reads = async (name: string, words = "decisions"): Promise<string> => {
    const person = house.person(name);
    await person.says(words);
    return card(person).words;
  };
  for (const name of ["ana.petrescu", "ilinca.popescu", "nadia.rahman"])
    expect(await reads(name)).toContain("Ilinca Popescu judged that it is not Need-to-Know: He left when asked");
  expect(await reads("nadia.rahman", "not need to know decisions")).toContain("contact centre");
  for (const name of ["tomos.vaughan", "priya.nair"]) {
    const words = await reads(name);
    expect(words).toContain("There is nothing here that you took part in");
    expect(words).not.toContain("contact centre");
  }
  expect(ana.sees().length).toBeGreaterThan(0);
});
