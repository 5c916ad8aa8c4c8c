import { atLondon } from "../../src/time/london.ts";
import { buttonsOf, type TeamsPerson } from "../support/teams/index.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import { card } from "./missing-child.ts";

/** Journey 10: whoever a concern is about is not told of it by routing, and cannot see it through any door (LCP-3.7). */
let house: Watchful;
beforeEach(async () => {
  house = await startWatchful(atLondon("2026-11-24", "10:00"));
  // Teams reaches only people who have the app.
  for (const name of ["rhiannon.prosser", "nadia.rahman", "tunde.adeyemi", "ilinca.popescu", "priya.nair"])
    house.person(name);
});
afterEach(() => house.stop());

const titles = (person: TeamsPerson): string[] => buttonsOf(card(person).card ?? {}).map(({ title }) => title);

type Given = Readonly<Record<string, string>>;

const toPreview = async (person: TeamsPerson, given: Given): Promise<void> => {
  await person.says("report serious concerns about practice that managers have not resolved");
  await person.clicks(card(person), titles(person)[0] ?? "");
  for (let screen = 0; screen < 8 && !titles(person).includes("Tell them now"); screen += 1) {
    const later = "Send now, details later";
    const answers = { awareAt: "yesterday 2pm", caseRef: "", ...given };
    await person.clicks(card(person), titles(person).includes(later) ? later : "Continue", answers);
  }
};

const reportsConcern = async (person: TeamsPerson, headInvolved: string, subjects = ""): Promise<void> => {
  await toPreview(person, { headInvolved, subjects });
  await person.clicks(card(person), "Tell them now");
  await house.settle();
};

const ref = "NTK-2026-0001";
const isAway = async (name: string, cover: string): Promise<void> => {
  const person = house.person(name);
  await person.says(`I'm away this week, ${cover}`);
  await person.clicks(card(person), "Confirm");
};

/** Nothing of the report in the chat, and nothing more through any door: by reference, in a list, or by a forged click. */
const seesNothing = async (person: TeamsPerson): Promise<void> => {
  expect(person.sees().filter(({ words }) => words.includes(ref))).toEqual([]);
  await person.says(ref);
  expect(card(person).words).toContain("You can't open this report");
  await person.says("my reports");
  expect(card(person).words).not.toContain("Concern about practice");
  const id = (await house.service.records.find("report", `ref:${ref}`, { limit: 1 }))[0]?.id ?? "";
  expect(id).not.toBe("");
  for (const verb of ["open", "refresh", "acknowledge", "ask", "close", "judge", "decide", "persist"]) {
    const typed = { question: "Who?", reason: "Done", raise: "no", whyRaise: "x", brief: "no", because: "x" };
    const said = await person.forges(card(person), `report.${verb}`, { report: id, face: "telling", ...typed });
    expect([verb, said.words]).toEqual([verb, expect.stringContaining("You can't open this report")]);
  }
};

it("passes the Head of Service when they are part of it, and tells the Director", async () => {
  await reportsConcern(house.person("ana.petrescu"), "yes");
  await house.person("rhiannon.prosser").finds(ref);
  expect(house.person("tunde.adeyemi").sees()).toEqual([]);
  expect(house.person("ilinca.popescu").sees()).toEqual([]);
});

it("passes them also when the Director is away", async () => {
  await isAway("rhiannon.prosser", "no cover");
  await reportsConcern(house.person("ana.petrescu"), "yes");
  await house.person("nadia.rahman").finds(ref);
  expect(house.person("tunde.adeyemi").sees()).toEqual([]);
});

it("asks the Head of Service to decide when they are not", async () => {
  await reportsConcern(house.person("ana.petrescu"), "no");
  await house.person("tunde.adeyemi").finds(ref);
});

it("passes over whoever is named, as holder of the post, and says so before it is sent and after", async () => {
  const [ana, tunde] = [house.person("ana.petrescu"), house.person("tunde.adeyemi")];
  await toPreview(ana, { headInvolved: "no", subjects: "tunde" });
  expect(card(ana).words).toContain(
    "Not told, and cannot see it:** Tunde Adeyemi, because you said that it is about them",
  );
  expect(card(ana).words).toContain("Ilinca Popescu, because the policy passes over the line manager");
  expect(card(ana).words).toContain("This is withheld from Tunde Adeyemi");
  await ana.clicks(card(ana), "Tell them now");
  await house.person("nadia.rahman").finds(ref);
  await house.settle();
  await seesNothing(tunde);
  await seesNothing(house.person("ilinca.popescu"));
  await ana.says(ref);
  expect(card(ana).words).toContain("Ana Petrescu said that it is about Tunde Adeyemi: it is withheld from them");
});

it("passes over them as stand-in and as overseer, and shows nothing of it in a channel", async () => {
  await reportsConcern(house.person("ana.petrescu"), "no", "Tunde Adeyemi, Nadia Rahman");
  await house.person("rhiannon.prosser").finds(ref);
  await seesNothing(house.person("nadia.rahman"));
  await seesNothing(house.person("tunde.adeyemi"));
  expect(house.channel.sees()).toEqual([]);
});

it("passes over them as cover", async () => {
  await isAway("tunde.adeyemi", "Priya covers");
  await house.settle();
  const heard = house.person("priya.nair").sees().length;
  await reportsConcern(house.person("ana.petrescu"), "no", "priya nair");
  await house.person("nadia.rahman").finds(ref);
  expect(house.person("priya.nair").sees().length).toBe(heard);
  await seesNothing(house.person("priya.nair"));
});

it("passes over them when nobody answers, to the last person who is asked to telephone", async () => {
  const ana = house.person("ana.petrescu");
  await reportsConcern(ana, "no", "nadia rahman, ilinca popescu, rhiannon prosser");
  await house.person("tunde.adeyemi").finds(ref);
  for (let hours = 4; hours <= 24 * 14; hours += 4) await house.at(atLondon("2026-11-24", "10:00") + hours * 3_600_000);
  await ana.finds("Please telephone now");
  for (const name of ["nadia.rahman", "ilinca.popescu", "rhiannon.prosser"]) await seesNothing(house.person(name));
});

it("keeps a name that it does not find, and says what to write", async () => {
  const ana = house.person("ana.petrescu");
  await toPreview(ana, { headInvolved: "no", subjects: "Tunde Adeyemi and Sam Nobody" });
  expect(card(ana).words).toContain("I don't find that name on the staff list");
  expect(JSON.stringify(card(ana).card)).toContain("Tunde Adeyemi and Sam Nobody");
});

it("is withheld in the same way where the allegation is about a colleague, and asks no subject to judge", async () => {
  await isAway("nadia.rahman", "Eleanor covers");
  const [ana, eleanor] = [house.person("ana.petrescu"), house.person("eleanor.whitcombe")];
  await ana.says("report allegation against a member of staff");
  await ana.clicks(card(ana), "An allegation against staff or an elected member");
  for (let screen = 0; screen < 8 && !titles(ana).includes("Tell them now"); screen += 1) {
    const answers = { awareAt: "yesterday 2pm", subjects: "Priya Nair", about: "ours", lado: "neither" };
    const later = "Send now, details later";
    await ana.clicks(card(ana), titles(ana).includes(later) ? later : "Continue", answers);
  }
  await ana.clicks(card(ana), "Tell them now");
  await house.settle();
  await eleanor.finds(ref);
  const priya = house.person("priya.nair");
  expect(priya.sees().filter(({ words }) => words.includes(ref))).toEqual([]);
  await priya.says(ref);
  expect(card(priya).words).toContain("You can't open this report");
});
