import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { createSuggester, readPhrases, type Suggester } from "../../src/rules/suggest.ts";
import { vocabularySchema } from "../../src/domain/vocabulary.ts";

const textOf = (path: string) => ({ path, text: readFileSync(join(process.cwd(), path), "utf8") });
const policies = {
  "W-": "policies/ad-need-to-know/phrases.yaml",
  "LCP-": "policies/director-need-to-know/phrases.yaml",
};
const words = textOf("policies/common/words.yaml");
const whole = readPhrases([words, ...Object.values(policies).map(textOf)]);
const composed = createSuggester(whole);
const alone = Object.fromEntries(
  Object.entries(policies).map(([prefix, path]) => [prefix, createSuggester(readPhrases([words, textOf(path)]))]),
);
const ownPolicy = (clause: string): Suggester => alone[clause.startsWith("W-") ? "W-" : "LCP-"] ?? composed;

const saidSchema = z.strictObject({ said: z.record(z.string(), z.array(z.string())), chatter: z.array(z.string()) });
const batch = (name: string) => saidSchema.parse(parse(textOf(`test/rules/suggest/${name}.yaml`).text));

interface Said {
  readonly clause: string;
  readonly text: string;
}
const linesOf = (said: Record<string, string[]>): Said[] =>
  Object.entries(said).flatMap(([clause, texts]) => texts.map((text) => ({ clause, text })));

const amongThree = (suggest: Suggester, { clause, text }: Said) =>
  suggest(text)
    .slice(0, 3)
    .some((suggestion) => suggestion.clause === clause);
const percent = (part: number, all: number) => Math.round((1000 * part) / all) / 10;

describe.each(["tuning", "check"])("what staff type, the %s set", (name) => {
  const { said, chatter } = batch(name);
  const lines = linesOf(said);

  test.each([
    ["the council's composition of both policies", () => composed],
    ["the clause's own policy", ownPolicy],
  ])("finds the right clause among the first three of ten, nineteen times in twenty: %s", (where, suggesterFor) => {
    const missed = lines.filter((line) => !amongThree(suggesterFor(line.clause), line));
    const rate = percent(lines.length - missed.length, lines.length);
    console.info(`${name}, ${where}: ${String(rate)} % of ${String(lines.length)}`);
    expect(rate).toBeGreaterThanOrEqual(95);
  });

  test("says nothing to at least eight in ten of ordinary remarks", () => {
    const answered = chatter.filter((text) => composed(text).length > 0);
    const rate = percent(chatter.length - answered.length, chatter.length);
    console.info(`${name}, ordinary remarks left alone: ${String(rate)} % of ${String(chatter.length)}`);
    expect(rate).toBeGreaterThanOrEqual(80);
  });
});

test("clauses name events that the shared vocabulary has", () => {
  const { events } = vocabularySchema.parse(parse(textOf("policies/common/events.yaml").text));
  expect(whole.clauses.filter(({ event }) => !(event in events))).toEqual([]);
});
