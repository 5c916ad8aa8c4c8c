import { changeCase } from "../../src/app/cases/change.ts";
import { atLondon } from "../../src/time/london.ts";
import { loadCases, quietCase } from "../support/cases.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";

/** Journey 25: a case that its caseload lists no more is settled by a manager on the worker's line. */
let house: Watchful;
const ref = "AMB-2002";

beforeEach(async () => {
  house = await startWatchful(atLondon("2026-04-07", "10:00"));
  await loadCases(house, { [ref]: { ...quietCase("daniel.okonkwo"), lastSupervision: "2026-02-02" } });
  const { records, clock, caseRules } = house.service;
  await changeCase({ records, rules: caseRules }, ref, { kind: "leave", source: "april.csv" }, clock.now());
});
afterEach(() => house.stop());

const opened = async () => {
  const joanne = house.person("joanne.ashworth");
  await joanne.says(`case ${ref}`);
  return { joanne, card: await joanne.finds("This case is not in the last caseload") };
};

it("stays, and everything on it stays due", async () => {
  const { joanne, card } = await opened();
  const { words } = await joanne.clicks(card, "It stays with us");
  expect(words).toContain("The case stays, and is watched as before.");
  expect(words).toContain("8 days late");
  expect((await joanne.clicks(card, "It is closed")).words).toContain("This was decided before");
});

it("is closed, and owes nothing more", async () => {
  const { joanne, card } = await opened();
  const { words } = await joanne.clicks(card, "It is closed");
  expect(words).toContain("The case is closed, and owes nothing more.");
  expect(words).not.toContain("late");
});

it("is not the worker's to settle", async () => {
  const { card } = await opened();
  const daniel = house.person("daniel.okonkwo");
  expect((await daniel.clicks(card, "It is closed")).words).toContain("Only a manager can decide");
});
