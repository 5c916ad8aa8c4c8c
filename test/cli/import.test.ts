import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inFolder, watchful } from "./support/run.ts";

const header = "case_ref,status,Child Name,date_of_birth,team\n";
const good = "AMB-1,cp,Secret,01/02/2015,North\nAMB-2,cin,Secret,,=1+1\n";
const bad = "AMB-3,what,Secret,01/02/2015,=cmd()\n";

describe("import", () => {
  test("loads a caseload into a new store, and a second time stores nothing", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "cases.csv"), header + good);
      const first = await watchful(["import", "cases.csv", "--store", "w.db"], { cwd: folder });
      expect([first.code, first.out]).toEqual([0, "read: 2\nstored: 2\nunchanged: 0\nrefused: 0\nleft: 0\n"]);
      expect(first.err).toBe("The column Child Name is left out: it could name a child.\n");
      const second = await watchful(["import", "cases.csv", "--store", "w.db", "--json"], { cwd: folder });
      expect(JSON.parse(second.out)).toMatchObject({ read: 2, stored: 0, unchanged: 2, refused: 0, refusedFile: null });
      const check = await watchful(["store", "check", "--store", "w.db"], { cwd: folder });
      expect(check.out).toContain("case: 2");
    });
  });

  test("writes refused rows beside the file, without names, dates of birth or formulas, and takes the others", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "cases.csv"), header + bad + good);
      const { code, out } = await watchful(["import", "cases.csv", "--store", "w.db"], { cwd: folder });
      expect([code, out]).toEqual([1, "read: 3\nstored: 2\nunchanged: 0\nrefused: 1\nleft: 0\n"]);
      const refused = readFileSync(join(folder, "cases.csv.refused.csv"), "utf8");
      expect(refused).toMatch(/AMB-3,what,"'=cmd\(\)",,2,AMB-3,status,what,/);
      expect(refused).not.toMatch(/Secret|2015/);
      writeFileSync(join(folder, "cases.csv"), header + good);
      await watchful(["import", "cases.csv", "--store", "w.db"], { cwd: folder });
      expect(existsSync(join(folder, "cases.csv.refused.csv"))).toBe(false);
    });
  });

  test("a part of a caseload leaves nobody out; a whole one does", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "all.csv"), header + good);
      writeFileSync(join(folder, "one.csv"), `${header}AMB-1,cp,,01/02/2015,North\n`);
      await watchful(["import", "all.csv", "--store", "w.db"], { cwd: folder });
      const part = await watchful(["import", "one.csv", "--part", "--store", "w.db"], { cwd: folder });
      expect(part.out).toContain("left: 0");
      const whole = await watchful(["import", "one.csv", "--store", "w.db"], { cwd: folder });
      expect([whole.code, whole.out]).toEqual([0, expect.stringContaining("left: 1\nThose that left are not deleted")]);
    });
  });

  test.each([
    ["no file is named", ["import"], 2, /Name one caseload/],
    ["the file is not there", ["import", "nothing.csv"], 2, /There is no file nothing.csv/],
    ["a required column is missing", ["import", "odd.csv", "--store", "w.db"], 1, /column status is missing/],
    ["the store is another program's", ["import", "good.csv", "--store", "odd.csv"], 3, /cannot be opened/],
  ])("ends with its code when %s", async (_what, args, code, why) => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "odd.csv"), "case_ref,colour\nAMB-1,red\n".repeat(40));
      writeFileSync(join(folder, "good.csv"), header + good);
      const ran = await watchful(args, { cwd: folder });
      expect([ran.code, ran.out]).toEqual([code, ""]);
      expect(ran.err).toMatch(why);
    });
  });
});
