import readXlsxFile from "read-excel-file/node";
import type { Caseload, CaseloadRow, UnreadableCaseload } from "../../app/ports/caseload.ts";
import { readAnnexA } from "./annex-a/read.ts";
import { isRefusedFile, looksLikeHeadings, readHeadings, repeatableHeadings, type Headings } from "./headings.ts";
import type { ReadOptions } from "./options.ts";
import { rowReader } from "./rows.ts";
import { monthFirstIn, mostTitles, type Sheet } from "./sheet.ts";

const refused = (name: string, why: string): UnreadableCaseload => ({
  outcome: "refused",
  why: `${name} cannot be loaded: ${why}.`,
});

/** Opens a workbook: Annex A when its sheets are Ofsted's lists, or one with the columns of a caseload. */
export const readWorkbook = async (
  bytes: Buffer,
  name: string,
  options: ReadOptions,
): Promise<Caseload | UnreadableCaseload> => {
  const sheets = await sheetsIn(bytes);
  if (typeof sheets === "string") return refused(name, sheets);
  return readAnnexA(sheets, name, options) ?? plainWorkbook(sheets, name, options);
};

/** A workbook with a password lies in the same container as an old one; its contents are called so. */
const encrypted = Buffer.from("EncryptedPackage", "utf16le");

const whyNot = (code: string | undefined, bytes: Buffer): string => {
  if (code === "XLS_FILE_NOT_SUPPORTED")
    return bytes.includes(encrypted)
      ? "it is protected by a password: save it without one"
      : "it is in the old Excel format (.xls): open it and save it as an Excel workbook (.xlsx)";
  return "it is damaged, or is no Excel workbook: open it in Excel, save it as .xlsx and try again";
};

const sheetsIn = async (bytes: Buffer): Promise<readonly Sheet[] | string> => {
  try {
    const sheets = await readXlsxFile(bytes);
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: data.map((row) => row.map(textOfCell)) }));
  } catch (error) {
    // Whatever the parser trips over: the file is at fault, and nothing of it has been used.
    return whyNot(error instanceof Error && "code" in error ? String(error.code) : undefined, bytes);
  }
};

const textOfCell = (cell: unknown): string => {
  if (cell === null || cell === undefined) return "";
  // The reader gives a date as its midnight in UTC, whatever zone this machine is in.
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  return typeof cell === "string" || typeof cell === "number" ? String(cell) : "";
};

const plainWorkbook = (sheets: readonly Sheet[], name: string, options: ReadOptions): Caseload | UnreadableCaseload => {
  const at = ({ rows }: Sheet): number => rows.slice(0, mostTitles).findIndex(looksLikeHeadings);
  const found = sheets.filter((sheet) => at(sheet) >= 0);
  const [sheet = sheets[0], other] = found;
  if (sheet === undefined) return refused(name, "it has no sheet");
  if (other !== undefined)
    return refused(name, `${sheet.name} and ${other.name} are both caseloads: keep one of the two sheets`);
  const headings = readHeadings(sheet.rows[Math.max(at(sheet), 0)] ?? [], options.vocabulary.caseFacts);
  if (typeof headings === "string") return refused(name, headings);
  const ignored = sheets.filter((each) => each !== sheet).map((each) => `The sheet ${each.name} is not read.`);
  return {
    ...{ outcome: "opened", source: name, format: "xlsx", whole: !isRefusedFile(headings) },
    headings: repeatableHeadings(headings),
    notes: [...headings.notes, ...ignored],
    rows: rowsOf(sheet, at(sheet), headings, options),
  };
};

const pageSize = 1_000;

async function* rowsOf(
  sheet: Sheet,
  headingAt: number,
  headings: Headings,
  options: ReadOptions,
): AsyncGenerator<readonly CaseloadRow[]> {
  const below = sheet.rows.slice(headingAt + 1);
  const read = rowReader(headings, options, (at) => ({ monthFirst: monthFirstIn(below, at) }));
  for (let from = 0; from < below.length; from += pageSize) {
    const page = below
      .slice(from, from + pageSize)
      .map((cells, index) => read(cells, { sheet: sheet.name, row: headingAt + from + index + 2 }));
    yield await Promise.resolve(page.filter((row) => row !== null));
  }
}
