import type { Message, TeamsPerson } from "../support/teams/index.ts";
import { startWatchful, sunday, type Watchful } from "../support/watchful.ts";
import { card, reported, toPreview } from "./missing-child.ts";

/** Journey 6: two people report the same event. */
let house: Watchful;
beforeEach(async () => {
  house = await startWatchful();
});
afterEach(() => house.stop());

const told = ["nadia.rahman", "gareth.llewellyn", "tunde.adeyemi", "rhiannon.prosser"];
const cast = () => {
  told.forEach(house.person);
  return {
    ana: house.person("ana.petrescu"),
    tomos: house.person("tomos.vaughan"),
    nadia: house.person("nadia.rahman"),
  };
};

/** Ana has reported; Tomos confirms a report of the same event on the same case. */
const second = async (words = "CLA girl not come back to placement since fri 3pm, missing") => {
  const people = cast();
  const ref = await reported(people.ana);
  await house.settle();
  const preview = await toPreview(people.tomos, words);
  const shown = await people.tomos.clicks(preview, "Tell them now");
  return { ...people, ref, shown };
};

const records = (): Promise<number> => house.service.records.count("report");
const receiptOf = (person: TeamsPerson): Promise<Message> => person.finds("told so far");

it("shows the second person that there is one and since when, and nothing that is not for them", async () => {
  const { shown, ref } = await second();
  expect(shown.words).toContain("Somebody reported the same event on this case, Sunday 22 November 2026, 4:30pm");
  expect(shown.words).toContain("Nothing of yours has been sent yet");
  for (const hidden of [ref, "Ana"]) expect(shown.words).not.toContain(hidden);
  expect(await records()).toBe(1);
});

it("shows reference, category and by whom to somebody who may see the first", async () => {
  const { ana, nadia } = cast();
  const ref = await reported(ana);
  await house.settle();
  const preview = await toPreview(nadia);
  const { words } = await nadia.clicks(preview, "Tell them now");
  expect(words).toContain(`Missing child · ${ref}`);
  expect(words).toContain("Reported by Ana Petrescu, Sunday 22 November 2026, 4:30pm");
});

it("joins the first report: one record, both named, on everybody's copy", async () => {
  const { ana, tomos, nadia, ref } = await second();
  const joined = await tomos.clicks(card(tomos), "Join that report");
  expect(joined.words).toContain(ref);
  await house.settle();
  expect(await records()).toBe(1);
  await ana.finds(`${ref}: Tomos Vaughan reported the same event, and joined this report.`);
  await nadia.finds(`${ref}: Tomos Vaughan reported the same event, and joined this report.`);
  const copy = await nadia.finds("reported by Ana Petrescu and Tomos Vaughan");
  expect(copy.words).toContain("Also reported by Tomos Vaughan");
  expect(copy.words).toContain("CLA girl not come back");
  expect((await receiptOf(ana)).words).toContain("Also reported by Tomos Vaughan");
  await tomos.says("my reports");
  expect(tomos.latest().words).toContain(ref);
});

it("lets who joined see, answer and add, and keeps their card current", async () => {
  const { tomos, nadia, ref } = await second();
  await tomos.clicks(card(tomos), "Join that report");
  await nadia.clicks(await nadia.finds("Why you are told"), "Send the question", { question: "Who saw her last?" });
  await tomos.finds(`${ref}: Nadia Rahman asked: Who saw her last?`);
  await house.settle();
  await tomos.clicks(await receiptOf(tomos), "Send the answer", { text: "Her teacher." });
  await nadia.finds(`${ref}: Tomos Vaughan answered: Her teacher.`);
  await nadia.clicks(await nadia.finds("Why you are told"), "Acknowledge");
  await house.settle();
  expect((await receiptOf(tomos)).words).toContain("Acknowledged by Nadia Rahman");
});

it("tells whoever only the second reporter's answers call for", async () => {
  const { ana, tomos, nadia } = cast();
  await ana.says("CLA 14yo missing since 2pm today");
  await ana.clicks(card(ana), "A child is missing");
  await ana.clicks(card(ana), "Continue");
  await ana.clicks(card(ana), "Continue", { status: "cla", caseRef: "AMB-1042" });
  await ana.clicks(card(ana), "Continue", { seriousRisk: "no" });
  await ana.clicks(card(ana), "Tell them now");
  await house.settle();
  expect(nadia.sees()).toEqual([]);
  await tomos.clicks(await toPreview(tomos), "Tell them now");
  await tomos.clicks(card(tomos), "Join that report");
  await house.settle();
  expect((await nadia.finds("Why you are told")).words).toContain("W-N2K-06");
  await house.person("gareth.llewellyn").finds("LCP-2.4");
  expect(await records()).toBe(1);
});

it("makes a report of its own when the second person says that it is another event", async () => {
  const { tomos } = await second();
  const { words } = await tomos.clicks(card(tomos), "Send mine as a new report");
  expect(words).toContain("NTK-2026-0002");
  expect(await records()).toBe(2);
});

it("changes nothing when it is joined twice, on an old card too", async () => {
  const { ana, tomos, ref } = await second();
  const old = structuredClone(card(tomos));
  await tomos.clicks(old, "Join that report");
  const again = await tomos.clicks(old, "Join that report");
  expect(again.words).toContain(ref);
  const anyway = await tomos.clicks(old, "Send mine as a new report");
  expect(anyway.words).toContain(ref);
  await house.settle();
  expect(await records()).toBe(1);
  expect(ana.sees().filter(({ words }) => words.includes("reported the same event"))).toHaveLength(1);
});

it("says plainly that the first was closed meanwhile, and can still send", async () => {
  const { nadia, ana, tomos } = await second();
  await ana.clicks(await receiptOf(ana), "Record the call", { spokeTo: "Nadia", calledAt: "" });
  await nadia.clicks(await nadia.finds("Why you are told"), "Close this report", { reason: "Back at the placement" });
  const { words } = await tomos.clicks(card(tomos), "Join that report");
  expect(words).toMatch(/That report was closed .*so it can't be joined\. Nothing of yours has been sent yet\./);
  await tomos.clicks(card(tomos), "Send mine as a new report");
  expect(await records()).toBe(2);
});

it("takes no forged join: another event's or another case's report stays as it is", async () => {
  const { ana, tomos } = cast();
  await reported(ana, "AMB-2000");
  await house.settle();
  await tomos.clicks(await toPreview(tomos), "Tell them now");
  const [first] = await house.service.records.find("report", "case:AMB-2000", { limit: 1 });
  const preview = await toPreview(tomos, "CLA missing since fri 2pm", "AMB-3000");
  const draft = JSON.stringify(preview.card).match(/"draft":"([^"]+)"/)?.[1] ?? "";
  const { words } = await tomos.forges(preview, "draft.join", { draft, report: first?.id });
  expect(words).toContain("not of the same event and case");
});

it.each([
  ["another case", "AMB-2000", 0],
  ["no case", "none", 0],
  ["the same case eight days later", "AMB-1042", 8],
])("matches nothing: %s", async (_case, caseRef, days) => {
  const { ana, tomos } = cast();
  await reported(ana, caseRef === "none" ? "none" : "AMB-1042");
  await house.at(sunday + days * 86_400_000);
  const { words } = await tomos.clicks(
    await toPreview(tomos, "CLA missing since friday 20 november 3pm", caseRef),
    "Tell them now",
  );
  expect(words).toContain("NTK-2026-0002");
});

it("keeps what was joined through a restart", async () => {
  const { tomos, ref } = await second();
  await tomos.clicks(card(tomos), "Join that report");
  await house.restart();
  await tomos.says(`report ${ref}`);
  expect(tomos.latest().words).toContain("Also reported by Tomos Vaughan");
});
