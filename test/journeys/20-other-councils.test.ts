import { startWatchful, sunday, type Watchful } from "../support/watchful.ts";
import { card } from "./missing-child.ts";

/** Journey 20: councils that nobody here has met, each a folder of files. Nothing of them is in the program. */
const files = (council: string) => ({
  policies: `test/policies/${council}`,
  council: `test/policies/${council}/council.yaml`,
  roster: `test/policies/${council}/roster.csv`,
  rota: `test/policies/${council}/rota.csv`,
});

let house: Watchful;
afterEach(() => house.stop());

describe("Brackwater", () => {
  beforeEach(async () => {
    house = await startWatchful(sunday, files("brackwater"));
  });
  const at = (name: string) => house.person(`${name}@brackwater.example`);

  const recordsLost = async (answers: Record<string, string>) => {
    const carys = at("carys.probert");
    for (const name of ["hana.sato", "piers.langtry", "imogen.fairweather", "kofi.mensah"]) at(name);
    await carys.says("a bag with case files was left on a train");
    await carys.clicks(card(carys), "Report it");
    await carys.clicks(card(carys), "Information and premises");
    await carys.clicks(card(carys), "Records were lost or seen by somebody who should not");
    await carys.clicks(card(carys), "Continue", { awareAt: "today 3pm" });
    expect(card(carys).words).not.toContain("Case reference");
    await carys.clicks(card(carys), "Continue", answers);
    return carys;
  };

  it("takes a report of lost records, which is about no child, and shows two clocks for it", async () => {
    const carys = await recordsLost({ leftTheCouncil: "yes", aboutHealth: "no" });
    const { words } = card(carys);
    expect(words).toMatch(/Hana Sato\s+Teams message, by Sunday 22 November, 5pm/);
    expect(words).toMatch(/Piers Langtry\s+Teams message, by Monday 23 November, 4:30pm/);
    expect(words).toMatch(/Imogen Fairweather\s+Teams message, by Monday 23 November, 3pm/);
    expect(words).toContain("Notify the Information Commissioner");
    expect(words).not.toContain("Telephone call");
  });

  it("tells the right posts, each in its own channel too, and nobody else", async () => {
    const information = house.teams.channel("19:brackwater-information@thread.tacv2");
    const governance = house.teams.channel("19:brackwater-governance@thread.tacv2");
    const carys = await recordsLost({ leftTheCouncil: "no", aboutHealth: "no" });
    await carys.clicks(card(carys), "Tell them now");
    await house.settle();
    expect((await at("hana.sato").finds("NTK-2026-0001")).words).toContain("BR-5");
    await at("piers.langtry").finds("NTK-2026-0001");
    for (const channel of [information, governance])
      expect((await channel.finds("NTK-2026-0001")).words).toContain("Records lost");
    expect([...at("imogen.fairweather").sees(), ...at("kofi.mensah").sees()]).toEqual([]);
  });

  it("waits twelve hours for a child who is not otherwise vulnerable, then tells that district's manager", async () => {
    const carys = at("carys.probert");
    const [kofi, lucia] = [at("kofi.mensah"), at("lucia.ferrante")];
    await carys.says("BRK-204 has not come home from school");
    await carys.clicks(card(carys), "Report it");
    await carys.clicks(card(carys), "Young people");
    await carys.clicks(card(carys), "A child is missing");
    await carys.clicks(card(carys), "Continue", { missingSince: "today 4pm" });
    expect(card(carys).words).toContain("Case reference");
    await carys.clicks(card(carys), "Continue", { caseRef: "BRK-204", otherwiseVulnerable: "no", district: "west" });
    await carys.clicks(card(carys), "Tell them now");
    await house.at(Date.UTC(2026, 10, 23, 3, 59));
    expect([...kofi.sees(), ...lucia.sees()]).toEqual([]);
    await house.at(Date.UTC(2026, 10, 23, 4, 0));
    expect((await lucia.finds("NTK-2026-0001")).words).toContain("BR-1");
    expect(kofi.sees()).toEqual([]);
  });
});

describe("Saltby", () => {
  beforeEach(async () => {
    house = await startWatchful(sunday, files("saltby"));
  });
  const at = (name: string) => house.person(`${name}@saltby.example`);

  it("tells the Principal and the Chief Officer of a missing child in the first minute", async () => {
    const chief = house.teams.channel("19:saltby-chief@thread.tacv2");
    const [grace, enzo, dilys, marta] = [at("grace.okafor"), at("enzo.bellini"), at("dilys.ormond"), at("marta.nowak")];
    await grace.says("SLT-771 ran out of the contact centre just now");
    await grace.clicks(card(grace), "Report it");
    await grace.clicks(card(grace), "Children");
    await grace.clicks(card(grace), "A child is missing");
    await grace.clicks(card(grace), "Continue", { missingSince: "today 4:30pm" });
    await grace.clicks(card(grace), "Continue", { caseRef: "SLT-771" });
    expect(card(grace).words).toMatch(/Enzo Bellini\s+Telephone call, at once/);
    await grace.clicks(card(grace), "Tell them now");
    await house.settle();
    for (const person of [enzo, dilys]) expect((await person.finds("NTK-2026-0001")).words).toContain("SM-1");
    await chief.finds("NTK-2026-0001");
    expect(marta.sees()).toEqual([]);
  });
});

describe("Northmarch", () => {
  beforeEach(async () => {
    house = await startWatchful(sunday, files("northmarch"));
  });
  const at = (name: string) => house.person(`${name}@northmarch.example`);

  it("takes a disagreement up the line of management, a step at a time", async () => {
    const [tobias, sunniva, rafiq, agnes] = [
      at("tobias.grange"),
      at("sunniva.berg"),
      at("rafiq.chowdhury"),
      at("agnes.mcbride"),
    ];
    await tobias.says("health does not agree that NMA-310 needs a plan");
    await tobias.clicks(card(tobias), "Report it");
    await tobias.clicks(card(tobias), "Children");
    await tobias.clicks(card(tobias), "Agencies disagree about a child");
    await tobias.clicks(card(tobias), "Continue", { raisedAt: "today 4pm" });
    await tobias.clicks(card(tobias), "Continue", { caseRef: "NMA-310", risk: "yes" });
    expect(card(tobias).words).toMatch(/The line manager: Sunniva Berg/);
    await tobias.clicks(card(tobias), "Tell them now");
    await house.settle();
    await sunniva.finds("NTK-2026-0001");
    expect([...rafiq.sees(), ...agnes.sees()]).toEqual([]);
    // Nobody answers within half an hour: it goes to the manager's own manager, and then to theirs.
    await house.at(Date.UTC(2026, 10, 22, 17, 1));
    expect((await rafiq.finds("NTK-2026-0001")).words).toContain("NE-1");
    expect(agnes.sees()).toEqual([]);
    await house.at(Date.UTC(2026, 10, 22, 17, 32));
    await agnes.finds("NTK-2026-0001");
  });
});
