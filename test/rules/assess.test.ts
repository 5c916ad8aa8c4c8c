import { assess } from "../../src/rules/assess.ts";
import { applied, assessment, at, attempt, head, rulebookOf, told, watched } from "./support/rulebook.ts";

const rulebook = rulebookOf(`
${head("M-1")}, on: child-missing, when: { status: cla }, anchor: missingSince, clock: { whenMissingFor: { hours: 48 } },
      tell: [{ post: service-manager, how: amend },
        { post: director, how: brief, clock: { byEndOfWorkingDay: true }, leaves: when-due }],
      briefing: full, unless: [M-3] }
${head("M-2")}, on: child-missing, when: { status: { in: [cp, cla] } }, anchor: missingSince,
      tell: [{ post: assistant-director, clock: { nextWorkingDayAfter: { hours: 24 } } }], phone: { age: { atMost: 12 } } }
${head("M-3")}, on: child-missing, when: { all: [{ status: cin }, { not: { whereabouts: known } }] }, anchor: missingSince,
      tell: [{ post: director }] }
${head("M-4")}, on: press, anchor: awareAt, clock: { withinDays: 1 }, tell: [{ post: director }],
      alsoConsider: [{ what: Consider one., clock: { withinWorkingDays: 5 } }, { what: Consider two. }] }
`);

const missing = { missingSince: "2026-04-01T18:00", status: "cla", age: 14 };

describe("what applies to a happening", () => {
  test("a clause that has not matured is watched, and nobody is told", () => {
    const result = assessment(rulebook, "child-missing", missing, "2026-04-01T20:00");
    expect(applied(result)).toEqual([]);
    expect(watched(result)).toEqual(["M-2 from 2026-04-02T18:00", "M-1 from 2026-04-03T18:00"]);
    expect(result.phone).toBe(false);
  });

  test("it applies from the very instant on which it matures", () => {
    expect(applied(assessment(rulebook, "child-missing", missing, "2026-04-02T17:59:59"))).toEqual([]);
    expect(applied(assessment(rulebook, "child-missing", missing, "2026-04-02T18:00"))).toEqual([
      "M-2 by 2026-04-07T17:00",
    ]);
  });

  test("the earliest deadline comes first, and no limit stated comes last", () => {
    const facts = { ...missing, status: ["cin", "cp"], whereabouts: "unknown" };
    expect(applied(assessment(rulebook, "child-missing", facts, "2026-04-02T18:00"))).toEqual([
      "M-2 by 2026-04-07T17:00",
      "M-3 by null",
    ]);
  });

  test("a telling's own clock counts from the maturity, and leaves only when it is due", () => {
    const result = assessment(
      rulebook,
      "child-missing",
      { ...missing, missingSince: "2026-04-07T10:00" },
      "2026-04-09T10:00",
    );
    expect(told(result)).toEqual([
      "service-manager (amend) leaves 2026-04-09T10:00, by 2026-04-09T10:00",
      "director (brief) leaves 2026-04-09T17:00, by 2026-04-09T17:00",
      "assistant-director (teams) leaves 2026-04-09T10:00, by 2026-04-09T17:00",
    ]);
  });

  test("a telling whose moment has passed leaves at once", () => {
    const result = assessment(
      rulebook,
      "child-missing",
      { ...missing, missingSince: "2026-04-07T10:00" },
      "2026-04-10T09:00",
    );
    expect(told(result)).toContain("director (brief) leaves 2026-04-10T09:00, by 2026-04-09T17:00");
  });

  test.each([
    [12, ["teams", "phone"], true],
    [13, ["teams"], false],
  ])("a child of %s: the first post is told by %j", (age, hows, phone) => {
    const result = assessment(rulebook, "child-missing", { ...missing, status: "cp", age }, "2026-04-03T10:00");
    expect(result.clauses.map(({ tell }) => tell.map(({ how }) => how))).toEqual([hows]);
    expect(result.phone).toBe(phone);
  });

  test("a clause gives way to the one that it names, while that one applies", () => {
    const facts = { ...missing, status: ["cla", "cin"] };
    expect(
      applied(assessment(rulebook, "child-missing", { ...facts, whereabouts: "unknown" }, "2026-04-07T10:00")),
    ).toEqual(["M-2 by 2026-04-07T17:00", "M-3 by null"]);
    expect(
      applied(assessment(rulebook, "child-missing", { ...facts, whereabouts: "known" }, "2026-04-07T10:00")),
    ).toEqual(["M-1 by 2026-04-03T18:00", "M-2 by 2026-04-07T17:00"]);
  });

  test("a fact that nobody answered is what the vocabulary assumes", () => {
    const result = assessment(
      rulebook,
      "child-missing",
      { missingSince: missing.missingSince, status: "cin" },
      "2026-04-01T19:00",
    );
    expect(applied(result)).toEqual(["M-3 by null"]);
  });

  test("a briefing is asked for when a clause that applies wants one", () => {
    expect(assessment(rulebook, "child-missing", missing, "2026-04-02T18:00").briefing).toBe(false);
    expect(assessment(rulebook, "child-missing", missing, "2026-04-03T18:00").briefing).toBe(true);
  });

  test("what to consider has its own clock, or no limit", () => {
    expect(assessment(rulebook, "press", { awareAt: "2026-04-02T10:00" }, "2026-04-02T11:00").alsoConsider).toEqual([
      { what: "Consider one.", dueAt: at("2026-04-13T17:00") },
      { what: "Consider two.", dueAt: null },
    ]);
  });

  test("an event that no clause is on gives nothing", () => {
    expect(assessment(rulebook, "staff-sick", {}, "2026-04-02T11:00")).toEqual({
      clauses: [],
      watch: [],
      phone: false,
      briefing: false,
      alsoConsider: [],
    });
  });

  test("a policy that is not yet in force says nothing", () => {
    const facts = { missingSince: "2019-04-01T18:00", status: "cla" };
    expect(applied(assessment(rulebook, "child-missing", facts, "2019-12-31T23:59"))).toEqual([]);
    expect(applied(assessment(rulebook, "child-missing", facts, "2020-01-01T00:00"))).toHaveLength(2);
  });
});

describe("required facts", () => {
  test("each that is missing is named with its question", () => {
    const result = attempt(rulebook, "child-missing", { status: "cla" }, "2026-04-02T11:00");
    expect(result).toMatchObject({ outcome: "unanswered", questions: [{ name: "missingSince" }] });
  });

  test("a fact that cannot change the answer is not asked for", () => {
    expect(attempt(rulebook, "child-missing", { missingSince: "2026-04-01T18:00" }, "2026-04-02T11:00").outcome).toBe(
      "unanswered",
    );
    expect(attempt(rulebook, "press", { awareAt: "2026-04-01T18:00" }, "2026-04-02T11:00").outcome).toBe("assessed");
  });

  test("going on without one is a broken promise that says what is missing", () => {
    expect(() => assess(rulebook, { event: "press", facts: {} }, at("2026-04-02T11:00"))).toThrow(
      "awareAt is missing: When did you first know?",
    );
  });

  test("a date beyond the calendar is an error, never a guess", () => {
    expect(() => attempt(rulebook, "press", { awareAt: "2099-04-01T18:00" }, "2099-04-02T11:00")).toThrow("2099");
  });
});

describe("a clause with limbs", () => {
  const limbs = rulebookOf(`
${head("L-1")}, tell: [{ post: director }], limbs: [
      { on: child-missing, when: { status: cla }, anchor: missingSince, clock: { whenMissingFor: { hours: 72 } } },
      { on: child-missing, when: { whereabouts: known }, anchor: awareAt, clock: { immediately: true } }] }
`);

  test("the limb that applies counts, not the one that waits", () => {
    const facts = {
      missingSince: "2026-04-01T18:00",
      status: "cla",
      whereabouts: "known",
      awareAt: "2026-04-01T19:00",
    };
    expect(applied(assessment(limbs, "child-missing", facts, "2026-04-01T20:00"))).toEqual(["L-1 by 2026-04-01T19:00"]);
  });

  test("while none applies, it is watched under the one that will", () => {
    const facts = { missingSince: "2026-04-01T18:00", status: "cla", whereabouts: "unknown" };
    expect(watched(assessment(limbs, "child-missing", facts, "2026-04-01T20:00"))).toEqual([
      "L-1 from 2026-04-04T18:00",
    ]);
  });
});

describe("what ends a wait", () => {
  const ended = rulebookOf(`
${head("E-1")}, tell: [{ post: director }], on: child-missing, anchor: missingSince, endedBy: awareAt,
      clock: { whenMissingFor: { hours: 24 } } }
`);
  const found = (back: string) => ({ missingSince: "2026-04-01T18:00", awareAt: back });

  test.each([
    ["found a minute before the threshold, the clause never applies", "2026-04-02T17:59", []],
    ["found on the threshold, it does", "2026-04-02T18:00", ["E-1 by 2026-04-02T18:00"]],
  ])("%s", (_says, back, expected) => {
    expect(applied(assessment(ended, "child-missing", found(back), "2026-04-05T12:00"))).toEqual(expected);
    expect(watched(assessment(ended, "child-missing", found(back), "2026-04-02T12:00"))).toHaveLength(expected.length);
  });
});
