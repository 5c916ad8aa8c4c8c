import type { Instant, LondonDate } from "../../domain/instants.ts";
import { addDays, atLondon, londonDate, mondayOf } from "../../time/london.ts";
import { readDate } from "../../time/read.ts";

export type DatesRead =
  | { readonly ok: true; readonly from: LondonDate; readonly until: LondonDate }
  | { readonly ok: false; readonly why: "none" | "unclear" | "open" | "backwards" | "past" };

/** Days back within which a first date that lies behind is believed: somebody sets cover when already away. */
const lately = 60;
const no = (why: Extract<DatesRead, { ok: false }>["why"]): DatesRead => ({ ok: false, why });

const counts: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };
const lengthForm = /\bfor (?:the )?(?:next )?(\d{1,2}|a|one|two|three|four|five|six) (days?|weeks?)\b/;
const weekForm = /\b(this|next) week\b/;
const backForm = /\b(?:and )?(?:i'?m |i'?ll be |will be |am )?(?:back|returning|return)(?: on| at work)? (.+)$/;
const wholeRange = / *(?:–|—|\bto\b|\buntil\b|\btill?\b|\bthrough\b|\bthru\b|\binclusive of\b) */;

const tidy = (text: string): string =>
  text
    .replace(/\b(\d{4})-(\d{2})-(\d{2})\b/g, "$3/$2/$1")
    .replace(/\b(?:between (.+?) and )/, "$1 to ")
    .replace(
      /\b(?:from|starting|inclusive|incl|is|on leave|on|for)\b(?! (?:a|one|two|three|four|five|six|\d+|the) (?:day|week))/g,
      " ",
    )
    .replace(/[(),;.!]/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^and |[ -]and$| -$/g, "");

/** "3 to 14 August" and "Aug 3 to 14": each lends the other its month. */
const withMonth = (from: string, until: string): readonly [string, string] => {
  const month = /^(?:[a-z]+ )?\d{1,2}(?:st|nd|rd|th)?(?: of)?([ /].+)$/.exec(until)?.[1];
  if (month !== undefined && /^(?:[a-z]+ )?\d{1,2}(?:st|nd|rd|th)?$/.test(from)) return [`${from}${month}`, until];
  const lent = /^([a-z]{3,9}) \d{1,2}(?:st|nd|rd|th)?$/.exec(from)?.[1];
  return lent !== undefined && /^\d{1,2}(?:st|nd|rd|th)?$/.test(until) ? [from, `${lent} ${until}`] : [from, until];
};

const dateIn = (text: string, asOf: Instant, looks: "ahead" | "back" = "ahead"): LondonDate | null => {
  const read = readDate(text, asOf, looks);
  return read.ok ? read.date : null;
};

const noon = (date: LondonDate): Instant => atLondon(date, "12:00");

/** A range whose end seems to come first: a weekday of the week after, or a first date that has passed already. */
const turned = (text: readonly [string, string], until: LondonDate, from: LondonDate, asOf: Instant): DatesRead => {
  if (/\b\d{4}\b|\/\d{2}$/.test(text[0]) && /\/\d{1,2}\/|\b\d{4}\b/.test(text[0])) return no("backwards");
  if (!/\d/.test(text[1])) {
    const later = dateIn(text[1], noon(from));
    return later === null ? no("unclear") : { ok: true, from, until: later };
  }
  const begun = dateIn(text[0], asOf, "back");
  return begun !== null && begun <= until && begun >= addDays(londonDate(asOf), -lately)
    ? { ok: true, from: begun, until }
    : no("backwards");
};

const readRange = (from: string, until: string, asOf: Instant): DatesRead => {
  const text = withMonth(from, until);
  const first = text[0] === "" ? londonDate(asOf) : dateIn(text[0], asOf);
  const last = dateIn(text[1], asOf);
  if (first === null || last === null) return no("unclear");
  return last < first ? turned(text, last, first, asOf) : { ok: true, from: first, until: last };
};

const readLength = (text: string, length: RegExpExecArray, asOf: Instant): DatesRead => {
  const rest = tidy(text.replace(length[0], " "));
  const from = rest === "" ? londonDate(asOf) : dateIn(rest, asOf);
  if (from === null) return no("unclear");
  const days = (counts[length[1] ?? ""] ?? Number(length[1])) * (length[2]?.startsWith("week") === true ? 7 : 1);
  return { ok: true, from, until: addDays(from, days - 1) };
};

const readWeek = (which: string, asOf: Instant): DatesRead => {
  const monday = addDays(mondayOf(londonDate(asOf)), which === "next" ? 7 : 0);
  return { ok: true, from: monday, until: addDays(monday, 6) };
};

const readBack = (text: string, back: RegExpExecArray, asOf: Instant): DatesRead => {
  const start = tidy(text.slice(0, back.index));
  const range = readRange(start, tidy(back[1] ?? ""), asOf);
  if (!range.ok) return range;
  const until = addDays(range.until, -1);
  return until < range.from ? no("backwards") : { ...range, until };
};

const read = (text: string, asOf: Instant): DatesRead => {
  const length = lengthForm.exec(text);
  if (length !== null) return readLength(text, length, asOf);
  const week = weekForm.exec(text);
  if (week !== null) return readWeek(week[1] ?? "", asOf);
  const back = backForm.exec(text);
  if (back !== null) return readBack(text, back, asOf);
  const plain = tidy(text);
  if (plain === "") return no("none");
  const [from = "", until, ...more] = wholeRange.test(plain) ? plain.split(wholeRange) : plain.split(/ *- */);
  if (more.length > 0) return no("unclear");
  if (until === undefined && /^ *(?:from|starting)\b/.test(text)) return no("open");
  return until === undefined ? readRange(from, from, asOf) : readRange(from, until, asOf);
};

/**
 * First and last London date of a time away, both included, from words that hold nothing else: "3–14 August", "mon to
 * fri", "3/8-14/8", "until Friday", "for two weeks from 3 August", "next week", "tomorrow", "from 3 Aug, back on 17 Aug".
 */
export const readDates = (text: string, asOf: Instant): DatesRead => {
  const found = read(text.toLowerCase(), asOf);
  return found.ok && found.until < londonDate(asOf) ? no("past") : found;
};
