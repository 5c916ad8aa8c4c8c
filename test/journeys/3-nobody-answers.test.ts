import { startWatchful, sunday, type Watchful } from "../support/watchful.ts";
import { reported } from "./missing-child.ts";

/** Nobody answers, and an update that was promised does not come: it is asked again, passed on, and ends with a named person. */
let house: Watchful;
beforeEach(async () => {
  house = await startWatchful();
});
afterEach(() => house.stop());

const minute = 60_000;
const cast = () => {
  for (const name of ["gareth.llewellyn", "tunde.adeyemi", "nadia.rahman", "priya.nair", "declan.byrne"])
    house.person(name);
  return {
    ana: house.person("ana.petrescu"),
    ilinca: house.person("ilinca.popescu"),
    rhiannon: house.person("rhiannon.prosser"),
    nadia: house.person("nadia.rahman"),
  };
};

it("tells the Director again after ten minutes and twenty, and the Assistant Director after thirty", async () => {
  const { ana, rhiannon } = cast();
  const ref = await reported(ana);
  await house.settle();
  const cards = (): number => rhiannon.sees().filter(({ words }) => words.includes(ref)).length;
  expect(cards()).toBe(1);
  await house.at(sunday + 10 * minute);
  await house.at(sunday + 20 * minute);
  expect(cards()).toBe(3);
  await house.at(sunday + 30 * minute);
  await ana.says(`report ${ref}`);
  expect(ana.latest().words).toContain("Director of Children's Services has not answered: Assistant Director");
});

it("ends with the reporter and the reporter's manager asked to telephone, by name and number", async () => {
  const { ana, ilinca } = cast();
  await reported(ana);
  for (let passed = 0; passed <= 12 * 60; passed += 10) await house.at(sunday + passed * minute);
  const asked =
    /Nobody has answered for the Director of Children's Services\. Please telephone now: Rhiannon Prosser on 01632 960101/;
  await ana.finds(asked);
  await ilinca.finds(asked);
  await ana.says("report NTK-2026-0001");
  expect(ana.latest().words).toContain("Please telephone now");
});

it("stops when the Director acknowledges", async () => {
  const { ana, rhiannon } = cast();
  const ref = await reported(ana);
  await rhiannon.clicks(await rhiannon.finds(ref), "Acknowledge");
  await house.at(sunday + 60 * minute);
  expect(rhiannon.sees().filter(({ card, words }) => card !== null && words.includes(ref))).toHaveLength(1);
});

it("asks the author for the update that is owed, tells the manager when it is late, and passes it to everybody when it comes", async () => {
  const { ana, ilinca, nadia } = cast();
  const ref = await reported(ana);
  const telling = await nadia.finds(ref);
  await nadia.clicks(telling, "Acknowledge");
  await house.at(Date.UTC(2026, 10, 23, 17, 0));
  await ana.finds("The update that was expected has not come");
  await house.at(Date.UTC(2026, 10, 24, 11, 0));
  await ilinca.finds("The update that was expected has still not come");
  await ana.clicks(await ana.finds("told so far"), "Send the update", {
    update: "Found safe at a friend's.",
    nextUpdate: "",
  });
  await nadia.finds(`${ref}: Ana Petrescu sent an update: Found safe at a friend's.`);
  await house.settle();
  expect((await nadia.looksAt(await nadia.finds("Missing child")))?.words).toContain("Found safe at a friend's.");
});
