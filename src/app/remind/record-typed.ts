import type { Instant, LondonDate } from "../../domain/instants.ts";
import { personalDetail, personalWords, pressOn } from "../../domain/personal.ts";
import { checkRecord } from "../../rules/record/check.ts";
import type { Checked, RecordForm, Refusal, Written } from "../../rules/record/types.ts";
import type { Calendar } from "../../time/calendar.ts";
import { addDays, londonDate } from "../../time/london.ts";
import { readDate } from "../../time/read.ts";
import type { RecordTyped } from "../reminding.ts";

/** How many actions a form takes. */
export const actionRows = 6;
const rows = Array.from({ length: actionRows }, (_, index) => index + 1);

/** The inputs of the form, by name. */
export const inputOf = {
  on: "on",
  heading: (id: string): string => `h.${id}`,
  action: (part: "what" | "who" | "by", row: number): string => `${part}${String(row)}`,
  /** Ids of earlier actions that are done, parted by commas. */
  stepsDone: "stepsDone",
  /** References of other children of the same sitting, parted by commas. */
  others: "others",
} as const;

/** Several choices of a card's input. */
export const chosen = (typed: RecordTyped, input: string): readonly string[] =>
  (typed[input] ?? "").split(",").flatMap((one) => (one.trim() === "" ? [] : [one.trim()]));

const textOf = (typed: RecordTyped, input: string): string => typed[input] ?? "";

const writtenOf = (form: RecordForm, typed: RecordTyped, carried: number): Written => ({
  headings: Object.fromEntries(form.headings.map(({ id }) => [id, textOf(typed, inputOf.heading(id))])),
  actions: rows.map((row) => ({
    what: textOf(typed, inputOf.action("what", row)),
    who: textOf(typed, inputOf.action("who", row)),
    by: textOf(typed, inputOf.action("by", row)),
  })),
  carried,
});

const inputAt = ({ at }: Refusal): string => {
  if ("heading" in at) return inputOf.heading(at.heading);
  return "action" in at ? inputOf.action(at.part, at.action) : inputOf.action("what", 1);
};

const saidBy = ({ why, clause }: Refusal): string => (clause === null ? why : `${why} (${clause})`);

type Refusals = Readonly<Record<string, string>>;

const whenOf = (typed: RecordTyped, asOf: Instant): { readonly on: LondonDate } | { readonly why: string } => {
  const said = (typed[inputOf.on] ?? "").trim();
  const today = londonDate(asOf);
  if (said === "") return { on: today };
  const read = readDate(said, asOf);
  if (!read.ok) return { why: `"${said}" can't be read as a date. Try: today, Monday, or 20 November.` };
  if (read.date > today) return { why: "That lies ahead. Write the record once it has taken place." };
  if (read.date < addDays(today, -366)) return { why: "That is more than a year ago. Check the year." };
  return { on: read.date };
};

/** What would identify a child, by input. `warned`: what was pointed out before, and is kept when it comes again. */
const personalIn = (form: RecordForm, typed: RecordTyped, warned: RecordTyped, asOf: Instant): Refusals => {
  const names = [
    ...form.headings.map(({ id }) => inputOf.heading(id)),
    ...rows.flatMap((row) => [inputOf.action("what", row), inputOf.action("who", row)]),
  ];
  const thisYear = Number(londonDate(asOf).slice(0, 4));
  return Object.fromEntries(
    names.flatMap((name) => {
      const text = typed[name] ?? "";
      const detail = text.trim() === "" || warned[name] === text ? null : personalDetail(text, thisYear);
      return detail === null ? [] : [[name, personalWords[detail] + pressOn] as const];
    }),
  );
};

export type Read =
  | { readonly outcome: "taken"; readonly on: LondonDate; readonly record: Extract<Checked, { outcome: "taken" }> }
  | { readonly outcome: "refused"; readonly refusals: Refusals; readonly warned: RecordTyped };

/** What was sent by a form, checked. `carried`: how many earlier actions stay open beside it. */
export const readTyped = (
  form: RecordForm,
  typed: RecordTyped,
  { carried, warned, asOf, calendar }: { carried: number; warned: RecordTyped; asOf: Instant; calendar: Calendar },
): Read => {
  const when = whenOf(typed, asOf);
  const personal = personalIn(form, typed, warned, asOf);
  const checked = checkRecord(form, writtenOf(form, typed, carried), asOf, calendar);
  const asked =
    checked.outcome === "refused" ? checked.refusals.map((one) => [inputAt(one), saidBy(one)] as const) : [];
  const refusals = {
    ...("why" in when ? { [inputOf.on]: when.why } : {}),
    ...personal,
    ...Object.fromEntries(asked),
  };
  if (checked.outcome === "taken" && "on" in when && Object.keys(refusals).length === 0)
    return { outcome: "taken", on: when.on, record: checked };
  const again = Object.fromEntries(Object.keys(personal).map((name) => [name, typed[name] ?? ""]));
  return { outcome: "refused", refusals, warned: { ...warned, ...again } };
};
