import type { LedgerLine } from "../domain/report/view.ts";
import { inWords } from "../time/say.ts";
import { box, coloured, quiet, strong } from "./kit.ts";
import type { ColumnSet, Element } from "./schema.ts";
import { typed } from "./text.ts";
import { howWords, ledgerWords } from "./wording.ts";

/** "Assistant Director", or "Nadia Rahman" with the post under it: who a line is about. */
const whoOf = (line: LedgerLine): string => line.who ?? line.postTitle;

const small = (line: LedgerLine): string => {
  const post = line.who === null || line.who === line.postTitle ? [] : [line.postTitle];
  return [...post, howWords[line.how], line.clauses.join(", ")].join(" · ");
};

const when = (line: LedgerLine): string => {
  if (line.at !== null) return inWords(line.at);
  return line.dueAt === null ? "no limit stated" : `by ${inWords(line.dueAt)}`;
};

const row = (line: LedgerLine, separator: boolean): ColumnSet => {
  const { text, colour } = ledgerWords[line.state];
  const note = line.note === null ? [] : [quiet(typed(line.note), { color: "warning", isSubtle: false })];
  return {
    type: "ColumnSet",
    separator,
    spacing: "medium",
    columns: [
      { type: "Column", width: "stretch", items: [strong(typed(whoOf(line))), quiet(typed(small(line))), ...note] },
      {
        type: "Column",
        width: "100px",
        items: [
          coloured(text, colour, { horizontalAlignment: "right" }),
          quiet(when(line), { horizontalAlignment: "right" }),
        ],
      },
    ],
  };
};

/** Who is owed the news, how, under which clauses, and how far it got: at most `most` lines, the rest counted. */
export const ledgerTable = (lines: readonly LedgerLine[], most = 12): Element => {
  const rows: Element[] = lines.slice(0, most).map((line, index) => row(line, index > 0));
  const over = lines.length - most;
  return box(over > 0 ? [...rows, quiet(`… and ${String(over)} more: open the report for the rest`)] : rows);
};
