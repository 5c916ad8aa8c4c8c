import type { Case, Happened } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import type { FactValue } from "../../domain/report/facts.ts";
import type { FactDefinition, HappeningDefinition, Vocabulary } from "../../domain/vocabulary.ts";
import { londonDate } from "../../time/london.ts";
import { readValue, shown } from "../engine/facts.ts";
import { readInstant } from "../engine/instants.ts";
import type { Hours } from "../engine/timing.ts";
import type { Clause } from "../policy/clause.ts";
import { insteadOf } from "../policy/nearest.ts";
import type { ExampleSource } from "../policy/schema.ts";
import { compile, findOfAll, finderAt } from "./compile.ts";
import type { Rules } from "./compile.ts";
import { momentOf } from "./days.ts";
import type { Finding } from "./finding.ts";
import { isOpen, put, worstFirst } from "./put.ts";
import type { Duty } from "./types.ts";

/** What a worked example of a duty comes to: the worst of what is owed, or what will be; both null when nothing is. */
export type ExampleOutcome =
  | { readonly outcome: "refused"; readonly at: readonly (string | number)[]; readonly fault: string }
  | {
      readonly outcome: "read";
      readonly duty: Duty | null;
      readonly maturesAt: Instant | null;
      /** Owed at a later instant only. */
      readonly later: Duty | null;
      /** The London date; null: not yet done. */
      readonly lastDone: string | null;
    };

type Refused = Extract<ExampleOutcome, { outcome: "refused" }>;
type Read<T> = { readonly value: T } | Refused;

const refused = (at: Refused["at"], fault: string): Refused => ({ outcome: "refused", at, fault });

/** Runs an example of a duty against its clause alone: clauses that would take its place play no part. */
export const exampleOf = (
  clause: Clause,
  example: ExampleSource,
  vocabulary: Vocabulary,
  hours: Hours,
  others: readonly Clause[],
): ExampleOutcome => {
  const one = caseOf(example, vocabulary, clause.duty?.each === "worker");
  if ("outcome" in one) return one;
  const asked = example.asOf === undefined ? undefined : readInstant(example.asOf);
  if (example.asOf !== undefined && asked === undefined)
    return refused(["asOf"], `${example.asOf} is not a date and time: write one like 2026-04-01T18:00`);
  const findAt = finder({ ...clause, unless: [] }, others, { vocabulary, ...hours });
  const at = asked ?? latestIn(one.value, vocabulary);
  const first = findAt(one.value, at);
  const waiting = first.filter((each) => !isOpen(each, at));
  const opens = Math.min(...waiting.map(({ maturesAt }) => maturesAt ?? Infinity));
  if (asked !== undefined || example.expect.watch === true || opens === Infinity || waiting.length < first.length)
    return outcome(first, one.value, at, hours);
  return outcome(findAt(one.value, opens), one.value, opens, hours);
};

type Finder = (one: Case, asOf: Instant) => readonly Finding[];

const finder = (clause: Clause, others: readonly Clause[], words: Omit<Rules, "clauses">): Finder => {
  const waits = [clause.duty?.on ?? []].flat().some((name) => isOverdue(words.vocabulary.happenings[name]));
  const compiled = compile({ ...words, clauses: waits ? [clause, ...others] : [clause] });
  const own = [...compiled.ofWorkers, ...compiled.ofPosts].filter((rule) => rule.clause === clause);
  return (one, asOf) => {
    const found = finderAt(compiled, asOf)(one);
    return [...found.filter(({ rule }) => rule.clause === clause), ...findOfAll(own, [one], asOf, compiled)];
  };
};

const isOverdue = (happening: HappeningDefinition | undefined): boolean =>
  happening?.byItself !== undefined && "overdue" in happening.byItself;

const outcome = (found: readonly Finding[], one: Case, asOf: Instant, { houseRules }: Hours): ExampleOutcome => {
  const subject = { caseRef: one.ref, worker: null, cases: [one] };
  const all = found
    .map((each) => ({ each, duty: put(each, subject, asOf, houseRules.duties.soonDays) }))
    .toSorted((a, b) => worstFirst(a.duty, b.duty));
  const owed = all.find(({ each }) => isOpen(each, asOf));
  const later = all.find(({ each }) => !isOpen(each, asOf));
  const lastDone = owed?.duty.lastDone ?? null;
  return {
    outcome: "read",
    duty: owed?.duty ?? null,
    later: later?.duty ?? null,
    maturesAt: (owed ?? later)?.each.maturesAt ?? null,
    lastDone: lastDone === null ? null : londonDate(lastDone),
  };
};

/** The case that an example describes. A duty on a worker needs one, so an example that names none has one all the same. */
const caseOf = (example: ExampleSource, vocabulary: Vocabulary, ofWorker: boolean): Read<Case> => {
  const facts = readAll(example.given, vocabulary.caseFacts, "fact of a case", ["given"]);
  if ("outcome" in facts) return facts;
  const happened: Happened[] = [];
  for (const [index, each] of example.happened.entries()) {
    const read = readHappened(each, index, vocabulary);
    if ("outcome" in read) return read;
    happened.push(read.value);
  }
  const worker = ofWorker && facts.value["worker"] === undefined ? { worker: "a.worker@example.org" } : {};
  return { value: { ref: "EXAMPLE-1", facts: { ...worker, ...facts.value }, happened, standing: [] } };
};

const readHappened = (
  { happening, at, facts }: ExampleSource["happened"][number],
  index: number,
  { happenings, caseFacts, facts: asked }: Vocabulary,
): Read<Happened> => {
  const where = ["happened", index];
  if (!Object.hasOwn(happenings, happening))
    return refused(
      [...where, "happening"],
      `${happening} is not a known happening: ${insteadOf(happening, Object.keys(happenings))}`,
    );
  const on = readInstant(at);
  if (on === undefined)
    return refused([...where, "at"], `${shown(at)} is not a date and time: write one like 2026-04-01T18:00`);
  const read = readAll(facts, { ...asked, ...caseFacts }, "fact", [...where, "facts"]);
  if ("outcome" in read) return read;
  const dateOnly = /^\d{4}-\d{2}-\d{2}$/.test(at.trim());
  return { value: { id: `example:${String(index)}`, happening, on, dateOnly, facts: read.value, by: null } };
};

const readAll = (
  raw: Readonly<Record<string, unknown>>,
  known: Readonly<Record<string, FactDefinition>>,
  sort: string,
  at: Refused["at"],
): Read<Readonly<Record<string, FactValue>>> => {
  const facts: Record<string, FactValue> = {};
  for (const [name, value] of Object.entries(raw)) {
    const definition = Object.hasOwn(known, name) ? known[name] : undefined;
    if (!definition) return refused(at, `${name} is not a known ${sort}: ${insteadOf(name, Object.keys(known))}`);
    const read = readValue(name, definition, value);
    if ("fault" in read) return refused(at, read.fault);
    facts[name] = read.value;
  }
  return { value: facts };
};

/** The latest instant that an example names: a date of birth apart, the question is put then. */
const latestIn = ({ facts, happened }: Case, { caseFacts }: Vocabulary): Instant =>
  Math.max(
    0,
    ...happened.map(({ on }) => on),
    ...Object.entries(facts).flatMap(([name, value]) =>
      ["date", "instant"].includes(caseFacts[name]?.type ?? "") ? [momentOf(value) ?? 0] : [],
    ),
  );
