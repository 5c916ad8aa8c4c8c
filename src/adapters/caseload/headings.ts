import type { CaseFactDefinition } from "../../domain/vocabulary.ts";
import type { ReadOptions } from "./options.ts";
import { likest } from "./likeness.ts";
import { bare, either } from "./text.ts";

/** What is done with one column. */
export type Column =
  | { readonly is: "ref" }
  | { readonly is: "fact"; readonly name: string; readonly definition: CaseFactDefinition }
  | { readonly is: "extra"; readonly name: string }
  /** Could name a child, or is worked out by Watchful: not read, and not repeated in what is refused. */
  | { readonly is: "left-out"; readonly why: string };

export interface Headings {
  readonly columns: readonly Column[];
  readonly texts: readonly string[];
  readonly notes: readonly string[];
}

/** What a caseload cannot do without. */
export const required = ["case_ref", "status"] as const;

const namesSomebody =
  /name|nhs|postcode|address|phone|mobile|birth|dob|upn|initials|surname|forename|^(?:child|youngperson|client|mother|father|parent|carer|sibling|alias|knownas|uln|nino|nationalinsurance(?:number)?)s?$/;

const camel = (heading: string): string =>
  heading
    .normalize("NFKD")
    .replace(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .split(" ")
    .map((word, at) => {
      const tail = word === word.toUpperCase() ? word.slice(1).toLowerCase() : word.slice(1);
      return (at === 0 ? word.charAt(0).toLowerCase() : word.charAt(0).toUpperCase()) + tail;
    })
    .join("");

/** What is written beside a caseload with its refused rows. */
const aboutRefusal = /^refused(?:sheet|row|case|column|value|reason)$/;

/** Refused rows that were mended are no whole caseload. */
export const isRefusedFile = ({ texts }: Headings): boolean => texts.some((text) => bare(text) === "refusedreason");

/** Whether a column may be written beside the file: it names nobody, and holds nothing that is never shown. */
export const mayBeRepeated = (column: Column | undefined): boolean =>
  column !== undefined && column.is !== "left-out" && !(column.is === "fact" && column.definition.personal === true);

export const repeatableHeadings = ({ columns, texts }: Headings): string[] =>
  texts.filter((_text, at) => mayBeRepeated(columns[at]));

type Facts = ReadOptions["vocabulary"]["caseFacts"];

const known = (facts: Facts): ReadonlyMap<string, Column> =>
  new Map<string, Column>([
    [bare("case_ref"), { is: "ref" }],
    ...Object.entries(facts).flatMap(([name, definition]): (readonly [string, Column])[] =>
      definition.column === undefined ? [] : [[bare(definition.column), { is: "fact", name, definition }]],
    ),
  ]);

const columnNames = (facts: Facts): string[] => [
  "case_ref",
  ...Object.values(facts).flatMap(({ column }) => (column === undefined ? [] : [column])),
];

const columnOf = (heading: string, facts: Facts, columns: ReadonlyMap<string, Column>): Column => {
  const found = columns.get(bare(heading));
  if (found !== undefined) return found;
  if (aboutRefusal.test(bare(heading))) return { is: "left-out", why: "it says why the row was refused before" };
  if (bare(heading) === "") return { is: "left-out", why: "it has no heading" };
  if (namesSomebody.test(bare(heading))) return { is: "left-out", why: "it could name a child" };
  const name = camel(heading);
  return Object.hasOwn(facts, name)
    ? { is: "left-out", why: "Watchful works it out, or asks for it" }
    : { is: "extra", name };
};

/** How many of the cells are headings that a caseload must have: tells the heading's row from a title above it. */
export const looksLikeHeadings = (cells: readonly string[]): boolean =>
  required.every((name) => cells.some((cell) => bare(cell) === bare(name)));

const twice = (texts: readonly string[], columns: readonly Column[]): string | undefined => {
  const names = columns.map((column) => ("name" in column ? column.name : column.is === "ref" ? "case_ref" : null));
  const at = names.findIndex((name, index) => name !== null && names.indexOf(name) < index);
  return at < 0 ? undefined : texts[at];
};

/** A near miss is kept under its own name, and said: taking it for the other would be a guess. */
const nearMisses = (texts: readonly string[], columns: readonly Column[], facts: Facts): string[] => {
  const free = columnNames(facts).filter((name) => !texts.some((text) => bare(text) === bare(name)));
  return columns.flatMap((column, at) => {
    if (column.is !== "extra" || free.length === 0) return [];
    const [nearest] = likest(
      texts[at] ?? "",
      free.map((name) => [name, name] as const),
    );
    return nearest !== undefined && nearest.cost <= 2 && nearest.cost * 3 < nearest.is.length
      ? [`${texts[at] ?? ""} is kept as a fact of its own: if it is ${nearest.is}, rename the column.`]
      : [];
  });
};

const leftOut = (texts: readonly string[], columns: readonly Column[]): string[] =>
  columns.flatMap((column, at) =>
    column.is === "left-out" && bare(texts[at] ?? "") !== ""
      ? [`The column ${texts[at] ?? ""} is left out: ${column.why}.`]
      : [],
  );

/** Reads the row of headings. A text instead says why the file cannot be read. */
export const readHeadings = (cells: readonly string[], facts: Facts): Headings | string => {
  const texts = cells.map((cell) => cell.replace(/\u00a0/g, " ").trim());
  const missing = required.filter((name) => !texts.some((text) => bare(text) === bare(name)));
  if (missing.length > 0) return missingInWords(missing, texts);
  const all = known(facts);
  const columns = texts.map((text) => columnOf(text, facts, all));
  const repeated = twice(texts, columns);
  if (repeated !== undefined) return `the column ${repeated} is there twice: keep the one that is right`;
  return { columns, texts, notes: [...leftOut(texts, columns), ...nearMisses(texts, columns, facts)] };
};

const missingInWords = (missing: readonly string[], texts: readonly string[]): string => {
  const headings = texts.filter((text) => text !== "");
  const meant = missing.flatMap((name) => {
    const [nearest] = likest(
      name,
      headings.map((text) => [text, text] as const),
    );
    return nearest !== undefined && nearest.cost * 2 <= bare(name).length ? [`rename ${nearest.is} to ${name}`] : [];
  });
  const found =
    headings.length === 0 ? "no headings were found" : `the headings are ${headings.slice(0, 40).join(", ")}`;
  const advice = meant.length > 0 ? either(meant) : `add ${missing.length > 1 ? "the columns" : "the column"}`;
  return `the column ${missing.join(" and the column ")} is missing (${found}): ${advice}`;
};
