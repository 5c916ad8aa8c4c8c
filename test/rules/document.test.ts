import { documentPolicy } from "../../src/rules/document.ts";
import { loadSmall, swap } from "./support/small-policy.ts";

const loaded = loadSmall({
  "small/1-clauses.yaml": swap("unit: assumed", "unit: assumed\n    houseRule: Two weeks are 14 days | no more."),
});
const [policy] = loaded.policies;
const page = policy ? documentPolicy(policy, loaded) : "";
const row = (id: string): readonly string[] =>
  (page.split("\n").find((line) => line.startsWith(`| **${id}**`)) ?? "").split(/(?<!\\)\|/).map((cell) => cell.trim());

describe("a policy's page", () => {
  test("has one row for each clause, none left out", () => {
    expect(page.match(/^\| \*\*/gm)).toHaveLength(3);
  });

  test("says when a clause applies, its clock and who is told", () => {
    expect(row("S-1").slice(3, 7)).toEqual([
      "A child is missing and “What is the child's status?” *CP* or *CLA* and “Does anybody know where the child is?” *No*",
      "by the end of the next working day after 24 hours, counted from: “When did the child go missing?”",
      "Service Manager",
      "Assistant Director, by the end of the next working day after 24 hours<br>and by telephone when there is risk",
    ]);
  });

  test("marks a house rule, and an assumed unit", () => {
    expect(row("S-2")[4]).toMatch(/\(unit assumed\)$/);
    expect(row("S-2")[7]).toBe("**House rule.** Two weeks are 14 days \\| no more.");
  });

  test("says where a clause without a clock is to be seen", () => {
    expect(row("S-3").slice(4)).toEqual(["", "", "", "", "The last screen of a report", ""]);
  });
});
