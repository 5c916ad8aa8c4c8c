import type { Instant, LondonDate } from "../../domain/instants.ts";
import type { Calendar } from "../../time/calendar.ts";
import { OutsideCalendar } from "../../time/calendar.ts";
import { isFarAhead, noTimescaleIn, readTimescale, type TimescaleRead } from "./timescale.ts";
import type { Checked, RecordForm, Refusal, Written, WrittenAction } from "./types.ts";

type Taken = Extract<Checked, { outcome: "taken" }>["actions"][number];

/**
 * Checks a record against what it must hold. Every refusal at once, each with the clause that asks it, so that one round of
 * changes is enough. Pure. Clauses: MO-03 (no "ongoing"), MO-04, WQ-7.3a, PS-16 (headings), MO-T12 (carried forward).
 */
export const checkRecord = (form: RecordForm, written: Written, asOf: Instant, calendar: Calendar): Checked => {
  const headings = headingsOf(form, written);
  const missing = form.headings.flatMap((heading): Refusal[] =>
    heading.optional || headings[heading.id] !== undefined
      ? []
      : [{ at: { heading: heading.id }, why: `Write something under "${heading.title}".`, clause: heading.clause }],
  );
  const rows = written.actions.map((action, index) => checkAction(form, action, index + 1, asOf, calendar));
  const actions = rows.flatMap((row) => (row === null || "refusals" in row ? [] : [row.taken]));
  const refusals = [
    ...missing,
    ...rows.flatMap((row) => (row !== null && "refusals" in row ? row.refusals : [])),
    ...noActions(form, rows.some((row) => row !== null) || written.carried > 0),
  ];
  return refusals.length > 0 ? { outcome: "refused", refusals } : { outcome: "taken", headings, actions };
};

const headingsOf = (form: RecordForm, written: Written): Record<string, string> =>
  Object.fromEntries(
    form.headings.flatMap(({ id }) => {
      const text = written.headings[id]?.trim() ?? "";
      return text === "" ? [] : [[id, text] as const];
    }),
  );

const noActions = (form: RecordForm, some: boolean): readonly Refusal[] =>
  form.actions === null || some
    ? []
    : [{ at: { actions: true }, why: "Write at least one action: what, who, and by when.", clause: form.actions }];

type Row = { readonly taken: Taken } | { readonly refusals: readonly Refusal[] } | null;

const checkAction = (form: RecordForm, action: WrittenAction, row: number, asOf: Instant, calendar: Calendar): Row => {
  const [what, who, by] = [action.what.trim(), action.who.trim(), action.by.trim()];
  if (what === "" && who === "" && by === "") return null;
  const refusals: Refusal[] = [];
  const refuse = (part: "what" | "who" | "by", why: string, clause = form.actions): void => {
    refusals.push({ at: { action: row, part }, why, clause });
  };
  if (what === "") refuse("what", "Write what is to be done.");
  if (who === "") refuse("who", "Write who does it: a name or a post.");
  const vague = noTimescaleIn(by, form.noTimescales);
  if (vague !== null) refuse("by", noTimescale(by, vague.wording), vague.clause);
  const read = vague === null ? attempt(by, asOf, calendar) : null;
  if (read !== null && "why" in read) refuse("by", read.why);
  if (refusals.length > 0 || read === null || "why" in read) return { refusals };
  return { taken: { what, who, by: read.date } };
};

const noTimescale = (by: string, wording: string): string => {
  const said = by.toLowerCase() === wording.toLowerCase() ? `"${by}"` : `"${by}" means "${wording}", which`;
  return `${said} is no timescale. Write the date by which this is done, such as "Friday" or "within 5 working days".`;
};

const example = 'such as "Friday", "4 December" or "within 5 working days"';

const attempt = (
  by: string,
  asOf: Instant,
  calendar: Calendar,
): { readonly date: LondonDate } | { readonly why: string } => {
  if (by === "") return { why: `Write by when, ${example}.` };
  const read = safely(by, asOf, calendar);
  if (read.outcome === "unclear") return { why: `"${by}" can't be read as a date. Write one ${example}.` };
  if (read.outcome === "past") return { why: `"${by}" is in the past. Write a date that lies ahead, ${example}.` };
  return isFarAhead(read.date, asOf)
    ? { why: `"${by}" is more than three years ahead. Check the year.` }
    : { date: read.date };
};

const safely = (by: string, asOf: Instant, calendar: Calendar): TimescaleRead => {
  try {
    return readTimescale(by, asOf, calendar);
  } catch (error) {
    if (!(error instanceof OutsideCalendar)) throw error;
    return { outcome: "unclear" };
  }
};
