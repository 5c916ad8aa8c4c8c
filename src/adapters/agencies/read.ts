import Papa from "papaparse";
import { z } from "zod";
import type { Agencies, AgencyContact } from "../../app/ports/agencies.ts";

/** What is wrong on a line of the file (from 1), and what to write instead. */
export interface AgencyFault {
  readonly line: number;
  readonly what: string;
}

export interface AgencyFile {
  /** Lines without a fault, in the file's order. Fit for use only when `faults` is empty. */
  readonly contacts: readonly AgencyContact[];
  readonly faults: readonly AgencyFault[];
}

const columns = ["agency", "area", "name", "email", "telephone"] as const;
type Column = (typeof columns)[number];
type Cells = Readonly<Record<Column, string>>;

/** Anybody can open an address there: what is sent to it has left public service. */
const privateMail =
  /@(?:gmail|googlemail|hotmail|outlook|live|yahoo|icloud|aol|btinternet|sky|proton(?:mail)?)\.(?:com|co\.uk|me)$/i;

/**
 * Reads the contacts of agencies outside the council: CSV with a header and the columns agency (of the policies' vocabulary), area,
 * name, email and telephone, in any order. Area and telephone may be blank. `known`: titles by agency, as the policies have them.
 * No line is passed over in silence: each is a contact or a fault.
 */
export const readAgencies = (csv: string, known: Readonly<Record<string, string>>): AgencyFile => {
  const { data, errors } = Papa.parse<string[]>(csv.replace(/^\uFEFF/, ""), { delimiter: "," });
  const broken = errors.map(({ row = 0, message }) => ({
    line: row + 1,
    what: `${message}: close every quoted cell with a quote`,
  }));
  const header = (data[0] ?? []).map((cell) => cell.trim().toLowerCase());
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0)
    return {
      contacts: [],
      faults: [
        { line: 1, what: `the header lacks ${missing.join(", ")}: write ${columns.join(",")} on the first line` },
      ],
    };
  const read = data.flatMap((cells, index) => {
    if (index === 0 || cells.every((cell) => cell.trim() === "")) return [];
    return [{ line: index + 1, ...readLine(cells, header, known) }];
  });
  const { kept, repeated } = withoutRepeats(read.flatMap((one) => ("contact" in one ? [one] : [])));
  const faults = [...broken, ...read.flatMap((one) => ("what" in one ? [one] : [])), ...repeated];
  return { contacts: kept, faults: faults.toSorted((a, b) => a.line - b.line) };
};

const readLine = (
  cells: readonly string[],
  header: readonly string[],
  known: Readonly<Record<string, string>>,
): { contact: AgencyContact } | { what: string } => {
  if (cells.length !== header.length)
    return {
      what: `${String(cells.length)} cells where the header has ${String(header.length)}: put a comma between cells, and quotes round a cell that holds one`,
    };
  const cell = (column: Column): string => cells[header.indexOf(column)]?.trim() ?? "";
  const row: Cells = {
    ...{ agency: cell("agency"), area: cell("area"), name: cell("name") },
    ...{ email: cell("email"), telephone: cell("telephone") },
  };
  const what = faultIn(row, known);
  return what === null ? { contact: { ...row, email: row.email.toLowerCase() } } : { what };
};

const faultIn = ({ agency, name, email }: Cells, known: Readonly<Record<string, string>>): string | null => {
  if (!Object.hasOwn(known, agency))
    return `"${agency}" is no agency of the policies: write one of ${Object.keys(known).join(", ")}`;
  if (name === "") return "the name is missing: write the team or desk that answers";
  if (!z.email().safeParse(email).success)
    return `"${email}" is not an email address: write the one at which the team or desk is reached`;
  if (privateMail.test(email))
    return `"${email}" is a private address: write the work address of the team or desk, because invitations go there`;
  return null;
};

/** Two lines for one address in one area would be asked twice. */
const withoutRepeats = (read: readonly { line: number; contact: AgencyContact }[]) => {
  const kept: AgencyContact[] = [];
  const repeated: AgencyFault[] = [];
  const seen = new Map<string, number>();
  for (const { line, contact } of read) {
    const mark = `${contact.agency} ${contact.area.toLowerCase()} ${contact.email}`;
    const first = seen.get(mark);
    if (first === undefined) kept.push(contact);
    else
      repeated.push({
        line,
        what: `${contact.email} is already on line ${String(first)} for the same agency and area: keep one of the two`,
      });
    if (first === undefined) seen.set(mark, line);
  }
  return { kept, repeated };
};

/** Answers from a file that was read whole. */
export const agenciesFrom = (contacts: readonly AgencyContact[]): Agencies => ({ contacts: () => contacts });
