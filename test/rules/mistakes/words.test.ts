import { faultsIn, loadSmall, swap } from "../support/small-policy.ts";
import type { SmallFile } from "../support/small-policy.ts";

type Mistake = [says: string, file: SmallFile, instead: string, written: string, faults: string[]];

describe("an author's mistakes in the words of a clause", () => {
  test.each<Mistake>([
    [
      "a clock that does not exist",
      "small/1-clauses.yaml",
      "clock: { whenOverWeeks: 2 }",
      "clock: { fortnightly: true }",
      [
        "small/1-clauses.yaml:24:14: fortnightly is not a word that is known here: write one of immediately, withinHours, sameDay, byEndOfWorkingDay, statutory, withinWorkingDays, withinDays, unit, withinWeeks, withinMonths, everyWeeks, everyMonths …",
      ],
    ],
    [
      "a misspelt clock",
      "small/1-clauses.yaml",
      "clock: { whenOverWeeks: 2 }",
      "clock: { whenOverWeek: 2 }",
      ["small/1-clauses.yaml:24:14: whenOverWeek is not a word that is known here: write whenOverWeeks"],
    ],
    [
      "two clocks at once",
      "small/1-clauses.yaml",
      "clock: { whenOverWeeks: 2 }",
      "clock: { whenOverWeeks: 2, sameDay: true }",
      ["small/1-clauses.yaml:24:14: whenOverWeeks does not go together with its neighbours: keep one of them"],
    ],
    [
      "a clock in words",
      "small/1-clauses.yaml",
      "clock: { whenOverWeeks: 2 }",
      "clock: immediately",
      ["small/1-clauses.yaml:24:12: clock cannot be immediately: write { immediately: true }"],
    ],
    [
      "a clock of no length",
      "small/1-clauses.yaml",
      "clock: { whenOverWeeks: 2 }",
      "clock: { whenOverWeeks: 0 }",
      ["small/1-clauses.yaml:24:29: whenOverWeeks is too short or too small: write at least 1"],
    ],
    [
      "a clock with nothing to count from",
      "small/1-clauses.yaml",
      "    anchor: offSince\n",
      "",
      ["small/1-clauses.yaml:23:5: this clock has nothing to count from: write anchor: and a fact"],
    ],
    [
      "an unknown event",
      "small/1-clauses.yaml",
      "on: child-missing",
      "on: child-mising",
      ["small/1-clauses.yaml:7:9: child-mising is not a known event: write child-missing"],
    ],
    [
      "an unknown event in a list",
      "small/1-clauses.yaml",
      "on: staff-sick",
      "on: [staff-sick, staff-sik]",
      ["small/1-clauses.yaml:22:22: staff-sik is not a known event: write staff-sick"],
    ],
    [
      "an unknown fact in a condition",
      "small/1-clauses.yaml",
      "{ whereabouts: unknown }]",
      "{ whereabout: unknown }]",
      ["small/1-clauses.yaml:8:52: whereabout is not a known fact: write whereabouts"],
    ],
    [
      "a fact that the event does not ask",
      "small/1-clauses.yaml",
      "{ whereabouts: unknown }]",
      "{ risk: true }]",
      [
        "small/1-clauses.yaml:8:52: the event does not ask risk: add risk to the event's facts, or write missingSince, status, whereabouts, awareAt or age",
      ],
    ],
    [
      "a value that is no option",
      "small/1-clauses.yaml",
      "in: [cp, cla]",
      "in: [cp, cl]",
      ["small/1-clauses.yaml:8:40: cl is not a value of status: write cp"],
    ],
    [
      "a list without in",
      "small/1-clauses.yaml",
      "{ status: { in: [cp, cla] } }",
      "{ status: [cp, cla] }",
      [
        "small/1-clauses.yaml:8:29: status cannot be a list: write one value, { in: [one, other] }, { atLeast: 1 } or { atMost: 1 }; all, any and not stand alone",
      ],
    ],
    [
      "a misspelt comparison",
      "small/1-clauses.yaml",
      "{ in: [cp, cla] }",
      "{ inn: [cp, cla] }",
      ["small/1-clauses.yaml:8:31: inn is not a word that is known here: write in"],
    ],
    [
      "a number compared with a choice",
      "small/1-clauses.yaml",
      "{ whereabouts: unknown }]",
      "{ whereabouts: { atLeast: 2 } }]",
      ["small/1-clauses.yaml:8:65: whereabouts is a choice, not a number: write the value itself, or in: […]"],
    ],
    [
      "words for a yes or no",
      "small/1-clauses.yaml",
      "anchor: offSince",
      "when: { risk: maybe }\n    anchor: offSince",
      ["small/1-clauses.yaml:23:19: maybe is not a value of risk: write true or false"],
    ],
    [
      "a condition that compares an instant",
      "small/1-clauses.yaml",
      "{ whereabouts: unknown }]",
      "{ awareAt: 2026-01-01 }]",
      [
        "small/1-clauses.yaml:8:61: 2026-01-01 is not a value of awareAt: count from it (anchor) instead: instants are not compared",
      ],
    ],
    [
      "all without a list",
      "small/1-clauses.yaml",
      "when: { all: [{ status: { in: [cp, cla] } }, { whereabouts: unknown }] }",
      "when: { all: cla }",
      ["small/1-clauses.yaml:8:13: all joins conditions: write all: and conditions under it"],
    ],
    [
      "all beside a fact",
      "small/1-clauses.yaml",
      "{ whereabouts: unknown }] }",
      "{ whereabouts: unknown }], age: 3 }",
      ["small/1-clauses.yaml:8:77: age is not a word that is known here: write all, any or not"],
    ],
    [
      "a condition that no answers meet",
      "small/1-clauses.yaml",
      "{ whereabouts: unknown }]",
      "{ whereabouts: known }, { whereabouts: unknown }]",
      [
        "small/1-clauses.yaml:8:5: S-1 can never apply: no answers meet this condition: use any: where one of several is enough, or in: […]",
      ],
    ],
    [
      "an unknown anchor",
      "small/1-clauses.yaml",
      "anchor: missingSince",
      "anchor: missingSinse",
      ["small/1-clauses.yaml:9:13: missingSinse is not a known fact: write missingSince"],
    ],
    [
      "an anchor that the event does not ask",
      "small/1-clauses.yaml",
      "anchor: offSince",
      "anchor: awareAt",
      [
        "small/1-clauses.yaml:23:13: the event does not ask awareAt: add awareAt to the event's facts, or name one that it asks",
      ],
    ],
    [
      "an anchor that is no moment",
      "small/1-clauses.yaml",
      "anchor: offSince",
      "anchor: risk",
      [
        "small/1-clauses.yaml:23:13: risk is neither an instant nor a date: write awareAt, missingSince, returnedAt, offSince or another that is",
      ],
    ],
    [
      "an unknown post",
      "small/1-clauses.yaml",
      "tell: [{ post: assistant-director }]",
      "tell: [{ post: asistant-director }]",
      ["small/1-clauses.yaml:26:20: asistant-director is not a known post: write assistant-director"],
    ],
    [
      "an unknown way of telling",
      "small/1-clauses.yaml",
      "tell: [{ post: assistant-director }]",
      "tell: [{ post: assistant-director, how: team }]",
      ["small/1-clauses.yaml:26:45: team is not a value of how: write teams"],
    ],
    [
      "a telephone call as a telling",
      "small/1-clauses.yaml",
      "tell: [{ post: assistant-director }]",
      "tell: [{ post: assistant-director, how: phone }]",
      ["small/1-clauses.yaml:26:45: phone is not a value of how: write teams, amend, copy, brief, decide or log"],
    ],
  ])("%s", (_says, file, instead, written, faults) => {
    expect(faultsIn(loadSmall({ [file]: swap(instead, written) }))).toEqual(faults);
  });
});
