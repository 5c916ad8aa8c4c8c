import { readPolicyFiles } from "../../src/adapters/files/policies.ts";
import { fileOf } from "../../src/adapters/caseload/file.ts";
import type { ReadOptions } from "../../src/adapters/caseload/options.ts";
import { readCaseload } from "../../src/adapters/caseload/read.ts";
import type { Caseload, CaseloadRow, CaseRow, RefusedRow } from "../../src/app/ports/caseload.ts";
import { loadPolicies } from "../../src/rules/policy/load.ts";

/** The words that every caseload is read by. */
export const caseWords = loadPolicies(readPolicyFiles("policies/common")).vocabulary;

export interface ReadWhole {
  readonly caseload: Caseload;
  readonly rows: readonly CaseloadRow[];
  readonly cases: readonly CaseRow[];
  readonly refused: readonly RefusedRow[];
}

export const opened = async (
  content: string | Uint8Array,
  options: Partial<ReadOptions> = {},
): Promise<Caseload | string> => {
  const file = fileOf("caseload", typeof content === "string" ? Buffer.from(content) : content);
  const read = await readCaseload(file, { vocabulary: caseWords, ...options });
  return read.outcome === "refused" ? read.why : read;
};

/** A caseload read to its end; fails when the file is refused. */
export const readWhole = async (
  content: string | Uint8Array,
  options: Partial<ReadOptions> = {},
): Promise<ReadWhole> => {
  const caseload = await opened(content, options);
  if (typeof caseload === "string") throw new Error(caseload);
  const rows: CaseloadRow[] = [];
  for await (const page of caseload.rows) rows.push(...page);
  return {
    ...{ caseload, rows },
    cases: rows.flatMap((row) => (row.kind === "case" ? [row] : [])),
    refused: rows.flatMap((row) => (row.kind === "refused" ? [row] : [])),
  };
};
