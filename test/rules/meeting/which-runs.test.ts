import type { Answers } from "../../../src/domain/report/facts.ts";
import { plainRulebook } from "../../../src/rules/rulebook.ts";
import { asked, calm, dueBy, loaded, wall } from "./support.ts";

const standards = plainRulebook(loaded, "manager-standards");

describe("the longer limit of a complex case", () => {
  const complex = { ...calm, complexCase: true, referralReceivedAt: "2026-05-01T16:45" } as const;
  const five = "2026-05-11T17:00";

  test("chosen by name, on the Friday before a bank holiday: five working days, and the three are gone", () => {
    expect(dueBy("WQ-10.1f", complex, "2026-05-01T16:50", "WQ-10.1f")).toBe(five);
    expect(dueBy("WQ-10.1a", complex, "2026-05-01T16:50", "WQ-10.1f")).toBe("does not apply");
  });

  test("it moves none of the others", () => {
    const urgent: Answers = {
      ...complex,
      seriousRisk: true,
      penetrativeSexualAbuse: true,
      immediateAction: true,
      staffAllegation: true,
      suspectedAt: "2026-05-01T16:45",
      requestReceivedAt: "2026-05-01T16:45",
    };
    for (const clause of ["PS-01", "PS-09", "WQ-10.1b", "WQ-10.1c", "WQ-10.1d", "WQ-10.1e"])
      expect([clause, dueBy(clause, urgent, "2026-05-01T16:50", "WQ-10.1f")]).toEqual([
        clause,
        dueBy(clause, urgent, "2026-05-01T16:50"),
      ]);
  });

  test.each([
    ["another clause's name chooses nothing", "WQ-10.1a", { ...complex }, "2026-05-07T17:00"],
    [
      "a case that is not complex has no longer limit",
      "WQ-10.1f",
      { ...complex, complexCase: false },
      "2026-05-07T17:00",
    ],
  ])("%s", (_says, chosen, answers, plain) => {
    expect(dueBy("WQ-10.1f", answers, "2026-05-01T16:50", chosen)).toBe("does not apply");
    expect(dueBy("WQ-10.1a", answers, "2026-05-01T16:50", chosen)).toBe(plain);
  });

  test("without a reason it is not chosen", () => {
    const { meetings } = asked(complex, "2026-05-01T16:50", { chosen: { clause: "WQ-10.1f", reason: "  " } });
    const clauses = meetings.flatMap(({ deadlines }) => deadlines.map(({ clause }) => clause));
    expect(clauses).toContain("WQ-10.1a");
    expect(clauses).not.toContain("WQ-10.1f");
  });

  test("it is offered with what it would take the place of, and its reason stays with it", () => {
    const { choices, meetings } = asked(complex, "2026-05-01T16:50", {
      chosen: { clause: "WQ-10.1f", reason: "Three councils have to be heard first." },
    });
    expect(choices.map(({ clause, insteadOf, dueAt }) => ({ clause, insteadOf, dueAt: wall(dueAt) }))).toEqual([
      { clause: "WQ-10.1f", insteadOf: ["WQ-10.1a"], dueAt: five },
    ]);
    const taken = meetings.flatMap(({ deadlines }) => deadlines).find(({ clause }) => clause === "WQ-10.1f");
    expect(taken?.chosen).toEqual({ reason: "Three councils have to be heard first." });
  });
});

describe("which deadline runs", () => {
  test.each<[string, Answers, string, readonly (readonly [string, string | null])[]]>([
    [
      "suspicion on Friday at 16:45 before a bank holiday, referred then: 24 hours before three working days",
      { ...calm, suspectedAt: "2026-05-01T16:45", referralReceivedAt: "2026-05-01T16:45" },
      "2026-05-01T16:50",
      [["PS-01", "2026-05-02T16:45"]],
    ],
    [
      "serious risk: that very day",
      { seriousRisk: true, suspectedAt: "2026-05-01T16:45", referralReceivedAt: "2026-05-01T16:45" },
      "2026-05-01T16:50",
      [["WQ-10.1b", "2026-05-01T23:59:59"]],
    ],
    [
      "suspected only after the referral: the referral's three working days come first",
      { ...calm, suspectedAt: "2026-05-07T16:30", referralReceivedAt: "2026-05-01T16:45" },
      "2026-05-07T16:31",
      [["WQ-10.1a", "2026-05-07T17:00"]],
    ],
    [
      "a complex case: the initial discussion and the complex meeting, each with a limit of its own",
      {
        ...calm,
        complexCase: true,
        suspectedAt: "2026-05-01T16:45",
        referralReceivedAt: "2026-05-01T16:45",
        requestReceivedAt: "2026-05-01T16:45",
      },
      "2026-05-01T16:50",
      [
        ["PS-01", "2026-05-02T16:45"],
        ["PS-09", "2026-05-11T17:00"],
      ],
    ],
  ])("%s", (_says, answers, asOf, runs) => {
    const { meetings } = asked(answers, asOf);
    expect(meetings.map(({ runs: one }) => [one?.clause, wall(one?.dueAt ?? null)])).toEqual(runs);
    for (const { deadlines, runs: one } of meetings)
      expect(one?.dueAt).toBe(Math.min(...deadlines.map(({ dueAt }) => dueAt ?? Infinity)));
  });

  test("a deadline says what it counts from, and when nobody gave that", () => {
    const { meetings } = asked({ ...calm, referralReceivedAt: "2026-05-01T16:45" }, "2026-05-01T16:50");
    const counted = meetings.flatMap(({ deadlines }) =>
      deadlines.map(({ clause, counted: { from, at } }) => [clause, from, wall(at)]),
    );
    expect(counted).toEqual([
      ["PS-01", null, "2026-05-01T16:50"],
      ["WQ-10.1a", "referralReceivedAt", "2026-05-01T16:45"],
    ]);
  });

  test("a council with the standards alone has one meeting, complex or not", () => {
    const { meetings } = asked(
      { complexCase: true, seriousRisk: false, referralReceivedAt: "2026-05-01T16:45" },
      "2026-05-01T16:50",
      {},
      standards,
    );
    expect(meetings.map(({ of, runs }) => [of, runs?.clause])).toEqual([["strategy-discussion-held", "WQ-10.1a"]]);
  });
});
