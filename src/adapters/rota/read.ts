import Papa from "papaparse";
import type { Shift } from "../../app/ports/rota.ts";
import type { Council } from "../../domain/council.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Person, PersonId } from "../../domain/people.ts";

/** What is wrong on a line of the file (from 1), and what to write instead. */
export interface RotaFault {
  readonly line: number;
  readonly what: string;
}

export interface Rota {
  /** Lines without a fault, in the file's order. Fit for use only when `faults` is empty. */
  readonly shifts: readonly Shift[];
  readonly faults: readonly RotaFault[];
}

export interface RotaWorld {
  readonly council: Council;
  /** Somebody on the roster, by email. */
  readonly person: (id: PersonId) => Person | undefined;
  /** London wall time ("2026-12-24", "17:00") to an instant; null when there is no such date. */
  readonly londonTime: (date: string, time: string) => Instant | null;
}

const columns = ["from", "to", "post", "email"] as const;
type Column = (typeof columns)[number];
type Cells = Readonly<Record<Column, string>>;

/**
 * Reads the duty rota: CSV with a header and the columns from, to (London date and time, as 2026-12-24 17:00), post and
 * email, in any order. No line is passed over in silence: each is a shift or a fault.
 */
export const readRota = (csv: string, world: RotaWorld): Rota => {
  const rows = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ""), { delimiter: "," }).data;
  const header = (rows[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0)
    return {
      shifts: [],
      faults: [{ line: 1, what: `the header lacks ${missing.join(", ")}: write ${columns.join(",")}` }],
    };
  const read = rows.flatMap((cells, index) => {
    if (index === 0 || cells.every((cell) => cell.trim() === "")) return [];
    const cell = (column: Column): string => cells[header.indexOf(column)]?.trim() ?? "";
    return [
      readLine({ from: cell("from"), to: cell("to"), post: cell("post"), email: cell("email") }, index + 1, world),
    ];
  });
  return {
    shifts: read.flatMap((one) => ("what" in one ? [] : [one])),
    faults: read.flatMap((one) => ("what" in one ? [one] : [])),
  };
};

const readLine = ({ from, to, post, email }: Cells, line: number, world: RotaWorld): Shift | RotaFault => {
  const [start, end] = [from, to].map((text) => instantOf(text, world));
  if (start == null) return { line, what: notATime(from) };
  if (end == null) return { line, what: notATime(to) };
  if (end <= start) return { line, what: `${to} is not after ${from}: write when the duty ends` };
  if (!Object.hasOwn(world.council.posts, post))
    return {
      line,
      what: `${post}: no such post in the council file: write one of ${Object.keys(world.council.posts).join(", ")}`,
    };
  const person = world.person(email);
  if (person === undefined) return { line, what: `${email} is not on the roster: add a line there, or name another` };
  return { from: start, to: end, post, person: person.id };
};

const instantOf = (text: string, { londonTime }: RotaWorld): Instant | null => {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})[ T]((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(text) ?? [];
  return date === undefined || time === undefined ? null : londonTime(date, time);
};

const notATime = (text: string): string => `"${text}" is no London date and time: write it like 2026-12-24 17:00`;
