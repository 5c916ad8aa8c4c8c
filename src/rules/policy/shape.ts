import type { z } from "zod";
import { insteadOf, nearest } from "./nearest.ts";
import { keysAt } from "./keys.ts";
import type { Fault, Path, Source } from "./source.ts";

type Issue = z.core.$ZodIssue;

export type Shaped<T> =
  | { readonly outcome: "shaped"; readonly value: T; readonly faults: readonly [] }
  | { readonly outcome: "faulty"; readonly faults: readonly Fault[]; readonly at: readonly Path[] };

/**
 * Parses the value found at `path` of a file and says every fault in an author's words.
 * `at` names the places of the faults, from the value downwards.
 */
export const shape = <T>(schema: z.ZodType<T>, value: unknown, source: Source, path: Path = []): Shaped<T> => {
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return { outcome: "shaped", value: parsed.data, faults: [] };
  const issues = parsed.error.issues.flatMap((issue) => settle(issue));
  const said = withoutEchoes(issues).flatMap((issue) => explain(issue, schema, source, path));
  return { outcome: "faulty", faults: said, at: issues.flatMap(placesOf) };
};

const placesOf = (issue: Issue): readonly Path[] =>
  issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];

/** A union fails on all its branches: keep the faults of the branch that was most nearly meant. */
const settle = (issue: Issue): readonly Issue[] => {
  if (issue.code !== "invalid_union") return [issue];
  const branches = issue.errors.map((errors) =>
    errors.flatMap((inner) => settle({ ...inner, path: [...issue.path, ...inner.path] })),
  );
  const best = branches.toSorted((a, b) => cost(a, issue.path) - cost(b, issue.path))[0];
  return best && cost(best, issue.path) < wrongSort ? withoutGuesses(best) : [issue];
};

/** Which alternative was meant is a guess while it holds unknown words, so what that one lacks is not said. */
const withoutGuesses = (issues: readonly Issue[]): readonly Issue[] =>
  issues.some(({ code }) => code === "unrecognized_keys") ? issues.filter((issue) => !isMissing(issue)) : issues;

const wrongSort = 100;

/**
 * How far a branch is from what was written: a wrong sort of value counts most, then a word that only this branch must
 * have, then a wrong sort of value further down, then unknown words.
 */
const cost = (issues: readonly Issue[], at: Path): number =>
  issues.reduce((sum, issue) => {
    if (issue.code === "unrecognized_keys") return sum + 10 * issue.keys.length;
    if (issue.path.length === at.length) return sum + wrongSort;
    if (isMissing(issue)) return sum + 50;
    return sum + (issue.code === "invalid_type" || issue.code === "invalid_union" ? 30 : 1);
  }, 0);

const isMissing = (issue: Issue): boolean => "input" in issue && issue.input === undefined;

/** A misspelt word makes two faults, unknown and missing: the second says nothing new. */
const withoutEchoes = (issues: readonly Issue[]): readonly Issue[] => {
  const unknown = issues.flatMap((issue) => (issue.code === "unrecognized_keys" ? issue.keys : []));
  return issues.filter((issue) => !isMissing(issue) || nearest(String(issue.path.at(-1)), unknown) === undefined);
};

const explain = (issue: Issue, schema: z.ZodType, source: Source, base: Path): readonly Fault[] => {
  const path = [...base, ...issue.path];
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => source.keyFault([...path, key], ...unknownWord(key, known)));
  }
  const last = path.at(-1) ?? "this file";
  const name = typeof last === "number" ? `an item of ${String(path.at(-2))}` : String(last);
  if (isMissing(issue)) return [source.fault(path.slice(0, -1), `${name} is missing`, `write ${name}: …`)];
  return [source.fault(path, ...said(issue, name, keysAt(schema, issue.path)))];
};

/** A word may be known, but to another alternative than its neighbours are. */
const unknownWord = (key: string, known: readonly string[]): [string, string] =>
  known.includes(key)
    ? [`${key} does not go together with its neighbours`, "keep one of them"]
    : [`${key} is not a word that is known here`, insteadOf(key, known)];

/** What is wrong with a value, and what to write instead. */
const said = (issue: Issue, name: string, known: readonly string[]): [string, string] => {
  const written = "input" in issue ? show(issue.input) : "this";
  if (issue.code === "invalid_value")
    return [`${written} is not a value of ${name}`, insteadOf(written, issue.values.map(String))];
  if (issue.code === "invalid_type")
    return [`${name} is ${written}`, `write ${sortsOf[issue.expected] ?? issue.expected}`];
  if (issue.code === "too_small")
    return [`${name} is too short or too small`, `write at least ${String(issue.minimum)}`];
  if (issue.code === "too_big") return [`${name} is too long or too big`, `write at most ${String(issue.maximum)}`];
  if (issue.code === "invalid_format")
    return [`${written} is not written as ${name} must be`, inOwnWords(issue) ?? "write a date like 2026-03-31"];
  if (issue.code === "invalid_key")
    return [`${name} cannot be a name here`, issue.issues.map(({ message }) => message).join("; ")];
  if (issue.code === "invalid_union")
    return [`${name} cannot be ${written}`, meantKey(written, known) ?? inOwnWords(issue) ?? insteadOf(written, known)];
  return [`${name}: ${issue.message}`, "see the sample in docs/policies"];
};

/** A schema that says itself what to write. */
const inOwnWords = ({ message }: Issue): string | undefined => (message.startsWith("Invalid ") ? undefined : message);

/** "clock: immediately" was meant as a mapping. */
const meantKey = (written: string, known: readonly string[]): string | undefined => {
  const key = nearest(written, known);
  return key === undefined ? undefined : `write { ${key}: true }`;
};

const sortsOf: Readonly<Record<string, string>> = {
  string: "words (in quotes if they look like a number or a date)",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list, each line starting with -",
  object: "a mapping, name: value",
  record: "a mapping, name: value",
};

const show = (value: unknown): string => {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  return typeof value === "string" ? value : typeof value === "object" ? "a mapping" : JSON.stringify(value);
};

/**
 * The same, but when parts are faulty the rest is kept if it has the right shape without them, so that one run can find
 * the other faults as well.
 */
export const shapeOrMend = <T>(
  schema: z.ZodType<T>,
  value: unknown,
  source: Source,
  path: Path,
): { readonly value: T | undefined; readonly faults: readonly Fault[] } => {
  const shaped = shape(schema, value, source, path);
  if (shaped.outcome === "shaped") return shaped;
  const rest = structuredClone(value);
  for (const at of shaped.at) remove(rest, at);
  const mended = schema.safeParse(rest);
  return { value: mended.success ? mended.data : undefined, faults: shaped.faults };
};

const remove = (from: unknown, path: Path): void => {
  const holder = path.slice(0, -1).reduce<unknown>((each, step) => inside(each, step), from);
  const last = path.at(-1);
  if (typeof holder === "object" && holder !== null && last !== undefined) Reflect.deleteProperty(holder, last);
};

const inside = (value: unknown, step: PropertyKey): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined;
