import { say } from "./kit.ts";
import type { Chart, Series, Table, TableCell, TextBlock } from "./schema.ts";

interface Drawn {
  readonly title: string;
  readonly across: string;
  readonly up: string;
  readonly data: readonly Series[];
  /** The same numbers, for clients that draw no charts. */
  readonly table: Table;
}

const chart = (type: Chart["type"], { title, across, up, data, table }: Drawn): Chart => ({
  ...{ type, title, xAxisTitle: across, yAxisTitle: up, colorSet: "categorical", data },
  ...{ spacing: "medium", fallback: table },
});

/** Bars side by side: a group for each value of x, a colour for each series. */
export const bars = (drawn: Drawn): Chart => chart("Chart.VerticalBar.Grouped", drawn);

/** Lines through time, oldest first. A value that is not known is left out. */
export const lines = (drawn: Drawn): Chart => chart("Chart.Line", drawn);

const cell = (text: string, more: Partial<TextBlock>): TableCell => ({
  type: "TableCell",
  items: [say(text, { size: "small", ...more })],
});

/** A table of small print under a row of headings. The first column is twice as wide. All text is Markdown: see `typed`. */
export const table = (headings: readonly string[], rows: readonly (readonly string[])[]): Table => ({
  type: "Table",
  columns: headings.map((_, index) => ({ width: index === 0 ? 2 : 1 })),
  rows: [headings, ...rows].map((row, index) => ({
    type: "TableRow",
    cells: row.map((text) => cell(text, index === 0 ? { weight: "bolder" } : {})),
  })),
  showGridLines: false,
});
