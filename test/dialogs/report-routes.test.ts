import { answerReport } from "../../src/dialogs/report.ts";
import { atLondon } from "../../src/time/london.ts";
import { asOf, guide } from "./guide.ts";
import { after, answered, at, begin, next, type Said, view } from "./telling.ts";

type Where = keyof typeof at;

describe("each answer leads somewhere", () => {
  test.each<readonly [Where, Said, string]>([
    ["whatHappened", ["continue", { what: "child missing" }], "suggestions"],
    ["whatHappened", [null, { what: "child missing" }], "suggestions"],
    ["whatHappened", ["continue", { what: "the roof leaks" }], "groups"],
    ["suggestions", ["pick:child-missing"], "when"],
    ["suggestions", ["none"], "groups"],
    ["suggestions", ["not-sure"], "notSure"],
    ["suggestions", ["back"], "whatHappened"],
    ["notSure", ["list"], "groups"],
    ["notSure", ["back"], "suggestions"],
    ["groups", ["group:Staff"], "events"],
    ["groups", ["none"], "nothingFits"],
    ["groups", ["not-sure"], "notSure"],
    ["groups", ["back"], "suggestions"],
    ["events", ["pick:staff-sickness"], "when"],
    ["events", ["none"], "nothingFits"],
    ["events", ["back"], "groups"],
    ["nothingFits", ["other"], "when"],
    ["nothingFits", ["back"], "groups"],
    ["when", ["continue", { missingSince: "fri 4pm" }], "details"],
    ["when", ["back"], "suggestions"],
    ["details", ["continue", { caseRef: "AMB-1042", status: "cla" }], "details:2"],
    ["details", ["back"], "when"],
    ["details:2", ["continue", { whereabouts: "unknown" }], "briefing"],
    ["details:2", ["back"], "details"],
    ["briefing", ["later"], "preview"],
    ["briefing", ["back"], "details:2"],
    ["preview", ["change"], "change"],
    ["change", ["whatHappened"], "whatHappened"],
    ["change", ["event"], "groups"],
    ["change", ["when"], "when"],
    ["change", ["details"], "details"],
    ["change", ["briefing:edit"], "briefing"],
    ["change", ["back"], "preview"],
  ])("from %s, %j leads to %s", (from, said, to) => {
    expect(answered(at[from](), said)).toMatchObject({ outcome: "screen", draft: { screen: to, refusals: {} } });
  });

  test.each<readonly [Where, Said, string]>([
    ["preview", ["confirm"], "confirm"],
    ["preview", [null], "confirm"],
    ["preview", ["discard"], "discard"],
    ["notSure", ["manager"], "ask-manager"],
    ["nothingFits", ["manager"], "ask-manager"],
  ])("from %s, %j ends with %s", (from, said, outcome) => {
    expect(answered(at[from](), said).outcome).toBe(outcome);
  });
});

describe("the way through", () => {
  test("skips the first screen when the person has already said what happened", () => {
    expect(begin("child missing")).toMatchObject({ screen: "suggestions", what: "child missing", step: 1 });
    expect(begin("  ")).toMatchObject({ screen: "whatHappened", step: 0 });
  });

  test("offers one event once, three at most, and always a way out", () => {
    expect(view(at.suggestions()).buttons.map(({ answer }) => answer)).toEqual([
      "pick:child-missing",
      "pick:child-removed-from-uk",
      "pick:child-sexual-exploitation",
      "none",
      "not-sure",
      "back",
    ]);
  });

  test("remembers which clause was picked, and rests nothing on it", () => {
    expect(at.when()).toMatchObject({ event: "child-missing", picked: "W-N2K-06" });
    expect(after(null, ["continue", { what: "x" }], ["group:Staff"], ["pick:staff-sickness"]).picked).toBeNull();
  });

  test("lists every event under its group, and 'other' only where nothing fits", () => {
    const shown = guide
      .events()
      .map(({ group }) => group)
      .filter((group, index, all) => all.indexOf(group) === index && group !== "Something else")
      .flatMap((group) => view(after("x", [`group:${group}`])).buttons.map(({ answer }) => answer));
    for (const { id } of guide.events()) expect(shown.includes(`pick:${id}`)).toBe(id !== "other");
  });

  test("asks no case reference of a colleague who is off sick, and goes straight to the preview", () => {
    const sick = after("x", ["group:Staff"], ["pick:staff-sickness"], ["continue", { offSince: "2 March" }]);
    expect(sick).toMatchObject({ screen: "preview", answers: { offSince: "2026-03-02" } });
  });

  test("does not ask for a briefing that no clause wants", () => {
    const praise = after("x", ["group:The council"], ["pick:praise"], ["continue", { awareAt: "today 9am" }]);
    expect(answered(praise, ["continue", { caseRef: "" }])).toMatchObject({
      draft: { screen: "preview", caseRef: null },
    });
  });

  test("tells the line manager where the policy has no event for 'other'", () => {
    const without = { ...guide, events: () => guide.events().filter(({ id }) => id !== "other") };
    expect(answerReport(at.nothingFits(), {}, "other", without, asOf).outcome).toBe("ask-manager");
  });

  test("begins the choice again when the policy has lost the event since", () => {
    const without = { ...guide, questions: () => [] };
    expect(answerReport(at.when(), {}, "continue", without, asOf)).toMatchObject({ draft: { screen: "groups" } });
  });

  test("comes back to the preview after one change, with everything else as it was", () => {
    expect(next(next(at.change(), ["when"]), ["continue", { missingSince: "thu 6pm" }])).toMatchObject({
      screen: "preview",
      caseRef: "AMB-1042",
      answers: { status: ["cla"], missingSince: atLondon("2026-04-02", "18:00") },
      trail: at.preview().trail,
    });
  });

  test("a click that carries an older step changes nothing", () => {
    const draft = at.details();
    expect(answerReport(draft, { caseRef: "X" }, "continue", guide, asOf, draft.step - 1)).toEqual({
      outcome: "screen",
      draft,
    });
  });

  test("a draft from before the screens changed starts again with all its answers", () => {
    const old = { ...at.preview(), screen: "gone" };
    expect(view(old)).toMatchObject({ title: "What happened?", inputs: [{ value: old.what }] });
  });

  test("says what is missing instead of sending when the preview cannot be made", () => {
    const draft = { ...at.preview(), answers: {} };
    expect(view(draft).title).toBe("Something is still missing");
    expect(answered(draft, ["confirm"])).toMatchObject({ outcome: "screen", draft: { screen: "change" } });
  });
});
