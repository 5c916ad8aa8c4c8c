import type { Instant } from "../../domain/instants.ts";
import { caseRefSchema } from "../../domain/ids.ts";
import type { FactValue } from "../../domain/report/facts.ts";
import type { InputView } from "../../domain/screen.ts";
import { readDay, readMoment } from "./dates.ts";
import type { Fault } from "./faults.ts";

/** An answer as it was read. `said` is how it is shown from then on: "Friday 3 April 2026, 4pm" for "fri tea time". */
export type Reading =
  | { readonly outcome: "read"; readonly value: FactValue; readonly said: string }
  /** Nothing was meant by it: an optional answer left out. */
  | { readonly outcome: "none"; readonly said: string }
  | { readonly outcome: "refused"; readonly why: Fault };

type Options = readonly { readonly value: string; readonly label: string }[];
type Shape =
  | { readonly type: "date-and-time" | "date" | "number" }
  | { readonly type: "text"; readonly multiline: boolean; readonly maxLength: number }
  | { readonly type: "choice" | "choices"; readonly options: Options };

/** One question: what it looks like, and how what was typed becomes an answer. */
export interface Ask {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly required: boolean;
  readonly shape: Shape;
  /** Shown until something is typed; never taken without the person's seeing it. */
  readonly initial: string;
  /** Only of text that is not blank. */
  readonly read: (text: string, asOf: Instant) => Reading;
  /** Every fault that `read` can give. */
  readonly faults: readonly Fault[];
  /** Better words than the usual ones for some faults. */
  readonly words: Partial<Readonly<Record<Fault, string>>>;
  /** A personal detail is then a warning: pressing again with the same text keeps it. */
  readonly pressOn: boolean;
}

interface Given {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | null;
  readonly required?: boolean;
  readonly initial?: string;
  readonly words?: Ask["words"];
  readonly pressOn?: boolean;
}

const ask = (given: Given, shape: Shape, read: Ask["read"], faults: readonly Fault[]): Ask => ({
  name: given.name,
  label: given.label,
  hint: given.hint ?? null,
  required: given.required ?? true,
  initial: given.initial ?? "",
  words: given.words ?? {},
  pressOn: given.pressOn ?? false,
  shape,
  read,
  faults,
});

const dateFaults = ["unclear", "ambiguous", "noSuchTime", "future", "tooEarly"] as const satisfies readonly Fault[];

export const dateAndTime = (given: Given & { readonly future?: boolean }): Ask =>
  ask(given, { type: "date-and-time" }, (text, asOf) => readMoment(text, asOf, given.future ?? false), dateFaults);

export const date = (given: Given & { readonly future?: boolean }): Ask =>
  ask(given, { type: "date" }, (text, asOf) => readDay(text, asOf, given.future ?? false), dateFaults);

export const text = (given: Given & { readonly multiline?: boolean; readonly maxLength: number }): Ask =>
  ask(
    given,
    { type: "text", multiline: given.multiline ?? false, maxLength: given.maxLength },
    (typed) =>
      typed.length > given.maxLength
        ? { outcome: "refused", why: "tooLong" }
        : { outcome: "read", value: typed, said: typed },
    ["tooLong"],
  );

export const number = (given: Given): Ask =>
  ask(
    given,
    { type: "number" },
    (typed) => {
      const value = Number(typed.replaceAll(",", ""));
      return Number.isFinite(value)
        ? { outcome: "read", value, said: String(value) }
        : { outcome: "refused", why: "notNumber" };
    },
    ["notNumber"],
  );

const offered = (options: Options, typed: string): string | undefined =>
  options.find(({ value, label }) => value === typed || label.toLowerCase() === typed.toLowerCase())?.value;

export const choice = (given: Given & { readonly options: Options }): Ask =>
  ask(
    given,
    { type: "choice", options: given.options },
    (typed) => {
      const value = offered(given.options, typed);
      return value === undefined ? { outcome: "refused", why: "notOffered" } : { outcome: "read", value, said: value };
    },
    ["notOffered"],
  );

export const choices = (given: Given & { readonly options: Options }): Ask =>
  ask(
    given,
    { type: "choices", options: given.options },
    (typed) => {
      const picked = typed.split(",").map((one) => offered(given.options, one.trim()));
      const values = [...new Set(picked)].filter((value) => value !== undefined);
      return picked.includes(undefined)
        ? { outcome: "refused", why: "notOffered" }
        : { outcome: "read", value: values, said: values.join(",") };
    },
    ["notOffered"],
  );

const yesNoOptions = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
] as const;

export const yesNo = (given: Given): Ask => {
  const asChoice = choice({ ...given, options: yesNoOptions });
  const read: Ask["read"] = (typed, asOf) => {
    const reading = asChoice.read(typed, asOf);
    return reading.outcome === "read" ? { ...reading, value: reading.value === "yes" } : reading;
  };
  return { ...asChoice, read };
};

const noCase = /^(?:none|no case(?: yet)?|not known|unknown|n\/?a|no)$/i;

/** A case reference, put into the form in which it is stored: "amb 1042" becomes "AMB-1042". Or "none", said on purpose. */
export const caseReference = (given: Given): Ask =>
  ask(
    given,
    { type: "text", multiline: false, maxLength: 40 },
    (typed) => {
      if (noCase.test(typed)) return { outcome: "none", said: "none" };
      const parsed = caseRefSchema.safeParse(typed.replace(/^([a-z]+)[\s-]*(\d+)$/i, "$1-$2"));
      return parsed.success
        ? { outcome: "read", value: parsed.data, said: parsed.data }
        : { outcome: "refused", why: "notCaseRef" };
    },
    ["notCaseRef"],
  );

/** How the card sees it, with what was typed last and why it was not taken. */
export const inputView = (asked: Ask, value: string, refusal: string | null): InputView => ({
  name: asked.name,
  label: asked.label,
  hint: asked.hint,
  required: asked.required,
  value,
  refusal,
  ...asked.shape,
});
