import type { Instant } from "../domain/instants.ts";
import type { LedgerLine, LedgerState } from "../domain/report/view.ts";
import { box, coloured, quiet, strong } from "./kit.ts";
import { sideBySide } from "./kit-rows.ts";
import type { ColumnSet, Element } from "./schema.ts";
import { typed } from "./text.ts";
import { byWhen, capital, shortly } from "./when.ts";
import { howWords, ledgerWords } from "./wording.ts";

/** Narrow enough for a telephone, wide enough for "Acknowledged". */
const stateWidth = "125px";

/** Under the name: the post, how, and the clauses. */
const small = (line: LedgerLine): string => {
  const post = line.who === null || line.who === line.postTitle ? [] : [line.postTitle];
  return [...post, howWords[line.how], line.clauses.join(", ")].join(" · ");
};

const when = (line: LedgerLine, near: Instant): string =>
  capital(line.at === null ? byWhen(line.dueAt, near) : shortly(line.at, near));

const row = (line: LedgerLine, near: Instant): ColumnSet => {
  const { text, colour } = ledgerWords[line.state];
  const note = line.note === null ? [] : [coloured(typed(line.note), "warning", { size: "small", spacing: "small" })];
  return sideBySide(
    [strong(typed(line.who ?? line.postTitle)), quiet(typed(small(line)), { spacing: "none" }), ...note],
    [
      coloured(text, colour, { horizontalAlignment: "right" }),
      quiet(when(line, near), { horizontalAlignment: "right", spacing: "none" }),
    ],
    stateWidth,
  );
};

/** Who is owed the news, how, under which clauses, and how far it got: at most `most` lines, the rest counted. */
export const ledgerTable = (lines: readonly LedgerLine[], near: Instant, most: number): Element => {
  const rows: Element[] = lines.slice(0, most).map((line) => row(line, near));
  const over = lines.length - most;
  return box(over > 0 ? [...rows, quiet(`… and ${String(over)} more: open the report for the rest`)] : rows);
};

const delivered: readonly LedgerState[] = ["told", "reached", "acknowledged"];

/** "2 of 5 told so far". */
export const toldSoFar = (all: readonly LedgerLine[]): string => {
  // What was judged not to be raised is owed to nobody.
  const lines = all.filter(({ state }) => state !== "not-raised");
  const told = lines.filter(({ state }) => delivered.includes(state)).length;
  const everybody = lines.length === all.length ? "Everybody has been told" : "Everybody else has been told";
  return told === lines.length ? everybody : `${String(told)} of ${String(lines.length)} told so far`;
};
