import { startWatchful, type Watchful } from "../support/watchful.ts";
import { reported } from "./missing-child.ts";

/** Journey 12: updates arrive under the channel's own card. */
let house: Watchful;
beforeEach(async () => {
  house = await startWatchful();
});
afterEach(() => house.stop());

const begun = async () => {
  ["nadia.rahman", "gareth.llewellyn", "tunde.adeyemi", "rhiannon.prosser"].forEach(house.person);
  const ana = house.person("ana.petrescu");
  const ref = await reported(ana);
  await house.settle();
  const root = await house.channel.finds(ref);
  const updates = async (update: string): Promise<void> => {
    await ana.clicks(await ana.finds("told so far"), "Send the update", { update, nextUpdate: "" });
  };
  const thread = (): string[] => house.channel.under(root).map(({ text }) => text);
  return { ana, ref, root, updates, thread };
};

/** Calls that would put something under the card. */
const replies = {
  when: ({ conversation, method }: { conversation: string | null; method: string }) =>
    method === "POST" && (conversation ?? "").includes(";messageid="),
};

it("says under the card that there is an update: reference and category, never what was written", async () => {
  const { ref, updates, thread } = await begun();
  await updates("Seen at her aunt's in Bristol");
  await house.settle();
  expect(thread()).toEqual([`Update on ${ref} (Missing child), Sunday 22 November, 4:30pm: open it to read.`]);
  for (const hidden of ["Bristol", "AMB-1042", "Ana"]) expect(thread().join()).not.toContain(hidden);
  expect(house.channel.sees()).toHaveLength(1);
});

it("says so of the details that were still to come, too", async () => {
  const { ana, ref, thread } = await begun();
  await ana.clicks(await ana.finds("told so far"), "Send the details", { action: "Strategy discussion at 5pm" });
  await house.settle();
  expect(thread()).toEqual([`More details on ${ref} (Missing child), Sunday 22 November, 4:30pm: open it to read.`]);
});

it("keeps the order of the updates while Teams is busy, and loses none", async () => {
  const { updates, thread } = await begun();
  house.teams.faults.add({ ...replies, fault: { status: 429, retryAfter: 40 }, times: 1 });
  await updates("One");
  await house.at(house.now() + 5 * 60_000);
  await updates("Two");
  await house.at(house.now() + 5 * 60_000);
  expect(thread().map((text) => /4:3\d/.exec(text)?.[0])).toEqual(["4:30", "4:35"]);
});

it.each([
  ["a line that breaks before", { reset: "before" }, 1],
  ["a line that breaks after Teams had it, which may say it twice", { reset: "after" }, 2],
  ["503", { status: 503 }, 1],
] as const)("comes through %s", async (_what, fault, times) => {
  const { updates, thread } = await begun();
  house.teams.faults.add({ ...replies, fault });
  await updates("One");
  await house.at(house.now() + 5 * 60_000);
  expect(thread()).toHaveLength(times);
});

it("is said in the channel itself when the card has been taken away", async () => {
  const { ref, root, updates } = await begun();
  house.teams.conversations.remove(root.conversation, root.id);
  await updates("One");
  await house.settle();
  expect(house.channel.sees().map(({ text }) => text)).toEqual([expect.stringContaining(`Update on ${ref}`)]);
});

it("is not lost when the channel is gone: the report says that nobody there heard", async () => {
  const { ana, root, ref, updates } = await begun();
  house.teams.conversations.close(root.conversation);
  await updates("One");
  await house.settle();
  await ana.says(ref);
  expect(ana.latest().words).toMatch(/could not be given the news in a message: Teams refused: 404/);
});

it("is said once, across a restart and other news", async () => {
  const { ana, updates, thread } = await begun();
  await updates("One");
  await house.settle();
  await house.restart();
  const nadia = house.person("nadia.rahman");
  await nadia.clicks(await nadia.finds("Why you are told"), "Acknowledge");
  await house.at(house.now() + 60 * 60_000);
  expect(thread()).toHaveLength(1);
  expect(ana.latest().words).toContain("acknowledged");
});
