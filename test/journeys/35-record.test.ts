import { atLondon } from "../../src/time/london.ts";
import { loadCases, quietCase } from "../support/cases.ts";
import { buttonsOf } from "../support/teams/index.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import { askedFor, card } from "./strategy-meeting.ts";

/** Journey 35: the chair writes the record as far as it goes, completes it and circulates it; section 47 starts its duties. */
let house: Watchful;
beforeEach(async () => {
  house = await startWatchful(atLondon("2027-02-01", "10:00"));
});
afterEach(() => house.stop());

const cast = () => ({
  ana: house.person("ana.petrescu"),
  ilinca: house.person("ilinca.popescu"),
  priya: house.person("priya.nair"),
});
const plain = { seriousRisk: "no", status: "cin", suspectedAt: "today 9am", referralReceivedAt: "today 9am" };
const written = "We agreed this, for the reasons that the police and health gave.";

const ended = async () => {
  const people = cast();
  await loadCases(house, { "AMB-1042": quietCase("ana.petrescu") });
  const { ref } = await askedFor(people.ana, plain);
  await people.ana.clicks(card(people.ana), "Choose a time");
  await people.ana.clicks(card(people.ana), "Take the time I wrote", { when: "today 2pm" });
  await house.at(atLondon("2027-02-01", "15:00"));
  await people.ilinca.finds("has ended. Please write its record.");
  await people.ilinca.says(ref);
  return { ...people, ref };
};

/** Fills in what is on the card, and presses the button. */
const fills = async (person: ReturnType<typeof cast>["ilinca"], title: string, more: Record<string, string> = {}) => {
  const ids = [...JSON.stringify(card(person).card).matchAll(/"id":"(h\.[^"]+)"/g)].map(([, id = ""]) => id);
  const typed = Object.fromEntries(ids.map((id) => [id, written]));
  return person.clicks(card(person), title, { ...typed, ...more });
};

const toLast = async (person: ReturnType<typeof cast>["ilinca"]) => {
  await person.clicks(card(person), "Write the record");
  for (let part = 0; part < 6; part += 1) {
    if (!buttonsOf(card(person).card ?? {}).some(({ title }) => title === "Save and go on")) return;
    await fills(person, "Save and go on");
  }
};

const happenedOn = async (caseRef: string): Promise<string> =>
  JSON.stringify((await house.service.records.read({ kind: "case", id: caseRef }))?.body);

it("loses nothing when the chair stops half way, and the process too", async () => {
  const { ilinca, ref } = await ended();
  await ilinca.clicks(card(ilinca), "Write the record");
  expect(card(ilinca).words).toContain("Reason for the strategy meeting");
  await fills(ilinca, "Save, finish later");
  await house.restart();
  await ilinca.says(ref);
  await ilinca.clicks(card(ilinca), "Write the record");
  expect(JSON.stringify(card(ilinca).card)).toContain(written);
});

it("says what is wanting, completes, circulates, and starts what section 47 enquiries start", async () => {
  const { ana, ilinca, ref } = await ended();
  await toLast(ilinca);
  const unclear = await ilinca.clicks(card(ilinca), "Complete the record", {});
  expect(unclear.words).toContain("Say whether section 47 enquiries start");
  await ilinca.clicks(card(ilinca), "Complete the record", {
    section47: "yes",
    attended: "ilinca.popescu@ambershire.example,ana.petrescu@ambershire.example",
    what1: "Visit the child",
    who1: "Ana Petrescu",
    by1: "Wednesday",
  });
  expect(card(ilinca).words).toContain("The record is complete");
  expect(card(ilinca).words).toContain("Section 47 enquiries start.");
  await house.settle();
  await ana.finds("is complete");
  await ilinca.clicks(card(ilinca), "All parties have it");
  expect(card(ilinca).words).toContain("Its record was circulated");
  await house.settle();
  const happened = await happenedOn("AMB-1042");
  for (const each of [
    "strategy-discussion-needed",
    "strategy-discussion-held",
    "section-47-started",
    "strategy-discussion-recorded",
  ])
    expect(happened).toContain(`"${each}"`);
  await house.restart();
  await house.settle();
  expect((await happenedOn("AMB-1042")).split('"section-47-started"')).toHaveLength(2);
  await ana.says(ref);
  expect(card(ana).words).toContain(written);
});

it("reminds the chair, and the service manager once it is overdue", async () => {
  const { ilinca, priya } = await ended();
  await house.at(atLondon("2027-02-02", "15:00"));
  await ilinca.finds("is not with all parties yet");
  await house.at(atLondon("2027-02-02", "17:01"));
  await priya.finds("is overdue");
});

it("refuses an NHS number in the record and keeps what was typed; nobody but the chair writes it", async () => {
  const { ana, ilinca, ref } = await ended();
  await ilinca.clicks(card(ilinca), "Write the record");
  const unclear = await fills(ilinca, "Save and go on", { "h.strategyReason": "NHS 943 476 5919" });
  expect(unclear.words).toContain("That looks like an NHS number");
  expect(JSON.stringify(unclear.card)).toContain("943 476 5919");
  await ana.says(ref);
  const refused = await ana.forges(card(ana), "meeting.form", { meeting: await idOf(ref), part: 1 });
  expect(refused.words).toContain("Only the chair writes the record");
});

const idOf = async (ref: string): Promise<string> =>
  (await house.service.records.find("meeting", `ref:${ref}`, { limit: 1 }))[0]?.id ?? "";
