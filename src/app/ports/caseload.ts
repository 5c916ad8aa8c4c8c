import type { LondonDate } from "../../domain/instants.ts";
import type { Answers } from "../../domain/report/facts.ts";

/** Something that a caseload says has happened: the day only, no clock time. */
export interface DatedHappening {
  /** Of the vocabulary: "section-47-started". */
  readonly happening: string;
  readonly on: LondonDate;
  readonly facts: Answers;
}

/** Where in the file: `row` from 1, the heading's row included, as a spreadsheet numbers it. `sheet` is null for CSV. */
export interface Place {
  readonly sheet: string | null;
  readonly row: number;
}

/** One case, read whole. */
export interface CaseRow {
  readonly kind: "case";
  readonly place: Place;
  /** As written, without spaces round it. */
  readonly ref: string;
  /** By the names of the vocabulary's `caseFacts`; other columns in camel case, as text. What is blank is not there. */
  readonly facts: Answers;
  readonly happened: readonly DatedHappening[];
}

/** A row that was not taken: nothing of it is stored. */
export interface RefusedRow {
  readonly kind: "refused";
  readonly place: Place;
  /** Null when the row does not say which case it is about. */
  readonly ref: string | null;
  /** The heading as the file writes it; null when the row as a whole is at fault. */
  readonly column: string | null;
  /** What was written; null for a personal value (a date of birth), which is never repeated. */
  readonly value: string | null;
  /** What is wrong, and what a data officer can do about it. */
  readonly why: string;
  /** The row's cells by heading, without those that could name a child. */
  readonly cells: Readonly<Record<string, string>>;
}

export type CaseloadRow = CaseRow | RefusedRow;

export const caseloadFormats = ["csv", "xlsx", "annex-a"] as const;
export type CaseloadFormat = (typeof caseloadFormats)[number];

/** A caseload that can be read. `rows` gives pages of rows in the file's order, and may be read once. */
export interface Caseload {
  readonly outcome: "opened";
  /** The file's name, without its folder. */
  readonly source: string;
  readonly format: CaseloadFormat;
  /** As the file writes them, without those that could name a child; empty for Annex A, whose lists have their own. */
  readonly headings: readonly string[];
  /** Whether it lists every open case, so that a case it does not list has left. */
  readonly whole: boolean;
  /** What a person should know about the file as a whole: columns left out, lists that are missing. */
  readonly notes: readonly string[];
  readonly rows: AsyncIterable<readonly CaseloadRow[]>;
}

/** Nothing of the file can be read: `why` says what is wrong and what to do. */
export interface UnreadableCaseload {
  readonly outcome: "refused";
  readonly why: string;
}

/** Reads caseloads from wherever they are kept. */
export type CaseloadSource = () => Promise<Caseload | UnreadableCaseload>;
