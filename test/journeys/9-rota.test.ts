import { atLondon } from "../../src/time/london.ts";
import { buttonsOf, type TeamsPerson } from "../support/teams/index.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";
import { card, reported } from "./missing-child.ts";

/** Journey 9: an "immediate" at two in the morning goes to whoever is on duty tonight. */
let house: Watchful;
beforeEach(async () => {
  house = await startWatchful(atLondon("2026-12-25", "02:00"));
});
afterEach(() => house.stop());

const titles = (person: TeamsPerson): string[] => buttonsOf(card(person).card ?? {}).map(({ title }) => title);

/** A child known to us has died: at once, and by telephone (W-N2K-03). */
const toPreview = async (ana: TeamsPerson): Promise<void> => {
  await ana.says("report child death on an open case");
  await ana.clicks(card(ana), titles(ana)[0] ?? "");
  for (let screen = 0; screen < 8 && !titles(ana).includes("Tell them now"); screen += 1) {
    const later = "Send now, details later";
    const given = { awareAt: "today 1.30am", status: "cla", caseRef: "AMB-1042" };
    await ana.clicks(card(ana), titles(ana).includes(later) ? later : "Continue", given);
  }
};

it("tells whoever is on duty, and says so before and after", async () => {
  const ana = house.person("ana.petrescu");
  const eleanor = house.person("eleanor.whitcombe");
  await toPreview(ana);
  expect(card(ana).words).toContain("Eleanor Whitcombe: on duty tonight as Assistant Director");
  await ana.clicks(card(ana), "Tell them now");
  expect((await eleanor.finds("NTK-2026-0001")).words).toContain("W-N2K-03");
  expect((await eleanor.finds("NTK-2026-0001")).words).toContain("Expect a telephone call at once");
  await house.settle();
  await ana.says("NTK-2026-0001");
  expect(card(ana).words).toContain("on duty tonight");
});

it("leaves what can wait for the working day to the post's own holder", async () => {
  await reported(house.person("ana.petrescu"));
  await house.person("nadia.rahman").finds("NTK-2026-0001");
});
