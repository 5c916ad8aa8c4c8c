import type { CaseloadRow, Place, RefusedRow } from "../../app/ports/caseload.ts";
import type { FactValue } from "../../domain/report/facts.ts";
import type { DateColumn } from "./dates.ts";
import { mayBeRepeated, type Headings } from "./headings.ts";
import type { ReadOptions } from "./options.ts";
import { Fault, isBlank, shown, tidy } from "./text.ts";
import { readerFor, textOf, type Reader } from "./values.ts";

/** A reference to a case: letters and digits with points, dashes or strokes, and at least one digit. Never a name. */
const reference = /^(?=.*\d)[\p{L}\d](?:[\p{L}\d._/-]{0,38}[\p{L}\d])?$/u;

export const referenceFault = (text: string): Fault | undefined =>
  reference.test(text)
    ? undefined
    : new Fault(
        `${shown(text)} is no case reference: write letters and digits without spaces, like AMB-1042, never a name`,
      );

/** Tells references apart whatever their letter case. Remembers every one it is asked about. */
export const onlyOnce = (): ((ref: string, row: number) => number | undefined) => {
  const rows = new Map<string, number>();
  return (ref, row) => {
    const key = ref.toUpperCase();
    const before = rows.get(key);
    if (before === undefined) rows.set(key, row);
    return before;
  };
};

interface Cell {
  readonly at: number;
  readonly heading: string;
  readonly name: string;
  readonly personal: boolean;
  /** Reads a cell as it is written; undefined for one that says nothing. */
  readonly read: (cell: string) => FactValue | Fault | undefined;
}

/** As many different cells of a column as are remembered; the same few days, teams and workers stand in every row. */
const mostRemembered = 20_000;

const remembered = (read: Reader): Cell["read"] => {
  const known = new Map<string, FactValue | Fault | undefined>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined || known.has(cell)) return before;
    if (known.size >= mostRemembered) known.clear();
    const text = tidy(cell);
    const value = isBlank(text) ? undefined : read(text);
    known.set(cell, value);
    return value;
  };
};

const cellsToRead = (headings: Headings, options: ReadOptions, dates: (at: number) => DateColumn): readonly Cell[] =>
  headings.columns.flatMap((column, at): Cell[] => {
    const heading = headings.texts[at] ?? "";
    if (column.is === "extra") return [{ at, heading, name: column.name, personal: false, read: remembered(textOf) }];
    if (column.is !== "fact") return [];
    const { name, definition } = column;
    const read = remembered(readerFor(name, definition, options, dates(at)));
    return [{ at, heading, name, personal: definition.personal === true, read }];
  });

/** The cells of a row that may be written beside the file: without names, and without what is never shown. */
const repeatable = ({ columns, texts }: Headings, cells: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    texts.flatMap((heading, at) => {
      const text = tidy(cells[at] ?? "");
      if (!mayBeRepeated(columns[at])) return [];
      return [[heading, columns[at]?.is === "ref" && referenceFault(text) ? "" : text]];
    }),
  );

/** The two columns that every row needs, and what is read of the others. */
interface Plan {
  readonly headings: Headings;
  readonly refAt: number;
  readonly statusAt: number;
  readonly toRead: readonly Cell[];
}

interface Refusal {
  readonly why: string;
  /** The column at fault; null for the row as a whole. */
  readonly at: number | null;
  readonly value: string | null;
}

/** What keeps a row from being read at all, before any of its values is looked at. */
const rowFault = ({ headings, refAt, statusAt }: Plan, cells: readonly string[], ref: string): Refusal | undefined => {
  const width = headings.columns.length;
  const extra = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== "");
  if (cells.length < width || extra) return { why: wide(cells.length, width), at: null, value: null };
  if (isBlank(ref)) return { why: "the case reference is blank: write it", at: refAt, value: "" };
  // Not repeated: what is no reference may be a name.
  if (referenceFault(ref)) return { why: withoutValue(referenceFault(ref)?.why ?? ""), at: refAt, value: null };
  return isBlank(tidy(cells[statusAt] ?? ""))
    ? { why: "the status is blank: write it", at: statusAt, value: "" }
    : undefined;
};

/** What the columns say, in their order; the first that cannot be read refuses the row. `into` is used again for each row. */
const readValues = (
  toRead: readonly Cell[],
  cells: readonly string[],
  into: (FactValue | undefined)[],
): Refusal | undefined => {
  for (let index = 0; index < toRead.length; index += 1) {
    const column = toRead[index];
    if (column === undefined) continue;
    const { at, read, personal } = column;
    const cell = cells[at] ?? "";
    const value = cell === "" ? undefined : read(cell);
    if (value instanceof Fault)
      return personal ? { why: withoutValue(value.why), at, value: null } : { why: value.why, at, value: tidy(cell) };
    into[index] = value;
  }
  return undefined;
};

/** Facts by name, in the order of their names: they are hashed in that order. */
const factsOf = (
  byName: readonly (readonly [string, number])[],
  values: readonly (FactValue | undefined)[],
): Record<string, FactValue> => {
  const facts: Record<string, FactValue> = {};
  for (const [name, at] of byName) {
    const value = values[at];
    if (value !== undefined) facts[name] = value;
  }
  return facts;
};

const refusedRow = (plan: Plan, cells: readonly string[], place: Place, ref: string, refusal: Refusal): RefusedRow => ({
  ...{ kind: "refused", place, why: refusal.why, value: refusal.value },
  ref: isBlank(ref) || referenceFault(ref) ? null : ref,
  column: refusal.at === null ? null : (plan.headings.texts[refusal.at] ?? null),
  cells: repeatable(plan.headings, cells),
});

/** Makes the reader of a table's rows. It gives null for a row that is blank throughout. */
export const rowReader = (
  headings: Headings,
  options: ReadOptions,
  dates: (at: number) => DateColumn,
): ((cells: readonly string[], place: Place) => CaseloadRow | null) => {
  const refAt = headings.columns.findIndex(({ is }) => is === "ref");
  const statusAt = headings.columns.findIndex((column) => column.is === "fact" && column.name === "status");
  const toRead = cellsToRead(headings, options, dates);
  const plan: Plan = { headings, refAt, statusAt, toRead };
  const byName = toRead.map(({ name }, at) => [name, at] as const).sort(([a], [b]) => (a < b ? -1 : 1));
  const values: (FactValue | undefined)[] = toRead.map(() => undefined);
  const seen = onlyOnce();
  return (cells, place) => {
    const ref = tidy(cells[refAt] ?? "");
    if (ref === "" && cells.every((cell) => isBlank(cell.trim()))) return null;
    const fault = rowFault(plan, cells, ref);
    if (fault) return refusedRow(plan, cells, place, ref, fault);
    const before = seen(ref, place.row);
    if (before !== undefined)
      return refusedRow(plan, cells, place, ref, { why: repeated(before), at: refAt, value: ref });
    const bad = readValues(toRead, cells, values);
    if (bad) return refusedRow(plan, cells, place, ref, bad);
    return { kind: "case", place, ref, facts: factsOf(byName, values), happened: [] };
  };
};

const wide = (cells: number, headings: number): string =>
  `the row has ${String(cells)} cells where there are ${String(headings)} headings: put quotes round a cell that holds a comma, and end every quoted cell with a quote`;

const repeated = (row: number): string => `the case is in row ${String(row)} already: keep one row for each case`;

/** What was written is personal, so only what is wrong with it is said. */
export const withoutValue = (why: string): string => why.replace(/^“[^”]*”/, "it");
