import type { Caseload, CaseloadRow, RefusedRow, UnreadableCaseload } from "../../../app/ports/caseload.ts";
import type { ReadOptions } from "../options.ts";
import { looksLikeHeadings } from "../headings.ts";
import { mostTitles, type Sheet } from "../sheet.ts";
import { wholeLists, type ListNumber } from "./lists.ts";
import { merge } from "./merge.ts";
import { recordsOf, type BadRecord, type ListRecord, type ReadRecord } from "./records.ts";
import { recognise, type FoundList, type Recognised } from "./sheets.ts";

/**
 * Opens Ofsted's Annex A, or gives undefined when the workbook is something else: lists 3 to 9 tell where each child
 * stands, the others are recognised and left alone. A child whose rows cannot all be read is refused whole.
 */
export const readAnnexA = (
  sheets: readonly Sheet[],
  name: string,
  options: ReadOptions,
): Caseload | UnreadableCaseload | undefined => {
  const recognised = sheets.map((sheet) => ({ sheet, is: recognise(sheet) }));
  const known = recognised.filter(({ is }) => is.outcome !== "stranger");
  if (known.length === 0) return undefined;
  const lists = recognised.flatMap(({ is }) => (is.outcome === "list" ? [is.list] : []));
  const why = [...recognised.flatMap(({ is }) => (is.outcome === "refused" ? [is.why] : [])), ...repeatedLists(lists)];
  // A caseload's own sheet may be called "Assessments": its headings decide what the workbook is.
  if (lists.length === 0 && sheets.some(isPlainCaseload)) return undefined;
  if (lists.length === 0) why.push("none of the lists 3 to 9 has any rows");
  if (why.length > 0)
    return {
      outcome: "refused",
      why: `${name} cannot be loaded as Annex A: ${why.join("; ")}. Mend the headings as Ofsted has them, and try again.`,
    };
  return {
    ...{ outcome: "opened", source: name, format: "annex-a", whole: isWhole(lists), headings: [] },
    notes: notesOn(recognised, lists),
    rows: pagesOf(lists, options),
  };
};

const isPlainCaseload = ({ rows }: Sheet): boolean => rows.slice(0, mostTitles).some(looksLikeHeadings);

const repeatedLists = (lists: readonly FoundList[]): string[] =>
  lists.flatMap(({ number, sheet }, at) => {
    const before = lists.slice(0, at).find((each) => each.number === number);
    return before ? [`${before.sheet.name} and ${sheet.name} are both list ${String(number)}: keep one`] : [];
  });

const missingLists = (lists: readonly FoundList[]): ListNumber[] =>
  wholeLists.filter((number) => !lists.some((list) => list.number === number));

const isWhole = (lists: readonly FoundList[]): boolean => missingLists(lists).length === 0;

const notesOn = (
  recognised: readonly { readonly sheet: Sheet; readonly is: Recognised }[],
  lists: readonly FoundList[],
): string[] => [
  ...missingLists(lists).map(
    (number) => `List ${String(number)} is missing or empty, so nobody is taken to have left.`,
  ),
  ...lists.flatMap(({ notes }) => notes),
  ...recognised.flatMap(({ sheet, is }) => (is.outcome === "stranger" ? [`The sheet ${sheet.name} is not read.`] : [])),
];

const pageSize = 1_000;

async function* pagesOf(lists: readonly FoundList[], options: ReadOptions): AsyncGenerator<readonly CaseloadRow[]> {
  const rows = rowsOf(
    lists.flatMap((list) => recordsOf(list, options)),
    options,
  );
  for (let from = 0; from < rows.length; from += pageSize)
    yield await Promise.resolve(rows.slice(from, from + pageSize));
}

interface Child {
  readonly records: ListRecord[];
  bad?: BadRecord;
}

const rowsOf = (read: readonly ReadRecord[], options: ReadOptions): readonly CaseloadRow[] => {
  const children = new Map<string, Child>();
  const nobody: CaseloadRow[] = [];
  for (const one of read) {
    const id = "bad" in one ? one.bad.id : one.record.id;
    if (id === null) {
      if ("bad" in one) nobody.push(refusal(one.bad));
      continue;
    }
    const child = children.get(id) ?? { records: [] };
    children.set(id, child);
    if ("bad" in one) child.bad ??= one.bad;
    else child.records.push(one.record);
  }
  return [...[...children].map(([id, child]) => rowOf(id, child, options)), ...nobody];
};

const refusal = ({ place, id, column, value, why }: BadRecord): RefusedRow => ({
  ...{ kind: "refused", place, ref: id, column, value, why },
  cells: { "Child Unique ID": id ?? "", ...(column === null ? {} : { [column]: value ?? "" }) },
});

const rowOf = (id: string, { records, bad }: Child, options: ReadOptions): CaseloadRow => {
  if (bad) return refusal(bad);
  const [first, ...others] = records;
  const place = (records.at(-1) ?? first)?.place ?? { sheet: null, row: 0 };
  const clash = bornTwice([...(first ? [first] : []), ...others]);
  const merged = clash ?? merge(records, options);
  if (typeof merged === "string")
    return refusal({ place, id, column: clash === undefined ? null : "Date of Birth", value: null, why: merged });
  return { kind: "case", place, ref: id, ...merged };
};

/** One id with two dates of birth may be two children. */
const bornTwice = (records: readonly ListRecord[]): string | undefined => {
  const dated = records.filter(({ values }) => values["dateOfBirth"] !== undefined);
  const other = dated.find(({ values }) => values["dateOfBirth"] !== dated[0]?.values["dateOfBirth"]);
  if (other === undefined) return undefined;
  const [one, two] = [dated[0]?.place, other.place];
  return `${one?.sheet ?? ""} row ${String(one?.row)} and ${two.sheet ?? ""} row ${String(two.row)} give this child two dates of birth: correct one of them`;
};
