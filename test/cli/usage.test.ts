import { spawnSync } from "node:child_process";
import { commands } from "../../src/cli/commands.ts";
import { watchful } from "./support/run.ts";

describe("the command line itself", () => {
  test.each<[string, string[], string]>([
    ["no command", [], "watchful COMMAND"],
    ["an unknown command", ["deadlins"], "deadlins is not a command: write deadlines."],
    ["half a command", ["audit"], "audit is not a command: write audit verify."],
    ["an unknown second word", ["store", "chek"], "store chek is not a command: write store check."],
    ["an unknown option", ["policies", "--jsn"], "Unknown option '--jsn'"],
    ["an option of another command", ["policies", "--store", "x"], "Unknown option '--store'"],
    ["an option without its value", ["clauses", "--policy"], "--policy"],
    ["too many words", ["policies", "all"], "Unexpected argument 'all'"],
    ["no policy named", ["clauses"], "Name a policy: --policy ad-need-to-know"],
    [
      "an unknown policy",
      ["notify", "--policy", "ad-need-to-no"],
      "ad-need-to-no is not a policy: write ad-need-to-know.",
    ],
    ["nothing to check", ["check"], "Name what to check"],
    ["a path with nothing there", ["check", "nowhere.yaml"], "There is nothing at nowhere.yaml."],
    ["a folder of policies that is not there", ["policies", "--policies", "nowhere"], "There is no folder"],
    ["a council file that is not there", ["deadlines", "--council", "nowhere.yaml"], "There is no file"],
    ["no roster", ["roster"], "Name one roster file"],
    ["help on an unknown command", ["help", "polices"], "polices is not a command: write policies."],
  ])("%s ends with 2 and says why", async (_says, args, why) => {
    const { code, out, err } = await watchful(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(why);
  });

  test.each(commands.map(({ name, usage }) => [name, usage]))("help tells how to use %s", async (name, usage) => {
    const asked = await watchful(["help", ...name.split(" ")]);
    const flagged = await watchful([...name.split(" "), "--help"]);
    expect([asked.code, asked.err, asked.out]).toEqual([0, "", flagged.out]);
    expect(asked.out).toContain(usage);
  });

  test("help names every command", async () => {
    const { code, out } = await watchful(["help"]);
    expect(code).toBe(0);
    for (const { usage } of commands) expect(out).toContain(usage);
  });
});

describe("the program as it is started", () => {
  const start = (args: readonly string[], input = "") =>
    spawnSync("node_modules/.bin/node", ["src/cli.ts", ...args], { input, encoding: "utf8", cwd: process.cwd() });

  test("prints JSON alone, and ends with 0", () => {
    const { status, stdout, stderr } = start(["policies", "--json"]);
    expect([status, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toHaveLength(5);
  });

  test("answers lines from its input, and ends with 1 for a bad one", () => {
    const input = '{ "clause": "W-N2K-19", "from": "2026-04-03T16:00" }\nnonsense\n';
    const { status, stdout, stderr } = start(["deadlines"], input);
    expect(status).toBe(1);
    expect(
      stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { clause: "W-N2K-19", from: "2026-04-03T15:00:00Z", maturesAt: null, dueAt: "2026-04-03T22:59:59Z" },
      { error: "this line is not JSON", line: 2 },
    ]);
    expect(stderr).toContain("1 of 2 lines");
  });
});
