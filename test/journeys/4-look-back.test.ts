import { startWatchful, type Watchful } from "../support/watchful.ts";
import { card, reported, toPreview, typed } from "./missing-child.ts";

/** Journeys 4 and 5: looking back, help, and whatever happens to the machine in between. */
let house: Watchful;
beforeEach(async () => {
  house = await startWatchful();
});
afterEach(() => house.stop());

it("shows “my reports” to those on them, and the timeline with its ledger to those allowed", async () => {
  const [ana, nadia, bethan] = ["ana.petrescu", "nadia.rahman", "bethan.griffiths"].map(house.person);
  if (!ana || !nadia || !bethan) throw new Error("Nobody is there.");
  const ref = await reported(ana);
  await nadia.finds(ref);
  await house.settle();
  await ana.says("my reports");
  expect(card(ana).words).toContain(ref);
  await nadia.says(`report ${ref}`);
  for (const words of ["Ana Petrescu reported it", "Nadia Rahman was told", "W-N2K-06"])
    expect(card(nadia).words).toContain(words);
  await bethan.says(`report ${ref}`);
  expect(card(bethan).words).toContain("You can't open this report");
  await bethan.says("my reports");
  expect(card(bethan).words).not.toContain(ref);
});

it("greets in four lines when it is installed, and helps", async () => {
  const ana = house.person("ana.petrescu");
  const greeted = await ana.installs();
  expect(greeted).toHaveLength(1);
  expect(greeted[0]?.words).toContain("Ambershire Council");
  await ana.says("help");
  expect(card(ana).words).toContain("my reports");
});

it.each(["asdf", "whats for lunch", "thanks!"])(
  "answers %p, which it does not understand, with what it can do",
  async (words) => {
    const ana = house.person("ana.petrescu");
    await ana.says(words);
    expect(card(ana).words).toMatch(/my reports/);
    expect(house.channel.sees()).toEqual([]);
  },
);

it("keeps a draft through a restart, and makes one report of it however often it is confirmed", async () => {
  const ana = house.person("ana.petrescu");
  const nadia = house.person("nadia.rahman");
  const preview = structuredClone(await toPreview(ana));
  await house.restart();
  const answers = await Promise.all([1, 2, 3, 4].map(() => ana.clicks(preview, "Tell them now")));
  expect(new Set(answers.map(({ words }) => /NTK-\d{4}-\d{4}/.exec(words)?.[0]))).toEqual(new Set(["NTK-2026-0001"]));
  await nadia.finds("NTK-2026-0001");
  await house.settle();
  expect(nadia.sees()).toHaveLength(1);
});

it("takes the same activity twice as one", async () => {
  const ana = house.person("ana.petrescu");
  await ana.says(typed, "f:same");
  await house.restart();
  await ana.says(typed, "f:same");
  expect(await house.service.records.count("draft")).toBe(1);
});

it("reports from somebody's message in a Teams dialog, and sends the receipt to the chat", async () => {
  const ana = house.person("ana.petrescu");
  const nadia = house.person("nadia.rahman");
  let dialog = await ana.opensDialog(`<p>${typed}</p>`);
  const press = async (title: string, values: Record<string, string> = {}): Promise<void> => {
    if (typeof dialog === "string") throw new Error(`The dialog closed: ${dialog}`);
    dialog = await ana.presses(dialog, title, values);
  };
  await press("A child is missing");
  await press("Continue");
  await press("Continue", { status: "cla", caseRef: "AMB-1042" });
  await press("Continue");
  await press("Send now, details later");
  await press("Tell them now");
  expect(typeof dialog).toBe("string");
  await ana.finds("told so far");
  await nadia.finds("NTK-2026-0001");
});
