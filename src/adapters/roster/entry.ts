import type { Person } from "../../domain/people.ts";

/** A person and the line of the file they stand on, from 1. */
export interface Entry {
  readonly line: number;
  readonly person: Person;
}

/** What is wrong on a line of the file (from 1), and what to write instead. */
export interface RosterFault {
  readonly line: number;
  readonly what: string;
}
