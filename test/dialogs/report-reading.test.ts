import { atLondon } from "../../src/time/london.ts";
import { showReport } from "../../src/dialogs/report.ts";
import { guide } from "./guide.ts";
import { after, answered, at, begin, next, valuesOf, view } from "./telling.ts";

describe("what the words already say is put in, and still asked", () => {
  test.each([
    ["13yo CLA missing since fri tea time, police aware", "missingSince", "Friday 3 April 2026, 4pm"],
    ["missing from placement yesterday 9pm", "missingSince", "Friday 3 April 2026, 9pm"],
    ["missing. last seen at school 3pm thursday", "missingSince", "Thursday 2 April 2026, 3pm"],
    ["a child is missing", "missingSince", ""],
    ["13 year old missing with 2 friends", "missingSince", ""],
  ])("“%s” fills %s with “%s”", (text, name, value) => {
    const draft = after(text, ["pick:child-missing"]);
    expect(valuesOf(draft)[name]).toBe(value);
    expect(draft.answers).toEqual({});
  });

  test.each([
    ["CLA missing, AMB-1042", { caseRef: "AMB-1042", status: "cla" }],
    ["amb-1042 LAC and on a CP plan, missing", { caseRef: "AMB-1042", status: "cp,cla" }],
    ["CIN missing", { caseRef: "", status: "cin" }],
    ["missing, no longer looked after", { caseRef: "", status: "" }],
    ["missing again, see NTK-2026-0041", { caseRef: "", status: "" }],
  ])("“%s” fills the case reference and the status", (text, values) => {
    expect(valuesOf(after(text, ["pick:child-missing"], ["continue", { missingSince: "fri 4pm" }]))).toEqual(values);
  });

  test("relative words count from when they were written, not from when the card is looked at", () => {
    const draft = after("missing since last night 9pm", ["pick:child-missing"]);
    const later = atLondon("2026-04-06", "09:00");
    expect(showReport(draft, guide, later).inputs[0]?.value).toBe("Friday 3 April 2026, 9pm");
  });

  test("an emptied box stays empty", () => {
    const draft = after("missing since fri 4pm", ["pick:child-missing"], ["continue", { missingSince: "" }]);
    expect(valuesOf(draft)["missingSince"]).toBe("");
  });

  test("the briefing is begun with what is known", () => {
    expect(valuesOf(at.briefing())).toMatchObject({
      basics: "AMB-1042",
      concern: "13yo CLA missing since fri tea time",
      contact: "ana@ambershire.example, 01632 960001",
      action: "",
    });
  });
});

describe("how answers are read", () => {
  test("a moment is shown from then on in words that mean the same on any day", () => {
    expect(at.details().kept["missingSince"]).toBe("Friday 3 April 2026, 4pm");
    expect(at.details().answers["missingSince"]).toBe(atLondon("2026-04-03", "16:00"));
    expect(view(at.details()).intro).toBe("Counting from Friday 3 April 2026, 4pm.");
  });

  test.each([
    ["midnight", "3 april midnight"],
    ["midday", "3 april midday"],
    ["the doubled hour", "25/10/2025 01:30"],
    ["the start of a day", "3 april 00:00"],
    ["now", "now"],
  ])("%s, gone back to and sent again, is the same moment", (_, typed) => {
    const once = after("missing", ["pick:child-missing"], ["continue", { missingSince: typed }]);
    const again = next(once, ["back"]);
    const twice = answered(again, ["continue", { missingSince: valuesOf(again)["missingSince"] ?? "" }]);
    expect(twice).toMatchObject({ draft: { answers: once.answers } });
    expect(once.answers["missingSince"]).toEqual(expect.any(Number));
  });

  test.each([
    ["amb1042", "AMB-1042"],
    ["AMB 1042", "AMB-1042"],
    [" amb-1042 ", "AMB-1042"],
    ["none", null],
    ["No case yet", null],
  ])("the case reference “%s” is stored as %s", (typed, stored) => {
    expect(answered(at.details(), ["continue", { caseRef: typed, status: "cla" }])).toMatchObject({
      draft: { screen: "details:2", caseRef: stored },
    });
  });

  test("yes, no, a choice and several choices become typed facts; what is left empty is assumed by the policy", () => {
    expect(
      answered(at["details:2"](), ["continue", { whereabouts: "known", removedFromUk: "no", seriousRisk: "" }]),
    ).toMatchObject({ draft: { answers: { status: ["cla"], whereabouts: "known", removedFromUk: false } } });
  });

  test("clearing an answer takes it back", () => {
    const done = next(at["details:2"](), ["continue", { whereabouts: "known" }]);
    expect(done.answers["whereabouts"]).toBe("known");
    const cleared = next(next(done, ["back"]), ["continue", { whereabouts: "" }]);
    expect(cleared.answers["whereabouts"]).toBeUndefined();
  });

  test("another event keeps the answers it asks for too, drops the rest, and forgets nothing that was typed", () => {
    const draft = after(
      "missing",
      ["pick:child-missing"],
      ["continue", { missingSince: "fri 4pm" }],
      ["continue", { caseRef: "AMB-1042", status: "cp" }],
      ["back"],
      ["back"],
      ["back"],
      ["pick:child-removed-from-uk"],
    );
    expect(draft.answers).toEqual({ status: ["cp"] });
    expect(draft.kept["missingSince"]).toBe("Friday 3 April 2026, 4pm");
    expect(begin("x").kept).toEqual({ what: "x" });
  });
});
