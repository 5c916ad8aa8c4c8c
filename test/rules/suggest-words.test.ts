import { createListener } from "../../src/rules/suggest/concepts.ts";
import { plainWords } from "../../src/rules/suggest/normalise.ts";
import { readPhrases } from "../../src/rules/suggest/phrases.ts";
import { createSpeller } from "../../src/rules/suggest/spelling.ts";

describe("plain words", () => {
  const writtenOut = new Map([["yday", "yesterday"]]);
  test.each([
    ["13yo", "#child"],
    ["13 y/o", "#child"],
    ["a thirteen year old", "a #child"],
    ["4mth old", "#child"],
    ["30yo man", "#adult man"],
    ["boyfriend is 28", "boyfriend #adult"],
    ["missing 26hrs", "missing #day1"],
    ["gone 2 days", "gone #day2"],
    ["72 hours", "#day3"],
    ["off a fortnight", "off #weeks"],
    ["out 2 and a half weeks", "out #weeks"],
    ["3 months", "#months"],
    ["od'd", "overdosed"],
    ["in A&E w/o mum", "in ae without mum"],
    ["the child’s café yday!!", "the childs cafe yesterday"],
    ["s20 at 4pm", "s 20 at 4pm"],
  ])("“%s” reads “%s”", (typed, read) => {
    expect(plainWords(typed, writtenOut).join(" ")).toBe(read);
  });
});

describe("spelling", () => {
  const spell = createSpeller(["missing", "allegation", "solicitor", "death"], new Set(["meeting", "missive"]));
  test.each([
    ["misisng", "missing"],
    ["missng", "missing"],
    ["alegation", "allegation"],
    ["solisiter", "solicitor"],
  ])("%s is a slip of %s", (typed, meant) => {
    expect(spell(typed)).toBe(meant);
  });
  test.each(["meeting", "missive", "deat", "lunch", "14th"])("%s stays as typed", (typed) => {
    expect(spell(typed)).toBe(typed);
  });
});

describe("concepts", () => {
  const heardIn = (text: string) =>
    [
      ...createListener(
        {
          fillers: ["the", "was"],
          writtenOut: {},
          ordinary: [],
          remarks: [],
          concepts: {
            staff: ["worker", "social worker"],
            hit: ["punch~", "bit/bitten"],
            attacked: ["<staff> .. <hit> by", "<hit> .. <staff>"],
          },
        },
        (said) => said.split(" "),
      ).listen(text.split(" ")),
    ].sort();
  test.each([
    ["the workers came", ["staff"]],
    ["social worker was punched by dad", ["attacked", "hit", "staff"]],
    ["worker badly bitten by dog", ["attacked", "hit", "staff"]],
    ["dad punched the worker", ["attacked", "hit", "staff"]],
    ["worker says mum went out and dad was punched by her", ["hit", "staff"]],
    ["nothing of note", []],
  ])("“%s” holds %j", (text, concepts) => {
    expect(heardIn(text)).toEqual(concepts);
  });

  const circle = { a: ["<b> x"], b: ["<a> y"] };
  test("in a circle are refused, and the circle is shown", () => {
    const words = { fillers: [], writtenOut: {}, ordinary: [], remarks: [], concepts: circle };
    expect(() => createListener(words, (said) => said.split(" "))).toThrow("a → b → a");
  });
});

describe("reading the files", () => {
  const words = {
    path: "common/words.yaml",
    text: "fillers: a\nwrittenOut: {}\nordinary: b\nconcepts:\n  died: died, dead\n",
  };
  const clause = (needs: string) => ({
    path: "x/phrases.yaml",
    text: `X-1:\n  event: child-death\n  title: Death\n  saidAs: [a child died]\n  needs: ${needs}\n`,
  });

  test("gives clauses with their ids, and passes other files over", () => {
    const { clauses } = readPhrases([
      words,
      clause("[{ all: [died], score: 0.5 }]"),
      { path: "policy.yaml", text: ":" },
    ]);
    expect(clauses.map(({ clause: id, event }) => [id, event])).toEqual([["X-1", "child-death"]]);
  });

  test.each([
    ["a concept that nobody defined", clause("[{ all: [dead], score: 0.5 }]"), "No such concept in words.yaml: dead"],
    ["a score over 1", clause("[{ all: [died], score: 5 }]"), "x/phrases.yaml"],
    ["a word that the form does not have", clause("[{ some: [died], score: 0.5 }]"), "x/phrases.yaml"],
    ["what is no YAML", { path: "x/phrases.yaml", text: "a: [" }, "x/phrases.yaml"],
  ])("refuses %s and says where", (_, file, saying) => {
    expect(() => readPhrases([words, file])).toThrow(saying);
  });
});
