import { readPolicyFiles } from "../../src/adapters/files/policies.ts";
import { judgementOn, passesLineManager } from "../../src/rules/judgement.ts";
import { atLondon } from "../../src/time/london.ts";
import { loadPolicies } from "../../src/rules/policy/load.ts";
import { plainRulebook } from "../../src/rules/rulebook.ts";

const used = /policies.(?:common|ad-need-to-know|director-need-to-know)./;
const ambershire = plainRulebook(loadPolicies(readPolicyFiles("policies").filter(({ path }) => used.test(path))));

const august = atLondon("2026-08-03", "10:00");
const judged = (...clauses: string[]) => judgementOn(ambershire, "assistant-director", clauses, august);
const byServiceManager = { clause: "W-X1", judge: "service-manager" };

describe("what may wait for a judgement while the Assistant Director is away (W-X1)", () => {
  test.each<[string, string[], boolean]>([
    ["praise, within five working days", ["W-N2K-12"], true],
    ["an issue that no row names, with no limit", ["W-N2K-P2"], true],
    ["two rows of the page, each of which may", ["W-N2K-10", "W-N2K-11"], true],
    ["a death, which is immediate", ["W-N2K-03"], false],
    ["a missing child, which asks for a telephone call", ["W-N2K-06"], false],
    ["an allegation, which the policy leaves out", ["W-N2K-02"], false],
    ["a late conference, which the policy leaves out", ["W-N2K-19"], false],
    ["one that may beside one that may not", ["W-N2K-12", "W-N2K-19"], false],
    ["a clause of another document", ["LCP-3.7"], false],
    ["one of the page beside one of another document", ["W-N2K-12", "LCP-3.4"], false],
    ["a clause that nobody knows", ["W-N2K-99"], false],
  ])("%s", (_, clauses, may) => {
    expect(judged(...clauses)).toEqual(may ? byServiceManager : null);
  });

  test("nothing that another post is told", () => {
    expect(judgementOn(ambershire, "director", ["W-N2K-12"], august)).toBeNull();
  });

  test("nothing before the policy is in force", () => {
    expect(judgementOn(ambershire, "assistant-director", ["W-N2K-12"], atLondon("2014-12-31", "23:59"))).toBeNull();
  });

  test("nothing that is in the law", () => {
    const statutory = ambershire.clauses.map((each) => (each.id === "W-N2K-12" ? { ...each, statutory: true } : each));
    const book = { ...ambershire, clauses: statutory };
    expect(judgementOn(book, "assistant-director", ["W-N2K-12"], august)).toBeNull();
  });
});

test("only a concern about practice passes over the line manager (LCP-3.7)", () => {
  expect(passesLineManager(ambershire, ["W-N2K-02", "LCP-3.7"], august)).toBe(true);
  expect(passesLineManager(ambershire, ["W-N2K-02", "LCP-3.8"], august)).toBe(false);
});
