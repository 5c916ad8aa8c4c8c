import { faultsIn, loadSmall } from "../support/small-policy.ts";

const faultsOf = (record: string, heading = "{ id: decided, title: What was decided }"): readonly string[] =>
  faultsIn(
    loadSmall(
      {
        "small/1-clauses.yaml": () => `clauses:
  - id: R-1
    title: What a record holds
    words: Words
    source: Row 1
    kind: content
    handledBy: The form asks for it.
    holds: { records: [held], headings: [${heading}] }
`,
      },
      {
        "common/cases.yaml": `happenings:
  held: { title: It was held, record: ${record} }
  on-file: { title: Its record is on file }
`,
      },
    ),
  );

describe("an author's mistakes in what a record is", () => {
  it("has none where what confirms it is known", () => {
    expect(faultsOf("{ title: Supervision, heard: [supervision], confirmedBy: on-file }")).toEqual([]);
    expect(faultsOf("{ title: Supervision }", "{ id: open, title: Still open, fills: open-actions }")).toEqual([]);
  });

  test.each([
    [
      "a happening that nothing declares",
      "{ title: S, confirmedBy: onfile }",
      "onfile is not a known happening: write on-file",
    ],
    ["a record that confirms itself", "{ title: S, confirmedBy: held }", "a record does not confirm itself: remove it"],
    ["a record without a title", "{ heard: [supervision] }", "title is missing"],
    ["a misspelt word", "{ title: S, confirmdBy: on-file }", "confirmdBy is not a word that is known here"],
  ])("%s", (_says, record, fault) => {
    const faults = faultsOf(record);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toMatch(/^common\/cases\.yaml:2:\d+: /);
    expect(faults[0]).toContain(fault);
  });

  it("fills a heading with nothing but what is known", () => {
    expect(faultsOf("{ title: S }", "{ id: open, title: Still open, fills: actions }")).toEqual([
      expect.stringContaining("small/1-clauses.yaml:8:"),
    ]);
  });
});

describe("an author's mistakes in what a happening is to others", () => {
  const faultsWith = (more: string): readonly string[] =>
    faultsIn(
      loadSmall(
        {},
        { "common/cases.yaml": `happenings:\n  held: { title: Held }\n  other: { title: Other, ${more} }\n` },
      ),
    );

  test.each([
    ["a move of something unknown", "moves: [helld]", "helld is not a known happening: write held"],
    ["a move of itself", "moves: [other]", "a happening cannot be about itself: remove it"],
    ["less often than something unknown", "spacesOut: [heldd]", "heldd is not a known happening: write held"],
    ["a report of an unknown event", "byReport: [pres]", "pres is not a known event: write press"],
  ])("%s", (_says, more, fault) => {
    expect(faultsWith(more)).toEqual([expect.stringContaining(fault)]);
  });

  it("has none where a report of any event makes it happen", () => {
    expect(faultsWith("byReport: any, moves: [held], spacesOut: [held]")).toEqual([]);
  });
});
