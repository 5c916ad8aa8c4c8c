import { basename, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { isAboutWords, readPolicyFiles } from "../../src/adapters/files/policies.ts";
import { jsonSchemas, type SchemaName } from "../../src/rules/policy/json-schema.ts";
import { smallPolicy, swap } from "./support/small-policy.ts";

const schemas = jsonSchemas();
const named: readonly SchemaName[] = ["policy", "events", "cases", "posts", "meetings", "statute", "council"];
const sortOf = (path: string): SchemaName => named.find((name) => basename(path, ".yaml") === name) ?? "clauses";

/** Read back from the JSON Schema: nothing of the schemas that it was made from is used. */
const reader = (name: SchemaName) => z.fromJSONSchema(structuredClone(schemas[name]));
const readers = new Map<SchemaName, z.ZodType>();
const accepts = (path: string, text: string): boolean => {
  const name = sortOf(path);
  const schema = readers.get(name) ?? reader(name);
  readers.set(name, schema);
  return schema.safeParse(parse(text)).success;
};

const files = [...readPolicyFiles("policies"), ...readPolicyFiles(join("test", "policies"))].filter(
  (file) => !isAboutWords(file),
);

describe("the JSON Schemas for editors", () => {
  test.each(files.map(({ path, text }) => [path, text]))("take %s", (path, text) => {
    expect(accepts(path, text)).toBe(true);
  });

  test.each([
    ["a misspelt word of a clause", "small/1-clauses.yaml", "anchor: offSince", "ancor: offSince"],
    ["a clock of no kind", "small/1-clauses.yaml", "{ whenOverWeeks: 2 }", "{ weekly: true }"],
    ["an unknown kind", "small/1-clauses.yaml", "kind: routing", "kind: rooting"],
    ["a version that is a number", "small/policy.yaml", 'version: "1"', "version: 1"],
    ["an unknown type of fact", "common/events.yaml", "type: yes-no", "type: yesno"],
    ["a council without a telephone", "council.yaml", "telephone:", "telefone:"],
    ["a policy that is a number", "council.yaml", "policies: [small]", "policies: [7]"],
  ] as const)("refuse %s", (_says, path, from, to) => {
    const text = smallPolicy[path];
    expect(accepts(path, text)).toBe(true);
    expect(accepts(path, swap(from, to)(text))).toBe(false);
  });

  test("are named by the files that they are for", () => {
    const council = files.find(({ path }) => path === "policies/example/council.yaml");
    expect(council?.text).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/docs\/policies\/schema\/council\.json\n/,
    );
  });
});
