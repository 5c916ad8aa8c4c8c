import { join } from "node:path";
import { readPolicyFiles } from "../../src/adapters/files/policies.ts";
import { looserFrom } from "../../src/rules/policy/check/looser.ts";
import { loadPolicies } from "../../src/rules/policy/load.ts";
import { defaultHouseRules } from "../../src/rules/rulebook.ts";
import type { Clock } from "../../src/rules/clock.ts";
import { createCalendar } from "../../src/time/calendar.ts";
import { faultsIn, loadSmall, warningsIn } from "./support/small-policy.ts";

const common = readPolicyFiles(join(process.cwd(), "policies", "common"));
const shipped = Object.fromEntries(common.map(({ path, text }) => [`common/${path.split("/").at(-1) ?? ""}`, text]));
const words = {
  "common/cases.yaml": shipped["common/cases.yaml"] ?? "",
  "common/events.yaml": shipped["common/events.yaml"] ?? "",
};

/** The warnings about one duty, held against the shipped limits of the law. */
const warned = (duty: string): readonly string[] => {
  const clause = `clauses:\n  - { id: D-1, title: t, words: w, source: s, kind: duty, owedBy: service-manager, duty: ${duty} }\n`;
  const policy = 'id: own\ntitle: Own\nsource: s\nversion: "1"\ninForce: { from: 2020-01-01 }\nkind: procedure\n';
  const files = { ...words, "common/posts.yaml": "posts: { service-manager: Service Manager }\n" };
  const loaded = loadPolicies(
    Object.entries({
      ...files,
      "common/statute.yaml": shipped["common/statute.yaml"] ?? "",
      "own/policy.yaml": policy,
      "own/1.yaml": clause,
    }).map(([path, text]) => ({ path, text })),
  );
  if (loaded.faults.length > 0) throw new Error(faultsIn(loaded).join("\n"));
  return warningsIn(loaded).filter((line) => line.includes("than the law"));
};
const laws = (duty: string): readonly string[] => warned(duty).map((line) => /: (ST-[\w-]+),/.exec(line)?.[1] ?? line);

describe("a clause that allows more time than the law", () => {
  test.each([
    [
      "a conference in 20 working days",
      "{ on: section-47-started, metBy: icpc-held, clock: { withinWorkingDays: 20 } }",
      ["ST-4"],
    ],
    [
      "a conference in 15, as the law has it",
      "{ on: section-47-started, metBy: icpc-held, clock: { withinWorkingDays: 15 } }",
      [],
    ],
    [
      "a conference in 22 calendar days",
      "{ on: section-47-started, metBy: icpc-held, clock: { withinDays: 22 } }",
      ["ST-4"],
    ],
    ["a conference in 14 days", "{ on: section-47-started, metBy: icpc-held, clock: { withinDays: 14 } }", []],
    [
      "visits in care every eight weeks",
      "{ when: { status: cla }, from: placementStart, metBy: visit-done, clock: { everyWeeks: 8 } }",
      ["ST-28-2"],
    ],
    [
      "visits to every child every eight weeks",
      "{ from: placementStart, metBy: visit-done, clock: { everyWeeks: 8 } }",
      ["ST-28-2"],
    ],
    [
      "visits to a child in need every eight weeks",
      "{ when: { status: cin }, from: statusSince, metBy: visit-done, clock: { everyWeeks: 8 } }",
      [],
    ],
    [
      "long placements every three months",
      "{ when: { status: cla, placedUntil18: true }, from: placementStart, metBy: visit-done, clock: { everyMonths: 3 } }",
      [],
    ],
    [
      "long placements every four months",
      "{ when: { status: cla, placedUntil18: true }, from: placementStart, metBy: visit-done, clock: { everyMonths: 4 } }",
      ["ST-28-3"],
    ],
    [
      "the first visit after ten days",
      "{ when: { status: cla }, from: placementStart, metBy: visit-done, phases: [{ says: first, until: first-done, clock: { withinDays: 10 } }, { says: later, clock: { everyWeeks: 6 } }] }",
      ["ST-28-1"],
    ],
    [
      "the last of three checkpoints after 50 working days",
      "{ on: assessment-authorised, metBy: assessment-completed, checkpoints: [{ says: a, clock: { withinWorkingDays: 10 } }, { says: b, clock: { withinWorkingDays: 50 } }] }",
      ["ST-ASSESSMENT"],
    ],
    [
      "no limit at all, which the words may leave open",
      "{ on: section-47-started, metBy: icpc-held, clock: { noLimit: true } }",
      [],
    ],
  ])("%s", (_says, duty, expected) => {
    expect(laws(duty)).toEqual(expected);
  });

  test("says where, from when, what the law says and what to write", () => {
    expect(warned("{ on: section-47-started, metBy: icpc-held, clock: { withinWorkingDays: 20 } }")).toEqual([
      "own/1.yaml:2:141: D-1 allows more time than the law, counted from 2027-06-01 for example: ST-4, Working Together to Safeguard Children, says “The initial child protection conference is held within 15 working days of the strategy discussion that started the enquiries.”: write a clock that allows no more than “within 15 working days”",
    ]);
  });

  test("says so when nobody has looked the law up", () => {
    const [line] = warned(
      "{ on: stage-one-complaint-received, metBy: stage-one-complaint-answered, clock: { withinWorkingDays: 25 } }",
    );
    expect(line).toContain("(from memory; look it up)");
  });
});

describe("which of two clocks is longer", () => {
  const hours = { calendar: createCalendar(defaultHouseRules), houseRules: defaultHouseRules };
  test.each<[string, Clock, Clock, string | null]>([
    ["the same", { withinWorkingDays: 5 }, { withinWorkingDays: 5 }, null],
    [
      "seven days against five working days are longer over no holiday",
      { withinDays: 7 },
      { withinWorkingDays: 5 },
      "2027-06-05",
    ],
    [
      "four weeks against 20 working days: the same day of the week",
      { everyWeeks: 4 },
      { withinWorkingDays: 20 },
      "2027-06-05",
    ],
    ["three days against 72 hours end later in the day", { withinDays: 3 }, { withinHours: 72 }, "2027-06-01"],
    ["one month against 31 days", { withinMonths: 1 }, { withinDays: 31 }, null],
    ["a thousand weeks lead past the calendar, and are long", { whenOverWeeks: 1000 }, { withinDays: 1 }, "2027-06-01"],
    ["one month against 28 days", { withinMonths: 1 }, { withinDays: 28 }, "2027-06-01"],
  ])("%s", (_says, clock, limit, from) => {
    expect(looserFrom(clock, limit, hours)).toBe(from);
  });
});

describe("an author's mistakes in statute.yaml", () => {
  const law = (about: string, more = "") =>
    `statute:\n  - { id: ST-1, words: w, source: s, about: ${about}, clock: { sameDay: true } }\n${more}`;
  // The small vocabulary does not have the events that some happenings call for.
  const cases = words["common/cases.yaml"].replaceAll(/^ +reports: .*\n/gm, "");
  const faults = (text: string) => faultsIn(loadSmall({}, { "common/statute.yaml": text, "common/cases.yaml": cases }));
  test.each([
    [
      "an unknown happening",
      law("{ metBy: icpc-hold }"),
      "common/statute.yaml:2:54: icpc-hold is not a known happening: write icpc-held",
    ],
    [
      "an unknown value",
      law("{ metBy: icpc-held, when: { status: cq } }"),
      "common/statute.yaml:2:81: cq is not a value of status: write cp",
    ],
    [
      "about nothing",
      law("{ stage: later }"),
      "common/statute.yaml:2:45: no clause can be about this: write metBy: and a happening",
    ],
    [
      "an id twice",
      law("{ metBy: icpc-held }") + law("{ metBy: icpc-held }").split("\n").slice(1).join("\n"),
      "common/statute.yaml:3:11: ST-1 is there already: give it another id, or remove one of the two",
    ],
    [
      "a clock of no kind",
      "statute:\n  - { id: ST-1, words: w, source: s, about: { metBy: icpc-held }, clock: { weekly: true } }\n",
      "weekly is not a word that is known here",
    ],
  ])("%s", (_says, text, fault) => {
    expect(faults(text)).toEqual([expect.stringContaining(fault)]);
  });
});
