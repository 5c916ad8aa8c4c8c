import { atLondon } from "../../src/time/london.ts";
import { loadCases, caseIn, owedOn } from "../support/ambershire-cases.ts";
import { buttonsOf } from "../support/teams/index.ts";
import { answerTo as opens, still } from "../support/in-chat.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";

/** Journey 21: a manager records supervision, one child or several in one sitting (WQ-7.3a, PS-13, PS-14, PS-16, MO-02, MO-03). */
let house: Watchful;
beforeEach(async () => {
  // A Tuesday morning.
  house = await startWatchful(atLondon("2026-11-24", "10:00"));
  await loadCases(house, caseload);
});
afterEach(() => house.stop());

const caseload = `
case_ref,status,team,team_kind,worker,status_since,last_supervision,last_oversight,last_visit
AMB-2001,cin,Safeguarding North,safeguarding,daniel.okonkwo@ambershire.example,2026-01-12,2026-09-21,2026-11-20,2026-11-20
AMB-2002,cin,Safeguarding North,safeguarding,daniel.okonkwo@ambershire.example,2026-01-12,2026-09-28,2026-11-20,2026-11-20
AMB-2003,cin,Safeguarding North,safeguarding,daniel.okonkwo@ambershire.example,2026-01-12,2026-11-20,2026-11-20,2026-11-20
AMB-2004,cin,Family Safeguarding,family_safeguarding,callum.fraser@ambershire.example,2026-01-12,2026-09-21,2026-11-20,2026-11-20
`;

const cast = () => ({
  joanne: house.person("joanne.ashworth"),
  daniel: house.person("daniel.okonkwo"),
  aisha: house.person("aisha.malik"),
  priya: house.person("priya.nair"),
  leila: house.person("leila.haddad"),
});

const text = {
  "h.significantEvents": "Moved school on 2 November.",
  "h.keyDecisions": "The plan goes on.",
  "h.reflectiveChallenge": "We asked what we would miss.",
  "h.riskToolR1": "Medium, unchanged.",
  "h.positiveChange": "Yes: attendance is up.",
  "h.paceOfChange": "It is.",
};
const action = { what1: "Visit the new school", who1: "Daniel Okonkwo", by1: "Friday" };

it("is refused with “ongoing”, loses nothing that was typed, and is then saved, pasted and confirmed", async () => {
  const { joanne } = cast();
  expect(await owedOn(house, "AMB-2001")).toContain("PS-13 overdue");
  const form = await opens(joanne, "supervision AMB-2001");
  expect(form.words).toContain("Significant events since the last supervision");

  const vague = { ...text, ...action, by1: "On-going – weekly", what2: "Call the GP", "h.keyDecisions": " " };
  const refused = await joanne.clicks(form, "Save the record", vague);
  expect(refused.words).toContain('"On-going – weekly" means "ongoing", which is no timescale');
  expect(refused.words).toContain("(MO-03)");
  expect(refused.words).toContain('Write something under "Key decisions made". (WQ-7.3a)');
  expect(refused.words).toContain("Write who does it: a name or a post.");
  for (const typed of ["Moved school on 2 November.", "Medium, unchanged.", "On-going – weekly", "Call the GP"])
    expect(JSON.stringify(refused.card)).toContain(typed);
  expect((await caseIn(house, "AMB-2001")).work).toEqual([]);

  const saved = await joanne.clicks(still(joanne, form), "Save the record", {
    ...{ ...text, ...action, who2: "Daniel Okonkwo", by2: "within 5 working days" },
  });
  expect(saved.words).toContain("Not in the case system yet");
  expect(JSON.stringify(saved.card)).toContain(
    "1. Visit the new school. Who: Daniel Okonkwo. By: Friday 27 November 2026.",
  );
  expect(JSON.stringify(saved.card)).toContain("2. Call the GP. Who: Daniel Okonkwo. By: Tuesday 1 December 2026.");
  const after = await owedOn(house, "AMB-2001");
  expect(after).not.toContain("PS-13 overdue");
  expect(after).toContain("PS-14 soon");

  const confirmed = await joanne.clicks(still(joanne, form), "Recorded in the case system");
  expect(confirmed.words).toContain("In the case system since Tuesday 24 November 2026, 10am.");
  expect(await owedOn(house, "AMB-2001")).not.toContain("PS-14 soon");
});

it("begins with the duty, and the duty is met by it; the record on file is the next one, and it is on the case", async () => {
  const { joanne } = cast();
  const list = await opens(joanne, "due AMB-2001");
  await joanne.clicks(list, "Open: Supervise every child at least every eight weeks");
  const form = await joanne.clicks(still(joanne, list), "Record it");
  expect(form.words).toContain("Supervision: AMB-2001");
  await joanne.clicks(still(joanne, list), "Save the record", { ...text, ...action, on: "yesterday" });

  const again = await opens(joanne, "due AMB-2001");
  expect(again.words).not.toContain("Supervise every child at least every eight weeks");
  await joanne.clicks(again, "Open: Complete the supervision record within two working days");
  const there = await joanne.clicks(still(joanne, again), "Record it");
  expect(there.words).toContain("This record is written. When it is in the case system, say so here.");
  expect(there.words).toContain("Monday 23 November 2026");
  await joanne.clicks(still(joanne, again), "Recorded in the case system");
  expect((await owedOn(house, "AMB-2001")).filter((duty) => duty.startsWith("PS-1"))).toEqual(["PS-13 later"]);
  const opened = await joanne.clicks(still(joanne, again), "Open the case");
  expect(opened.words).toContain("Records");
  const done = await joanne.clicks(still(joanne, again), "Done");
  expect(done.words).not.toContain("Actions still open");
});

it("keeps what was refused through a restart, and opens the form with it again", async () => {
  const { joanne } = cast();
  const form = await opens(joanne, "supervision AMB-2001");
  await joanne.clicks(form, "Save the record", { ...text, ...action, by1: "ongoing" });
  await house.restart();
  const again = await opens(joanne, "Supervision AMB-2001");
  expect(JSON.stringify(again.card)).toContain("Moved school on 2 November.");
  await joanne.clicks(again, "Save the record", { by1: "Friday" });
  expect((await caseIn(house, "AMB-2001")).work).toHaveLength(1);
  const fresh = await opens(joanne, "supervision AMB-2001");
  expect(JSON.stringify(fresh.card)).not.toContain("Moved school");
});

it("is one record however often the button is pressed", async () => {
  const { joanne } = cast();
  const form = await opens(joanne, "supervision AMB-2001");
  const [first, second] = await Promise.all([
    joanne.clicks(form, "Save the record", { ...text, ...action }),
    joanne.forges(form, "record.save", {
      case: "AMB-2001",
      happening: "supervision-held",
      on: "today",
      ...text,
      ...action,
    }),
  ]);
  expect([first.words, second.words].filter((words) => words.includes("You saved this"))).toHaveLength(1);
  const { work, happened } = await caseIn(house, "AMB-2001");
  expect(work.filter(({ kind }) => kind === "recorded")).toHaveLength(1);
  expect(happened.filter(({ happening }) => happening === "supervision-held")).toHaveLength(1);
});

it("points out what would identify a child, and keeps it when it is sent again", async () => {
  const { joanne } = cast();
  const form = await opens(joanne, "supervision AMB-2001");
  const named = { ...text, ...action, "h.keyDecisions": "Moves to AB1 2DE on Monday." };
  const refused = await joanne.clicks(form, "Save the record", named);
  expect(refused.words).toContain("That looks like a postcode.");
  const saved = await joanne.clicks(still(joanne, form), "Save the record", named);
  expect(saved.words).toContain("Not in the case system yet");
});

it("covers several of a worker's children in one sitting, which a restart does not end", async () => {
  const { joanne } = cast();
  const form = await opens(joanne, "supervision AMB-2001");
  expect(form.words).toContain("In the same sitting");
  const first = await joanne.clicks(form, "Save the record", { ...text, ...action, others: "AMB-2002,AMB-2003" });
  expect(buttonsOf(first.card ?? {}).map(({ title }) => title)).toContain("Next: AMB-2002");

  await house.restart();
  const next = await opens(joanne, "continue supervision");
  expect(next.words).toContain("Supervision: AMB-2002");
  expect(next.words).toContain("2 of 3 in this sitting");
  const second = await joanne.clicks(next, "Save the record", { ...text, ...action });
  expect(second.words).toContain("Supervision: AMB-2002");
  const third = await joanne.clicks(still(joanne, next), "Next: AMB-2003");
  expect(third.words).toContain("3 of 3 in this sitting");
  const last = await joanne.clicks(still(joanne, next), "Save the record", { ...text, ...action });
  expect(buttonsOf(last.card ?? {}).some(({ title }) => title.startsWith("Next"))).toBe(false);

  const refs = ["AMB-2001", "AMB-2002", "AMB-2003"];
  const cases = await Promise.all(refs.map((ref) => caseIn(house, ref)));
  const sittings = cases.flatMap(({ work }) =>
    work.flatMap((fact) => (fact.kind === "recorded" ? [fact.sitting] : [])),
  );
  expect(sittings).toHaveLength(3);
  expect(new Set(sittings).size).toBe(1);
  expect(sittings[0]).not.toBeNull();
  expect((await opens(joanne, "continue supervision")).words).toContain("add the case reference");
});

it("asks a Family Safeguarding team for what every practitioner put in (PS-16)", async () => {
  const { leila } = cast();
  const form = await opens(leila, "supervision AMB-2004");
  const refused = await leila.clicks(form, "Save the record", { ...text, ...action });
  expect(refused.words).toContain("(PS-16)");
});

it("is for the managers on the worker's line and nobody else, in the same words as for a case that is not there", async () => {
  const { joanne, daniel, aisha, priya, leila } = cast();
  const form = await opens(joanne, "supervision AMB-2001");
  const forged = { case: "AMB-2001", happening: "supervision-held", ...text, ...action };
  expect((await daniel.forges(form, "record.save", forged)).words).toContain("Only a manager on the worker's line");
  for (const stranger of [aisha, leila]) {
    expect((await stranger.forges(form, "record.save", forged)).words).toContain("You can't open this case");
    for (const ref of ["AMB-2001", "AMB-9999"])
      expect((await opens(stranger, `supervision ${ref}`)).words).toContain("You can't open this case");
  }
  expect((await caseIn(house, "AMB-2001")).work).toEqual([]);
  expect((await opens(priya, "supervision AMB-2001")).words).toContain("Supervision: AMB-2001");
});

it("may be written and confirmed by whoever it was handed to and accepted it, and by them only on that", async () => {
  const { joanne } = cast();
  const bethan = house.person("bethan.griffiths");
  const list = await opens(joanne, "due AMB-2001");
  await joanne.clicks(list, "Open: Supervise every child at least every eight weeks");
  await joanne.clicks(still(joanne, list), "Ask them to take it", { giveTo: "Bethan Griffiths", whyThem: "Cover" });
  await house.settle();
  await bethan.clicks(await bethan.finds("asks you to take this over"), "Accept");
  const form = await opens(bethan, "supervision AMB-2001");
  const duty = "PS-13:AMB-2001:2026-09-21";
  const other = { case: "AMB-2001", duty, happening: "oversight-recorded", "h.purpose": "None." };
  expect((await bethan.forges(form, "record.save", other)).words).toContain("You can't open this case");
  await bethan.clicks(form, "Save the record", { ...text, ...action });
  const confirmed = await bethan.clicks(still(bethan, form), "Recorded in the case system");
  expect(confirmed.words).toContain("In the case system since");
  for (const words of ["oversight AMB-2001", "supervision AMB-2002"])
    expect((await opens(bethan, words)).words).toContain("You can't open this case");
});

it("takes nobody along whom this person may not supervise", async () => {
  const { joanne } = cast();
  const form = await opens(joanne, "supervision AMB-2001");
  const saved = await joanne.clicks(form, "Save the record", { ...text, ...action, others: "AMB-2004,AMB-9999" });
  expect(buttonsOf(saved.card ?? {}).some(({ title }) => title.startsWith("Next"))).toBe(false);
});
