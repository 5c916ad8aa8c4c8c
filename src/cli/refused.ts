import { createWriteStream, existsSync, rmSync, type WriteStream } from "node:fs";
import { once } from "node:events";
import Papa from "papaparse";
import type { RefusedRow } from "../app/ports/caseload.ts";
import { Stopped } from "./io.ts";

/** Written beside a caseload: its refused rows, each with the reason. It holds case references and never names. */
export interface RefusedFile {
  readonly add: (row: RefusedRow) => Promise<void>;
  /** Resolves with the file's path when it is on the disk; null when nothing was refused. */
  readonly end: () => Promise<string | null>;
}

const reasons = ["refused_sheet", "refused_row", "refused_case", "refused_column", "refused_value", "refused_reason"];

const reasonsOf = ({ place, ref, column, value, why }: RefusedRow): readonly string[] => [
  ...[place.sheet ?? "", String(place.row), ref ?? "", column ?? "", value ?? "", why],
];

/** A cell that begins like a formula must not run when a spreadsheet opens the file. */
const line = (cells: readonly string[]): string => `${Papa.unparse([[...cells]], { escapeFormulae: true })}\r\n`;

/** `headings`: the caseload's own, which come first; a row that does not have one leaves it blank. */
export const refusedFile = (caseload: string, headings: readonly string[]): RefusedFile => {
  const path = `${caseload}.refused.csv`;
  // What an earlier load refused says nothing of this one.
  if (existsSync(path)) attempt(path, () => rmSync(path));
  let file: WriteStream | undefined;
  let failed: Error | undefined;
  const open = (): WriteStream => {
    const made = createWriteStream(path, { mode: 0o600 });
    made.on("error", (error) => (failed = error));
    // Spreadsheets take a text without this mark for an older encoding.
    made.write(`\uFEFF${line([...headings, ...reasons])}`);
    return made;
  };
  const check = (): void => {
    if (failed) throw cannot(path, failed);
  };
  return {
    add: async (row) => {
      file ??= open();
      const cells = [...headings.map((heading) => row.cells[heading] ?? ""), ...reasonsOf(row)];
      if (!file.write(line(cells))) await Promise.race([once(file, "drain"), once(file, "close")]);
      check();
    },
    end: async () => {
      if (file === undefined) return null;
      file.end();
      if (!file.closed) await once(file, "close");
      check();
      return path;
    },
  };
};

const attempt = (path: string, work: () => void): void => {
  try {
    work();
  } catch (error) {
    throw cannot(path, error);
  }
};

const cannot = (path: string, error: unknown): Stopped =>
  new Stopped(
    "service",
    `${path} cannot be written (${error instanceof Error ? error.message : ""}): make its folder writable, then load the caseload again. What was stored stays.`,
  );
