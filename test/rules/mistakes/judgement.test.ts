import { faultsIn, loadSmall, swap } from "../support/small-policy.ts";

const judgement = (text: string) =>
  swap("    handledBy: The last screen of a report\n", `    handledBy: The last screen of a report\n${text}`);

describe("an author's mistakes in what is left to judgement", () => {
  test.each<[string, string, string]>([
    [
      "a post that nobody knows",
      "    judgement: { whileAway: assistant-director, judge: servce-manager }\n",
      "servce-manager is not a known post",
    ],
    [
      "a clause of no document of its own",
      "    judgement: { whileAway: assistant-director, judge: service-manager, except: [S-9] }\n",
      "S-9 is not a clause of this policy",
    ],
    ["nobody who judges", "    judgement: { whileAway: assistant-director }\n", "judge is missing"],
  ])("%s", (_, written, wrong) => {
    expect(faultsIn(loadSmall({ "small/1-clauses.yaml": judgement(written) })).join("\n")).toContain(wrong);
  });

  test("none in one that is right", () => {
    const right = "    judgement: { whileAway: assistant-director, judge: service-manager, except: [S-1] }\n";
    expect(faultsIn(loadSmall({ "small/1-clauses.yaml": judgement(right) }))).toEqual([]);
  });
});
