import { atLondon } from "../../src/time/london.ts";
import { buttonsOf } from "../support/teams/index.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import { reported } from "./missing-child.ts";
import { askedFor, card, toCheck } from "./strategy-meeting.ts";

/** Journey 30: a strategy meeting is asked for, and the deadline, the chair and the agencies come with their clauses. */
let house: Watchful;
beforeEach(async () => {
  // A Monday morning in February, so that working days run plainly.
  house = await startWatchful(atLondon("2027-02-01", "10:00"));
});
afterEach(() => house.stop());

const cast = () => ({ ana: house.person("ana.petrescu"), ilinca: house.person("ilinca.popescu") });
const plain = { seriousRisk: "no", status: "cin" };

it("answers with every deadline and its clause, the chair and who must come", async () => {
  const { ana } = cast();
  const { words } = await toCheck(ana, { ...plain, suspectedAt: "today 9am", referralReceivedAt: "today 9.30am" });
  expect(words).toContain("no later than Tuesday 2 February");
  expect(words).toContain("PS-01");
  expect(words).toContain("WQ-10.1a");
  expect(words).toContain("Chair: Ilinca Popescu, Team Manager (PS-03");
  expect(words).toContain("Police (PS-04");
  const { answer } = await askedFor(ana, { ...plain, suspectedAt: "today 9am" });
  expect(answer.words).toContain("Strategy meeting: AMB-1042");
  expect(answer.words).toContain("Tuesday 2 February 2027, 9am (PS-01)");
});

it("asks a complex case for two meetings, each with its chair, and a longer limit only with a reason", async () => {
  const { ana } = cast();
  const complex = { ...plain, complexCase: "yes", suspectedAt: "today 9am", referralReceivedAt: "today 9am" };
  const check = await toCheck(ana, {
    ...complex,
    requestReceivedAt: "today 9.45am",
    "meeting.longer": "WQ-10.1f",
    "meeting.longerReason": "Three councils have to be there.",
  });
  expect(check.words).toContain("Complex strategy meeting");
  expect(check.words).toContain("Chair: Eleanor Whitcombe");
  expect(check.words).toContain("PS-09");
  expect(check.words).toContain("(WQ-10.1f), chosen");
  const { words } = await ana.clicks(check, "Ask for this meeting");
  expect(words).toContain("Beside it there is Complex strategy meeting SM-2027-0002");
  await ana.says("meetings");
  expect(card(ana).words).toContain("SM-2027-0001");
  expect(card(ana).words).toContain("SM-2027-0002");
});

it("makes one meeting, however often it is asked for, and after a restart", async () => {
  const { ana } = cast();
  const check = structuredClone(await toCheck(ana, plain));
  await ana.clicks(check, "Ask for this meeting");
  await house.restart();
  const again = await ana.clicks(check, "Ask for this meeting");
  expect(again.words).toContain("SM-2027-0001");
  expect(await house.service.records.count("meeting")).toBe(1);
});

it("keeps what was typed when a date can't be read, and refuses what is no case reference", async () => {
  const { ana } = cast();
  await ana.says("strategy meeting");
  const wrong = await ana.clicks(card(ana), "Continue", { caseRef: "none" });
  expect(wrong.words).toContain("It looks like AMB-1042");
  await ana.clicks(card(ana), "Continue", { caseRef: "amb 1042" });
  const unclear = await ana.clicks(card(ana), "Continue", { suspectedAt: "half past something" });
  expect(unclear.words).toContain("I couldn't read that as a date and time");
  expect(JSON.stringify(unclear.card)).toContain("half past something");
});

it("counts 24 hours into Good Friday, and the referral three working days", async () => {
  const { ana } = cast();
  await house.at(atLondon("2027-03-25", "16:45"));
  const { words } = await toCheck(ana, { ...plain, suspectedAt: "today 4.45pm", referralReceivedAt: "today 4.45pm" });
  expect(words).toContain("Friday 26 March, 4:45pm");
  expect(words).toContain("Thursday 1 April, 5pm");
});

it("begins on a Need-to-Know report's card, with its case", async () => {
  const { ana } = cast();
  ["nadia.rahman", "gareth.llewellyn", "tunde.adeyemi", "rhiannon.prosser"].forEach(house.person);
  const ref = await reported(ana, "AMB-1044");
  await house.settle();
  const receipt = await ana.finds(ref);
  await ana.clicks(receipt, "Arrange a strategy meeting");
  expect(card(ana).words).toContain("What do the deadlines count from?");
  expect(buttonsOf(card(ana).card ?? {}).map(({ verb }) => verb)).toContain("meeting.answer");
});
