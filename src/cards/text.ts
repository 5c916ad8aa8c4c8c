/** What a person typed, made safe to draw: Adaptive Cards read a subset of Markdown, and Teams reads `<at>`. */

const markdown = /[\\*_[\]`~]/g;
/** A quotation, heading, rule or list; four spaces would be code. */
const lineStart = /^[ \t]*([>#+=-]|\d+[.)])/gm;
const indent = /^[ \t]+/gm;
/** Not seen, but it parts "<" from "at", and "&" from "lt;". */
const gap = "\u200B";
const tag = /<(?=[/!?a-z])/gi;
const entity = /&(?=#?\w+;)/g;

/** Most words need nothing: one look instead of six, because a card has sixty of them. */
const special = /[\\*_[\]`~<&\r\n]|^[ \t>#+=\d-]/;

/** Escaped, so that it is drawn letter by letter as it was typed; line breaks are kept. */
export const typed = (text: string): string => (special.test(text) ? escaped(text) : text);

const escaped = (text: string): string =>
  text
    .replace(markdown, "\\$&")
    .replace(lineStart, (_, mark: string) => `${mark.slice(0, -1)}\\${mark.slice(-1)}`)
    .replace(indent, "")
    .replace(tag, `<${gap}`)
    .replace(entity, `&${gap}`)
    .replace(/\r?\n/g, "\n\n");

const rest = "… open the report for the rest";

/** At most `room` characters of what was typed; says so when there is more. */
export const cut = (text: string, room: number): string => {
  if (text.length <= room) return text;
  const kept = text.slice(0, room);
  const word = kept.lastIndexOf(" ");
  return `${(word > room / 2 ? kept.slice(0, word) : kept).trimEnd()}${rest}`;
};

/** "Ana, Ben and Cy". */
export const listed = (names: readonly string[], word = "and"): string =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1) ?? ""}`;

/** "1 day", "2 days". */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${String(count)} ${count === 1 ? one : many}`;
