import { atLondon } from "../../src/time/london.ts";
import { loadCases, quietCase } from "../support/cases.ts";
import { buttonsOf, type Answer, type Message, type TeamsPerson } from "../support/teams/index.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import { reported } from "./missing-child.ts";

/** Journey 15: somebody says in chat what happened, and what it starts and ends is shown with its clause and deadline. */
let house: Watchful;
// Nothing is due on the Wednesday before Easter but what a test brings.
const wednesday = atLondon("2026-04-01", "10:00");
const daniels = quietCase("daniel.okonkwo");

beforeEach(async () => {
  house = await startWatchful(wednesday);
  await loadCases(house, {
    "AMB-2001": daniels,
    "AMB-2002": { ...daniels, status: "cp", lastVisit: "2026-03-19", lastSupervision: "2026-03-19" },
  });
});
afterEach(() => house.stop());

const cast = () => ({ joanne: house.person("joanne.ashworth"), daniel: house.person("daniel.okonkwo") });

const says = async (person: TeamsPerson, text: string): Promise<Message> => {
  const [answer] = await person.says(text);
  if (answer === undefined) throw new Error("Nothing was answered.");
  return answer;
};
/** Says it and confirms it at once. */
const said = async (person: TeamsPerson, text: string, typed: Record<string, string> = {}): Promise<Answer> =>
  person.clicks(await says(person, text), "Confirm", typed);

describe("what happened", () => {
  it("is kept only when it is confirmed, and starts duties with their clauses and deadlines", async () => {
    const { joanne } = cast();
    const asked = await says(joanne, "transfer AMB-2001 yesterday");
    expect(asked.words).toContain("The case was transferred to the team");
    expect(asked.words).toContain("Nothing is kept until you confirm it");
    const done = await joanne.clicks(asked, "Confirm");
    expect(done.words).toContain("Tuesday 31 March");
    expect(done.words).toMatch(/Started[\s\S]*Due by the end of Thursday 2 April \(MO-T01\)/);
  });

  it("is kept once, however often it is said", async () => {
    const { joanne } = cast();
    await said(joanne, "transfer AMB-2001 yesterday");
    const again = await said(joanne, "transferred AMB-2001 yesterday");
    expect(again.words).toContain("This was said before, so nothing was changed");
  });

  it("ends the duty that it meets, from chat and by whoever has the case", async () => {
    const { daniel } = cast();
    const done = await said(daniel, "visit done AMB-2002 yesterday");
    expect(done.words).toMatch(/Ended[\s\S]*It was due by the end of Thursday 2 April[\s\S]*\(WQ-8.1d\)/);
    expect(done.words).toMatch(/Started[\s\S]*\(WQ-8.1d\)/);
  });

  it("takes a day that lies ahead, or no day at all, back with what to write", async () => {
    const { joanne } = cast();
    const asked = await says(joanne, "transfer AMB-2001");
    expect((await joanne.clicks(asked, "Confirm", { when: "3 April 2026" })).words).toContain("That lies ahead");
    expect((await joanne.clicks(asked, "Confirm", { when: "3 April" })).words).toContain("Thursday 3 April 2025");
    expect((await joanne.clicks(asked, "Confirm", { when: "the other day" })).words).toContain(
      "can't be read as a date",
    );
    expect((await joanne.clicks(asked, "Confirm", { when: "yesterday" })).words).toContain("(MO-T01)");
  });

  it("starts a complaint's five working days over Easter, whose answer asks for the copy and the learning", async () => {
    const { joanne } = cast();
    const done = await said(joanne, "complaint AMB-2001 today");
    expect(done.words).toContain("Due Friday 10 April, 5pm (PS-19)");
    const form = await says(joanne, "complaint answered AMB-2001");
    expect(form.words).toContain("When the copy of the response was sent to the complaints manager");
    expect(form.words).toContain("Brief resume of learning");
  });

  it("asks which case an MP enquiry is about, and is the service manager's to answer", async () => {
    const { joanne } = cast();
    const asked = await says(joanne, "MP enquiry");
    expect(asked.words).toContain("Which case?");
    const none = await joanne.clicks(asked, "Confirm", { caseRef: " " });
    expect(none.words).toContain("Which case is it?");
    const done = await joanne.clicks(asked, "Confirm", { caseRef: "amb-2001" });
    expect(done.words).toContain("(W-EXP-1)");
  });

  it("moves a reallocated case to its new worker, whose manager then owes what is due", async () => {
    const { joanne } = cast();
    const asked = await says(joanne, "AMB-2001 reallocated to Aisha Malik");
    expect(asked.words).toContain("Aisha Malik");
    const done = await joanne.clicks(asked, "Confirm");
    expect(done.words).toContain("(MO-T02)");
    const list = await says(joanne, "due AMB-2001");
    expect(list.words).toContain("Aisha Malik");
    expect(list.words).not.toContain("Daniel Okonkwo");
  });

  it.each([
    ["escalation AMB-2001 today", "MO-T07"],
    ["missing episode AMB-2001 last night", "MO-T10"],
    ["audit done AMB-2001 yesterday", "MO-T06"],
    ["section 47 started AMB-2001 yesterday", "WQ-11.1"],
  ])("understands “%s”", async (text, clause) => {
    const { joanne } = cast();
    expect((await said(joanne, text)).words).toContain(`(${clause})`);
  });

  it("asks a strategy discussion's own questions, and counts from what is answered", async () => {
    const { joanne } = cast();
    const asked = await says(joanne, "strategy discussion needed AMB-2002");
    expect(asked.words).toContain("When was there cause to suspect significant harm?");
    const done = await joanne.clicks(asked, "Confirm", { suspectedAt: "today 9am", seriousRisk: "yes" });
    expect(done.words).toContain("(PS-01)");
  });

  it("leaves a sentence that says more to the report", async () => {
    const { daniel } = cast();
    await says(daniel, "visited AMB-2001 and found bruises on his arm");
    expect(daniel.latest().words).not.toContain("The child was visited");
  });
});

const told = ["nadia.rahman", "rhiannon.prosser", "tunde.adeyemi", "gareth.llewellyn", "priya.nair", "marek.kowalczyk"];

describe("a report about a case", () => {
  it("calls for oversight on it: that a report was sent (MO-T08), and that the child went missing (MO-T10), once", async () => {
    const { joanne, daniel } = cast();
    for (const each of told) house.person(each);
    const ref = await reported(daniel, "AMB-2001");
    await house.settle();
    const list = await says(joanne, "due AMB-2001");
    expect(list.words).toContain("MO-T08");
    expect(list.words).toContain("MO-T10");
    await house.restart();
    await house.settle();
    await daniel.says(ref);
    const { words } = daniel.latest();
    expect(words.split("Kept on AMB-2001: A Need to Know report was sent")).toHaveLength(2);
    expect(words).toContain("Kept on AMB-2001: The child went missing");
  });

  it("is told all the same when the caseload does not have the case, and says so on its timeline", async () => {
    const { daniel } = cast();
    const nadia = house.person("nadia.rahman");
    const ref = await reported(daniel, "AMB-9999");
    await house.settle();
    await nadia.finds(ref);
    await daniel.says(ref);
    expect(daniel.latest().words).toContain("AMB-9999 is not in the caseload, so no duty was started on it");
  });
});

describe("a duty that calls for a report", () => {
  it("opens the report's own screens with the case reference: a child on a plan without a worker (W-N2K-10)", async () => {
    const { joanne } = cast();
    await loadCases(house, { "AMB-2007": { ...daniels, status: "cp", worker: "", lastVisit: "2026-03-31" } });
    const list = await says(joanne, "due AMB-2007");
    const open = buttonsOf(list.card ?? {}).find(({ data }) => String(data["duty"]).startsWith("W-N2K-10"));
    await joanne.clicks(list, open?.title ?? "");
    const duty = joanne.sees().find(({ id }) => id === list.id);
    if (duty === undefined) throw new Error("The card is gone.");
    const report = await joanne.clicks(duty, "Report this");
    expect(report.words).toContain("no worker");
    expect(report.words).not.toContain("couldn't match");
  });
});
