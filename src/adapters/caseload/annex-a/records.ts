import type { Place } from "../../../app/ports/caseload.ts";
import { readDate, type DateColumn } from "../dates.ts";
import type { ReadOptions } from "../options.ts";
import { referenceFault, withoutValue } from "../rows.ts";
import { Fault, isBlank, tidy } from "../text.ts";
import { textOf } from "../values.ts";
import { monthFirstIn } from "../sheet.ts";
import { readLegalStatus, readPlacement, readStatus, readYesNo, type PlacementType } from "./codes.ts";
import { lists, type Field, type ListNumber } from "./lists.ts";
import { labelOf, type FoundList } from "./sheets.ts";

/** A row of a list. What is blank is not there. */
export interface ListRecord {
  readonly list: ListNumber;
  readonly place: Place;
  readonly id: string;
  readonly values: Values;
}

/** Dates, texts and codes are strings. */
type Value = string | boolean | PlacementType;
type Values = Readonly<Record<string, Value>>;

export interface BadRecord {
  readonly place: Place;
  readonly id: string | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly why: string;
}

export type ReadRecord = { readonly record: ListRecord } | { readonly bad: BadRecord };

/** What lies in the future cannot have happened; a date that an end or a start was set for may. */
const past: ReadonlySet<string> = new Set(["visitedOn", "reviewedOn", "seenOn", "referredOn", "discussedOn"]);

const dateOf = (text: string, name: string, column: DateColumn, today: string | undefined): Value | Fault => {
  const date = readDate(text, column);
  if (typeof date !== "string" || today === undefined || date <= today || !past.has(name)) return date;
  return new Fault(`“${text}” has not come yet: write the day on which it happened`);
};

const readValue = (
  name: string,
  field: Field,
  text: string,
  column: DateColumn,
  today: string | undefined,
): Value | undefined | Fault => {
  switch (field.type) {
    case "id":
      return referenceFault(text) ?? text;
    case "date":
      return dateOf(text, name, column, today);
    case "yes-no":
      return readYesNo(text);
    case "text": {
      const read = textOf(text);
      return read instanceof Fault ? read : String(read);
    }
    case "age":
      // Ofsted asks for -1 when a child is not born yet; any other age follows from the date of birth.
      return Number(text) === -1 ? true : undefined;
    case "status":
      return readStatus(text);
    case "legal-status":
      return readLegalStatus(text);
    case "placement":
      return readPlacement(text);
  }
};

/** Every row of a list that is not blank throughout: read whole, or with the first thing that is wrong with it. */
export const recordsOf = (found: FoundList, { today }: Pick<ReadOptions, "today">): readonly ReadRecord[] => {
  const below = found.sheet.rows.slice(found.headingAt + 1);
  const dates = new Map(
    [...found.columns.values()].map((at) => [at, { monthFirst: monthFirstIn(below, at) }] as const),
  );
  return below.flatMap((cells, index) => {
    if (cells.every((cell) => isBlank(tidy(cell)))) return [];
    const place = { sheet: labelOf(found.sheet, found.number), row: found.headingAt + index + 2 };
    return [readRecord(found, cells, place, (at) => dates.get(at) ?? { monthFirst: false }, today)];
  });
};

const readRecord = (
  { number, columns, sheet, headingAt }: FoundList,
  cells: readonly string[],
  place: Place,
  dates: (at: number) => DateColumn,
  today: string | undefined,
): ReadRecord => {
  const textAt = (at: number): string => tidy(cells[at] ?? "");
  const idAt = columns.get("id") ?? 0;
  const id = textAt(idAt);
  const fields: Readonly<Record<string, Field>> = lists[number].fields;
  const badAt = (at: number, why: string, value: string | null): ReadRecord => {
    const known = isBlank(id) || referenceFault(id) ? null : id;
    return { bad: { place, id: known, column: tidy(sheet.rows[headingAt]?.[at] ?? ""), value, why } };
  };
  if (isBlank(id)) return badAt(idAt, "the child's unique id is blank: write it", "");
  const values: Record<string, Value> = {};
  for (const [name, at] of columns) {
    const field = fields[name];
    const text = textAt(at);
    if (field === undefined || isBlank(text)) continue;
    const value = readValue(name, field, text, dates(at), today);
    if (value instanceof Fault)
      return name === "id" || field.personal ? badAt(at, withoutValue(value.why), null) : badAt(at, value.why, text);
    if (value !== undefined) values[name] = value;
  }
  return { record: { list: number, place, id, values } };
};
