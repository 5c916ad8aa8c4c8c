import type { Commit, Records } from "../../src/app/ports/records.ts";

/** The parts of the contract ask for an open store, and for the same store opened afresh. */
export interface Bench {
  records(): Records;
  reopen(): Promise<Records>;
}

/** A write of report "r1" that creates it, unless told otherwise. */
export const writeOf = (change: Partial<Commit> = {}): Commit => ({
  kind: "report",
  id: "r1",
  expectedVersion: 0,
  body: { text: "first" },
  dueAt: null,
  keys: [],
  ...change,
});
