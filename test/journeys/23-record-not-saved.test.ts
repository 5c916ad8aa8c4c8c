import { join } from "node:path";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { atLondon } from "../../src/time/london.ts";
import { caseIn, loadCases } from "../support/ambershire-cases.ts";
import { failingStore } from "../support/failing-store.ts";
import { answerTo, still } from "../support/in-chat.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";

/** Journey 23: the store cannot write while a record is being saved. Nothing is confirmed that is not durable, and nothing typed is lost. */
let house: Watchful;
let folder: string;
let store: ReturnType<typeof failingStore>;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "watchful-full-"));
  store = failingStore(openSqlite(join(folder, "watchful.db")));
  // A Sunday: nothing else is written meanwhile.
  house = await startWatchful(atLondon("2026-11-22", "16:30"), {}, { records: store.records, beatMs: 1_000_000 });
  await loadCases(house, caseload);
});
afterEach(async () => {
  store.mend();
  await house.stop();
  rmSync(folder, { recursive: true });
});

const caseload = `
case_ref,status,team,team_kind,worker,status_since,last_supervision,last_oversight
AMB-2201,cin,Safeguarding North,safeguarding,daniel.okonkwo@ambershire.example,2026-01-12,2026-09-21,2026-11-20
`;
const text = {
  "h.significantEvents": "Moved school on 2 November.",
  "h.keyDecisions": "The plan goes on.",
  "h.reflectiveChallenge": "We asked what we would miss.",
  "h.riskToolR1": "Medium, unchanged.",
  "h.positiveChange": "Yes: attendance is up.",
  "h.paceOfChange": "It is.",
  ...{ what1: "Visit the new school", who1: "Daniel Okonkwo", by1: "Friday" },
};

it("says so on the form with everything typed, and the same press saves it once the store is mended", async () => {
  const joanne = house.person("joanne.ashworth");
  const form = await answerTo(joanne, "supervision AMB-2201");
  store.failAfter(0);
  const failed = await joanne.clicks(form, "Save the record", text);
  expect(failed.words).toContain("Not saved. Nothing has been sent.");
  for (const typed of Object.values(text)) expect(JSON.stringify(failed.card)).toContain(typed);
  expect((await caseIn(house, "AMB-2201")).work).toEqual([]);
  store.mend();
  const saved = await joanne.clicks(still(joanne, form), "Save the record");
  expect(saved.words).toContain("Not in the case system yet");
  expect((await caseIn(house, "AMB-2201")).work).toHaveLength(1);
});

it("says so when a refused form cannot be kept, and the record that was confirmed is not confirmed", async () => {
  const joanne = house.person("joanne.ashworth");
  const form = await answerTo(joanne, "supervision AMB-2201");
  store.failAfter(0);
  const failed = await joanne.clicks(form, "Save the record", { ...text, by1: "ongoing" });
  expect(failed.words).toContain("Not saved. Nothing has been sent.");
  expect(JSON.stringify(failed.card)).toContain("Moved school on 2 November.");
  store.mend();
  await joanne.clicks(still(joanne, form), "Save the record", { by1: "Friday" });
  store.failAfter(0);
  const notConfirmed = await joanne.clicks(still(joanne, form), "Recorded in the case system");
  expect(notConfirmed.words).toContain("Not saved. Nothing has been sent.");
  store.mend();
  const again = await answerTo(joanne, "due AMB-2201");
  expect(again.words).toContain("Complete the supervision record within two working days");
});
