import fc from "fast-check";
import { faultInWords, loadPolicies } from "../../src/rules/policy/load.ts";
import { nearest } from "../../src/rules/policy/nearest.ts";
import { faultsIn, loadSmall, smallPolicy, swap, warningsIn } from "./support/small-policy.ts";

describe("loading policies", () => {
  test("a sound policy has no faults", () => {
    expect(faultsIn(loadSmall())).toEqual([]);
  });

  test("all faults of all files come in one run, in order", () => {
    const loaded = loadSmall({
      "small/1-clauses.yaml": (text) =>
        [
          swap("reportedBy: [service-manager]", "reportedBy: [servicemanager]"),
          swap("kind: routing", "kind: rooting"),
          swap("anchor: offSince", "ancor: offSince\n    colour: red"),
          swap("on: child-missing", "on: child-mising"),
        ].reduce((edited, edit) => edit(edited), text),
      "council.yaml": swap("lastResort: assistant-director", "lastResort: asistant-director"),
    });
    expect(faultsIn(loaded)).toEqual([
      "council.yaml:10:13: asistant-director is not a known post of this council: write assistant-director",
      "small/1-clauses.yaml:7:9: child-mising is not a known event: write child-missing",
      "small/1-clauses.yaml:11:18: servicemanager is not a known post: write service-manager",
      "small/1-clauses.yaml:23:5: ancor is not a word that is known here: write anchor",
      expect.stringMatching(/^small\/1-clauses\.yaml:24:5: colour is not a word that is known here/),
      "small/1-clauses.yaml:36:11: rooting is not a value of kind: write routing",
    ]);
  });

  test("a clause with a faulty part is still held against the vocabulary", () => {
    const loaded = loadSmall({
      "small/1-clauses.yaml": (text) => swap("unit: assumed", "unit: asumed")(swap("offSince\n", "offsince\n")(text)),
    });
    expect(faultsIn(loaded)).toEqual([
      "small/1-clauses.yaml:23:13: offsince is not a known fact: write offSince",
      "small/1-clauses.yaml:25:11: asumed is not a value of unit: write assumed",
    ]);
  });

  test("a date to consider may come from an event that only one limb is on", () => {
    const limbs =
      "limbs: [{ on: press }, { on: staff-sick }], alsoConsider: [{ what: Look., from: offSince, when: { risk: true } }]";
    const clauses = `clauses:\n  - { id: S-5, title: t, words: w, source: s, kind: duty, owedBy: director, ${limbs} }\n`;
    expect(faultsIn(loadSmall({}, { "small/2.yaml": clauses }))).toEqual([]);
  });

  test("files are read in the document's order, ten after two", () => {
    const clauses = (id: string) =>
      `clauses:\n  - { id: ${id}, title: t, words: w, source: s, kind: principle, handledBy: h }\n`;
    const { policies } = loadSmall({}, { "small/10-late.yaml": clauses("S-10"), "small/2-early.yaml": clauses("S-4") });
    expect(policies[0]?.clauses.map(({ id }) => id)).toEqual(["S-1", "S-2", "S-3", "S-4", "S-10"]);
  });

  test("a policy may bring words of its own", () => {
    const { vocabulary, posts, faults } = loadSmall(
      {},
      {
        "small/events.yaml": "facts: { rank: { type: text, asks: Which rank? } }\n",
        "small/posts.yaml": "posts: { press-officer: Press Officer }\n",
      },
    );
    expect(faults).toEqual([]);
    expect(Object.keys(vocabulary.facts)).toContain("rank");
    expect(posts["press-officer"]).toBe("Press Officer");
  });

  test("a word declared in two files is a fault", () => {
    const events = "facts: { risk: { type: yes-no, asks: Is there a risk? } }\n";
    expect(faultsIn(loadSmall({}, { "small/events.yaml": events }))).toEqual([
      "small/events.yaml:1:10: fact risk is declared in common/events.yaml as well: keep one of the two",
    ]);
  });

  test("a folder without policy.yaml is a fault of its clauses", () => {
    const clauses = "clauses:\n  - { id: T-1, title: t, words: w, source: s, kind: principle, handledBy: h }\n";
    expect(faultsIn(loadSmall({}, { "stray/clauses.yaml": clauses }))).toEqual([
      "stray/clauses.yaml:1:1: there is no readable policy.yaml beside this file: write policy.yaml first",
    ]);
  });

  test("ways of saying must belong to a clause", () => {
    const phrases = "S-7:\n  event: staff-sick\n  title: Off sick\n  saidAs: [off sick again]\n";
    expect(faultsIn(loadSmall({}, { "small/phrases.yaml": phrases }))).toEqual([
      "small/phrases.yaml:1:1: S-7 is not a clause of this policy: write S-1",
    ]);
  });

  test("what is only worth a look is a warning", () => {
    const loaded = loadSmall({
      "council.yaml": swap(
        "  assistant-director: { title: Assistant Director, channel: desk }\n",
        "  director: { title: Director }\n",
      ),
    });
    expect(warningsIn(loaded)).toEqual([
      "common/events.yaml:24:3: no clause is on the event press: write on: in a clause, or remove it",
      "council.yaml:5:3: assistant-director is told by S-1, S-2 and is not a post of this council: add assistant-director: to posts",
    ]);
  });

  test("aliases that would grow without bound are refused", () => {
    const bomb = ["a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]"];
    for (const [one, other] of ["ab", "bc", "cd", "de", "ef", "fg"].map((pair) => pair.split("")))
      bomb.push(
        `${String(other)}: &${String(other)} [${Array.from({ length: 9 }, () => `*${String(one)}`).join(", ")}]`,
      );
    const { faults } = loadPolicies([{ path: "x/clauses.yaml", text: bomb.join("\n") }]);
    expect(faults.map(faultInWords)).toEqual([expect.stringContaining("write the values out, without aliases")]);
  });
});

describe("whatever an author writes", () => {
  const texts = Object.entries(smallPolicy);

  test("the loader never throws, and its faults lie within the file", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: texts.length - 1 }),
        fc.nat(1500),
        fc.nat(40),
        fc.constantFrom("", "\t", ": ", "- ", "[", "{", '"', "&a ", "*a", "null", "\n", "!!", "9", "ü"),
        (which, from, length, written) => {
          const [path, text] = texts[which] ?? ["policy.yaml", ""];
          const edit = (): string => text.slice(0, from) + written + text.slice(from + length);
          const { faults } = loadSmall({ [path]: edit });
          for (const { line, column } of faults) {
            expect(line).toBeGreaterThan(0);
            expect(column).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test("the loader never throws on arbitrary text", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 200 }),
        fc.constantFrom("policy", "events", "posts", "council", "x"),
        (text, name) => {
          loadPolicies([{ path: `p/${name}.yaml`, text }]);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the word that was meant", () => {
  test.each([
    ["child-misisng", "child-missing"],
    ["childMissing", "child-missing"],
    ["missing", undefined],
    ["staff_sick", "staff-sick"],
  ])("%s: %s", (written, meant) => {
    expect(nearest(written, ["child-missing", "staff-sick"])).toBe(meant);
  });
});
