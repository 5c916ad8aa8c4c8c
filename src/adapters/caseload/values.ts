import type { FactValue } from "../../domain/report/facts.ts";
import type { CaseFactDefinition } from "../../domain/vocabulary.ts";
import { readDate, type DateColumn } from "./dates.ts";
import type { ReadOptions } from "./options.ts";
import { bare, either, Fault, isFormulaError, shown } from "./text.ts";

/** Reads a tidy cell that is not blank. */
export type Reader = (text: string) => FactValue | Fault;

/** Longer is no fact: a caseload must not carry notes about a child. */
const longestText = 200;

const yes: ReadonlySet<string> = new Set(["y", "yes", "true", "1"]);
const no: ReadonlySet<string> = new Set(["n", "no", "false", "0"]);

const yesNo: Reader = (text) => {
  const word = text.toLowerCase();
  if (yes.has(word)) return true;
  return no.has(word) ? false : new Fault(`${shown(text)} is neither yes nor no: write y or n`);
};

const number: Reader = (text) => {
  const value = Number(text);
  return Number.isFinite(value) ? value : new Fault(`${shown(text)} is not a number: write digits alone`);
};

export const textOf: Reader = (text) => {
  if (isFormulaError(text))
    return new Fault(`${shown(text)} is a formula that failed: mend it, or leave the cell blank`);
  return text.length <= longestText
    ? text
    : new Fault(`it is longer than ${String(longestText)} characters: a caseload holds facts, no notes`);
};

const choice = ({ options = [] }: CaseFactDefinition): Reader => {
  const values = new Map(options.flatMap(({ value, label }) => [[bare(label), value] as const]));
  for (const { value } of options) values.set(bare(value), value);
  const known = options.map(({ value }) => value);
  return (text) => values.get(bare(text)) ?? new Fault(`${shown(text)} is none of the values: write ${either(known)}`);
};

const today = (date: string, latest: string | undefined): string | Fault =>
  latest === undefined || date <= latest
    ? date
    : new Fault(`${shown(date)} has not come yet: write the day on which it happened`);

const email = /^[^\s@,;]+@[^\s@,;]+\.[^\s@,;]+$/;

const worker =
  ({ emailOf }: ReadOptions): Reader =>
  (text) =>
    email.test(text)
      ? text.toLowerCase()
      : (emailOf?.(text) ?? new Fault(`${shown(text)} is no work email: write the worker's, or leave the cell blank`));

/** What has happened cannot lie ahead; a placement or a first review may. */
const isPast = ({ column = "" }: CaseFactDefinition): boolean => /^last_|ed_on$/.test(column);

/** How a column is read: made once, run for every row. It agrees with the vocabulary's zod schema (see the tests). */
export const readerFor = (
  name: string,
  definition: CaseFactDefinition,
  options: ReadOptions,
  column: DateColumn,
): Reader => {
  if (name === "worker") return worker(options);
  switch (definition.type) {
    case "date": {
      const latest = isPast(definition) ? options.today : undefined;
      return (text) => {
        const date = readDate(text, column);
        return typeof date === "string" ? today(date, latest) : date;
      };
    }
    case "choice":
      return choice(definition);
    case "yes-no":
      return yesNo;
    case "number":
      return number;
    case "text":
      return textOf;
    case "instant":
    case "choices":
    case "people":
      return () => new Fault("a caseload cannot say this: leave the column out");
  }
};
