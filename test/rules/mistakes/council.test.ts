import { faultsIn, loadSmall, swap } from "../support/small-policy.ts";

/** A second policy, so that there is something to choose from. */
const large = {
  "large/policy.yaml":
    'id: large\ntitle: Large\nsource: Page 2\nversion: "1"\ninForce: { from: 2020-01-01 }\nkind: procedure\n',
  "large/1-clauses.yaml": `clauses:
  - { id: L-1, title: t, words: w, source: s, kind: principle, handledBy: h }
  - { id: L-2, title: t, words: w, source: s, kind: principle, handledBy: h }
`,
};

/** What is written in place of the council's list of policies, from line 3 on. */
const faults = (written: string) =>
  faultsIn(loadSmall({ "council.yaml": swap("policies: [small]\n", written) }, large));
const overlap = (written: string) => faults(`policies: [small, large]\noverlaps:\n  - { ${written} }\n`);

describe("an author's mistakes in what a council takes of its policies", () => {
  test.each([
    ["an unknown policy", "policies: [{ id: smal }]\n", ["council.yaml:3:18: there is no policy smal: write small"]],
    [
      "a policy twice, once whole and once in part",
      "policies: [small, { id: small, only: [S-1] }]\n",
      ["council.yaml:3:25: small is used twice: keep one of the two"],
    ],
    [
      "an unknown clause among only",
      "policies: [{ id: small, only: [S-1, S-9] }]\n",
      ["council.yaml:3:37: S-9 is not a clause of small: write S-1"],
    ],
    [
      "a clause of another policy among except",
      "policies: [small, { id: large, except: [S-1] }]\n",
      ["council.yaml:3:41: S-1 is not a clause of large: write L-1"],
    ],
    [
      "only beside except",
      "policies: [{ id: small, only: [S-1], except: [S-2] }]\n",
      ["council.yaml:3:38: except stands beside only: keep one of the two"],
    ],
    [
      "a misspelt word",
      "policies: [{ id: small, onyl: [S-1] }]\n",
      ["council.yaml:3:25: onyl is not a word that is known here: write only"],
    ],
    [
      "a clause where a list is meant",
      "policies: [{ id: small, only: S-1 }]\n",
      ["council.yaml:3:31: only is S-1: write a list, each line starting with -"],
    ],
    [
      "an empty list",
      "policies: [{ id: small, only: [] }]\n",
      ["council.yaml:3:31: only is too short or too small: write at least 1"],
    ],
    ["no policy at all", "policies: []\n", ["council.yaml:3:11: policies is too short or too small: write at least 1"]],
    [
      "a number for a policy",
      "policies: [7]\n",
      ["council.yaml:3:12: an item of policies cannot be 7: write id, only, except or because"],
    ],
  ])("%s", (_says, written, expected) => {
    expect(faults(written)).toEqual(expected);
  });
});

describe("an author's mistakes in which clause wins", () => {
  test.each([
    [
      "an unknown clause",
      "clauses: [S-1, L-9], wins: S-1, because: b",
      ["council.yaml:5:22: L-9 is not a clause that this council uses: write L-1"],
    ],
    [
      "a clause twice",
      "clauses: [S-1, S-1, L-1], wins: S-1, because: b",
      ["council.yaml:5:22: S-1 is there twice: keep one of the two"],
    ],
    [
      "a winner that is not among them",
      "clauses: [S-1, L-1], wins: S-2, because: b",
      ["council.yaml:5:34: S-2 wins and is not among the clauses: write S-1 or L-1"],
    ],
    [
      "one of several winners that is not among them",
      "clauses: [S-1, L-1], wins: [S-1, L-2], because: b",
      ["council.yaml:5:40: L-2 wins and is not among the clauses: write S-1 or L-1"],
    ],
    [
      "a single clause",
      "clauses: [S-1], wins: S-1, because: b",
      ["council.yaml:5:16: clauses is too short or too small: write at least 2"],
    ],
    ["no reason", "clauses: [S-1, L-1], wins: S-1", ["council.yaml:5:5: because is missing: write because: …"]],
    [
      "an empty reason",
      'clauses: [S-1, L-1], wins: S-1, because: " "',
      ["council.yaml:5:48: because is too short or too small: write at least 1"],
    ],
    ["no winner", "clauses: [S-1, L-1], because: b", ["council.yaml:5:5: wins is missing: write wins: …"]],
    [
      "a misspelt word",
      "clauses: [S-1, L-1], winns: S-1, because: b",
      ["council.yaml:5:28: winns is not a word that is known here: write wins"],
    ],
  ])("%s", (_says, written, expected) => {
    expect(overlap(written)).toEqual(expected);
  });

  test("a clause that was left out already", () => {
    expect(
      faults(
        "policies: [small, { id: large, except: [L-1] }]\noverlaps:\n  - { clauses: [S-1, L-1], wins: S-1, because: b }\n",
      ),
    ).toEqual(["council.yaml:5:22: L-1 is left out under policies: remove L-1 here, or take it there"]);
  });

  test("two overlaps that leave nothing", () => {
    expect(
      faults(
        "policies: [small, large]\noverlaps:\n  - { clauses: [S-1, L-1], wins: S-1, because: b }\n  - { clauses: [S-1, L-2], wins: L-2, because: b }\n",
      ),
    ).toEqual([
      "council.yaml:5:34: S-1 wins here and loses on line 6, so nothing would hold: let it win in both, or name another winner",
    ]);
  });

  test("all faults of the file come in one run", () => {
    expect(
      faultsIn(
        loadSmall(
          {
            "council.yaml": (text) =>
              swap(
                "policies: [small]\n",
                "policies: [small, larg]\noverlaps:\n  - { clauses: [S-1, S-7], wins: S-8, because: b }\n",
              )(swap("lastResort: assistant-director", "lastResort: director")(text)),
          },
          large,
        ),
      ),
    ).toEqual([
      "council.yaml:3:19: there is no policy larg: write large",
      "council.yaml:5:22: S-7 is not a clause that this council uses: write S-1",
      "council.yaml:5:34: S-8 wins and is not among the clauses: write S-1 or S-7",
      "council.yaml:12:13: director is not a known post of this council: write assistant-director or service-manager",
    ]);
  });
});
