import fc from "fast-check";
import { answerReport, showReport, startReport } from "../../src/dialogs/report.ts";
import { reportFlow } from "../../src/dialogs/report/flow.ts";
import { draftSchema } from "../../src/domain/draft.ts";
import { asOf, guide } from "./guide.ts";
import { view } from "./telling.ts";

const hurried = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.constantFrom(
    "fri tea time",
    "tomorrow",
    "31 feb",
    "AMB-1042",
    "none",
    "cla",
    "cp,cla",
    "yes",
    "known",
    "943 476 5919",
    "AB10 1XG",
    "Jade Miller 12/03/2013",
    "",
    "  ",
    "<at>x</at>",
    "__proto__",
    "13yo missing since 4pm",
  ),
);

/** What one turn sends: a value for some of the inputs shown, names that nobody asked for, and a button shown or invented. */
const turn = fc.record({
  values: fc.array(hurried, { minLength: 6, maxLength: 6 }),
  leaveOut: fc.nat({ max: 8 }),
  stray: fc.dictionary(fc.string({ maxLength: 10 }), hurried, { maxKeys: 2 }),
  pick: fc.nat(),
  forged: fc.option(fc.string({ maxLength: 12 }), { freq: 6 }),
});

const ends = Object.keys(reportFlow.ends);

test("whatever is typed and pressed: no throw, always a next step, and nothing typed is lost", () => {
  fc.assert(
    fc.property(fc.option(hurried), fc.array(turn, { maxLength: 25 }), (text, turns) => {
      let draft = startReport("d1", "ana@ambershire.example", text, asOf, guide);
      for (const { values, leaveOut, stray, pick, forged } of turns) {
        const shown = view(draft);
        expect(shown.buttons.length).toBeGreaterThan(0);
        const input: Record<string, string> = { ...stray };
        shown.inputs.forEach(({ name }, index) => {
          if (index !== leaveOut) input[name] = values[index] ?? "";
        });
        const button = forged ?? shown.buttons[pick % shown.buttons.length]?.answer ?? null;
        const step = answerReport(draft, input, button, guide, asOf);
        if (step.outcome !== "screen") {
          expect(ends).toContain(step.outcome);
          return;
        }
        const refused = step.draft.step === draft.step;
        for (const { name } of shown.inputs) {
          const typed = input[name];
          if (typed === undefined) continue;
          const kept = step.draft.kept[name] ?? "";
          if (refused && step.draft.refusals[name] !== undefined) expect(kept).toBe(typed);
          expect(kept.trim() === "").toBe(typed.trim() === "");
        }
        expect(draftSchema.parse(step.draft)).toEqual(step.draft);
        expect(step.draft.step - draft.step).toBeLessThanOrEqual(1);
        draft = step.draft;
      }
    }),
    { numRuns: 400 },
  );
});

test("a draft shows the same screen however often it is looked at", () => {
  fc.assert(
    fc.property(hurried, (text) => {
      const draft = startReport("d1", "ana@ambershire.example", text, asOf, guide);
      expect(showReport(draft, guide, asOf)).toEqual(showReport(draft, guide, asOf));
    }),
  );
});
