import { Readable } from "node:stream";
import { TextDecoder } from "node:util";
import Papa from "papaparse";
import type { Caseload, CaseloadRow, UnreadableCaseload } from "../../app/ports/caseload.ts";
import { isMonthFirst, type DateColumn } from "./dates.ts";
import type { CaseloadFile } from "./file.ts";
import { isRefusedFile, looksLikeHeadings, readHeadings, repeatableHeadings, type Headings } from "./headings.ts";
import type { ReadOptions } from "./options.ts";
import { rowReader } from "./rows.ts";
import { mostTitles, survey, type Survey } from "./survey.ts";
import { tidy } from "./text.ts";

interface Parsed {
  readonly rows: readonly string[][];
  /** Of `rows`, those in which a quote is not as CSV has it. */
  readonly broken: ReadonlySet<number>;
}

type Step =
  | { readonly is: "page"; readonly page: Parsed }
  | { readonly is: "end" }
  | { readonly is: "failed"; readonly why: Error };

/** Papa pushes; this turns it round: `next` asks for one page, and no more is read meanwhile. */
const asked = (stream: Readable, delimiter: string): (() => Promise<Step>) => {
  const steps: Step[] = [];
  let wake = (): void => undefined;
  let resume = (): void => undefined;
  const add = (step: Step): void => {
    steps.push(step);
    wake();
  };
  Papa.parse<string[]>(stream, {
    delimiter,
    chunk: ({ data, errors }, parser) => {
      parser.pause();
      resume = () => parser.resume();
      const broken = new Set(errors.flatMap(({ row }) => (row === undefined ? [] : [row])));
      add({ is: "page", page: { rows: data, broken } });
    },
    complete: () => add({ is: "end" }),
    error: (why: Error) => add({ is: "failed", why }),
  });
  return async () => {
    for (let step = steps.shift(); ; step = steps.shift()) {
      if (step) return step;
      const woken = new Promise<void>((resolve) => (wake = resolve));
      resume();
      await woken;
    }
  };
};

/** Pages of records, as they are read from the disk. */
async function* pages(file: CaseloadFile, { encoding, delimiter }: Survey): AsyncGenerator<Parsed> {
  const text = async function* (): AsyncGenerator<string> {
    const decoder = new TextDecoder(encoding);
    for await (const piece of file.open()) yield decoder.decode(piece, { stream: true });
  };
  const stream = Readable.from(text(), { objectMode: true, highWaterMark: 1 });
  try {
    const next = asked(stream, delimiter);
    for (let step = await next(); step.is !== "end"; step = await next()) {
      if (step.is === "failed") throw step.why;
      yield step.page;
    }
  } finally {
    stream.destroy();
  }
}

/** Opens a caseload in CSV. Rows are read as they are asked for; the file is looked through once before. */
export const readCsv = async (file: CaseloadFile, options: ReadOptions): Promise<Caseload | UnreadableCaseload> => {
  const surveyed = await survey(file);
  if (!surveyed.readable && !surveyed.encoding.startsWith("utf-16"))
    return refused(file, "it is neither CSV nor a workbook: export the caseload as CSV or xlsx");
  const found = await findHeadings(file, surveyed, options);
  if (typeof found === "string") return refused(file, found);
  const dates = surveyed.monthFirst ? await monthFirstColumns(file, surveyed, found) : new Set<number>();
  return {
    outcome: "opened",
    source: file.name,
    format: "csv",
    headings: repeatableHeadings(found.headings),
    whole: !isRefusedFile(found.headings),
    notes: found.headings.notes,
    rows: rowsOf(file, surveyed, found, options, (at) => ({ monthFirst: dates.has(at) })),
  };
};

const refused = (file: CaseloadFile, why: string): UnreadableCaseload => ({
  outcome: "refused",
  why: `${file.name} cannot be loaded: ${why}.`,
});

interface Found {
  readonly headings: Headings;
  /** Rows down to and with the headings. */
  readonly above: number;
}

const findHeadings = async (
  file: CaseloadFile,
  surveyed: Survey,
  { vocabulary }: ReadOptions,
): Promise<Found | string> => {
  const rows: string[][] = [];
  // What is read first may be no whole row yet.
  for await (const page of pages(file, surveyed)) {
    for (const row of page.rows.slice(0, mostTitles + 1)) rows.push(row);
    if (rows.length > mostTitles) break;
  }
  if (rows.length > 0) {
    const first = rows.findIndex((row) => row.some((cell) => tidy(cell) !== ""));
    const at = rows.slice(0, mostTitles + 1).findIndex(looksLikeHeadings);
    const headings = readHeadings(rows[at < 0 ? first : at] ?? [], vocabulary.caseFacts);
    return typeof headings === "string" ? headings : { headings, above: at + 1 };
  }
  return readAsNothing;
};
const readAsNothing = "it is empty: export the caseload again";

/** Columns in which a date makes sense only with its month first. */
const monthFirstColumns = async (
  file: CaseloadFile,
  surveyed: Survey,
  { headings, above }: Found,
): Promise<ReadonlySet<number>> => {
  const dates = headings.columns.flatMap((column, at) =>
    column.is === "fact" && column.definition.type === "date" ? [at] : [],
  );
  const found = new Set<number>();
  let row = 0;
  for await (const { rows } of pages(file, surveyed))
    for (const cells of rows) {
      row += 1;
      if (row <= above) continue;
      for (const at of dates) if (isMonthFirst(tidy(cells[at] ?? ""))) found.add(at);
    }
  return found;
};

/** Rows of a page: what a write costs the store is mostly one cost for each page, and a longer one holds others up. */
const pageLength = 4_000;

async function* rowsOf(
  file: CaseloadFile,
  surveyed: Survey,
  { headings, above }: Found,
  options: ReadOptions,
  dates: (at: number) => DateColumn,
): AsyncGenerator<readonly CaseloadRow[]> {
  const read = rowReader(headings, options, dates);
  let row = 0;
  let page: CaseloadRow[] = [];
  for await (const { rows, broken } of pages(file, surveyed)) {
    for (const [at, cells] of rows.entries()) {
      row += 1;
      if (row <= above) continue;
      const one = broken.has(at) ? brokenRow(row) : read(cells, { sheet: null, row });
      if (one) page.push(one);
    }
    if (page.length < pageLength) continue;
    yield page;
    page = [];
  }
  if (page.length > 0) yield page;
}

/** Nothing of it can be trusted: a quote that is not closed may have swallowed the rows after it. */
const brokenRow = (row: number): CaseloadRow => ({
  ...{ kind: "refused", place: { sheet: null, row }, ref: null, column: null, value: null, cells: {} },
  why: "a quote in this row is not closed, and rows after it may be missing: end every quoted cell with a quote",
});
