import { atLondon } from "../../src/time/london.ts";
import { caseIn, loadCases, owedOn } from "../support/ambershire-cases.ts";
import { buttonsOf } from "../support/teams/index.ts";
import { answerTo as opens, still } from "../support/in-chat.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";

/** Journey 22: a manager records oversight under the headings of MO-04, for a circumstance (MO-T01 to T20) or as routine (MO-F1). */
let house: Watchful;
beforeEach(async () => {
  house = await startWatchful(atLondon("2026-11-24", "10:00"));
  await loadCases(house, caseload);
});
afterEach(() => house.stop());

const caseload = `
case_ref,status,team,team_kind,worker,status_since,plan_start,last_supervision,last_oversight,last_visit,transferred_on
AMB-2101,cp,Safeguarding North,safeguarding,daniel.okonkwo@ambershire.example,2026-10-01,2026-10-01,2026-11-20,2026-10-26,2026-11-20,2026-11-23
`;

const text = {
  "h.purpose": "The case came to us yesterday.",
  "h.carePlan": "Child protection plan of 1 October.",
  "h.worriedAbout": "Nights at home.",
  "h.workingWell": "School.",
  "h.needsToChange": "A safe adult at night.",
  "h.outcome": "The plan goes on.",
};
const action = { what1: "Agree who stays at night", who1: "Daniel Okonkwo", by1: "4 December" };

it("asks for the circumstance first, what is asked for now on top, and a record for it leaves the four weeks as they were", async () => {
  const joanne = house.person("joanne.ashworth");
  const before = await owedOn(house, "AMB-2101");
  expect(before).toEqual(expect.arrayContaining(["MO-T01 soon", "MO-F1 overdue"]));
  const choose = await opens(joanne, "oversight AMB-2101");
  expect(choose.words).toContain("Why are you recording it?");
  expect(choose.words).toContain("Asked for now\nAfter a transfer to the team, within two days");
  expect(choose.words).toContain("(MO-T20)");

  const form = await joanne.clicks(choose, "Continue", { circumstance: "MO-T01" });
  expect(form.words).toContain("Because: After a transfer to the team, within two days (MO-T01)");
  for (const heading of ["Purpose", "Discussion", "What we are worried about", "Outcome", "Actions"])
    expect(form.words).toContain(heading);
  const refused = await joanne.clicks(still(joanne, choose), "Save the record", {
    ...text,
    ...action,
    "h.carePlan": "",
  });
  expect(refused.words).toContain("The child's care plan, and what drives it forward");
  expect(refused.words).toContain("(MO-04)");
  const saved = await joanne.clicks(still(joanne, choose), "Save the record", { ...text, ...action });
  expect(saved.words).toContain("Management oversight: After a transfer to the team, within two days (MO-T01)");

  const after = await owedOn(house, "AMB-2101");
  expect(after).toContain("MO-F1 overdue");
  expect(after.filter((duty) => duty.startsWith("MO-T01"))).toEqual([]);
  const { happened } = await caseIn(house, "AMB-2101");
  expect(happened.map(({ happening }) => happening)).toContain("oversight-on-transfer");
  expect(happened.map(({ happening }) => happening)).not.toContain("oversight-recorded");
});

it("starts the four weeks anew with the routine record", async () => {
  const joanne = house.person("joanne.ashworth");
  const choose = await opens(joanne, "management oversight for AMB-2101");
  await joanne.clicks(choose, "Continue", { circumstance: "routine" });
  await joanne.clicks(still(joanne, choose), "Save the record", { ...text, ...action });
  const after = await owedOn(house, "AMB-2101");
  expect(after.filter((duty) => duty.startsWith("MO-F1"))).toEqual(["MO-F1 later"]);
  // MO-T01 is met by any oversight after the transfer.
  expect(after.filter((duty) => duty.startsWith("MO-T01"))).toEqual([]);
});

it("carries open actions forward until somebody says that they are done (MO-T12)", async () => {
  const joanne = house.person("joanne.ashworth");
  const first = await opens(joanne, "oversight AMB-2101");
  await joanne.clicks(first, "Continue", { circumstance: "routine" });
  const two = { what2: "Ask the school nurse", who2: "School nurse", by2: "Friday" };
  await joanne.clicks(still(joanne, first), "Save the record", { ...text, ...action, ...two });

  const second = await opens(joanne, "oversight AMB-2101");
  const form = await joanne.clicks(second, "Continue", { circumstance: "MO-T12" });
  expect(form.words).toContain("Still open from earlier records");
  // The heading that asks for them opens with them.
  expect(JSON.stringify(form.card)).toContain("Ask the school nurse (School nurse, by Friday 27 November)");
  const [, nurse] = (await caseIn(house, "AMB-2101")).work.flatMap((fact) =>
    fact.kind === "recorded" ? fact.actions.map(({ id }) => id) : [],
  );
  const saved = await joanne.clicks(still(joanne, second), "Save the record", {
    ...{ ...text, "h.urgentAction": "A visit today.", stepsDone: nurse ?? "" },
  });
  expect(JSON.stringify(saved.card)).toContain("Still open from earlier records\\n1. Agree who stays at night.");
  expect(JSON.stringify(saved.card)).not.toContain("1. Ask the school nurse");

  const done = await joanne.clicks(still(joanne, second), "Done");
  expect(buttonsOf(done.card ?? {}).map(({ title }) => title)).not.toContain("Done");
  const third = await opens(joanne, "oversight AMB-2101");
  const last = await joanne.clicks(third, "Continue", { circumstance: "MO-T04" });
  expect(last.words).not.toContain("Still open from earlier records");
});

it("is not for the worker, nor for another team's manager", async () => {
  const daniel = house.person("daniel.okonkwo");
  const farah = house.person("farah.siddiqui");
  expect((await opens(daniel, "oversight AMB-2101")).words).toContain("Only a manager on the worker's line");
  expect((await opens(farah, "oversight AMB-2101")).words).toContain("You can't open this case");
});
