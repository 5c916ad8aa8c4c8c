import type { Instant, LondonDate } from "../../domain/instants.ts";
import type { Calendar } from "../../time/calendar.ts";
import { addDays, londonDate } from "../../time/london.ts";
import { readDate } from "../../time/read.ts";

/** Lower case, without accents and what is not seen; "&" is "and"; everything but letters and digits parts words. */
const wordsOf = (text: string): readonly string[] =>
  text
    .normalize("NFKD")
    .replace(/[\p{M}\p{Cf}]/gu, "")
    .toLowerCase()
    .replace(/&/g, " and ")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** Whether neighbouring words, written without a gap, are the wording: "on - going", "A.S.A.P." and "on going weekly" hold it. */
const holdsRun = (words: readonly string[], wanted: string): boolean =>
  words.some((_, start) => {
    let run = "";
    for (let at = start; at < words.length && run.length < wanted.length; at += 1) {
      run += words[at] ?? "";
      if (run === wanted) return true;
    }
    return false;
  });

/**
 * The wording that makes this no timescale, or null: capitals, hyphens, spaces and punctuation make no difference, and a date
 * beside it does not mend it ("ongoing until 4 December"). Clause: MO-03.
 */
export const noTimescaleIn = <T extends { readonly wording: string }>(
  text: string,
  wordings: readonly T[],
): T | null => {
  const words = wordsOf(text);
  return wordings.find(({ wording }) => holdsRun(words, wordsOf(wording).join(""))) ?? null;
};

const lead =
  /^(?:by|before|on|on or before|no later than|not later than|latest|at the latest|due|due by|until)\s+(?=\S)/i;
const workingDays = /^(?:with)?in (?:the next )?(\d{1,3}) working days?$/i;
const otherDays = /^(?:within|in)? ?(?:the next )?(\d{1,3}) (days?|weeks?|months?)(?: from (?:now|today))?$/i;

/** The numbers that people write out. */
const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
const counted = (text: string): string =>
  numbers.reduce((so, word, at) => so.replace(new RegExp(`\\b${word}\\b`, "gi"), String(at + 1)), text);

export type TimescaleRead =
  | { readonly outcome: "date"; readonly date: LondonDate }
  | { readonly outcome: "past"; readonly date: LondonDate }
  | { readonly outcome: "unclear" };

/**
 * The last day on which an action is in time: "Friday", "4 December", "today", "within 5 working days", "2 weeks". Weekdays
 * and dates without a year lie ahead. A day before that of `asOf` is `past`. May throw `OutsideCalendar`.
 */
export const readTimescale = (typed: string, asOf: Instant, calendar: Calendar): TimescaleRead => {
  const text = counted(
    typed
      .trim()
      .replace(/\s+/g, " ")
      .replace(/[.!]+$/, ""),
  ).replace(lead, "");
  const today = londonDate(asOf);
  const working = workingDays.exec(text);
  if (working) return { outcome: "date", date: calendar.addWorkingDays(today, Number(working[1])) };
  const other = otherDays.exec(text);
  const plain = other === null ? text : `in ${other[1] ?? ""} ${other[2] ?? ""}`;
  const read = readDate(/^end of (?:today|the day)$/i.test(plain) ? "today" : plain, asOf, "ahead");
  if (!read.ok) return { outcome: "unclear" };
  return { outcome: read.date < today ? "past" : "date", date: read.date };
};

/** Nobody plans further ahead than this: it is a year typed wrong. */
export const isFarAhead = (date: LondonDate, asOf: Instant): boolean => date > addDays(londonDate(asOf), 3 * 366);
