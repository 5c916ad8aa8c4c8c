import type { EventId } from "../../domain/ids.ts";
import type { Answers, FactValue } from "../../domain/report/facts.ts";
import type { FactDefinition, Vocabulary } from "../../domain/vocabulary.ts";
import { isLondonDate } from "../../time/london.ts";
import { either, insteadOf } from "../policy/nearest.ts";
import { readInstant } from "./instants.ts";

export type ReadFacts =
  | { readonly outcome: "read"; readonly facts: Answers }
  /** Each fault names the fact, what is wrong and what to write. */
  | { readonly outcome: "refused"; readonly faults: readonly string[] };

/**
 * Facts as JSON or YAML give them, made into typed answers: ISO strings become instants (London wall time without an
 * offset), a single string becomes a list where several are meant. Facts that the event does not ask are taken too, as
 * long as the vocabulary knows them; null and undefined are as good as missing.
 */
export const readFacts = (
  vocabulary: Vocabulary,
  event: EventId,
  raw: Readonly<Record<string, unknown>>,
): ReadFacts => {
  if (!Object.hasOwn(vocabulary.events, event))
    return refused([
      `${shown(event).replaceAll('"', "")} is not a known event: ${insteadOf(event, Object.keys(vocabulary.events))}`,
    ]);
  const facts: Record<string, FactValue> = {};
  const faults: string[] = [];
  for (const [name, value] of Object.entries(raw)) {
    if (value === null || value === undefined) continue;
    const read = readFact(vocabulary, name, value);
    if ("fault" in read) faults.push(read.fault);
    else facts[name] = read.value;
  }
  return faults.length > 0 ? refused(faults) : { outcome: "read", facts };
};

const refused = (faults: readonly string[]): ReadFacts => ({ outcome: "refused", faults });

type Read = { readonly value: FactValue } | { readonly fault: string };

const readFact = (vocabulary: Vocabulary, name: string, raw: unknown): Read => {
  const definition = Object.hasOwn(vocabulary.facts, name) ? vocabulary.facts[name] : undefined;
  if (!definition)
    return {
      fault: `${shown(name).replaceAll('"', "")} is not a known fact: ${insteadOf(name, Object.keys(vocabulary.facts))}`,
    };
  return readValue(name, definition, raw);
};

/** What was written, short enough for a message. */
export const shown = (raw: unknown): string => {
  if (typeof raw === "object" && raw !== null) return Array.isArray(raw) ? "a list" : "a mapping";
  const text = typeof raw === "string" ? `"${raw}"` : String(raw);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

/** One fact's value by its definition. */
export const readValue = (name: string, definition: FactDefinition, raw: unknown): Read => {
  const wrong = (instead: string): Read => ({ fault: `${name} is ${shown(raw)}: write ${instead}` });
  switch (definition.type) {
    case "instant": {
      const value = typeof raw === "string" ? readInstant(raw) : undefined;
      return value === undefined
        ? wrong("a date and time like 2026-04-01T18:00 or 2026-04-01T18:00:00+01:00")
        : { value };
    }
    case "date":
      return typeof raw === "string" && isLondonDate(raw.slice(0, 10)) && readInstant(raw) !== undefined
        ? { value: raw.slice(0, 10) }
        : wrong("a date like 2026-04-01");
    case "choice":
      return typeof raw === "string" && valuesOf(definition).includes(raw)
        ? { value: raw }
        : wrongChoice(name, definition, [raw].flat());
    case "choices": {
      const chosen: readonly unknown[] = [raw].flat();
      const known = chosen.filter((each) => typeof each === "string" && valuesOf(definition).includes(each));
      return known.length === chosen.length ? { value: known.map(String) } : wrongChoice(name, definition, chosen);
    }
    case "yes-no":
      return readYesNo(raw) ?? wrong("true or false");
    case "number": {
      const value = typeof raw === "string" && raw.trim() !== "" ? Number(raw) : raw;
      return typeof value === "number" && Number.isFinite(value) ? { value } : wrong("a number");
    }
    case "people": {
      const named: readonly unknown[] = [raw].flat();
      const all = named.every((each) => typeof each === "string");
      return all ? { value: named.map(String) } : wrong("a list of work emails");
    }
    case "text":
      return typeof raw === "string" ? { value: raw } : wrong("words");
  }
};

const readYesNo = (raw: unknown): Read | undefined => {
  if (raw === true || raw === "yes" || raw === "true") return { value: true };
  return raw === false || raw === "no" || raw === "false" ? { value: false } : undefined;
};

const valuesOf = (definition: FactDefinition): readonly string[] =>
  (definition.options ?? []).map(({ value }) => value);

const wrongChoice = (name: string, definition: FactDefinition, chosen: readonly unknown[]): Read => {
  const known = valuesOf(definition);
  const bad = chosen.filter((each) => typeof each !== "string" || !known.includes(each));
  const first = typeof bad[0] === "string" ? insteadOf(bad[0], known) : `write ${either(known)}`;
  return { fault: `${name} is ${bad.map(shown).join(", ")}: ${first}` };
};
