import { readReport } from "../../src/app/report/document.ts";
import { card, toPreview, typed } from "../journeys/missing-child.ts";
import { everyReport } from "../support/sends.ts";
import { buttonOf, inputsOf } from "../support/teams/index.ts";
import { startWatchful, sunday, type Watchful } from "../support/watchful.ts";

const unlimited = { thread: [{ count: 1_000, ms: 1 }], tenant: [{ count: 1_000, ms: 1 }] };
const times = 1_000;
const atOnce = 32;

let house: Watchful;
beforeEach(async () => {
  house = await startWatchful(sunday, {}, { teams: { limits: unlimited } });
});
afterEach(() => house.stop());

/** Posts the same activity again and again, 32 side by side, and restarts the service half-way. */
const repeat = async (activity: Readonly<Record<string, unknown>>): Promise<readonly string[]> => {
  const answers: string[] = [];
  for (let sent = 0; sent < times; sent += atOnce) {
    if (sent === times / 2 - ((times / 2) % atOnce)) await house.restart();
    const many = Array.from({ length: Math.min(atOnce, times - sent) }, () => house.teams.post(activity));
    answers.push(...(await Promise.all(many)).map((answer) => JSON.stringify(answer)));
  }
  return answers;
};

it("takes a message that arrives a thousand times for one", async () => {
  const ana = house.person("ana.petrescu");
  const answers = await repeat(ana.activity(ana.chat, { type: "message", text: typed, id: "f:same" }));
  expect(new Set(answers)).toEqual(new Set([JSON.stringify({ status: 200 })]));
  expect(ana.sees()).toHaveLength(1);
  expect(await house.service.records.count("draft")).toBe(1);
}, 60_000);

it("takes a confirmation that arrives a thousand times for one, and gives each the same answer", async () => {
  const ana = house.person("ana.petrescu");
  const told = ["nadia.rahman", "gareth.llewellyn", "tunde.adeyemi", "rhiannon.prosser"].map(house.person);
  const preview = await toPreview(ana);
  const { verb, data } = buttonOf(preview.card ?? {}, "Tell them now");
  const value = { action: { type: "Action.Execute", verb, data: { ...inputsOf(preview.card ?? {}), ...data } } };
  const invoke = { type: "invoke", name: "adaptiveCard/action", id: "f:confirm", replyToId: preview.id, value };
  const answers = await repeat(ana.activity(ana.chat, invoke));
  await house.settle();
  expect(new Set(answers.map((answer) => /NTK-\d{4}-\d{4}/.exec(answer)?.[0]))).toEqual(new Set(["NTK-2026-0001"]));
  // Only what it is about goes on: who has been told so far.
  expect(answers.findLast((answer) => answer.includes("You confirmed this report before"))).toBeUndefined();
  const reports = await everyReport(house.service.records);
  expect(reports).toHaveLength(1);
  const facts = (await readReport(house.service.records, reports[0]?.id ?? ""))?.facts ?? [];
  expect(facts.filter(({ kind }) => kind === "reported")).toHaveLength(1);
  const copies = facts.flatMap((fact) => (fact.kind === "told" ? [fact.copy.activity] : []));
  expect(new Set(copies).size).toBe(told.length + 1);
  for (const person of told) expect(person.sees()).toHaveLength(1);
  expect(house.channel.sees()).toHaveLength(1);
  expect(card(ana).id).toBe(preview.id);
}, 60_000);
