import { readFileSync } from "node:fs";
import { join } from "node:path";
import { flowFaults, wordlessFaults } from "../../src/dialogs/engine/check.ts";
import { drawFlow } from "../../src/dialogs/engine/draw.ts";
import { faults, faultWords } from "../../src/dialogs/engine/faults.ts";
import { caseReference } from "../../src/dialogs/engine/ask.ts";
import type { Flow, Press, Screen } from "../../src/dialogs/engine/screen.ts";
import { reportFlow } from "../../src/dialogs/report/flow.ts";
import { guide, asOf } from "./guide.ts";
import { at, begin } from "./telling.ts";

type Small = Flow<null, "one" | "two", "done">;
const press = (answer: string, to: "one" | "two" | "done"): Press<null, "one" | "two" | "done"> => ({
  answer,
  label: answer,
  tone: "primary",
  inputs: "read",
  routes: [{ to }],
});
const screen = (...buttons: Screen<null, "one" | "two" | "done">["buttons"]) => ({
  purpose: "for a test",
  asks: () => "What?",
  buttons,
});
const flow = (screens: Small["screens"]): Small => ({
  name: "small",
  title: "Small",
  start: "one",
  screens,
  ends: { done: "Done" },
});

describe("a flow checks itself", () => {
  test("and the report flow holds together", () => {
    expect(flowFaults(reportFlow)).toEqual([]);
  });

  test.each<readonly [string, Small, string]>([
    [
      "a screen nobody reaches",
      flow({ one: screen(press("go", "done")), two: screen(press("go", "done")) }),
      "two: no answer leads here",
    ],
    [
      "a dead end",
      flow({ one: screen(press("go", "two"), press("end", "done")), two: screen(press("go", "two")) }),
      "two: no way from here to an end",
    ],
    [
      "two buttons alike",
      flow({ one: screen(press("go", "two"), press("go", "done")), two: screen(press("go", "done")) }),
      "one: two buttons give the same answer",
    ],
    [
      "the engine's own answer",
      flow({ one: screen(press("go", "two")), two: screen(press("back", "done")) }),
      'two: "back" is the engine\'s own answer; name this one otherwise',
    ],
    [
      "a button without words",
      flow({ one: screen({ ...press("go", "two"), label: " " }), two: screen(press("go", "done")) }),
      'one: "go" has no label',
    ],
    [
      "a question nothing reads",
      flow({
        one: { ...screen({ ...press("go", "two"), tone: "plain" }), inputs: () => [] },
        two: screen(press("go", "done")),
      }),
      "one: it asks something and has no primary button that reads it",
    ],
  ])("%s is found", (_, wrong, fault) => {
    expect(flowFaults(wrong)).toEqual([fault]);
  });

  test("an end nobody reaches is found", () => {
    const endless = flow({ one: screen(press("go", "two")), two: screen(press("go", "one")) });
    expect(flowFaults(endless)).toContain("done: no answer leads to this end");
  });
});

describe("every refusal has words", () => {
  test.each(faults.map((fault) => [fault]))("%s", (fault) => {
    expect(faultWords[fault]).toMatch(/\.|\?$/);
  });

  test("on every screen of a report, for every event there is", () => {
    const drafts = [begin(null), at.briefing(), ...guide.events().map(({ id }) => ({ ...at.when(), event: id }))];
    const asks = drafts.flatMap((draft) =>
      Object.values(reportFlow.screens).flatMap(({ inputs }) => inputs?.({ draft, guide, asOf, part: 1 }) ?? []),
    );
    expect(asks.length).toBeGreaterThan(50);
    expect(asks.flatMap(wordlessFaults)).toEqual([]);
  });

  test("and an input that takes its words away is found", () => {
    const asked = caseReference({ name: "ref", label: "Case", words: { notCaseRef: "" } });
    expect(wordlessFaults(asked)).toEqual(['ref: "notCaseRef" has no words']);
  });
});

describe("a flow draws itself", () => {
  test("every screen, every end and every way between them is on the page", () => {
    const page = drawFlow(reportFlow);
    for (const name of [...Object.keys(reportFlow.screens), ...Object.keys(reportFlow.ends)]) {
      expect(page).toMatch(new RegExp(`--> \\|?.*${name}|\\| ${name}\\n`));
    }
    expect(page).toContain('suggestions -->|"None of these"| groups');
  });

  test("the page in docs/flows is the page the code draws", () => {
    const page = readFileSync(join(process.cwd(), "docs", "flows", "report.md"), "utf8");
    expect(page).toBe(drawFlow(reportFlow));
  });
});
