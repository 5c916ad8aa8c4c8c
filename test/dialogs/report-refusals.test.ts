import { after, answered, at, begin, next, refusalOf, valuesOf, view } from "./telling.ts";

type Where = keyof typeof at;
const future = "That hasn't happened yet. When did you first know?";
const unread = "I couldn't read that as a date and time. Try: yesterday 4pm.";
const tooEarly = "That is too long ago to be right: check the year. I can count from 2015, and back 18 years at most.";
const nhs = "That looks like an NHS number. Take it out: the case reference is enough.";
const postcode = "That looks like a postcode. Take it out: the case reference is enough.";
const birth = "That looks like somebody's name or date of birth. Take it out: the case reference is enough.";
const notRef = "That isn't a case reference. It looks like AMB-1042. If there is no case yet, type: none.";

describe("what is not taken stays on the screen, with its reason", () => {
  test.each<readonly [Where, string, string, string]>([
    ["whatHappened", "what", "", "Say what happened: a few words are enough."],
    ["whatHappened", "what", "NHS no 943 476 5919 missing", nhs],
    ["whatHappened", "what", "missing from 12 Hill Rd AB10 1XG", postcode],
    ["whatHappened", "what", "Jade Miller 12/03/2013 missing", birth],
    ["whatHappened", "what", "missing, dob 12.3.13", birth],
    [
      "whatHappened",
      "what",
      "x".repeat(10_001),
      "That is too long for this box. Shorten it; what you wrote is still here.",
    ],
    ["when", "missingSince", "", "This is needed."],
    ["when", "missingSince", "when the cows came home", unread],
    ["when", "missingSince", "tomorrow 5pm", future],
    ["when", "missingSince", "4 April 2007 4pm", tooEarly],
    ["when", "missingSince", "31 December 2014 4pm", tooEarly],
    ["when", "missingSince", "31 Feb 4pm", "There is no such date or time. Check it and try again: 3 April 4pm."],
    [
      "when",
      "missingSince",
      "Monday 3 April 2026 4pm",
      "That could be two different times. Write the day and the time in full: 3 April 4pm.",
    ],
    ["details", "caseRef", "", "This is needed."],
    ["details", "caseRef", "Jade Miller", notRef],
    ["details", "caseRef", "9434765919", nhs],
    ["details", "status", "", "This is needed."],
    ["details", "status", "cla,emperor", "Choose one of the answers shown."],
    ["details:2", "whereabouts", "somewhere", "Choose one of the answers shown."],
    ["briefing", "action", "", "Write this section, or choose “Send now, details later”."],
  ])("%s: %s of %j", (where, name, typed, refusal) => {
    const draft = at[where]();
    const refused = next(draft, ["continue", { [name]: typed }]);
    expect(refused).toMatchObject({ screen: draft.screen, step: draft.step, answers: draft.answers });
    expect(refusalOf(refused, name)).toBe(refusal);
    expect(valuesOf(refused)[name]).toBe(typed);
  });

  test("a date that cannot be read has an example of a date", () => {
    const draft = after("x", ["group:Staff"], ["pick:staff-sickness"]);
    const refused = next(draft, ["continue", { offSince: "ages ago" }]);
    expect(refusalOf(refused, "offSince")).toBe("I couldn't read that as a date. Try: 3 April, or last Monday.");
  });

  test("one wrong answer keeps the right ones beside it", () => {
    const refused = next(at.details(), ["continue", { caseRef: "nonsense!", status: "cp,cla" }]);
    expect(valuesOf(refused)).toEqual({ caseRef: "nonsense!", status: "cp,cla" });
    expect(refusalOf(refused, "status")).toBeNull();
  });

  test("a button that is not there is answered with a sentence, and what was typed is kept", () => {
    const refused = next(at.when(), ["pick:child-death", { missingSince: "fri 5pm" }]);
    expect(view(refused)).toMatchObject({
      screen: "when",
      refusal: "Choose one of the buttons to go on.",
      inputs: [{ value: "fri 5pm" }],
    });
  });

  test("words sent in the chat that hold an NHS number come back on the first screen", () => {
    const draft = begin("943 476 5919 is missing");
    expect(view(draft)).toMatchObject({
      screen: "whatHappened",
      inputs: [{ value: "943 476 5919 is missing", refusal: nhs }],
    });
    expect(draft.what).toBe("");
  });
});

describe("the briefing", () => {
  const typed = { concern: "Lives at AB10 1XG with an aunt" };

  test.each(["continue", "later"])("warns of a postcode once, and takes it when %s is pressed again", (button) => {
    const whole = { basics: "b", action: "a", updateExpected: "noon", contact: "c", ...typed };
    const warned = next(at.briefing(), [button, whole]);
    expect(refusalOf(warned, "concern")).toMatch(/postcode.*press the button again to keep it/);
    expect(answered(warned, [button, whole])).toMatchObject({ draft: { screen: "preview", briefing: whole } });
  });

  test("warns again when the words have changed since", () => {
    const warned = next(at.briefing(), ["later", typed]);
    const again = answered(warned, ["later", { concern: "NHS 9434765919" }]);
    expect(again).toMatchObject({ draft: { screen: "briefing" } });
  });

  test("“Send now, details later” leaves out what is not written", () => {
    const sent = next(at.briefing(), ["later", { basics: "AMB-1042", concern: "", action: " " }]);
    expect(sent).toMatchObject({ screen: "preview" });
    expect(sent.briefing).toEqual({ basics: "AMB-1042" });
  });
});
