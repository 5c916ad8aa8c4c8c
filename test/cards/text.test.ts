import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { screenCard, tellingCard } from "../../src/cards/index.ts";
import { cut, typed } from "../../src/cards/text.ts";
import { textOf } from "./lint.ts";
import { report } from "./samples.ts";
import { screens } from "./screen-samples.ts";

const drawn = (markdown: string): string => new MarkdownIt().renderInline(markdown);

describe("what a person typed", () => {
  test.each([
    ["stars", "a *phone* and **more**", "a *phone* and **more**"],
    ["underscores", "_quiet_", "_quiet_"],
    ["a link", "[press me](https://evil.example)", "[press me](https://evil.example)"],
    ["an image", "![x](y)", "![x](y)"],
    ["backslashes", "a\\*b", "a\\*b"],
    ["code", "`rm`", "`rm`"],
  ])("is drawn as typed: %s", (_, text, expected) => {
    expect(drawn(typed(text))).toBe(expected);
  });

  test.each([["- not a list"], ["1. not a list"], ["# not a heading"], ["> not a quotation"], ["2) nor this"]])(
    "is no Markdown block: %s",
    (text) => {
      expect(new MarkdownIt().render(typed(text))).toBe(`<p>${text.replace(">", "&gt;")}</p>\n`);
    },
  );

  test("mentions nobody", () => {
    expect(typed("<at>Nadia</at>")).not.toMatch(/<\/?at/i);
  });

  test("keeps its lines", () => {
    expect(typed("one\ntwo")).toBe("one\n\ntwo");
  });

  test("never becomes markup, whatever it is", () => {
    const letters = fc.string({
      unit: fc.constantFrom(..."* _ [ ] ( ) ` ~ \\ # - > 1 . \n a b < at ! & lt;".split(" "), " "),
    });
    fc.assert(
      fc.property(letters, (text) => {
        expect(new MarkdownIt().render(typed(text))).not.toMatch(
          /<(em|strong|a|code|ul|ol|h\d|img|blockquote|pre|hr)\b/,
        );
      }),
    );
  });

  test("is escaped on the cards", () => {
    expect(textOf(tellingCard(report).card)).toContain("\\*phone\\*");
    expect(textOf(screenCard({ ...screens.suggestions, intro: "*x*" }).card)).toContain("\\*x\\*");
  });
});

describe("long text", () => {
  test("is cut at a word, and says so", () => {
    expect(cut("one two three four", 10)).toBe("one two… open the report for the rest");
    expect(cut("short", 10)).toBe("short");
  });
});
