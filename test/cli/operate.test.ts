import { cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import { inFolder, watchful } from "./support/run.ts";

const broken = (text: string): string => text.replace("on: child-missing", "on: child-mising");
const clauseFile = "2-need-to-know-01-to-08.yaml";

describe("check", () => {
  test("the shipped policies and council file are sound", async () => {
    const { code, out } = await watchful(["check", "policies"]);
    expect([code, out]).toEqual([0, ""]);
  });

  test("one file of a policy is held against the rest of its folder", async () => {
    const { code, out } = await watchful(["check", `policies/ad-need-to-know/${clauseFile}`]);
    expect([code, out]).toEqual([0, ""]);
  });

  test("a copy with a mistake gives its place, what is wrong and what to write", async () => {
    await inFolder(async (folder) => {
      cpSync("policies", join(folder, "mine"), { recursive: true });
      const path = join(folder, "mine", "ad-need-to-know", clauseFile);
      writeFileSync(path, broken(readFileSync(path, "utf8")));
      const expected = new RegExp(
        `^mine/ad-need-to-know/${clauseFile}:\\d+:\\d+: child-mising is not a known event: write child-missing\\n$`,
      );
      const whole = await watchful(["check", "mine"], { cwd: folder });
      expect([whole.code, whole.out]).toEqual([1, expect.stringMatching(expected)]);
      const single = await watchful(["check", `mine/ad-need-to-know/${clauseFile}`], { cwd: folder });
      expect([single.code, single.out]).toEqual([1, expect.stringMatching(expected)]);
    });
  });

  test("a policy folder alone leans on the words that came with Watchful", async () => {
    await inFolder(async (folder) => {
      cpSync("policies/director-need-to-know", join(folder, "director-need-to-know"), { recursive: true });
      const { code, out } = await watchful(["check", "director-need-to-know"], { cwd: folder });
      expect([code, out]).toEqual([0, ""]);
    });
  });

  test("a council file alone is held against the shipped policies", async () => {
    await inFolder(async (folder) => {
      const text = readFileSync("policies/example/council.yaml", "utf8").replace(
        "- ad-need-to-know",
        "- ad-need-to-no",
      );
      mkdirSync(join(folder, "ours"));
      writeFileSync(join(folder, "ours", "council.yaml"), text.replace("[ad-need-to-know", "[ad-need-to-no"));
      const { code, out } = await watchful(["check", join(folder, "ours", "council.yaml")], { cwd: folder });
      expect([code, out]).toEqual([
        1,
        expect.stringContaining("there is no policy ad-need-to-no: write ad-need-to-know"),
      ]);
    });
  });

  test("policies that are not fit for use are not used", async () => {
    await inFolder(async (folder) => {
      cpSync("policies", join(folder, "mine"), { recursive: true });
      const path = join(folder, "mine", "ad-need-to-know", clauseFile);
      writeFileSync(path, broken(readFileSync(path, "utf8")));
      const { code, out, err } = await watchful(["policies", "--json", "--policies", "mine"], { cwd: folder });
      expect([code, out]).toEqual([1, ""]);
      expect(err).toContain("child-mising is not a known event");
    });
  });
});

describe("roster", () => {
  test("counts the people and says which posts nobody holds", async () => {
    const { code, out } = await watchful(["roster", "policies/example/roster.csv"]);
    expect(code).toBe(0);
    expect(out).toMatch(/^\d+ people\.$/m);
  });

  test("names each faulty line", async () => {
    await inFolder(async (folder) => {
      writeFileSync(join(folder, "staff.csv"), "email,name\nana@ambershire.example,Ana\n");
      const { code, out } = await watchful(["roster", "staff.csv"], { cwd: folder });
      expect(code).toBe(1);
      expect(out).toMatch(/^staff\.csv:1:1: /);
    });
  });
});

describe("the store", () => {
  test("an empty store is whole, and every record has a next step", async () => {
    await inFolder(async (folder) => {
      await openSqlite(join(folder, "data.db")).close();
      const audit = await watchful(["audit", "verify", "--store", "data.db"], { cwd: folder });
      expect([audit.code, audit.out]).toEqual([0, "The audit is whole: 0 records, 0 facts, 0 seals.\n"]);
      const check = await watchful(["store", "check", "--store", "data.db"], { cwd: folder });
      expect([check.code, check.out]).toEqual([0, expect.stringContaining("report: 0\n")]);
    });
  });

  test("a report that cannot be read is found by both", async () => {
    await inFolder(async (folder) => {
      const store = openSqlite(join(folder, "data.db"));
      await store.commit({ kind: "report", id: "r1", expectedVersion: 0, body: { odd: true }, dueAt: null, keys: [] });
      await store.close();
      const audit = await watchful(["audit", "verify", "--store", "data.db"], { cwd: folder });
      expect([audit.code, audit.err]).toEqual([3, expect.stringContaining("report r1")]);
      const check = await watchful(["store", "check", "--store", "data.db"], { cwd: folder });
      expect([check.code, check.err]).toEqual([3, expect.stringContaining("report r1")]);
    });
  });

  test("the service's own setting says where it is, when no option does", async () => {
    await inFolder(async (folder) => {
      await openSqlite(join(folder, "kept.db")).close();
      const { code } = await watchful(["audit", "verify"], { cwd: folder, env: { WATCHFUL_STORE: "kept.db" } });
      expect(code).toBe(0);
    });
  });

  test("one that is not there is never made", async () => {
    await inFolder(async (folder) => {
      const { code, err } = await watchful(["store", "check"], { cwd: folder });
      expect([code, err]).toEqual([3, expect.stringContaining("There is no store at")]);
    });
  });
});
