import { atLondon } from "../../src/time/london.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
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
