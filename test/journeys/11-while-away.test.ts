import { atLondon } from "../../src/time/london.ts";
import { buttonsOf, type TeamsPerson } from "../support/teams/index.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import { card, toPreview } from "./missing-child.ts";

/** Journey 11: while the Assistant Director is away, a service manager judges what goes to the person covering (W-X1). */
let house: Watchful;
const monday = (time: string) => atLondon("2026-08-03", time);
beforeEach(async () => {
  house = await startWatchful(atLondon("2026-08-01", "10:00"));
});
afterEach(() => house.stop());

/** Everybody has the app, so that nobody is told only because another could not be reached. */
const cast = () => ({
  margaret: house.person("margaret.pickering"),
  // Reports; her line: Farah Siddiqui, then Marek Kowalczyk, service manager.
  kiran: house.person("kiran.bains"),
  nadia: house.person("nadia.rahman"),
  priya: house.person("priya.nair"),
  marek: house.person("marek.kowalczyk"),
});

const titles = (person: TeamsPerson): string[] => buttonsOf(card(person).card ?? {}).map(({ title }) => title);

const goesAway = async (): Promise<void> => {
  // Teams reaches only people who have the app.
  const nadia = house.person("nadia.rahman");
  await nadia.says("I'm away 3–14 August, Priya covers");
  await nadia.clicks(card(nadia), "Confirm");
  await house.at(monday("09:30"));
};

/** Praise: told within five working days, and nothing in it says at once. */
const toPraise = async (person: TeamsPerson, event = "Somebody praised our work"): Promise<void> => {
  await person.says("report");
  await person.clicks(card(person), "Continue", { what: "A judge thanked the team in court" });
  if (titles(person).includes("None of these")) await person.clicks(card(person), "None of these");
  await person.clicks(card(person), "The council");
  await person.clicks(card(person), event);
  for (let screen = 0; screen < 6 && !titles(person).includes("Tell them now"); screen += 1)
    await person.clicks(card(person), "Continue", { awareAt: "today 9am", caseRef: "" });
};

const praised = async (person = house.person("kiran.bains")): Promise<string> => {
  await toPraise(person);
  const { words } = await person.clicks(card(person), "Tell them now");
  await house.settle();
  return /NTK-\d{4}-\d{4}/.exec(words)?.[0] ?? "";
};

const seenBy = (person: TeamsPerson, ref: string): boolean => person.sees().some(({ words }) => words.includes(ref));
const asked = (person: TeamsPerson, ref: string) => person.finds(ref);

it("says on the last screen who judges first, and by when", async () => {
  await goesAway();
  const { kiran } = cast();
  await toPraise(kiran);
  expect(card(kiran).words).toContain("Priya Nair covers for Nadia Rahman until Friday 14 August");
  expect(card(kiran).words).toContain(
    "Marek Kowalczyk is asked first to judge whether this is raised, by Monday 10 August, 3pm (W-X1)",
  );
});

it("asks the service manager of the reporter's line, and tells nobody before", async () => {
  cast();
  await goesAway();
  const ref = await praised();
  const { marek, priya, nadia } = cast();
  const request = await asked(marek, ref);
  expect(request.words).toContain("is the covering Assistant Director, Children's Social Care told?");
  expect(request.words).toContain("Record your judgement by Monday 10 August, 3pm, or they are told without it");
  expect([seenBy(priya, ref), seenBy(nadia, ref)]).toEqual([false, false]);
  expect(house.channel.sees()).toEqual([]);
});

it("tells the person covering, and the channel, when it is judged so, and keeps why", async () => {
  cast();
  await goesAway();
  const ref = await praised();
  const { marek, priya, kiran } = cast();
  const judged = await marek.clicks(await asked(marek, ref), "Record the judgement", {
    raise: "yes",
    whyRaise: "She will meet the judge on Tuesday",
  });
  expect(judged.words).not.toContain("You are asked to judge");
  await house.settle();
  expect((await priya.finds(ref)).words).toContain("W-N2K-12");
  expect(house.channel.sees().some(({ words }) => words.includes(ref))).toBe(true);
  await kiran.says(ref);
  expect(card(kiran).words).toContain("Marek Kowalczyk judged that this is raised");
  expect(card(kiran).words).toContain("She will meet the judge on Tuesday");
});

it("keeps a judgement not to raise it with its reason, tells nobody, and never does later", async () => {
  cast();
  await goesAway();
  const ref = await praised();
  const { marek, priya, nadia, kiran } = cast();
  const request = await asked(marek, ref);
  await marek.clicks(request, "Record the judgement", { raise: "no", whyRaise: "It can wait for her return" });
  await house.restart();
  await house.at(atLondon("2026-08-24", "10:00"));
  expect([seenBy(priya, ref), seenBy(nadia, ref)]).toEqual([false, false]);
  expect(house.channel.sees()).toEqual([]);
  await kiran.says(ref);
  expect(card(kiran).words).toContain("Not raised");
  expect(card(kiran).words).toContain("Marek Kowalczyk judged not to raise it (W-X1): It can wait for her return");
  await kiran.finds("Marek Kowalczyk judged that this is not raised");
});

it("refuses a judgement without its reason, and loses nothing", async () => {
  cast();
  await goesAway();
  const ref = await praised();
  const { marek, priya } = cast();
  const refused = await marek.clicks(await asked(marek, ref), "Record the judgement", { raise: "no", whyRaise: " " });
  expect(refused.words).toContain("Why? Write the reason for your judgement, then record it.");
  await house.settle();
  expect(seenBy(priya, ref)).toBe(false);
});

it("reminds, and tells the person covering when nobody has judged, two working hours before it is due", async () => {
  cast();
  await goesAway();
  const ref = await praised();
  const { marek, priya, kiran } = cast();
  const request = await asked(marek, ref);
  await house.at(monday("16:00"));
  expect(marek.sees().filter(({ words }) => words.includes(ref)).length).toBeGreaterThan(1);
  await house.at(atLondon("2026-08-10", "14:59"));
  expect(seenBy(priya, ref)).toBe(false);
  await house.at(atLondon("2026-08-10", "15:00"));
  await priya.finds(ref);
  const late = await marek.clicks(request, "Record the judgement", { raise: "no", whyRaise: "Not needed" });
  expect(late.words).toContain("Nobody had judged this in time");
  await kiran.says(ref);
  expect(card(kiran).words).toContain("Marek Kowalczyk had not judged it in time");
});

it("tells the person covering at once when the judge cannot be reached", async () => {
  const priya = house.person("priya.nair");
  await goesAway();
  const kiran = house.person("kiran.bains");
  const ref = await praised(kiran);
  await priya.finds(ref);
  await kiran.says(ref);
  expect(card(kiran).words).toContain("Marek Kowalczyk could not be reached in Teams to judge it");
});

it("never asks about what is immediate or asks for a telephone call", async () => {
  await goesAway();
  const { kiran, marek, priya } = cast();
  const { words } = await kiran.clicks(await toPreview(kiran), "Tell them now");
  await house.settle();
  const ref = /NTK-\d{4}-\d{4}/.exec(words)?.[0] ?? "";
  await priya.finds(ref);
  expect(marek.sees().some((each) => each.words.includes("You are asked to judge"))).toBe(false);
});

it("asks nobody whether they are told themselves: the line leads to the person who covers", async () => {
  cast();
  await goesAway();
  const ref = await praised(house.person("ana.petrescu"));
  const { marek, priya } = cast();
  await priya.finds(ref);
  expect(seenBy(marek, ref)).toBe(false);
});

it("asks nobody while the Assistant Director is here", async () => {
  cast();
  const ref = await praised();
  const { marek, nadia } = cast();
  await nadia.finds(ref);
  expect(seenBy(marek, ref)).toBe(false);
});
