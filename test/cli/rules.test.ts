import { z } from "zod";
import { watchful } from "./support/run.ts";

/** Jest's own matcher is untyped. */
const containing = (text: string): unknown => expect.stringContaining(text);
const including = (value: Record<string, unknown>): unknown => expect.objectContaining(value);

const policy = ["--policy", "ad-need-to-know"];

describe("policies", () => {
  test("--json gives each policy as the contract has it", async () => {
    const { code, out, err } = await watchful(["policies", "--json"]);
    expect([code, err]).toEqual([0, ""]);
    const listed = z
      .array(
        z.strictObject({
          id: z.string(),
          title: z.string(),
          source: z.string(),
          version: z.string(),
          clauses: z.number(),
          inForce: z.object({ from: z.string() }),
        }),
      )
      .parse(JSON.parse(out));
    expect(listed.map(({ id, clauses }) => [id, clauses])).toEqual([
      ["ad-need-to-know", 31],
      ["director-need-to-know", 38],
      ["management-oversight", 28],
      ["manager-standards", 97],
      ["oversight-and-decisions", 20],
    ]);
  });
});

describe("clauses", () => {
  test("--json gives every clause with its words, clock and who is told", async () => {
    const { code, out } = await watchful(["clauses", ...policy, "--json"]);
    const clauses = z.array(z.looseObject({ id: z.string() })).parse(JSON.parse(out));
    expect(code).toBe(0);
    expect(clauses).toHaveLength(31);
    expect(clauses.find(({ id }) => id === "W-N2K-06")).toMatchObject({
      policy: "ad-need-to-know",
      kind: "notify",
      anchor: "missingSince",
      clock: { nextWorkingDayAfter: { hours: 24 } },
      owedBy: ["service-manager", "practice-manager"],
      tell: [{ post: "assistant-director", how: "teams" }],
      unit: "stated",
    });
    for (const clause of clauses)
      for (const key of [
        "words",
        "source",
        "kind",
        "anchor",
        "clock",
        "owedBy",
        "tell",
        "houseRule",
        "unit",
        "handledBy",
      ])
        expect(clause).toHaveProperty(key);
  });

  test("--json says of a duty what starts and meets it, of a meeting who comes, of a record what it holds", async () => {
    const { out } = await watchful(["clauses", "--policy", "oversight-and-decisions", "--json"]);
    const clauses = z.array(z.looseObject({ id: z.string() })).parse(JSON.parse(out));
    const listed = (id: string): unknown => clauses.find((clause) => clause.id === id);
    expect(listed("PS-14")).toMatchObject({
      duty: { on: "supervision-held", clock: { withinWorkingDays: 2 }, metBy: "supervision-recorded" },
      meeting: null,
      holds: null,
    });
    expect(listed("PS-05")).toMatchObject({
      duty: null,
      meeting: { invites: [{ agency: "fostering", when: { status: "cla" } }] },
    });
    expect(listed("PS-16")).toMatchObject({ holds: { records: ["supervision-recorded"] } });
  });
});

describe("deadlines", () => {
  test("answers each line in order, in UTC and whole seconds", async () => {
    const input = [
      { clause: "W-N2K-06", from: "2026-04-01T18:00:00+01:00" },
      { clause: "W-N2K-06", from: "2026-04-01T18:00" },
      { clause: "W-N2K-03", from: "2026-01-10T22:10:30.5Z" },
      { clause: "LCP-3.2", from: "2026-04-01" },
    ];
    const { code, lines, err } = await watchful(["deadlines"], { input });
    expect([code, err]).toEqual([0, ""]);
    const missing = { maturesAt: "2026-04-02T17:00:00Z", dueAt: "2026-04-07T16:00:00Z" };
    expect(lines).toEqual([
      { clause: "W-N2K-06", from: "2026-04-01T17:00:00Z", ...missing },
      { clause: "W-N2K-06", from: "2026-04-01T17:00:00Z", ...missing },
      { clause: "W-N2K-03", from: "2026-01-10T22:10:30Z", maturesAt: null, dueAt: "2026-01-10T22:10:30Z" },
      { clause: "LCP-3.2", from: "2026-03-31T23:00:00Z", maturesAt: null, dueAt: null },
    ]);
  });

  test("a bad line is an error in its place, and the exit code says so", async () => {
    const input = [
      "{",
      { clause: "W-N2K-66", from: "2026-04-01T18:00" },
      "",
      { clause: "W-N2K-06" },
      7,
      { clause: "W-N2K-06", from: "soon" },
      { clause: "W-N2K-02", from: "2071-01-01T09:00" },
      { clause: "W-N2K-02", from: "2026-04-02T16:30" },
    ];
    const { code, lines, err } = await watchful(["deadlines"], { input });
    expect(code).toBe(1);
    expect(err).toContain("6 of 8 lines");
    expect(lines).toEqual([
      { error: "this line is not JSON", line: 1 },
      { error: containing("is not a known clause"), line: 2 },
      { error: containing('"from"'), line: 4 },
      { error: containing('"from"'), line: 5 },
      { error: 'from is "soon": write a date and time like 2026-04-01T18:00:00+01:00', line: 6 },
      { error: containing("outside the calendar"), line: 7 },
      { clause: "W-N2K-02", from: "2026-04-02T15:30:00Z", maturesAt: null, dueAt: "2026-04-07T16:00:00Z" },
    ]);
  });

  test("the input may come in pieces of any size, and may hold a line separator in its words", async () => {
    const { code, lines } = await watchful(["suggest", ...policy], {
      input: ['{"text":"ok\u2028thanks"}', { text: "ok" }],
    });
    expect([code, lines]).toEqual([0, [{ suggestions: [] }, { suggestions: [] }]]);
  });

  test("words of any length and depth are refused in a short sentence", async () => {
    const deep = `{"event":"child-missing","facts":{"asOf":"2026-04-02T18:00","status":${"[".repeat(5000)}${"]".repeat(5000)}}}`;
    const { code, lines } = await watchful(["notify", ...policy], {
      input: [deep, { event: "x".repeat(1e6), facts: { asOf: "2026-04-02" } }],
    });
    expect(code).toBe(1);
    expect(lines).toHaveLength(2);
    expect(JSON.stringify(lines).length).toBeLessThan(2000);
  });

  test("a council's closure days count when its file is named", async () => {
    const input = [{ clause: "W-N2K-02", from: "2026-12-23T10:00" }];
    const plain = await watchful(["deadlines"], { input });
    expect(plain.lines).toEqual([including({ dueAt: "2026-12-24T17:00:00Z" })]);
    const { code } = await watchful(["deadlines", "--council", "policies/example/council.yaml"], { input });
    expect(code).toBe(0);
  });
});

describe("notify", () => {
  const missing = { status: "cla", whereabouts: "unknown", missingSince: "2026-04-01T18:00" };
  const asked = (facts: Record<string, unknown>, event = "child-missing") => ({ event, facts });

  test("says what applies at asOf, who is told, and what is watched", async () => {
    const input = [asked({ ...missing, asOf: "2026-04-02T18:00" }), asked({ ...missing, asOf: "2026-04-02T17:59:59" })];
    const { code, lines } = await watchful(["notify", ...policy], { input });
    expect(code).toBe(0);
    const told = [
      { post: "assistant-director", how: "teams", dueAt: "2026-04-07T16:00:00Z" },
      { post: "assistant-director", how: "phone", dueAt: "2026-04-07T16:00:00Z" },
    ];
    const applied = { maturesAt: "2026-04-02T17:00:00Z", dueAt: "2026-04-07T16:00:00Z", tell: told };
    expect(lines[0]).toMatchObject({
      clauses: [
        { id: "W-N2K-06", ...applied },
        { id: "W-N2K-07", ...applied },
      ],
      phone: true,
      watch: [],
    });
    expect(lines[1]).toMatchObject({
      clauses: [],
      phone: false,
      watch: [
        { id: "W-N2K-06", maturesAt: "2026-04-02T17:00:00Z" },
        { id: "W-N2K-07", maturesAt: "2026-04-02T17:00:00Z" },
      ],
    });
  });

  test.each<[string, unknown, string]>([
    ["asOf is required", asked(missing), "facts.asOf is missing: write the moment at which the question is put"],
    ["asOf must be a moment", asked({ ...missing, asOf: 5 }), "facts.asOf is 5: write a time like 2026-04-01T18:00"],
    [
      "the anchor is required",
      asked({ status: "cla", asOf: "2026-04-02T18:00" }),
      "missingSince is missing: When did the child go missing?",
    ],
    ["events are known ones", asked({ asOf: "2026-04-02T18:00" }, "child-lost"), "child-lost is not a known event"],
    [
      "facts are known ones",
      asked({ ...missing, stauts: "cla", asOf: "2026-04-02T18:00" }),
      "stauts is not a known fact: write status",
    ],
    ["facts are there", { event: "child-missing" }, "write {"],
  ])("%s", async (_says, line, error) => {
    const { code, lines } = await watchful(["notify", ...policy], { input: [line] });
    expect(code).toBe(1);
    expect(lines).toEqual([{ error: containing(error), line: 1 }]);
  });
});

describe("events", () => {
  test("--json gives each event with the facts its clauses ask", async () => {
    const { code, out } = await watchful(["events", ...policy, "--json"]);
    expect(code).toBe(0);
    const events = z
      .array(
        z.looseObject({
          id: z.string(),
          clauses: z.array(z.string()),
          facts: z.array(z.looseObject({ name: z.string() })),
        }),
      )
      .parse(JSON.parse(out));
    const missing = events.find(({ id }) => id === "child-missing");
    expect(missing?.clauses).toEqual(["W-N2K-06", "W-N2K-07", "W-N2K-08", "W-N2K-20"]);
    expect(missing?.facts[0]).toMatchObject({ name: "missingSince", type: "instant", required: true });
    expect(missing?.facts).toContainEqual(including({ name: "whereabouts", required: false, assume: "unknown" }));
  });
});

describe("suggest", () => {
  test("names clauses of the policy for free text, and none for chatter", async () => {
    const input = [
      { text: "13yo CLA missing since fri tea time, police aware" },
      { text: "ok thanks, see you at lunch" },
      { words: "x" },
    ];
    const { code, lines } = await watchful(["suggest", ...policy], { input });
    expect(code).toBe(1);
    const first = z
      .strictObject({
        suggestions: z.array(z.strictObject({ clause: z.string(), title: z.string(), score: z.number() })),
      })
      .parse(lines[0]);
    expect(first.suggestions.map(({ clause }) => clause)).toContain("W-N2K-07");
    expect(lines[1]).toEqual({ suggestions: [] });
    expect(lines[2]).toEqual({ error: 'write { "text": "what happened" }', line: 3 });
  });
});
