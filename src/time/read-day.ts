import type { LondonDate } from "../domain/instants.ts";
import { addDays, addMonths, dateExists, dateOf, mondayOf, partsOf, weekdayOf, type Weekday } from "./london.ts";
import { monthPattern, monthWords, weekdayPattern, weekdayWords } from "./read-words.ts";

/** What one expression says of the day. Several must agree. */
type Said =
  /** Dates that could be meant, the likeliest first: one, unless the year or the month was left out. */
  | { readonly says: "date"; readonly dates: readonly LondonDate[]; readonly vague: boolean }
  | { readonly says: "weekday"; readonly weekday: Weekday; readonly which: "past" | "last" | "this" | "next" }
  | { readonly says: "nothing-real" };

export type DayRead =
  | { readonly found: "none"; readonly rest: string }
  | {
      readonly found: "day";
      readonly date: LondonDate;
      readonly vague: boolean;
      readonly weekdayOnly: boolean;
      readonly rest: string;
    }
  | { readonly found: "nothing"; readonly why: "ambiguous" | "no-such-time" };

/** Which way a date without a year, or a weekday, looks. */
export type Looks = "back" | "ahead";

const date = (dates: readonly LondonDate[], vague = false): Said =>
  dates.length === 0 ? { says: "nothing-real" } : { says: "date", dates, vague };

const fullYear = (text: string): number => (text.length === 2 ? 2000 + Number(text) : Number(text));

/** A date with its year, when there is such a day; day before month, as in Britain. */
const exact = (year: number, month: number, day: number): Said =>
  year >= 1900 && year <= 2200 && dateExists(year, month, day) ? date([dateOf(year, month, day)]) : date([]);

const likeliestFirst = (dates: readonly LondonDate[], today: LondonDate, looks: Looks): readonly LondonDate[] => {
  const past = dates
    .filter((each) => each <= today)
    .sort()
    .reverse();
  const future = dates.filter((each) => each > today).sort();
  return looks === "back" ? [...past, ...future] : [...future, ...past];
};

/** A day and month without a year: this year's, last year's and next year's, those that exist. */
const anyYear = (month: number, day: number, today: LondonDate, looks: Looks): Said => {
  const { year } = partsOf(today);
  const dates = [year, year - 1, year + 1].flatMap((each) =>
    dateExists(each, month, day) ? [dateOf(each, month, day)] : [],
  );
  return date(likeliestFirst(dates, today, looks));
};

/** "The 22nd": of this month, the last or the next. */
const anyMonth = (day: number, today: LondonDate, looks: Looks): Said => {
  const dates = [0, -1, 1, -2].flatMap((months) => {
    const { year, month } = partsOf(addMonths(`${today.slice(0, 8)}01`, months));
    return dateExists(year, month, day) ? [dateOf(year, month, day)] : [];
  });
  return date(likeliestFirst(dates, today, looks));
};

const isKey = <T extends object>(words: T, word: string): word is Extract<keyof T, string> =>
  Object.hasOwn(words, word);
const monthNumber = (word: string): number => (isKey(monthWords, word) ? monthWords[word] : 0);

/** After a month's name, two digits are a year only near this one; otherwise they are an hour. */
const namedMonth = (day: string, month: string, year: string | undefined, today: LondonDate, looks: Looks): Said =>
  year === undefined || year === ""
    ? anyYear(monthNumber(month), Number(day), today, looks)
    : exact(fullYear(year), monthNumber(month), Number(day));

const back = (count: number, unit: string, today: LondonDate): LondonDate => {
  if (unit.startsWith("m")) return addMonths(today, -count);
  return addDays(today, unit.startsWith("w") ? -7 * count : -count);
};

const which = (prefix: string | undefined): "past" | "last" | "this" | "next" => {
  if (prefix === "last" || prefix === "this") return prefix;
  return prefix === "next" || prefix === "coming" ? "next" : "past";
};

const nameOf = (names: readonly string[], at: number): string => names[at] ?? "";
type Reader = (groups: readonly string[], today: LondonDate, looks: Looks) => Said;
const number = (groups: readonly string[], at: number): number => Number(nameOf(groups, at));

const weekOf = (groups: readonly string[], today: LondonDate): LondonDate => {
  const monday = mondayOf(today);
  const prefix = nameOf(groups, 0);
  return prefix === "last" ? addDays(monday, -7) : prefix === "next" ? addDays(monday, 7) : monday;
};
const weekdayNumber = (word: string): Weekday => (isKey(weekdayWords, word) ? weekdayWords[word] : 1);

const year4 = "((?:19|20|21)\\d{2})(?!\\d|[:.]\\d| ?(?:hrs|hours|h)\\b)";

/** In this order: longer expressions before those they contain. */
const readers: readonly { readonly form: RegExp; readonly read: Reader }[] = [
  { form: /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/, read: (g) => exact(number(g, 0), number(g, 1), number(g, 2)) },
  {
    form: /\b(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})\b/,
    read: (g) => exact(fullYear(nameOf(g, 3)), number(g, 2), number(g, 0)),
  },
  {
    form: new RegExp(
      `\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]?(${monthPattern})\\b[ ,-]*(?:${year4}|'?(2\\d)(?!\\d|[:.]\\d| ?(?:am|pm|hrs|oclock)))?`,
    ),
    read: (g, today, looks) => namedMonth(nameOf(g, 0), nameOf(g, 1), nameOf(g, 2) + nameOf(g, 3), today, looks),
  },
  {
    form: new RegExp(
      `\\b(${monthPattern})(?: the)? (\\d{1,2})(?:st|nd|rd|th)?(?![:.]?\\d| ?(?:am|pm))(?:,? ${year4})?`,
    ),
    read: (g, today, looks) => namedMonth(nameOf(g, 1), nameOf(g, 0), g[2], today, looks),
  },
  {
    form: /\b(\d{1,2})\/(\d{1,2})\b(?!\/)/,
    read: (g, today, looks) => anyYear(number(g, 1), number(g, 0), today, looks),
  },
  { form: /\b(\d{1,2})(?:st|nd|rd|th)\b/, read: (g, today, looks) => anyMonth(number(g, 0), today, looks) },
  {
    form: /\b(\d{1,4}) ?(days?|weeks?|wks?|months?|mths?) (?:ago|back)\b/,
    read: (g, today) => date([back(number(g, 0), nameOf(g, 1), today)], true),
  },
  {
    form: /\bin (\d{1,3}) ?(days?|weeks?|wks?|months?|mths?)\b/,
    read: (g, today) => date([back(-number(g, 0), nameOf(g, 1), today)], true),
  },
  {
    form: new RegExp(`\\b(${weekdayPattern}) (last|this|next) week\\b`),
    read: (g, today) => date([addDays(weekOf(g.slice(1), today), weekdayNumber(nameOf(g, 0)) - 1)]),
  },
  { form: /\b(last|this|next) (?:week|wk)\b(?!-? ?end)/, read: (g, today) => date([weekOf(g, today)], true) },
  {
    form: /\b(?:(?:over|at|last|this|the) )*(?:week|wk)-? ?end\b/,
    read: (_, today) => date([addDays(mondayOf(today), weekdayOf(today) >= 6 ? 5 : -2)], true),
  },
  { form: /\blast month\b/, read: (_, today) => date([`${addMonths(today, -1).slice(0, 8)}01`], true) },
  { form: /\btoday\b/, read: (_, today) => date([today]) },
  { form: /\byesterday\b/, read: (_, today) => date([addDays(today, -1)]) },
  { form: /\btomorrow\b/, read: (_, today) => date([addDays(today, 1)]) },
  {
    form: new RegExp(`\\b(?:(last|this|next|coming) )?(${weekdayPattern})s?\\b`),
    read: (g) => ({ says: "weekday", weekday: weekdayNumber(nameOf(g, 1)), which: which(g[0]) }),
  },
];

interface Collected {
  readonly said: readonly Said[];
  readonly rest: string;
}

/** Takes every expression of a day out of the text. */
const collect = (text: string, today: LondonDate, looks: Looks): Collected => {
  const said: Said[] = [];
  let rest = text;
  for (const { form, read } of readers) {
    for (let match = form.exec(rest); match !== null; match = form.exec(rest)) {
      said.push(
        read(
          match.slice(1).map((group: string | undefined) => group ?? ""),
          today,
          looks,
        ),
      );
      rest = rest.replace(match[0], " ");
    }
  }
  return { said, rest };
};

const onWeekday = (said: Extract<Said, { says: "weekday" }>, today: LondonDate, looks: Looks): LondonDate => {
  const since = (weekdayOf(today) - said.weekday + 7) % 7;
  if (said.which === "this") return addDays(mondayOf(today), said.weekday - 1);
  if (said.which === "next" || (said.which === "past" && looks === "ahead"))
    return addDays(today, since === 0 ? 7 : 7 - since);
  return addDays(today, said.which === "last" && since === 0 ? -7 : -since);
};

/** The day that the text names, if any, and the text without it. A weekday alone is the last one past. */
export const readDay = (text: string, today: LondonDate, looks: Looks): DayRead => {
  const { said, rest } = collect(text, today, looks);
  if (said.some(({ says }) => says === "nothing-real")) return { found: "nothing", why: "no-such-time" };
  const dates = said.flatMap((each) => (each.says === "date" ? [each] : []));
  const weekdays = said.flatMap((each) => (each.says === "weekday" ? [each] : []));
  const [firstDate] = dates;
  const [weekday] = weekdays;
  if (firstDate === undefined) {
    if (weekday === undefined) return { found: "none", rest };
    if (weekdays.some((other) => other.weekday !== weekday.weekday)) return { found: "nothing", why: "ambiguous" };
    return { found: "day", date: onWeekday(weekday, today, looks), vague: false, weekdayOnly: true, rest };
  }
  const agreed = firstDate.dates.find(
    (each) =>
      dates.every((other) => other.dates.includes(each)) &&
      weekdays.every((other) => other.weekday === weekdayOf(each)),
  );
  if (agreed === undefined) return { found: "nothing", why: "ambiguous" };
  return { found: "day", date: agreed, vague: dates.some(({ vague }) => vague), weekdayOnly: false, rest };
};
