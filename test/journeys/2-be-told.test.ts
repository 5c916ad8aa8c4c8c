import { startWatchful, type Watchful } from "../support/watchful.ts";
import { buttonsOf } from "../support/teams/index.ts";
import { card, reported } from "./missing-child.ts";

/** Journeys 2 and 3: details later, and the people who are told answer for it. */
let house: Watchful;
beforeEach(async () => {
  house = await startWatchful();
});
afterEach(() => house.stop());

const cast = () => {
  const [nadia, gareth, tunde, rhiannon] = [
    "nadia.rahman",
    "gareth.llewellyn",
    "tunde.adeyemi",
    "rhiannon.prosser",
  ].map(house.person);
  if (!nadia || !gareth || !tunde || !rhiannon) throw new Error("Nobody is there.");
  return { ana: house.person("ana.petrescu"), nadia, gareth, tunde, rhiannon };
};

it("shows the channel the reference and the category, and nothing else", async () => {
  const { ana } = cast();
  const ref = await reported(ana);
  const seen = await house.channel.finds(ref);
  expect(seen.words).toContain("Missing child");
  for (const personal of ["AMB-1042", "13yo", "police", "Ana"])
    expect(JSON.stringify(seen.card)).not.toContain(personal);
  expect(house.channel.sees()).toHaveLength(1);
});

it("marks the sections that are still to come, and fills them in later on everybody's copy", async () => {
  const { ana, rhiannon } = cast();
  const ref = await reported(ana);
  expect((await rhiannon.finds(ref)).words).toContain("Still to come");
  await ana.clicks(await ana.finds("told so far"), "Send the details", {
    action: "Strategy discussion at 5pm",
    updateExpected: "tomorrow midday",
  });
  const filled = await rhiannon.finds("Strategy discussion at 5pm");
  expect(filled.words).not.toContain("Still to come");
});

it("is acknowledged on the card: everyone's copy changes and the reporter hears", async () => {
  const { ana, nadia, rhiannon } = cast();
  const ref = await reported(ana);
  const { words } = await nadia.clicks(await nadia.finds(ref), "Acknowledge");
  expect(words).toContain("Acknowledged");
  await ana.finds(`${ref}: Nadia Rahman acknowledged it.`);
  await house.channel.finds("Nadia Rahman acknowledged it");
  expect((await rhiannon.finds(ref)).words).toContain("Acknowledged");
  expect((await nadia.looksAt(await nadia.finds(ref)))?.words).not.toContain("Acknowledge\n");
});

it("is asked more about, and answered (LCP-P9)", async () => {
  const { ana, nadia } = cast();
  const ref = await reported(ana);
  await nadia.clicks(await nadia.finds(ref), "Send the question", { question: "Who saw her last?" });
  await ana.finds("Nadia Rahman asked: Who saw her last?");
  await house.settle();
  const receipt = await ana.finds("told so far");
  const answer = buttonsOf(receipt.card ?? {}).find(({ verb }) => verb === "report.answer");
  await ana.clicks(receipt, answer?.title ?? "", { text: "Her foster carer, at 4pm." });
  await nadia.finds("Ana Petrescu answered: Her foster carer, at 4pm.");
});

it("is not discharged until somebody records the telephone call (W-N2K-P4)", async () => {
  const { ana, nadia } = cast();
  const ref = await reported(ana);
  const telling = await nadia.finds(ref);
  expect(telling.words).toContain("Expect a telephone call");
  const call = buttonsOf((await ana.finds("told so far")).card ?? {}).find(({ type }) => type === "Action.OpenUrl");
  expect(call?.url).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/call\/0\/0\?users=/);
  const refused = await nadia.clicks(telling, "Close this report", { reason: "Found" });
  expect(refused.words).toContain("has not been recorded");
  expect(refused.words).toContain("Found");
  await ana.clicks(await ana.finds("told so far"), "Record the call", { spokeTo: "Nadia", calledAt: "" });
  const closed = await nadia.clicks(await nadia.finds(ref), "Close this report", { reason: "Found safe" });
  expect(closed.words).toContain("Closed");
  await ana.finds("Nadia Rahman closed it: Found safe.");
});

it("tells the Complaints Manager of praise too (W-N2K-12)", async () => {
  const { nadia } = cast();
  const margaret = house.person("margaret.pickering");
  const priya = house.person("priya.nair");
  await priya.says("lovely thank you card from a grandparent for Daniel's work");
  await priya.clicks(card(priya), buttonsOf(card(priya).card ?? {})[0]?.title ?? "");
  await priya.clicks(card(priya), "Continue", { awareAt: "today 10am" });
  while (buttonsOf(card(priya).card ?? {}).some(({ title }) => title === "Continue"))
    await priya.clicks(card(priya), "Continue", { caseRef: "" });
  expect(card(priya).words).toContain("by Friday 27 November, 5pm");
  await priya.clicks(card(priya), "Tell them now");
  expect((await margaret.finds("NTK-2026-0001")).words).toContain("W-N2K-12");
  await nadia.finds("NTK-2026-0001");
});

it("answers a click on an old card with who acted and when", async () => {
  const { ana, nadia } = cast();
  const ref = await reported(ana);
  const old = structuredClone(await nadia.finds(ref));
  await nadia.clicks(old, "Acknowledge");
  await house.settle();
  const again = await nadia.clicks(old, "Acknowledge");
  expect(again.words).toMatch(/You already acknowledged this/);
});

describe("list 2 of the Director's policy goes through the Practice Group Lead (LCP-P4, P5)", () => {
  const early = "CLA missing since 4.30pm friday, briefing for the director";
  const monday = Date.UTC(2026, 10, 23, 10, 0);

  it("can be amended, and what changed stays visible to everybody on the report", async () => {
    const { ana, gareth, tunde } = cast();
    const ref = await reported(ana);
    await gareth.clicks(await gareth.finds(ref), "Save the changes", {
      action: "Police and EDT told",
      concern: "Third episode this month",
    });
    await ana.finds(`${ref}: Gareth Llewellyn amended the briefing`);
    expect((await tunde.finds("Third episode this month")).words).toContain("Police and EDT told");
    await tunde.says(`report ${ref}`);
    expect(tunde.latest().words).toContain("now “Third episode this month”");
  });

  it("waits for approval in working hours, and leaves for the Director when it comes", async () => {
    await house.stop();
    house = await startWatchful(monday);
    const { ana, gareth, rhiannon } = cast();
    await ana.says(early);
    await ana.clicks(card(ana), "A child is missing");
    await ana.clicks(card(ana), "Continue", { missingSince: "saturday 9am" });
    await ana.clicks(card(ana), "Continue", { status: "cla", caseRef: "AMB-1042" });
    await ana.clicks(card(ana), "Continue");
    await ana.clicks(card(ana), "Send now, details later");
    expect(card(ana).words).toMatch(/Rhiannon Prosser\s+Briefing for the Director/);
    await ana.clicks(card(ana), "Tell them now");
    const telling = await gareth.finds("NTK-2026-0001");
    await house.settle();
    expect(rhiannon.sees()).toEqual([]);
    const { words } = await gareth.clicks(telling, "Approve: send to the Director");
    expect(words).not.toContain("Approve: send to the Director");
    await rhiannon.finds("NTK-2026-0001");
    await ana.finds("Gareth Llewellyn approved the briefing for the Director.");
  });

  it("is decided by the Head of Service for list 3, with a reason (LCP-P6, P7)", async () => {
    const { ana, tunde, rhiannon } = cast();
    await ana.says("cla lad been charged with gbh");
    await ana.clicks(card(ana), buttonsOf(card(ana).card ?? {})[0]?.title ?? "");
    await ana.clicks(card(ana), "Continue", { awareAt: "today 2pm" });
    while (buttonsOf(card(ana).card ?? {}).some(({ title }) => title === "Continue"))
      await ana.clicks(card(ana), "Continue", { caseRef: "AMB-1042", status: "cla" });
    await ana.clicks(card(ana), "Tell them now");
    const telling = await tunde.finds("NTK-2026-0001");
    const unclear = await tunde.clicks(telling, "Record the decision", { brief: "yes", because: " " });
    expect(unclear.words).toContain("Why? Write the reason");
    await tunde.clicks(await tunde.finds("NTK-2026-0001"), "Record the decision", {
      brief: "yes",
      because: "Press interest",
    });
    await rhiannon.finds("NTK-2026-0001");
    await ana.finds("Tunde Adeyemi decided that the Director is briefed: Press interest.");
  });
});
