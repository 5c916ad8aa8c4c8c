import type { HappeningQuestion } from "../../domain/case/view.ts";
import type { Instant, LondonDate } from "../../domain/instants.ts";
import type { Person } from "../../domain/people.ts";
import type { Answers, FactValue } from "../../domain/report/facts.ts";
import type { CaseFactDefinition, FactDefinition, Vocabulary } from "../../domain/vocabulary.ts";
import { dayMs, londonDate, londonTime } from "../../time/london.ts";
import { readDate, readWhen } from "../../time/read.ts";
import { dayInWords } from "../../time/say.ts";
import type { RecordTyped } from "../reminding.ts";
import { named } from "./named.ts";

type Definition = FactDefinition | CaseFactDefinition;

export const definitionOf = ({ caseFacts, facts }: Vocabulary, name: string): Definition | undefined =>
  caseFacts[name] ?? facts[name];

const yesNo = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
] as const;

const optionsOf = ({ type, options }: Definition): HappeningQuestion["options"] =>
  type === "yes-no" ? yesNo : (options ?? []);

const hintOf = (definition: Definition): string | null => {
  if (definition.hint !== undefined) return definition.hint;
  if (definition.type === "instant") return "Leave empty if it is not known. Such as: today 10.15am";
  return definition.type === "date" ? "Leave empty if it is not known. Such as: Monday" : null;
};

/** What somebody is asked about a happening, with what was typed. */
export const questionsOf = (vocabulary: Vocabulary, happening: string, typed: RecordTyped): HappeningQuestion[] =>
  (vocabulary.happenings[happening]?.facts ?? []).flatMap((name) => {
    const definition = definitionOf(vocabulary, name);
    if (definition === undefined) return [];
    const { asks } = definition;
    return [{ name, asks, hint: hintOf(definition), options: optionsOf(definition), value: typed[name] ?? "" }];
  });

type Value = { readonly value: FactValue } | { readonly why: string };

const unread = (asks: string, such: string): Value => ({
  why: `${asks} I could not read that. Write it such as: ${such}.`,
});

const valueOf = (
  name: string,
  definition: Definition,
  text: string,
  people: readonly Person[],
  asOf: Instant,
): Value => {
  const { type, asks } = definition;
  const options = optionsOf(definition).map(({ value }) => value);
  switch (type) {
    case "instant": {
      const read = readWhen(text, asOf);
      return read.ok && read.at <= asOf ? { value: read.at } : unread(asks, "today 10.15am");
    }
    case "date": {
      const read = readDate(text, asOf);
      return read.ok && read.date <= londonDate(asOf) ? { value: read.date } : unread(asks, "Monday, or 20 November");
    }
    case "yes-no":
      return options.includes(text) ? { value: text === "yes" } : unread(asks, "yes or no");
    case "choice":
      return options.includes(text) ? { value: text } : { why: `${asks}? Choose one of the list.` };
    case "choices":
      return { value: text.split(",").filter((each) => options.includes(each)) };
    case "number":
      return Number.isFinite(Number(text)) ? { value: Number(text) } : unread(asks, "3");
    case "people":
    case "text": {
      if (name !== "worker" && type === "text") return { value: text };
      const found = named(people, text);
      return found.found === "one" ? { value: found.person.id } : { why: found.why };
    }
  }
};

export type FactsRead = { readonly facts: Answers } | { readonly why: string };

/** Answers to a happening's questions. What is left empty is not known, and is no fault. */
export const readFacts = (
  vocabulary: Vocabulary,
  happening: string,
  typed: RecordTyped,
  people: readonly Person[],
  asOf: Instant,
): FactsRead => {
  const facts: Record<string, FactValue> = {};
  for (const name of vocabulary.happenings[happening]?.facts ?? []) {
    const definition = definitionOf(vocabulary, name);
    const text = typed[name]?.trim() ?? "";
    if (definition === undefined || text === "") continue;
    const read = valueOf(name, definition, text, people, asOf);
    if ("why" in read) return read;
    facts[name] = read.value;
  }
  return { facts };
};

export interface WhenSaid {
  readonly on: Instant;
  readonly dateOnly: boolean;
  /** The same for the same day, or the same minute: it makes saying it again harmless. */
  readonly key: string;
}

/** A day without a year that lies so far back was hardly meant: "3 April" on the 1st of April. */
const halfYearMs = 183 * dayMs;

/** When something happened, as typed: a day, or a day and a time; empty is now. Never later than now. */
export const readWhenSaid = (typed: string, asOf: Instant): WhenSaid | { readonly why: string } => {
  const text = typed.trim();
  const read = text === "" ? ({ ok: true, at: asOf } as const) : readWhen(text, asOf);
  if (!read.ok)
    return { why: `“${text}” can't be read as a date. Write when it happened, such as yesterday, or 2 December.` };
  if (read.at > asOf) return { why: "That lies ahead. Say it once it has happened." };
  const date: LondonDate = londonDate(read.at);
  if (Number(date.slice(0, 4)) < Number(londonDate(asOf).slice(0, 4)) - 2)
    return { why: "That is more than two years ago. Check the year." };
  if (!/\d{4}/.test(text) && asOf - read.at > halfYearMs)
    return { why: `That would be ${dayInWords(date)}. Write the year with it if that is meant.` };
  const time = londonTime(read.at);
  const dateOnly = text !== "" && time.startsWith("00:00");
  return { on: read.at, dateOnly, key: dateOnly ? date : `${date}T${time.slice(0, 5)}` };
};

/** Now, as it would be typed: shown in the card, so that a card that is pressed twice says the same minute twice. */
export const nowTyped = (asOf: Instant): string => {
  const [year = "", month = "", day = ""] = londonDate(asOf).split("-");
  return `${day}/${month}/${year} ${londonTime(asOf).slice(0, 5)}`;
};
