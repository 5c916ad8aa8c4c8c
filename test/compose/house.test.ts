import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkedIn, type Checked } from "../../src/adapters/files/checked.ts";
import { NotFit, readHouse } from "../../src/compose/house.ts";

/** All the policies are read, several times over. */
jest.setTimeout(60_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "watchful-house-"));
  cpSync("policies", join(folder, "policies"), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const settings = () => ({
  policies: join(folder, "policies"),
  council: join(folder, "policies", "example", "council.yaml"),
  roster: join(folder, "policies", "example", "roster.csv"),
});

/** Counts what was found. */
const watched = () => {
  const inner = checkedIn(join(folder, "watchful.db.policies"), [join("src", "rules")]);
  let found = 0;
  const checked: Checked = {
    ...inner,
    read: (files) => {
      const before = inner.read(files);
      if (before !== undefined) found += 1;
      return before;
    },
  };
  return { checked, found: () => found };
};

const change = (from: string, to: string): void => {
  const path = join(folder, "policies", "ad-need-to-know", "2-need-to-know-01-to-08.yaml");
  const text = readFileSync(path, "utf8");
  expect(text).toContain(from);
  writeFileSync(path, text.replace(from, to));
};

const missing = "13 year old looked after child missing since yesterday";

describe("policies that were found fit before", () => {
  it("say the same as when they are read anew", async () => {
    const { checked, found } = watched();
    const fresh = await readHouse(settings(), checked);
    fresh.warmSuggestions();
    const again = await readHouse(settings(), checked);
    expect(found()).toBe(1);
    expect(again.council).toEqual(fresh.council);
    expect(again.rules.events()).toEqual(fresh.rules.events());
    for (const { id } of fresh.rules.events()) expect(again.rules.questions(id)).toEqual(fresh.rules.questions(id));
    expect(again.suggest(missing)).toEqual(fresh.suggest(missing));
    expect(again.suggest(missing).length).toBeGreaterThan(0);
  });

  it("are read anew when a word of them has changed", async () => {
    const { checked, found } = watched();
    (await readHouse(settings(), checked)).warmSuggestions();
    change("whereabouts not known", "whereabouts unknown to us");
    const { rules } = await readHouse(settings(), checked);
    expect(found()).toBe(0);
    expect(rules.clause("W-N2K-06")?.words).toContain("whereabouts unknown to us");
  });

  it("are never kept when they are not fit", async () => {
    const { checked, found } = watched();
    change("on: child-missing", "on: child-mising");
    await expect(readHouse(settings(), checked)).rejects.toThrow(NotFit);
    await expect(readHouse(settings(), checked)).rejects.toThrow(/child-mising is not a known event/);
    expect(found()).toBe(0);
  });
});
