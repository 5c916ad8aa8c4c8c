/** A value that cannot be taken: what is wrong with it, and what to write instead. */
export class Fault {
  readonly why: string;

  constructor(why: string) {
    this.why = why;
  }
}

/** What spreadsheets and case management systems write where there is nothing. */
const nothing: ReadonlySet<string> = new Set(["", "#n/a", "n/a", "#null!", "null", "-", "--"]);

const longestNothing = 6;

/** Without spaces round it (no-break ones included), and with single plain spaces inside. */
export const tidy = (cell: string): string => {
  const text = cell.trim();
  return /[\u00a0\u200b\s]{2}|[\u00a0\u200b\t\r\n]/.test(text) ? text.replace(/[\u00a0\u200b\s]+/g, " ").trim() : text;
};

/** A tidy cell that says nothing. */
export const isBlank = (text: string): boolean =>
  text.length === 0 || (text.length <= longestNothing && nothing.has(text.toLowerCase()));

/** A formula's failure, as spreadsheets save it. `#N/A` is none: it is how they say "nothing". */
export const isFormulaError = (text: string): boolean => /^#(?:REF|VALUE|NAME|DIV\/0|NUM)[!?]?$/i.test(text);

/** Letters and digits alone, in lower case: what a heading says, however it is written. */
export const bare = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/&/g, "and")
    .replace(/[^a-z0-9]/g, "");

/** What was written, short enough for a sentence. */
export const shown = (text: string): string => (text.length > 40 ? `“${text.slice(0, 40)}…”` : `“${text}”`);

/** "a, b or c" */
export const either = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1) ?? ""}`;
