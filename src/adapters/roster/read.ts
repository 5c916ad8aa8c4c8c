import Papa from "papaparse";
import type { Council } from "../../domain/council.ts";
import type { Person, Post } from "../../domain/people.ts";
import { lineManagerPost, personSchema } from "../../domain/people.ts";
import type { Entry, RosterFault } from "./entry.ts";
import { lineFaults } from "./line-of-management.ts";

export interface Roster {
  /** Rows without a fault of their own, in the file's order. Fit for use only when `faults` is empty. */
  readonly people: readonly Person[];
  /** In the order of their lines. */
  readonly faults: readonly RosterFault[];
  /** Posts of the council that nobody holds, in the council file's order. */
  readonly vacant: readonly Post[];
}

const columns = ["email", "name", "posts", "team", "manager_email", "account", "telephone"] as const;
type Column = (typeof columns)[number];
type Row = { readonly line: number; readonly cells: readonly string[] };

/**
 * Reads the roster: CSV with a header and the columns email, name, posts (with semicolons between them), team,
 * manager_email, account (Entra ID object id) and telephone, in any order; other columns are left alone. No row is
 * passed over in silence: each is a person or a fault.
 */
export const readRoster = (csv: string, council: Council): Roster => {
  const text = csv.replace(/^\uFEFF/, "");
  const { rows, broken } = parseRows(text);
  const [header, ...lines] = rows;
  const missing = missingColumns(header);
  if (header === undefined || missing.length > 0) return unreadable(missing, council);
  const read = lines.map((row) => readRow(header, row, council));
  const entries = read.flatMap((one) => ("person" in one ? [one] : []));
  const { kept, repeated } = withoutRepeats(entries);
  const faults = [
    ...broken,
    ...read.flatMap((one) => ("what" in one ? [one] : [])),
    ...repeated,
    ...lineFaults(kept, emails(header, lines)),
  ];
  const people = kept.map(({ person }) => person);
  return { people, faults: faults.toSorted((a, b) => a.line - b.line), vacant: vacantPosts(people, council) };
};

const vacantPosts = (people: readonly Person[], council: Council): Post[] =>
  Object.keys(council.posts)
    .filter((post) => post !== lineManagerPost)
    .filter((post) => !people.some((person) => person.posts.includes(post)));

const parseRows = (text: string): { rows: Row[]; broken: RosterFault[] } => {
  const rows: Row[] = [];
  const broken: RosterFault[] = [];
  let line = 1;
  let from = 0;
  Papa.parse<string[]>(text, {
    delimiter: ",",
    step: ({ data, errors, meta }) => {
      const cells = data.map((cell) => cell.trim());
      if (cells.some((cell) => cell !== "")) rows.push({ line, cells });
      for (const error of errors) broken.push({ line, what: `${error.message}: close every quoted cell with a quote` });
      // A quoted cell may hold line breaks, so lines are counted in the text and not in the rows.
      line += text.slice(from, meta.cursor).split("\n").length - 1;
      from = meta.cursor;
    },
  });
  return { rows, broken };
};

const missingColumns = (header: Row | undefined): Column[] =>
  columns.filter((column) => header?.cells.map((cell) => cell.toLowerCase()).includes(column) !== true);

const unreadable = (missing: readonly Column[], council: Council): Roster => ({
  people: [],
  faults: [
    {
      line: 1,
      what: `the header lacks ${missing.join(", ")}: write ${columns.join(",")} on the first line`,
    },
  ],
  vacant: vacantPosts([], council),
});

const cellOf = (header: Row, { cells }: Row, column: Column): string =>
  cells[header.cells.findIndex((name) => name.toLowerCase() === column)] ?? "";

const emails = (header: Row, rows: readonly Row[]): ReadonlySet<string> =>
  new Set(rows.map((row) => cellOf(header, row, "email").toLowerCase()));

const readRow = (header: Row, row: Row, council: Council): Entry | RosterFault => {
  const { line, cells } = row;
  if (cells.length !== header.cells.length)
    return {
      line,
      what: `${String(cells.length)} cells where the header has ${String(header.cells.length)}: put a comma between cells, and quotes round a cell that holds one`,
    };
  const cell = (column: Column): string => cells[header.cells.findIndex((name) => name.toLowerCase() === column)] ?? "";
  const parsed = personSchema.safeParse(personIn(cell));
  if (!parsed.success)
    return { line, what: parsed.error.issues.map((issue) => refusal(issue.path[0], cell)).join("; ") };
  const unknown = parsed.data.posts.filter((post) => !Object.hasOwn(council.posts, post));
  if (unknown.length > 0) return { line, what: unknownPosts(unknown, council) };
  return { line, person: parsed.data };
};

const personIn = (cell: (column: Column) => string) => ({
  id: cell("email"),
  name: cell("name"),
  posts: cell("posts")
    .split(";")
    .map((post) => post.trim())
    .filter((post) => post !== ""),
  team: cell("team") || null,
  manager: cell("manager_email") || null,
  account: cell("account"),
  telephone: cell("telephone") || null,
});

const refusal = (field: PropertyKey | undefined, cell: (column: Column) => string): string => {
  if (field === "id") return `"${cell("email")}" is not an email address: write the person's work email`;
  if (field === "name") return "the name is missing: write the name that colleagues know";
  if (field === "account") return "the account is missing: write the person's object id from Entra ID";
  if (field === "manager")
    return `"${cell("manager_email")}" is not an email address: write the manager's, or leave it blank at the top of the line`;
  return `"${cell("posts")}" holds a post that is not in kebab case: write posts like assistant-director, with semicolons between them`;
};

const unknownPosts = (unknown: readonly Post[], council: Council): string =>
  `${unknown.join(", ")}: no such post in the council file: write one of ${Object.keys(council.posts).join(", ")}`;

/** An email or an account can stand for one person only: the first line keeps it, the later ones are refused. */
const withoutRepeats = (entries: readonly Entry[]): { kept: Entry[]; repeated: RosterFault[] } => {
  const kept: Entry[] = [];
  const repeated: RosterFault[] = [];
  const seen = new Map<string, number>();
  for (const { line, person } of entries) {
    const marks = [`the email ${person.id}`, `the account ${person.account.toLowerCase()}`];
    const mark = marks.find((one) => seen.has(one));
    if (mark === undefined) kept.push({ line, person });
    else repeated.push({ line, what: `${mark} is already on line ${String(seen.get(mark))}: keep one of the two` });
    for (const one of marks) if (!seen.has(one)) seen.set(one, line);
  }
  return { kept, repeated };
};
