import { duty, loadDuties } from "../duty/support.ts";
import { faultsIn } from "../support/small-policy.ts";

type Mistake = readonly [says: string, clauses: string, faults: readonly string[]];
const file = "small/1-clauses.yaml";

describe("an author's mistakes in what must be done and by when", () => {
  test.each<Mistake>([
    [
      "an unknown happening",
      duty("D-1", "on: transfered, clock: { sameDay: true }"),
      [`${file}:2:111: transfered is not a known happening: write transferred`],
    ],
    [
      "an unknown happening that meets it",
      duty("D-1", "metBy: [visited, supervized], clock: { everyWeeks: 1 }"),
      [`${file}:2:124: supervized is not a known happening: write supervised`],
    ],
    [
      "an unknown happening that ends it",
      duty("D-1", "endedBy: closd, clock: { everyWeeks: 1 }"),
      [`${file}:2:116: closd is not a known happening: write closed`],
    ],
    [
      "an unknown fact to count from",
      duty("D-1", "from: [planStart, placmentStart], clock: { everyWeeks: 1 }"),
      [`${file}:2:125: placmentStart is not a known fact of a case: write placementStart`],
    ],
    [
      "counting from a fact that is no date",
      duty("D-1", "from: status, clock: { everyWeeks: 1 }"),
      [
        `${file}:2:113: status is neither an instant nor a date: write dateOfBirth, lastSupervision, lastVisit, lastObservation, transferredOn, statusSince or another that is`,
      ],
    ],
    [
      "a misspelt value",
      duty("D-1", "when: { status: clla }, clock: { everyWeeks: 1 }"),
      [`${file}:2:123: clla is not a value of status: write cla`],
    ],
    [
      "an unknown fact in a condition",
      duty("D-1", "when: { statsu: cla }, clock: { everyWeeks: 1 }"),
      [`${file}:2:115: statsu is not a known fact: write status`],
    ],
    [
      "a condition that no case can meet",
      duty("D-1", "when: { all: [{ status: cla }, { status: cp }] }, clock: { everyWeeks: 1 }"),
      [
        `${file}:2:107: D-1 can never apply: no facts meet this condition: use any: where one of several is enough, or in: […]`,
      ],
    ],
    [
      "no limit of any kind",
      duty("D-1", "metBy: visited"),
      [`${file}:2:99: this duty has no limit of any kind: write clock: …, or clock: { noLimit: true }`],
    ],
    [
      "a clock beside checkpoints",
      duty(
        "D-1",
        "clock: { sameDay: true }, checkpoints: [{ says: a, clock: { withinDays: 1 } }, { says: b, clock: { withinDays: 2 } }]",
      ),
      [`${file}:2:133: checkpoints stands beside clock: keep one of the two`],
    ],
    [
      "a clock that comes again beside on",
      duty("D-1", "on: needed, clock: { everyWeeks: 1 }"),
      [
        `${file}:2:119: what a happening starts is done once, and this comes again: remove on:, or write a clock like withinWeeks: 6`,
      ],
    ],
    [
      "a post's duty without a period",
      duty("D-1", "each: post, clock: { everyWeeks: 1 }"),
      [
        `${file}:2:119: a duty of a post needs a clock of a period: write clock: { lastWorkingDayOf: month } or { timesAYear: 4 }`,
      ],
    ],
    [
      "shifts of an unknown sort",
      duty("D-1", "clock: { everyShifts: 8, worked: shifts }"),
      [`${file}:2:140: shifts is not a known happening: write shift`],
    ],
    [
      "a phase until a fact that is no date",
      duty(
        "D-1",
        "phases: [{ says: a, until: kind, clock: { everyWeeks: 1 } }, { says: b, clock: { everyWeeks: 2 } }]",
      ),
      [
        `${file}:2:134: kind is neither an instant nor a date: write dateOfBirth, lastSupervision, lastVisit, lastObservation, transferredOn, statusSince or another that is`,
      ],
    ],
    [
      "a duty beside a clock of the clause's own",
      duty("D-1", "clock: { everyWeeks: 1 }", "clock: { sameDay: true },"),
      [`${file}:2:98: clock stands beside duty: move clock into duty, or remove it`],
    ],
    [
      "a duty of a clause that tells",
      duty("D-1", "clock: { everyWeeks: 1 }", "handledBy: Here,").replace("kind: duty", "kind: content"),
      [`${file}:2:118: a clause of the kind content has a duty: write kind: duty, or remove it`],
    ],
    [
      "an example that comes to another date",
      duty(
        "D-1",
        "clock: { everyWeeks: 1 }, metBy: visited",
        "examples: [{ says: a, given: { lastVisit: 2026-03-02 }, expect: { dueAt: 2026-03-10T23:59:59 } }],",
      ),
      [`${file}:2:171: expected dueAt 2026-03-10T23:59:59, got 2026-03-09T23:59:59: correct the clause or the example`],
    ],
    [
      "an example with an unknown happening",
      duty(
        "D-1",
        "clock: { everyWeeks: 1 }, metBy: visited",
        "examples: [{ says: a, given: {}, happened: [{ happening: visted, at: 2026-03-02 }], expect: { applies: true } }],",
      ),
      [`${file}:2:155: visted is not a known happening: write visited`],
    ],
    [
      "an example that expects another state",
      duty(
        "D-1",
        "clock: { everyWeeks: 1 }, metBy: visited",
        "examples: [{ says: a, given: { lastVisit: 2026-03-02 }, asOf: 2026-03-10, expect: { state: today } }],",
      ),
      [`${file}:2:189: expected state today, got overdue: correct the clause or the example`],
    ],
  ])("%s", (_says, clauses, faults) => {
    expect(faultsIn(loadDuties(clauses))).toEqual(faults);
  });
});
