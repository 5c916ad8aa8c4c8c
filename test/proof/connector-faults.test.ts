import { readReport, type Loaded } from "../../src/app/report/document.ts";
import { nextDue, owed } from "../../src/domain/report/owed.ts";
import { reported } from "../journeys/missing-child.ts";
import { aboutIn, staff, stillOwed, wordIn } from "../support/sends.ts";
import type { Call, Fault, TeamsPerson } from "../support/teams/index.ts";
import { startWatchful, sunday, type Watchful } from "../support/watchful.ts";

/** The same number of tries as in service, without the waiting; Teams' limits have a test of their own. */
const quick = {
  patience: { tries: 5, firstMs: 1, longestMs: 50 },
  limits: { thread: [{ count: 1_000, ms: 1 }], tenant: [{ count: 1_000, ms: 1 }] },
};
const channel = "19:ad-need-to-know@thread.tacv2";

interface Stage {
  readonly house: Watchful;
  readonly people: ReadonlyMap<string, TeamsPerson>;
  now: number;
}
const open = async (lineTimeoutMs: number): Promise<Stage> => {
  const house = await startWatchful(sunday, {}, { teams: { ...quick, lineTimeoutMs } });
  return { house, people: staff(house.teams), now: sunday };
};

/** One that waits for a slow answer, and one that soon gives up a silent line. */
const stages: Partial<Record<"patient" | "hasty", Stage>> = {};
let stage: Stage;
let house: Watchful;
const on = (fault: Fault): void => {
  const wanted = "silent" in fault ? stages.hasty : stages.patient;
  if (wanted === undefined) throw new Error("The stages are not open.");
  stage = wanted;
  house = stage.house;
  house.teams.faults.clear();
};
beforeAll(async () => {
  stages.patient = await open(10_000);
  stages.hasty = await open(100);
});
afterAll(async () => {
  for (const { house } of Object.values(stages)) await house.stop();
});

const named = (name: string): TeamsPerson => stage.people.get(name.split("@")[0] ?? "") ?? house.person(name);
const chatOf = (name: string): string => named(name).chat.conversation;

const idOf = async (ref: string): Promise<string> => {
  const [found] = await house.service.records.find("report", `ref:${ref}`, { limit: 1 });
  return found?.id ?? "";
};
const load = async (id: string): Promise<Loaded> => {
  const found = await readReport(house.service.records, id);
  if (found === undefined) throw new Error(`${id} is lost`);
  return found;
};

/** Lets the clock go on to each next try, until all that must leave has left. */
const settle = async (id: string): Promise<Loaded> => {
  await house.settle();
  for (let move = 0; move < 12; move += 1) {
    const { report, facts, progress } = await load(id);
    const due = nextDue(owed(report, facts, progress), progress);
    if (due === null || stillOwed(await load(id)).length === 0) break;
    stage.now = Math.max(stage.now, due);
    await house.at(stage.now);
  }
  return load(id);
};

type Pick = (call: Call) => boolean;
/** The nth message about a report, counted from 0, and every further try of it. */
const nth = (place: number): { when: Pick; hit: () => string | null } => {
  const seen: string[] = [];
  const when: Pick = ({ method, conversation, body }) => {
    if (method !== "POST" || conversation === null || aboutIn(body) === null) return false;
    if (!seen.includes(conversation)) seen.push(conversation);
    return seen[place] === conversation;
  };
  return { when, hit: () => seen[place] ?? null };
};

const faults: readonly (readonly [string, Fault])[] = [
  ["412", { status: 412 }],
  ["429 with a short Retry-After", { status: 429, retryAfter: 0.01 }],
  ["429 with a long Retry-After", { status: 429, retryAfter: 40 }],
  ["500", { status: 500 }],
  ["502", { status: 502 }],
  ["503", { status: 503 }],
  ["504", { status: 504 }],
  ["a reset before it is accepted", { reset: "before" }],
  ["a reset after it is accepted", { reset: "after" }],
  ["a time-out", { silent: true }],
];
const refusals: readonly (readonly [string, Fault])[] = [
  ["403", { status: 403, code: "BotNotInConversationRoster" }],
  ["404", { status: 404, code: "ConversationNotFound" }],
];
/** Nadia, Gareth, Tunde and Rhiannon in their chats, and the channel. */
const messages = 5;
const places = [
  ["first", 0],
  ["middle", 2],
  ["last", messages - 1],
] as const;
/** Once: the messenger's own retries carry it. Longer: it is handed back, and tried again later. */
const lengths = [
  ["once", () => 1],
  // One that says how long to wait is handed back at once; seven of them would take until the chase begins.
  ["for longer than the messenger tries", (fault: Fault) => ("retryAfter" in fault ? 2 : 7)],
] as const;

const everyPassing = faults.flatMap(([what, fault]) =>
  places.flatMap(([which, place]) =>
    lengths.map(([long, times]) => [what, which, long, fault, place, times(fault)] as const),
  ),
);
const everyRefusal = refusals.flatMap(([what, fault]) =>
  places.map(([which, place]) => [what, which, fault, place] as const),
);

const copiesIn = (conversation: string, id: string): number =>
  house.teams.conversations.messages(conversation).filter(({ card }) => aboutIn({ attachments: card }) === id).length;

/** Everybody whom the record says was told, with the place where they were. */
const toldIn = ({ report }: Loaded): readonly string[] =>
  report.tellings.flatMap(({ told }) => told.map(({ where }) => (where.includes("@") ? chatOf(where) : channel)));

describe("a message of a report that meets a passing fault", () => {
  it.each(everyPassing)("%s, the %s message, %s: it is told all the same", async (...row) => {
    const [, , , fault, place, times] = row;
    on(fault);
    const { when, hit } = nth(place);
    house.teams.faults.add({ when, fault, times });
    const id = await idOf(await reported(named("ana.petrescu")));
    const now = await settle(id);
    expect(stillOwed(now)).toEqual([]);
    expect(hit()).not.toBeNull();
    expect(now.report.tellings.flatMap(({ unreachable }) => unreachable)).toEqual([]);
    for (const telling of now.report.tellings.filter(({ how }) => how !== "phone"))
      expect(telling.told.map(({ where }) => where)).toEqual(expect.arrayContaining([...telling.to]));
    expect(new Set(toldIn(now)).size).toBe(messages);
    // A line that is soon given up may also have been slow: then it was accepted, and is said again.
    if ("silent" in fault) return;
    for (const where of new Set(toldIn(now))) {
      const accepted = "reset" in fault && fault.reset === "after" && where === hit() ? times + 1 : 1;
      expect([where, copiesIn(where, id)]).toEqual([where, accepted]);
    }
  });
});

describe("a message of a report that is refused", () => {
  it.each(everyRefusal)("%s, the %s message: somebody else is told, and the reporter hears", async (...row) => {
    const [what, , fault, place] = row;
    on(fault);
    const { when, hit } = nth(place);
    house.teams.faults.add({ when, fault, times: 100 });
    const ana = named("ana.petrescu");
    const ref = await reported(ana);
    const { report } = await settle(await idOf(ref));
    const refused = report.tellings.filter(({ unreachable }) => unreachable.length > 0);
    expect(refused.length).toBeGreaterThan(0);
    for (const telling of refused) {
      const people = telling.told.filter(({ where }) => where.includes("@"));
      expect(telling.unreachable[0]?.why).toContain(what);
      // What is refused in the channel is told in person anyway.
      expect(people.length).toBeGreaterThan(0);
      if (hit() !== channel) expect(telling.note).toContain("could not be reached in Teams");
    }
    await ana.finds(new RegExp(`${ref}: .*could not be reached`));
  });
});

describe("sentences that one person is owed", () => {
  const asked = ["Who saw her last?", "Which bus?", "Is the phone on?"];
  const nthWord = (place: number) => (call: Call) =>
    call.method === "POST" && wordIn(call.body)?.includes(asked[place] ?? "") === true;

  it.each(everyPassing)("%s, the %s sentence, %s: they keep their order", async (...row) => {
    const [, , , fault, place, times] = row;
    on(fault);
    const ana = named("ana.petrescu");
    const ref = await reported(ana);
    const id = await idOf(ref);
    await settle(id);
    house.teams.faults.add({ when: nthWord(Math.min(place, 2)), fault, times });
    for (const [index, name] of ["nadia.rahman", "rhiannon.prosser", "gareth.llewellyn"].entries()) {
      const card = await named(name).finds(ref);
      await named(name).clicks(card, "Send the question", { question: asked[index] ?? "" });
    }
    expect(stillOwed(await settle(id))).toEqual([]);
    const heard = ana
      .sees()
      .flatMap(({ text }) => (text.startsWith(ref) ? asked.filter((each) => text.includes(each)) : []));
    expect([...new Set(heard)]).toEqual(asked);
    if (!("silent" in fault) && !("reset" in fault && fault.reset === "after")) expect(heard).toEqual(asked);
  });
});
