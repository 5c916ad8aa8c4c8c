import { surely, likest } from "../likeness.ts";
import { bare, tidy } from "../text.ts";
import { mostTitles, type Sheet } from "../sheet.ts";
import { lists, readLists, titles, type Field, type ListNumber } from "./lists.ts";

/** A list found in a workbook: where its headings are, and in which column each field stands. */
export interface FoundList {
  readonly number: ListNumber;
  readonly sheet: Sheet;
  readonly headingAt: number;
  readonly columns: ReadonlyMap<string, number>;
  readonly notes: readonly string[];
}

export type Recognised =
  | { readonly outcome: "list"; readonly list: FoundList }
  /** One of Ofsted's lists that says nothing of a case, or is empty. */
  | { readonly outcome: "unread"; readonly number: number }
  | { readonly outcome: "refused"; readonly why: string }
  | { readonly outcome: "stranger" };

const numbered = /(?:^|[^a-z])list[\s_-]*0?(1[01]|[1-9])(?!\d)/i;
const numberFirst = /^0?(1[01]|[1-9])[\s._-]+\D/;

const byName = (text: string): number | undefined => {
  const number = numbered.exec(text)?.[1] ?? numberFirst.exec(text)?.[1];
  return number === undefined ? surely(text, titles) : Number(number);
};

const isRead = (number: number): number is ListNumber => readLists.some((each) => each === number);

/** By the sheet's name; else by a title above its headings. */
const numberOf = ({ name, rows }: Sheet): number | undefined => {
  const named = byName(tidy(name));
  if (named !== undefined) return named;
  const above = rows.slice(0, mostTitles).flatMap((row) => {
    const cells = row.map(tidy).filter((cell) => cell !== "");
    return cells.length === 1 ? cells : [];
  });
  return above.map((text) => byName(text.split(":")[0] ?? text)).find((number) => number !== undefined);
};

type Meaning = { readonly field: string } | { readonly field: null; readonly heading: string };

/** Every heading of a list, those that are not read included, so that the nearest is looked for among all. */
const headingsOf = (number: ListNumber): readonly (readonly [string, Meaning])[] => {
  const { fields, unread } = lists[number];
  const entries: readonly (readonly [string, Field])[] = Object.entries(fields);
  return [
    ...entries.flatMap(([field, { heading, also = [] }]) => {
      const meaning: Meaning = { field };
      return [heading, ...also].map((text) => [text, meaning] as const);
    }),
    ...unread.map((heading) => [heading, { field: null, heading }] as const),
  ];
};

/** Fields by column; a column that is no heading, or one that is not read, gives null. */
const meaningsIn = (cells: readonly string[], number: ListNumber): (string | null)[] => {
  const headings = headingsOf(number);
  return cells.map((cell) => (bare(cell) === "" ? null : (surely(cell, headings)?.field ?? null)));
};

const count = (meanings: readonly (string | null)[]): number => new Set(meanings.filter((each) => each !== null)).size;

/** The row that has the most headings, of at least three with the child's id among them. */
const findHeadings = (sheet: Sheet, number: ListNumber): number => {
  const scores = sheet.rows.slice(0, mostTitles).map((cells) => {
    const meanings = meaningsIn(cells, number);
    return meanings.includes("id") ? count(meanings) : 0;
  });
  const best = Math.max(...scores, 0);
  return best >= 3 ? scores.indexOf(best) : -1;
};

/** Two columns that could be the same field: the one that is written exactly so is it, or nobody can say. */
const choose = (cells: readonly string[], at: readonly number[], field: Field): number | undefined => {
  if (at.length < 2) return at[0];
  const exact = at.filter((index) => bare(cells[index] ?? "") === bare(field.heading));
  return exact.length === 1 ? exact[0] : undefined;
};

export const labelOf = (sheet: Sheet, number: number): string =>
  bare(sheet.name).includes(`list${String(number)}`)
    ? tidy(sheet.name)
    : `${tidy(sheet.name)} (List ${String(number)})`;

const missing = (sheet: Sheet, number: ListNumber, cells: readonly string[], field: Field): string => {
  const [near] = likest(
    field.heading,
    cells.filter((cell) => cell !== "").map((cell) => [cell, cell] as const),
  );
  const nearest = near === undefined ? "" : `, the nearest is “${near.is}”`;
  return `${labelOf(sheet, number)} has no column “${field.heading}”${nearest}`;
};

/** What a sheet of the workbook is. Throws nothing; a list that cannot be read says why. */
export const recognise = (sheet: Sheet): Recognised => {
  const number = numberOf(sheet);
  if (number === undefined) return { outcome: "stranger" };
  if (!isRead(number)) return { outcome: "unread", number };
  if (sheet.rows.every((row) => row.every((cell) => tidy(cell) === ""))) return { outcome: "unread", number };
  const headingAt = findHeadings(sheet, number);
  if (headingAt < 0)
    return { outcome: "refused", why: `${labelOf(sheet, number)} has no row of headings with “Child Unique ID”` };
  return columnsOf(sheet, number, headingAt);
};

const columnsOf = (sheet: Sheet, number: ListNumber, headingAt: number): Recognised => {
  const cells = (sheet.rows[headingAt] ?? []).map(tidy);
  const meanings = meaningsIn(cells, number);
  const columns = new Map<string, number>();
  const notes: string[] = [];
  const fields: readonly (readonly [string, Field])[] = Object.entries(lists[number].fields);
  for (const [name, field] of fields) {
    const at = meanings.flatMap((each, index) => (each === name ? [index] : []));
    const chosen = choose(cells, at, field);
    if (chosen !== undefined) columns.set(name, chosen);
    else if (at.length > 1)
      return { outcome: "refused", why: `${labelOf(sheet, number)} has two columns that could be “${field.heading}”` };
    else if (field.needed) return { outcome: "refused", why: missing(sheet, number, cells, field) };
    else if (field.type !== "age") notes.push(`${missing(sheet, number, cells, field)}: it is not read.`);
  }
  return { outcome: "list", list: { number, sheet, headingAt, columns, notes } };
};
