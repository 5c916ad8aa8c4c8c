import type { Caseload, UnreadableCaseload } from "../../app/ports/caseload.ts";
import { readCsv } from "./csv.ts";
import { bytesOf, type CaseloadFile } from "./file.ts";
import type { ReadOptions } from "./options.ts";
import { readWorkbook } from "./workbook.ts";

/**
 * Opens a caseload: CSV, a workbook (.xlsx) with the same columns, or Ofsted's Annex A workbook. What it is shows in its
 * bytes, not in its name. The file is refused when its required columns are missing or it cannot be read at all; after
 * that each row is either a case or a refusal. Columns that could name a child are not read.
 *
 * A workbook is held in memory whole while it is read; CSV is not.
 */
export const readCaseload = async (
  file: CaseloadFile,
  options: ReadOptions,
): Promise<Caseload | UnreadableCaseload> => {
  const kind = await kindOf(file);
  switch (kind) {
    case "empty":
      return { outcome: "refused", why: `${file.name} is empty: export the caseload again.` };
    case "zip":
    case "ole":
      return readWorkbook(await bytesOf(file), file.name, options);
    case "text":
      return readCsv(file, options);
  }
};

type Kind = "empty" | "zip" | "ole" | "text";

const kindOf = async (file: CaseloadFile): Promise<Kind> => {
  for await (const piece of file.open()) {
    if (piece.length === 0) continue;
    const start = Buffer.from(piece.subarray(0, 8)).toString("latin1");
    if (start.startsWith("PK")) return "zip";
    return start.startsWith("\xd0\xcf\x11\xe0") ? "ole" : "text";
  }
  return "empty";
};
