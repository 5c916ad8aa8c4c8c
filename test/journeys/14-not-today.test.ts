import { atLondon } from "../../src/time/london.ts";
import { loadCases, quietCase } from "../support/cases.ts";
import type { Answer, Message, TeamsPerson } from "../support/teams/index.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";

/** Journey 14: not today, another day, not mine, less often. */
let house: Watchful;
const tuesday = atLondon("2026-04-07", "10:00");
const daniels = quietCase("daniel.okonkwo");

beforeEach(async () => {
  house = await startWatchful(tuesday);
  await loadCases(house, {
    "AMB-2002": { ...daniels, lastSupervision: "2026-02-02" },
    "AMB-2003": { ...daniels, lastSupervision: "2026-02-06" },
    "AMB-2004": { ...daniels, lastSupervision: "2026-02-13" },
    "AMB-2005": { ...daniels, status: "cp", lastSupervision: "2026-03-09" },
  });
});
afterEach(() => house.stop());

const cast = () => ({
  joanne: house.person("joanne.ashworth"),
  bethan: house.person("bethan.griffiths"),
  priya: house.person("priya.nair"),
});

/** What is due on a case, on a card: a digest may come beside it. */
const listed = async (person: TeamsPerson, ref: string): Promise<Message> => {
  await person.says(`due ${ref}`);
  return person.finds(`What is due on ${ref}`);
};

/** The card on which the journey goes on: a digest may come beside it. */
let here = "";
const card = (person: TeamsPerson): Message => person.sees().find(({ id }) => id === here) ?? person.latest();

/** The supervision of a case, opened from the list of what is due on it. */
const opens = async (person: TeamsPerson, ref: string, title = "Supervise every child at least every eight weeks") => {
  const list = await listed(person, ref);
  here = list.id;
  return person.clicks(list, `Open: ${title}`);
};
const puts = async (person: TeamsPerson, until: string, reason = "In court until then"): Promise<Answer> =>
  person.clicks(card(person), "Put it off", { until, whyWait: reason });

describe("not today", () => {
  it("waits until a day, for a reason, and is as late as it was", async () => {
    const { joanne } = cast();
    await opens(joanne, "AMB-2002");
    const { words } = await puts(joanne, "Friday");
    expect(words).toContain("It is put off. It is as late as it was.");
    expect(words).toContain("8 days late");
    expect(words).toContain("Joanne Ashworth put it off to Friday 10 April: In court until then");
  });

  it("keeps what was typed when the day is too far ahead, or is none", async () => {
    const { joanne } = cast();
    await opens(joanne, "AMB-2002");
    const far = await puts(joanne, "30 June", "Waiting for the court");
    expect(far.words).toContain("further ahead than the council allows");
    expect(far.words).toContain("Waiting for the court");
    expect((await puts(joanne, "one day", "Waiting")).words).toContain("I could not read that as a date");
    expect((await puts(joanne, "Friday", " ")).words).toContain("Write why this can wait.");
  });

  it("is allowed twice, and then has to be done or handed over", async () => {
    const { joanne } = cast();
    await opens(joanne, "AMB-2002");
    await puts(joanne, "Wednesday");
    await puts(joanne, "Thursday");
    expect((await puts(joanne, "Friday")).words).toContain("was put off 2 times");
  });

  it("never hides a breach on a child protection plan", async () => {
    const { joanne } = cast();
    await opens(joanne, "AMB-2005", "A child on a protection plan is supervised at least monthly");
    expect((await puts(joanne, "Friday")).words).toContain("choose a day up to the one on which it is due");
    await house.at(atLondon("2026-04-10", "10:00"));
    expect((await puts(joanne, "Monday")).words).toContain("it cannot be put off");
  });
});

describe("another day for a supervision", () => {
  const says = {
    riskManaged: "Daily calls",
    driftAddressed: "The review stays on 20 April",
    childSeen: "Seen on Friday",
  };

  it("asks for the new date and MO-T05's headings, keeps one record of each child, and the deadline stands", async () => {
    const { joanne } = cast();
    await opens(joanne, "AMB-2002");
    const form = await joanne.clicks(card(joanne), "Move to another day");
    expect(form.words).toContain("How any risk is being managed");
    expect(form.words).toContain("(MO-T05)");
    const half = await joanne.clicks(card(joanne), "Move it", { ...says, moveTo: "Thursday", childSeen: "" });
    expect(half.words).toContain("Write something under “What is arranged for the child to be seen within timescales”");
    expect(half.words).toContain("Daily calls");
    const moved = await joanne.clicks(card(joanne), "Move it", { ...says, moveTo: "Thursday" });
    expect(moved.words).toContain("the record of it is kept");
    expect(moved.words).toContain("Moved to Thursday 9 April");
    await opens(joanne, "AMB-2002");
    expect(card(joanne).words).toContain("8 days late");
    const next = await joanne.clicks(card(joanne), "Move to another day");
    expect(next.words).toContain("To which day");
  });

  it("offers the same worker's other children with the same date, a record each, and leaves no MO-T05 open", async () => {
    const { joanne } = cast();
    await opens(joanne, "AMB-2002");
    await joanne.clicks(card(joanne), "Move to another day");
    await joanne.clicks(card(joanne), "Move it", { ...says, moveTo: "Thursday" });
    const other = await joanne.clicks(card(joanne), "Move it for AMB-2003 too");
    expect(other.words).toContain("AMB-2003");
    await joanne.clicks(card(joanne), "Move it", says);
    for (const ref of ["AMB-2002", "AMB-2003"]) {
      const list = await listed(joanne, ref);
      expect(list.words).toContain("PS-13");
      expect(list.words).not.toContain("MO-T05");
    }
  });

  it("says that it was moved before when the same is sent again", async () => {
    const { joanne } = cast();
    await opens(joanne, "AMB-2002");
    await joanne.clicks(card(joanne), "Move to another day");
    const form = card(joanne);
    await joanne.clicks(form, "Move it", { ...says, moveTo: "Thursday" });
    const again = await joanne.forges(card(joanne), "duty.move", {
      ...says,
      ...{ duty: "PS-13:AMB-2002:2026-02-02", moveTo: "Thursday", list: "", page: 1 },
    });
    expect(again.words).toContain("It was moved to that day before.");
  });
});

describe("not mine", () => {
  it("asks somebody, stays until they accept, and both hear", async () => {
    const { joanne, bethan } = cast();
    await opens(joanne, "AMB-2002");
    const asked = await joanne.clicks(card(joanne), "Ask them to take it", {
      giveTo: "Bethan",
      whyThem: "You know the family",
    });
    expect(asked.words).toContain("Until they accept, it stays where it is");
    expect(asked.words).toContain("Owed by: Joanne Ashworth");
    await house.settle();
    const question = await bethan.finds("Joanne Ashworth asks you to take this over");
    expect(question.words).toContain("You know the family");
    await bethan.clicks(question, "Accept");
    await house.settle();
    await joanne.finds("Bethan Griffiths has accepted");
    await opens(joanne, "AMB-2002");
    expect(card(joanne).words).toContain("Owed by: Bethan Griffiths");
  });

  it("comes back with a reason", async () => {
    const { joanne, bethan } = cast();
    await opens(joanne, "AMB-2002");
    await joanne.clicks(card(joanne), "Ask them to take it", { giveTo: "bethan griffiths", whyThem: "Cover" });
    await house.settle();
    const question = await bethan.finds("asks you to take this over");
    await bethan.clicks(question, "Hand it back now", { reason: "I am on leave from Friday" });
    await house.settle();
    await joanne.finds("hands Supervise every child at least every eight weeks (PS-13) on AMB-2002 back to you");
    expect((await bethan.clicks(question, "Accept")).words).toContain("You handed this back before");
    await opens(joanne, "AMB-2002");
    expect(card(joanne).words).toContain("Owed by: Joanne Ashworth");
  });

  it("is never the worker's own, and asks which of two names is meant", async () => {
    const { joanne } = cast();
    await opens(joanne, "AMB-2002");
    const worker = await joanne.clicks(card(joanne), "Ask them to take it", {
      giveTo: "Daniel Okonkwo",
      whyThem: "His",
    });
    expect(worker.words).toContain("That is the worker of this case");
    const nobody = await joanne.clicks(card(joanne), "Ask them to take it", { giveTo: "Somebody", whyThem: "Why" });
    expect(nobody.words).toContain("I don't know “Somebody”");
  });
});

describe("less often than the standard", () => {
  const asks = async (person: TeamsPerson, ref: string, everyWeeks = "12") => {
    await opens(person, ref);
    return person.clicks(card(person), "Ask for approval", { everyWeeks, lessUntil: "30 June", whyLess: "On remand" });
  };

  it("is decided by somebody more senior, then runs by the longer clock, and calls for MO-T11's record", async () => {
    const { joanne, priya } = cast();
    expect((await asks(joanne, "AMB-2004")).words).toContain("Until somebody approves it, the standard runs");
    await house.settle();
    const question = await priya.finds("Joanne Ashworth asks for this to be less often");
    expect(question.words).toContain("Every 12 weeks until Tuesday 30 June");
    expect(question.words).toContain("On remand");
    const approved = await priya.clicks(question, "Approve");
    expect(approved.words).toContain("Approved");
    expect(approved.words).toContain("A child is to be supervised less often than every eight weeks");
    expect(approved.words).not.toContain("PS-13");
    await house.settle();
    await joanne.finds("Priya Nair approved");
    expect((await priya.clicks(question, "Approve")).words).toContain("This has been decided");
  });

  it("is not approved by whoever asked, and stays with a reason when it is refused", async () => {
    const { joanne, priya } = cast();
    await asks(joanne, "AMB-2004");
    await house.settle();
    const question = await priya.finds("asks for this to be less often");
    await priya.clicks(question, "Refuse it", { reason: "Seen too seldom already" });
    await house.settle();
    await joanne.finds("Priya Nair did not approve");
    await opens(joanne, "AMB-2004");
    expect(card(joanne).words).toContain("Due Friday 10 April");
  });

  it("has to be less often", async () => {
    const { joanne } = cast();
    expect((await asks(joanne, "AMB-2004", "4")).words).toContain("That is not less often than the standard");
    expect((await asks(joanne, "AMB-2004", "seldom")).words).toContain("from 1 to 52");
  });
});

describe("a duty of a post", () => {
  it("is done by whoever holds it, and comes again in the next week", async () => {
    const { priya } = cast();
    await priya.says("due");
    const list = await priya.finds("What you have to do");
    expect(list.words).toContain("W-EXP-2");
    here = list.id;
    await priya.clicks(list, "Open: Monitor caseloads and collate them for the teams");
    expect(card(priya).words).toContain("(W-EXP-2)");
    const done = await priya.clicks(card(priya), "Say that it was done", { when: "today" });
    expect(done.words).toContain("It is kept that this was done.");
    const answers = await priya.says("due");
    const again = answers.find(({ words }) => words.includes("What you have to do"));
    expect(again?.words).toContain("1 coming up");
    expect(again?.words).not.toContain("W-EXP-2");
  });
});
