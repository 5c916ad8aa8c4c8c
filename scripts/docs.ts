import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readPolicyFiles } from "../src/adapters/files/policies.ts";
import { documentCouncil } from "../src/rules/document-council.ts";
import { documentPolicy } from "../src/rules/document.ts";
import { jsonSchemas } from "../src/rules/policy/json-schema.ts";
import { faultInWords, loadPolicies } from "../src/rules/policy/load.ts";

/**
 * Writes docs/policies/<policy>.md, one page for each policy, docs/policies/<council>.md, what a council uses, and
 * docs/policies/schema/<sort of file>.json, for editors. With --check it writes nothing, and fails when one of them is
 * missing, stale, or of what is no more.
 */
const root = join(import.meta.dirname, "..");
const folder = join(root, "docs", "policies");
const loaded = loadPolicies(readPolicyFiles(join(root, "policies")));
if (loaded.faults.length > 0) throw new Error(loaded.faults.map(faultInWords).join("\n"));

const wanted = new Map<string, string>([
  ...loaded.policies.map((policy) => [`${policy.id}.md`, documentPolicy(policy, loaded)] as const),
  ...loaded.councils.map((council) => [`${council.id}.md`, documentCouncil(council, loaded)] as const),
  ...Object.entries(jsonSchemas()).map(
    ([name, schema]) => [join("schema", `${name}.json`), `${JSON.stringify(schema, null, 2)}\n`] as const,
  ),
]);
const there = existsSync(folder)
  ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => /\.(md|json)$/.test(name))
  : [];
const stale = [...wanted].filter(
  ([name, text]) => !there.includes(name) || readFileSync(join(folder, name), "utf8") !== text,
);
const left = there.filter((name) => !wanted.has(name));

if (process.argv.includes("--check")) {
  for (const name of [...stale.map(([each]) => each), ...left])
    process.stderr.write(`docs/policies/${name} is stale: run "npm run docs" and commit it.\n`);
  process.exitCode = stale.length + left.length > 0 ? 1 : 0;
} else {
  mkdirSync(join(folder, "schema"), { recursive: true });
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  for (const name of left) rmSync(join(folder, name));
}
