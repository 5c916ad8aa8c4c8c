import { clause, composeRulebook } from "../../src/rules/rulebook.ts";
import { documentCouncil } from "../../src/rules/document-council.ts";
import { assess } from "../../src/rules/assess.ts";
import { at } from "./support/rulebook.ts";
import { faultsIn, loadSmall, swap, warningsIn } from "./support/small-policy.ts";

/** A second policy, with a clause on what S-1 is about and two of its own. */
const large = {
  "large/policy.yaml": `id: large
title: A large policy
source: Ambershire, page 2
version: "1"
inForce: { from: 2020-01-01 }
kind: need-to-know
`,
  "large/1-clauses.yaml": `clauses:
  - id: L-1
    title: Missing at all
    words: Any child missing
    source: Line 1
    kind: notify
    on: child-missing
    anchor: missingSince
    clock: { withinWorkingDays: 10 }
    tell: [{ post: service-manager }]
    examples: [{ says: told within ten, given: { missingSince: 2026-03-02T09:00, status: cin }, expect: { applies: true } }]
  - id: L-2
    title: Off sick
    words: Anybody off sick
    source: Line 2
    kind: notify
    on: staff-sick
    tell: [{ post: service-manager }]
    examples: [{ says: told, given: { offSince: 2026-03-02 }, expect: { applies: true } }]
  - { id: L-3, title: Be kind, words: Be kind, source: Line 3, kind: principle, handledBy: Nowhere yet }
`,
};

const councilWith =
  (policies: string, overlaps = "") =>
  (text: string) =>
    swap("policies: [small]\n", `policies: ${policies}\n${overlaps}`)(text);
const load = (policies: string, overlaps = "") => loadSmall({ "council.yaml": councilWith(policies, overlaps) }, large);
const composed = (policies: string, overlaps = "") => {
  const loaded = load(policies, overlaps);
  const [council] = loaded.councils;
  if (council === undefined || loaded.faults.length > 0) throw new Error(faultsIn(loaded).join("\n"));
  return { loaded, council, rulebook: composeRulebook(loaded, council) };
};
const inUse = (policies: string, overlaps = "") => composed(policies, overlaps).rulebook.clauses.map(({ id }) => id);

describe("what a council takes of a policy", () => {
  test.each([
    ["a whole policy by its id", "[small]", ["S-1", "S-2", "S-3"]],
    ["several, in its own order", "[large, small]", ["L-1", "L-2", "L-3", "S-1", "S-2", "S-3"]],
    ["only some clauses of one", "[small, { id: large, only: [L-2] }]", ["S-1", "S-2", "S-3", "L-2"]],
    ["all but some", "[{ id: large, except: [L-1, L-3] }]", ["L-2"]],
    ["a whole one written out", "[{ id: large }]", ["L-1", "L-2", "L-3"]],
  ])("%s", (_says, policies, ids) => {
    expect(inUse(policies)).toEqual(ids);
  });

  test("what is left out is kept, with the reason that the council gives", () => {
    const { rulebook } = composed("[small, { id: large, except: [L-3], because: It is no rule. }]");
    expect(
      rulebook.notInUse.map(({ clause: { id }, why, instead, because }) => ({ id, why, instead, because })),
    ).toEqual([{ id: "L-3", why: "left-out", instead: [], because: "It is no rule." }]);
  });
});

describe("where clauses overlap", () => {
  const overlaps = "overlaps: [{ clauses: [S-1, L-1], wins: S-1, because: It is the sooner. }]\n";

  test("those that do not win are not in use, and say what holds instead", () => {
    const { rulebook } = composed("[small, large]", overlaps);
    expect(rulebook.clauses.map(({ id }) => id)).toEqual(["S-1", "S-2", "S-3", "L-2", "L-3"]);
    expect(rulebook.notInUse).toEqual([
      {
        clause: expect.objectContaining({ id: "L-1" }),
        why: "overlap",
        instead: ["S-1"],
        because: "It is the sooner.",
      },
    ]);
  });

  test("several may win, and both then run", () => {
    const three = "overlaps: [{ clauses: [S-1, L-1, L-2], wins: [S-1, L-1], because: Both are wanted. }]\n";
    expect(inUse("[small, large]", three)).toEqual(["S-1", "S-2", "S-3", "L-1", "L-3"]);
  });

  test("nothing said, both are shown and the earlier comes first", () => {
    const { rulebook } = composed("[large, small]");
    const facts = { missingSince: at("2026-03-02T09:00"), status: ["cla"] };
    const ids = assess(rulebook, { event: "child-missing", facts }, at("2026-03-03T10:00")).clauses.map(({ id }) => id);
    expect(ids).toEqual(["S-1", "L-1"]);
  });

  test("a clause that lost makes nothing happen, and can still be read by an older report", () => {
    const { rulebook } = composed("[small, large]", overlaps);
    const facts = { missingSince: at("2026-03-02T09:00"), status: ["cin"] };
    expect(assess(rulebook, { event: "child-missing", facts }, at("2026-03-03T10:00")).clauses).toEqual([]);
    expect(clause(rulebook, "L-1")?.words).toBe("Any child missing");
  });

  test("the page of the council shows every clause, in use or not, who wins and why", () => {
    const { loaded, council } = composed("[{ id: small, except: [S-3] }, large]", overlaps);
    const page = documentCouncil(council, loaded);
    expect(page).toContain("4 clauses of 2 policies are in use, 2 are not.");
    expect(page).toContain("| S-1, L-1 | **S-1** | It is the sooner. |");
    expect(page).toMatch(/\*\*L-1\*\*.*\| no, S-1 holds: It is the sooner\. \|/);
    expect(page).toMatch(/\*\*S-3\*\*.*\| no, left out \|/);
    expect(page).toMatch(/\*\*L-2\*\*.*\| yes \|/);
  });
});

describe("a clause of the law that gives way", () => {
  const statutory = (clock: string) => (text: string) =>
    swap(
      "    unit: assumed\n",
      "    statutory: true\n",
    )(swap("clock: { whenOverWeeks: 2 }", `clock: { ${clock} }`)(text));
  const overlaps = "overlaps: [{ clauses: [S-2, L-1], wins: L-1, because: We say so. }]\n";
  const warned = (clock: string) =>
    warningsIn(
      loadSmall(
        {
          "council.yaml": councilWith("[small, large]", overlaps),
          "small/1-clauses.yaml": (text) => statutory(clock)(text).replace("dueAt: 2026-03-17T17:00", "phone: false"),
        },
        large,
      ),
    ).filter((line) => line.startsWith("council"));

  test.each([
    ["to a longer clock warns", "withinWorkingDays: 5", 1],
    ["to a clock that is longer in some weeks only warns", "withinWeeks: 2", 1],
    ["to the same clock does not", "withinWorkingDays: 10", 0],
    ["to a shorter clock does not", "withinMonths: 1", 0],
  ])("%s", (_says, clock, count) => {
    const warning =
      "council.yaml:4:24: S-2 is in the law, and gives way to L-1, which allows more time: let S-2 win, or give L-1 a clock that is no longer";
    expect(warned(clock)).toEqual(Array.from({ length: count }, () => warning));
  });
});

describe("a duty that nobody of the council would owe", () => {
  const duty = (owedBy: string) => ({
    ...large,
    "common/cases.yaml":
      "happenings: { file-checked: { title: The file was checked }, file-opened: { title: A file was opened } }\n",
    "large/2-duties.yaml": `clauses:
  - { id: L-4, title: t, words: w, source: s, kind: duty, owedBy: ${owedBy}, duty: { on: file-opened, clock: { sameDay: true }, metBy: file-checked } }
`,
  });
  const line = "council.yaml:5:3: director owes L-4 and is not a post of this council: add director: to posts";

  test.each([
    ["warns", "director", "[small, large]", [line]],
    ["does not, when one of several posts is there", "[director, service-manager]", "[small, large]", []],
    ["does not, when the council leaves it out", "director", "[small, { id: large, except: [L-4] }]", []],
  ])("%s", (_says, owedBy, policies, expected) => {
    const loaded = loadSmall({ "council.yaml": councilWith(policies) }, duty(owedBy));
    expect(faultsIn(loaded)).toEqual([]);
    expect(warningsIn(loaded).filter((each) => each.includes(" owes "))).toEqual(expected);
  });
});
