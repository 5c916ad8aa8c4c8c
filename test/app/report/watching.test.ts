import { decide } from "../../../src/domain/report/decide.ts";
import type { FactOf, ReportFact, Reported } from "../../../src/domain/report/facts.ts";
import { noProgress, owed } from "../../../src/domain/report/owed.ts";
import { evolve } from "../../../src/domain/report/report.ts";
import { assessment, clause, email, hour, house, noon } from "../../support/house.ts";

/** A report of something that goes on: one clause waits for a day, another for two. Asked after 24, 48 and 72 hours. */
const reported: Reported = {
  kind: "reported",
  at: noon,
  by: "ana",
  ref: "NTK-2026-0001",
  event: "ongoing",
  caseRef: "AMB-1042",
  what: "It began",
  answers: { awareAt: noon },
  briefing: { basics: "Ana's words" },
  briefingOwed: false,
  clauses: [],
  watch: [
    { id: "D-1", policy: "p", maturesAt: noon + 24 * hour },
    { id: "D-2", policy: "p", maturesAt: noon + 48 * hour },
  ],
  tellings: [],
  alsoConsider: [],
  policies: [],
};
const watching: FactOf<"watching"> = {
  kind: "watching",
  at: noon,
  fact: "overAt",
  asks: "Does it still go on?",
  ended: "It is over",
  persists: "It goes on",
  since: noon,
  askAt: [24, 48, 72].map((hours) => ({ hours, at: noon + hours * hour })),
};
const wondered = (hours: number, to = "ana", at = noon + hours * hour): ReportFact => ({
  kind: "wondered",
  at,
  to,
  hours,
  copy: null,
});
const persists = (hours: number): ReportFact => ({ kind: "persists", at: noon + hours * hour, by: "ana" });
const over: ReportFact = {
  kind: "ended",
  at: noon + 30 * hour,
  by: "ana",
  endedAt: noon + 29 * hour,
  watch: [],
  alsoConsider: [],
};
const closed: ReportFact = { kind: "closed", at: noon + 30 * hour, by: "nadia", reason: "Dealt with" };
const joined = (hours: number, more: Partial<FactOf<"joined">> = {}): FactOf<"joined"> => ({
  kind: "joined",
  at: noon + hours * hour,
  by: "bo",
  draft: "d2",
  what: "It began earlier",
  answers: { awareAt: noon - hour },
  briefing: { basics: "Bo's words", action: "Police told" },
  briefingOwed: false,
  clauses: [],
  watch: [],
  tellings: [],
  policies: [],
  ...more,
});
const of = (...facts: readonly ReportFact[]) => [reported, watching, ...facts];
const asks = (facts: readonly ReportFact[]): readonly string[] =>
  owed(evolve(facts), facts, noProgress).flatMap((intent) => (intent.kind === "wonder" ? [intent.key] : []));

describe("when it is asked whether something goes on", () => {
  it.each<readonly [string, readonly ReportFact[], readonly string[]]>([
    ["at first after 24 hours", of(), ["wonder:24:ana"]],
    ["after 48 once 24 was asked", of(wondered(24)), ["wonder:48:ana"]],
    ["after 48 all the same when somebody said that it goes on", of(wondered(24), persists(25)), ["wonder:48:ana"]],
    ["after 72 when 24 and 48 were slept through", of(wondered(48)), ["wonder:72:ana"]],
    ["not again for an hour already asked when the clock jumps back", of(wondered(48, "ana", noon)), ["wonder:72:ana"]],
    ["never after the last hour", of(wondered(72)), []],
    ["never after the end", of(over), []],
    ["never after the closing", of(closed), []],
    [
      "of whoever joined too, but not for the hours before",
      of(wondered(24), joined(30)),
      ["wonder:48:ana", "wonder:48:bo"],
    ],
    ["never where nothing ends it", [reported], []],
  ])("%s", (_says, facts, expected) => {
    expect(asks(facts)).toEqual(expected);
  });
});

describe("what comes of an answer", () => {
  const end = { do: "end", by: "ana", endedAt: noon + 20 * hour, stands: ["D-1"], alsoConsider: [] } as const;
  it.each([
    ["an end that has not come", "unclear", { ...end, endedAt: noon + 31 * hour }],
    ["an end before it began", "unclear", { ...end, endedAt: noon - hour }],
    ["an end that could not be read", "unclear", { ...end, endedAt: null }],
    ["an end", "facts", end],
    ["that it goes on, unasked", "facts", { do: "persist", by: "ana" } as const],
  ])("%s comes to %s", (_says, outcome, command) => {
    expect(decide(evolve(of()), ["reporter"], command, noon + 30 * hour).outcome).toBe(outcome);
  });

  it("keeps waiting only for what stands in spite of the end", () => {
    const decision = decide(evolve(of()), ["reporter"], end, noon + 30 * hour);
    const facts = decision.outcome === "facts" ? decision.facts : [];
    const report = evolve(of(...facts));
    expect(report.watch.map(({ id }) => id)).toEqual(["D-1"]);
    expect(report.answers["overAt"]).toBe(noon + 20 * hour);
  });

  it.each([
    ["a second end", of(over), { ...end, by: "bo" }],
    ["that it goes on after its end", of(over), { do: "persist", by: "bo" } as const],
    ["that it goes on twice for one question", of(wondered(24), persists(25)), { do: "persist", by: "bo" } as const],
  ])("%s is answered with who came first", (_says, facts, command) => {
    expect(decide(evolve(facts), ["told"], command, noon + 31 * hour)).toMatchObject({ outcome: "late", by: "ana" });
  });

  it("has nothing to end where nothing ends it", () => {
    expect(decide(evolve([reported]), ["reporter"], end, noon + 30 * hour).outcome).toBe("unclear");
  });

  it("stays ended when a threshold was worked out at the same moment", () => {
    const matured: ReportFact = {
      kind: "matured",
      at: noon + 24 * hour,
      clauses: [],
      watch: reported.watch,
      tellings: [],
    };
    expect(evolve(of(over, matured)).watch).toEqual([]);
  });
});

describe("what somebody who joins brings", () => {
  it("fills in what was missing, and overwrites nothing", () => {
    expect(evolve(of(joined(1))).briefing).toEqual({ basics: "Ana's words", action: "Police told" });
  });

  it("brings what is waited for forward to the earlier of the two", () => {
    const sooner = { id: "D-1", policy: "p", maturesAt: noon + 23 * hour };
    const { watch } = evolve(of(joined(1, { watch: [sooner] })));
    expect(watch).toEqual([sooner, reported.watch[1]]);
  });

  it("gives a telling another number when its own was taken meanwhile", () => {
    const telling = { id: "t1", post: "director", how: "teams", clauses: ["D-1"], leaveAt: noon, dueAt: null } as const;
    const facts = of(joined(1, { tellings: [{ ...telling, clauses: ["D-1"] }] }), {
      ...joined(2, { tellings: [{ ...telling, clauses: ["D-2"] }] }),
      by: "cy",
    });
    expect(evolve(facts).tellings.map(({ id }) => id)).toEqual(["t1", "t2"]);
  });
});

describe("through the use cases", () => {
  const two = (asOf: number) => {
    const late = [24, 48].filter((hours) => asOf >= noon + hours * hour);
    const waits = [24, 48].filter((hours) => asOf < noon + hours * hour);
    const named = (hours: number) => clause(`D-${String(hours / 24)}`, { maturesAt: noon + hours * hour });
    return assessment(late.map(named), {
      watch: waits.map((hours) => ({ ...named(hours), maturesAt: noon + hours * hour })),
    });
  };
  const begun = async () => {
    const world = house((_happening, asOf) => two(asOf));
    const { id } = await world.draft(email("ana"), { event: "ongoing" });
    await world.reporting.confirm(id, email("ana"));
    await world.settle();
    return { ...world, id };
  };

  it("keeps a question that Teams will not take as asked, and fires what matures all the same", async () => {
    const world = await begun();
    world.failing((_to, message) => (message.kind === "question" ? { outcome: "unreachable", why: "403" } : undefined));
    world.at(noon + 24 * hour);
    await world.settle();
    const facts = await world.facts(world.id);
    expect(facts.filter(({ kind }) => kind === "wondered")).toMatchObject([{ hours: 24, copy: null }]);
    expect(world.to(email("nadia"))).not.toEqual([]);
  });

  it.each([
    ["over", 1],
    ["It is over.", 1],
    ["AMB-1042 is over", 1],
    ["ntk-2026-0001 over", 1],
    ["AMB-9999 is over", 0],
    ["over the moon about a thank you card", null],
    ["hello", null],
  ])("hears in “%s” of %s reports that have ended", async (text, count) => {
    const world = await begun();
    const heard = await world.reporting.heardEnd(email("ana"), text);
    expect(heard?.reports.length ?? null).toBe(count);
  });

  it("shows somebody who has nothing to do with it none of them", async () => {
    const world = await begun();
    expect((await world.reporting.heardEnd(email("bo"), "AMB-1042 is over"))?.reports).toEqual([]);
  });
});
