import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { createSuggester, type Suggester } from "../../src/rules/suggest.ts";
import { readPhrases } from "../../src/rules/suggest/phrases.ts";
import { vocabularySchema } from "../../src/domain/vocabulary.ts";

const textOf = (path: string) => ({ path, text: readFileSync(join(process.cwd(), path), "utf8") });
const words = textOf("policies/common/words.yaml");
const phrases = {
  W: textOf("policies/ad-need-to-know/phrases.yaml"),
  LCP: textOf("policies/director-need-to-know/phrases.yaml"),
};
const whole = readPhrases([words, phrases.W, phrases.LCP]);
const composed = createSuggester(whole);
const alone = {
  W: createSuggester(readPhrases([words, phrases.W])),
  LCP: createSuggester(readPhrases([words, phrases.LCP])),
};
const ownPolicy = (clause: string): Suggester => (clause.startsWith("W-") ? alone.W : alone.LCP);

const batchSchema = z.strictObject({ said: z.record(z.string(), z.array(z.string())), chatter: z.array(z.string()) });
const batch = (name: string) => batchSchema.parse(parse(textOf(`test/rules/suggest/${name}.yaml`).text));

interface Said {
  readonly clause: string;
  readonly text: string;
}
const linesOf = (said: Readonly<Record<string, readonly string[]>>): Said[] =>
  Object.entries(said).flatMap(([clause, texts]) => texts.map((text) => ({ clause, text })));

const amongThree = (suggest: Suggester, { clause, text }: Said) =>
  suggest(text)
    .slice(0, 3)
    .some((suggestion) => suggestion.clause === clause);
const percent = (part: number, all: number) => Math.round((1000 * part) / all) / 10;
const show = (what: string, rate: number, count: number) => {
  process.stdout.write(`${what}: ${String(rate)} % of ${String(count)}\n`);
};

const notifying = [
  ...Array.from({ length: 20 }, (_, n) => `W-N2K-${String(n + 1).padStart(2, "0")}`),
  ...["W-EXP-1", "W-EXP-5"],
  ...Array.from({ length: 10 }, (_, n) => [`LCP-2.${String(n + 1)}`, `LCP-3.${String(n + 1)}`]).flat(),
].sort();

describe.each(["tuning", "check", "fresh", "last"])("what staff type, the %s set", (name) => {
  const { said, chatter } = batch(name);
  const lines = linesOf(said);

  test("it has something to say for every clause that notifies", () => {
    expect(Object.keys(said).sort()).toEqual(notifying);
  });

  test.each([
    ["both policies composed", () => composed],
    ["the clause's own policy", ownPolicy],
  ])("the right clause is among the first three, nineteen times in twenty, with %s", (where, suggesterFor) => {
    const found = lines.filter((line) => amongThree(suggesterFor(line.clause), line)).length;
    const rate = percent(found, lines.length);
    show(`${name}, right clause among three, ${where}`, rate, lines.length);
    expect(rate).toBeGreaterThanOrEqual(95);
  });

  test("nothing is suggested for eight in ten ordinary remarks", () => {
    const quiet = chatter.filter((text) => composed(text).length === 0).length;
    const rate = percent(quiet, chatter.length);
    show(`${name}, ordinary remarks left alone`, rate, chatter.length);
    expect(rate).toBeGreaterThanOrEqual(80);
  });
});

describe("the phrases", () => {
  test("name every clause that notifies, once", () => {
    expect(whole.clauses.map(({ clause }) => clause).sort()).toEqual(notifying);
  });

  test("name events that the shared vocabulary has", () => {
    const { events } = vocabularySchema.parse(parse(textOf("policies/common/events.yaml").text));
    expect(whole.clauses.filter(({ event }) => !(event in events))).toEqual([]);
  });

  test("and the sets that test them are strangers to each other", () => {
    const examples = new Set(whole.clauses.flatMap(({ saidAs }) => saidAs));
    const tested = ["check", "fresh", "last"].flatMap((name) => linesOf(batch(name).said));
    expect(tested.filter(({ text }) => examples.has(text))).toEqual([]);
  });
});

describe("suggestions", () => {
  const first = (text: string) => composed(text)[0]?.clause;

  test.each([
    ["13yo CLA missing since fri tea time, police aware", ["W-N2K-06", "W-N2K-07", "LCP-2.4"]],
    ["child on a plan missing 3 days", ["W-N2K-20", "W-N2K-06", "LCP-2.5"]],
    ["cla charged with robbery", ["LCP-3.2"]],
    ["journalist rang about a baby case", ["W-EXP-5", "LCP-3.4", "W-N2K-13"]],
  ])("for “%s” begin with the clauses of that event", (text, clauses) => {
    const suggested = composed(text).map(({ clause }) => clause);
    expect(suggested.slice(0, clauses.length).sort()).toEqual([...clauses].sort());
  });

  test("are at most five, best first, with scores from 0 to 1", () => {
    const scores = composed("cla missing, overdosed, press rang, dad threatened staff").map(({ score }) => score);
    expect(scores).toHaveLength(5);
    expect(scores).toEqual([...scores].sort((one, other) => other - one));
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true);
  });

  test("carry the clause's title and event", () => {
    expect(composed("mappa 3 lad moving in")[0]).toMatchObject({
      clause: "W-N2K-09",
      event: "mappa-3-moving-in",
      title: "Young person at MAPPA level 3 moving into the borough",
    });
  });

  test.each(["", "   ", "?!…", "\u0000", "💥💥", "12345"])("are none for %j", (text) => {
    expect(composed(text)).toEqual([]);
  });

  test.each([
    ["swapped letters", "cla chraged with robbery", "LCP-3.2"],
    ["a missing letter", "judical review threatened", "W-N2K-18"],
    ["capitals and accents", "JUDICIAL RÉVIEW THREATENED", "W-N2K-18"],
    ["curly apostrophes", "cp kid can’t be found, didn’t come home", "W-N2K-20"],
  ])("forgive %s", (_, text, clause) => {
    expect(first(text)).toBe(clause);
  });

  test("take a millisecond or so a text, and a bounded time for a very long one", () => {
    const texts = linesOf(batch("check").said).map(({ text }) => text);
    const since = process.cpuUsage();
    for (const text of texts) composed(text);
    const { user } = process.cpuUsage(since);
    process.stdout.write(`CPU a text: ${String(Math.round(user / texts.length))} µs\n`);
    expect(user / 1000 / texts.length).toBeLessThan(5);
    const long = process.cpuUsage();
    composed("dad threatened the worker and child said staff hit her ".repeat(20_000));
    expect(process.cpuUsage(long).user / 1000).toBeLessThan(500);
  });
});
