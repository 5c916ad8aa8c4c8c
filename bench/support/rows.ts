/** One measurement. What is beside it was measured in the same run, so that a busy machine slows both. */
export interface Row {
  readonly what: string;
  /** With its unit. */
  readonly ours: string;
  /** The yardstick, and its number with a unit. */
  readonly beside?: string;
  /** Ours over the yardstick's, less is better: the only number worth comparing between machines. */
  readonly ratio?: number;
  /** What DESIGN asks. */
  readonly bound?: string;
}

const widths = [58, 13, 28, 12, 9] as const;

const line = (cells: readonly string[]): string =>
  cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[at] ?? 0))).join("");

/** The head of the table: said once by `bench/run.ts`, or by a benchmark that runs alone. */
export const head = (): string => line(["", "seen", "beside", "ratio", "bound"]);

/** Says a group of rows. A number past its bound is only read, never a failure: the machine may have been busy. */
export const say = (group: string, rows: readonly Row[]): void => {
  if (!process.argv.includes("--no-head")) console.log(head());
  console.log(group);
  for (const { what, ours, beside = "", ratio, bound = "" } of rows) {
    console.log(line([`  ${what}`, ours, beside, ratio === undefined ? "" : `${ratio.toPrecision(2)} ×`, bound]));
  }
};
