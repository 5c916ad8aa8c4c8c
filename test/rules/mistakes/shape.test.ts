import { faultsIn, loadSmall, swap } from "../support/small-policy.ts";
import type { SmallFile } from "../support/small-policy.ts";

type Mistake = [says: string, file: SmallFile, instead: string, written: string, faults: string[]];

describe("an author's mistakes in how a policy file is written", () => {
  test.each<Mistake>([
    [
      "a tab for an indent",
      "small/1-clauses.yaml",
      "    title: Off sick\n",
      "\ttitle: Off sick\n",
      ["small/1-clauses.yaml:18:1: a tab indents this line: indent with spaces"],
    ],
    [
      "a key written twice",
      "small/1-clauses.yaml",
      "    source: Row 2\n",
      "    source: Row 2\n    source: Row 2\n",
      ["small/1-clauses.yaml:21:5: source is written twice here: keep one of the two"],
    ],
    [
      "a quote that is never closed",
      "small/policy.yaml",
      'version: "1"',
      'version: "1',
      ["small/policy.yaml:7:1: a bracket or quote is still open here: close it where its words end"],
    ],
    [
      "a bracket that is never closed",
      "small/1-clauses.yaml",
      "reportedBy: [service-manager]",
      "reportedBy: [service-manager",
      ["small/1-clauses.yaml:12:5: a bracket or quote is still open here: close it where its words end"],
    ],
    [
      "a colon inside bare words",
      "small/1-clauses.yaml",
      "words: Children missing for 24 hours",
      "words: Children: missing for 24 hours",
      [
        "small/1-clauses.yaml:4:12: this line is out of step with its neighbours, or its words hold a colon: indent it as far as they are, or put quotes round the words",
      ],
    ],
    [
      "a line out of step",
      "small/1-clauses.yaml",
      "    title: Off sick\n",
      "      title: Off sick\n",
      [
        "small/1-clauses.yaml:17:9: this line is out of step with its neighbours, or its words hold a colon: indent it as far as they are, or put quotes round the words",
      ],
    ],
    [
      "a second document",
      "small/policy.yaml",
      "kind: need-to-know\n",
      "kind: need-to-know\n---\nid: other\n",
      ["small/policy.yaml:7:1: a second document starts here: remove the line with ---"],
    ],
    [
      "a misspelt key of a clause",
      "small/1-clauses.yaml",
      "anchor: missingSince",
      "ancor: missingSince",
      ["small/1-clauses.yaml:9:5: ancor is not a word that is known here: write anchor"],
    ],
    [
      "a key that belongs nowhere",
      "small/1-clauses.yaml",
      "    unit: assumed\n",
      "    unit: assumed\n    colour: red\n",
      [
        "small/1-clauses.yaml:26:5: colour is not a word that is known here: write one of id, title, words, source, kind, inForce, on, when, anchor, clock, endedBy, limbs …",
      ],
    ],
    [
      "a missing key",
      "small/1-clauses.yaml",
      "    source: Row 2\n",
      "",
      ["small/1-clauses.yaml:17:5: source is missing: write source: …"],
    ],
    [
      "an empty value",
      "small/1-clauses.yaml",
      "title: Off sick",
      "title:",
      ["small/1-clauses.yaml:18:11: title is empty: write words (in quotes if they look like a number or a date)"],
    ],
    [
      "an unknown kind of clause",
      "small/1-clauses.yaml",
      "kind: routing",
      "kind: rooting",
      ["small/1-clauses.yaml:35:11: rooting is not a value of kind: write routing"],
    ],
    [
      "an unknown kind of document",
      "small/policy.yaml",
      "kind: need-to-know",
      "kind: needs-to-know",
      ["small/policy.yaml:6:7: needs-to-know is not a value of kind: write need-to-know"],
    ],
    [
      "a version that is a number",
      "small/policy.yaml",
      'version: "1"',
      "version: 1",
      ["small/policy.yaml:4:10: version is 1: write words (in quotes if they look like a number or a date)"],
    ],
    [
      "a list where one value is meant",
      "small/1-clauses.yaml",
      "title: Off sick",
      "title: [Off, sick]",
      ["small/1-clauses.yaml:18:12: title is a list: write words (in quotes if they look like a number or a date)"],
    ],
    [
      "one value where a list is meant",
      "small/1-clauses.yaml",
      "reportedBy: [service-manager]",
      "reportedBy: service-manager",
      ["small/1-clauses.yaml:11:17: reportedBy is service-manager: write a list, each line starting with -"],
    ],
    [
      "a clause id in lower case",
      "small/1-clauses.yaml",
      "id: S-2",
      "id: s-2",
      ["small/1-clauses.yaml:17:9: s-2 is not written as id must be: a clause id looks like W-N2K-06 or LCP-3.10"],
    ],
    [
      "a post in title case",
      "small/1-clauses.yaml",
      "reportedBy: [service-manager]",
      "reportedBy: [Service Manager]",
      [
        "small/1-clauses.yaml:11:18: Service Manager is not written as an item of reportedBy must be: a post is written in kebab case, like assistant-director",
      ],
    ],
    [
      "an empty list of clauses",
      "small/1-clauses.yaml",
      "clauses:\n",
      "clauses: []\nother:\n",
      [
        "small/1-clauses.yaml:1:10: clauses is too short or too small: write at least 1",
        "small/1-clauses.yaml:2:1: other is not a word that is known here: write clauses",
      ],
    ],
  ])("%s", (_says, file, instead, written, faults) => {
    expect(faultsIn(loadSmall({ [file]: swap(instead, written) }))).toEqual(faults);
  });
});
