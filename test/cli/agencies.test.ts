import { appendFileSync, cpSync } from "node:fs";
import { join } from "node:path";
import { inFolder, watchful } from "./support/run.ts";

describe("check", () => {
  test("reads the contacts of agencies beside a council file, and gives the place of a mistake", async () => {
    await inFolder(async (folder) => {
      cpSync("policies/example", join(folder, "mine"), { recursive: true });
      appendFileSync(join(folder, "mine/agencies.csv"), "police,,Desk,pc.jones@gmail.com,\n");
      const { code, out } = await watchful(["check", "mine/council.yaml"], { cwd: folder });
      expect(code).toBe(1);
      expect(out).toMatch(
        /^mine\/agencies\.csv:\d+:1: "pc\.jones@gmail\.com" is a private address: write the work address .+\n$/,
      );
    });
  });
});
