import { readCase } from "../../src/app/cases/kept.ts";
import { caseRefusals } from "../../src/domain/case/permissions.ts";
import { atLondon } from "../../src/time/london.ts";
import { loadCases, quietCase } from "../support/cases.ts";
import type { Message, TeamsPerson } from "../support/teams/index.ts";
import { startWatchful, type Watchful } from "../support/watchful.ts";

/** Journey 24: the wrong people, at every door. Nothing happens, the answer is clear and tells nothing, and it is logged. */
let house: Watchful;
const ref = "AMB-2002";
const duty = `PS-13:${ref}:2026-02-02`;

beforeEach(async () => {
  house = await startWatchful(atLondon("2026-04-07", "10:00"));
  const facts = { ...quietCase("daniel.okonkwo"), lastSupervision: "2026-02-02" };
  await loadCases(house, { [ref]: facts });
});
afterEach(() => house.stop());

const version = async (): Promise<number> => (await readCase(house.service.records, ref))?.version ?? 0;
const refusals = (): number => house.log.entries.filter(({ what }) => what.includes("refused")).length;

/** What is due on a case, on a card: a digest may come beside it. */
const listed = async (person: TeamsPerson, ref: string): Promise<Message> => {
  await person.says(`due ${ref}`);
  return person.finds(`What is due on ${ref}`);
};

/** The manager's own card on the overdue supervision: what somebody else could have been forwarded. */
const managersCard = async (): Promise<Message> => {
  const joanne = house.person("joanne.ashworth");
  const list = await listed(joanne, ref);
  await joanne.clicks(list, "Open: Supervise every child at least every eight weeks");
  const card = joanne.sees().find(({ id }) => id === list.id);
  if (card === undefined) throw new Error("The card is gone.");
  return card;
};

const presses = {
  "Put it off": { until: "Friday", whyWait: "Why not" },
  "Ask them to take it": { giveTo: "Aisha Malik", whyThem: "Hers" },
  "Ask for approval": { everyWeeks: "12", lessUntil: "30 June", whyLess: "Why not" },
  "Move to another day": {},
} as const;

const outsiders = ["samuel.osei", "aisha.malik", "zofia.wisniewska"] as const;

const unharmed = async (work: () => Promise<void>): Promise<void> => {
  const [before, logged] = [await version(), refusals()];
  await work();
  expect(await version()).toBe(before);
  expect(refusals()).toBeGreaterThan(logged);
};

const leaksNothing = (words: string): void => {
  expect(words).not.toMatch(/AMB-2002|Daniel|PS-13|late|Supervise/);
};

describe.each(outsiders)("%s, who has nothing to do with the case", (name) => {
  const outsider = (): TeamsPerson => house.person(name);

  it("is told the same in chat as about a case that is not there", async () => {
    await unharmed(async () => {
      for (const text of [`due ${ref}`, `case ${ref}`, `transfer ${ref} yesterday`, `visit done ${ref}`]) {
        const [mine] = await outsider().says(text);
        const [none] = await outsider().says(text.replace(ref, "AMB-9999"));
        expect(mine?.words).toContain(caseRefusals.see);
        expect(mine?.words).toBe(none?.words);
      }
    });
  });

  it("changes nothing by pressing the manager's buttons, in new clients and old ones", async () => {
    const card = await managersCard();
    await unharmed(async () => {
      for (const [title, typed] of Object.entries(presses)) {
        const { words } = await outsider().clicks(card, title, typed);
        expect(words).toContain(caseRefusals.see);
        leaksNothing(words);
        await outsider().clicksOnOldClient(card, title, typed);
      }
    });
  });

  it("changes nothing by forging every verb, and opens nothing by refreshing", async () => {
    const card = await managersCard();
    const case_ = { case: ref, ask: "x", record: "x", step: "x" };
    const forged: readonly (readonly [string, Record<string, unknown>])[] = [
      ["duty.open", { duty, list: "mine", page: 1 }],
      ["duty.list", { list: `case:${ref}`, page: 1 }],
      ["duty.done", { duty }],
      ["duty.move", { duty, moveTo: "Thursday", riskManaged: "a", driftAddressed: "b", childSeen: "c" }],
      ["duty.take", case_],
      ["duty.back", { ...case_, reason: "No" }],
      ["duty.approve", case_],
      ["duty.refuse", { ...case_, reason: "No" }],
      ["case.open", case_],
      ["case.say", { ...case_, happening: "case-transferred", when: "yesterday" }],
      ["case.report", { duty }],
      ["case.settle", { ...case_, decision: "closed" }],
      ["record.start", { ...case_, duty }],
      ["record.save", { ...case_, duty, "h.purpose": "x" }],
    ];
    await unharmed(async () => {
      for (const [verb, data] of forged) {
        const { words } = await outsider().forges(card, verb, data);
        leaksNothing(words);
      }
    });
  });
});

describe("the worker of the case", () => {
  it("sees it and says what happened, and never puts off, moves or lessens what is owed on it", async () => {
    const daniel = house.person("daniel.okonkwo");
    const card = await managersCard();
    await unharmed(async () => {
      for (const [title, action] of [
        ["Put it off", "snooze"],
        ["Ask for approval", "lessen"],
        ["Move to another day", "move"],
        ["Ask them to take it", "give"],
      ] as const) {
        const { words } = await daniel.clicks(card, title, { ...presses[title] });
        expect(words).toContain(caseRefusals[action]);
      }
    });
    const list = await listed(daniel, ref);
    expect(list.words).toContain("PS-13");
  });
});

describe("somebody who left", () => {
  it("is not known any more, whatever they press", async () => {
    const card = await managersCard();
    const gone = house.teams.person("00000000-0000-4000-8000-00000000dead", "Gone");
    const before = await version();
    for (const [title, typed] of Object.entries(presses)) {
      const { words } = await gone.clicks(card, title, typed);
      expect(words).toContain("I don't know you");
      leaksNothing(words);
    }
    expect(await version()).toBe(before);
  });
});

describe("a list that was forwarded", () => {
  it("refreshes to nothing for somebody else", async () => {
    const joanne = house.person("joanne.ashworth");
    const list = await listed(joanne, ref);
    const { words } = await house.person("samuel.osei").clicks(list, "Refresh");
    expect(words).toContain(caseRefusals.see);
    leaksNothing(words);
  });
});
