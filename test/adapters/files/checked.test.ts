import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkedIn } from "../../../src/adapters/files/checked.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "watchful-checked-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const files = [{ path: "policies/a.yaml", text: "id: a" }];
const value = { loaded: { policies: ["a"] } };
const kept = (): string => join(folder, "store.db.policies");
const code = (): string => join(folder, "code.ts");

/** A file of what was checked, written by this code on these texts. */
const written = () => {
  writeFileSync(code(), "export const answer = 42;");
  checkedIn(kept(), [folder]).write(files, value);
};
const read = (texts = files): unknown => checkedIn(kept(), [folder]).read(texts);

describe("what was checked before", () => {
  it("is read again at the next start on the same texts by the same code", () => {
    written();
    expect(read()).toEqual(value);
  });

  it.each<readonly [string, () => unknown]>([
    ["there is nothing yet", () => (rmSync(kept()), read())],
    ["a letter of a text has changed", () => read([{ path: "policies/a.yaml", text: "id: b" }])],
    ["a file has another name", () => read([{ path: "policies/b.yaml", text: "id: a" }])],
    ["a file has come", () => read([...files, { path: "policies/c.yaml", text: "" }])],
    ["a file has gone", () => read([])],
    ["letters have moved from the name to the text", () => read([{ path: "policies/a.yam", text: "lid: a" }])],
    ["the code has changed", () => (writeFileSync(code(), "export const answer = 43;"), read())],
    [
      "a letter of it has changed",
      () => (writeFileSync(kept(), readFileSync(kept(), "utf8").replace('"a"', '"z"')), read()),
    ],
    ["its end is missing", () => (writeFileSync(kept(), readFileSync(kept(), "utf8").slice(0, -1)), read())],
    ["it is empty", () => (writeFileSync(kept(), ""), read())],
    ["it is no such file at all", () => (writeFileSync(kept(), "{}\n{}"), read())],
  ])("is passed over when %s", (_case, look) => {
    written();
    expect(look()).toBeUndefined();
  });

  it("is written anew over what was damaged", () => {
    writeFileSync(kept(), "damaged");
    written();
    expect(read()).toEqual(value);
  });

  it("is not kept, and nothing fails, where nothing can be written", () => {
    writeFileSync(join(folder, "file"), "");
    const nowhere = checkedIn(join(folder, "file", "store.db.policies"), [folder]);
    nowhere.write(files, value);
    expect(nowhere.read(files)).toBeUndefined();
  });
});
