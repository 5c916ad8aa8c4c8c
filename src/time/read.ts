import type { Instant, LondonDate } from "../domain/instants.ts";
import { addDays, atLondonDay, dayNumber, hourMs, isLondonDate, londonDate, londonTime, minuteMs } from "./london.ts";
import { readDay, type Looks } from "./read-day.ts";
import { readTime } from "./read-time.ts";
import { emptyWords, normalise, vagueWords } from "./read-words.ts";

/**
 * - unclear: nothing in it reads as a time, or something in it reads as nothing.
 * - ambiguous: it says two different things ("Monday 7 April" when the 7th is a Tuesday).
 * - no-such-time: 31 February, 25:00, or the hour that is skipped when the clocks go forward.
 */
export type NotRead = { readonly ok: false; readonly why: "unclear" | "ambiguous" | "no-such-time" };
export type WhenRead = { readonly ok: true; readonly at: Instant; readonly approximate: boolean } | NotRead;
export type DateRead = { readonly ok: true; readonly date: LondonDate; readonly approximate: boolean } | NotRead;

const longest = 200;
const refused = (why: NotRead["why"]): NotRead => ({ ok: false, why });
const read = (at: Instant, approximate: boolean): WhenRead => ({ ok: true, at, approximate });

const isoForm = /^(\d{4}-\d{2}-\d{2})[t ](\d{2}:\d{2})(:\d{2})?(?:\.\d{1,9})?(z|[+-]\d{2}:?\d{2})$/;

/** A machine's form with its offset from UTC. Without an offset it is London time and is read like anything else. */
const readIso = (text: string): WhenRead | null => {
  const match = isoForm.exec(text);
  if (match === null) return null;
  const [, date = "", time = "", seconds = ":00", offset = ""] = match;
  const at = Date.parse(`${date}T${time}${seconds}${offset.toUpperCase()}`);
  return Number.isNaN(at) || !isLondonDate(date) ? refused("no-such-time") : read(at, false);
};

const nowForm = /^(?:(?:just|right|as of|from) )?(?:now|this (?:minute|moment|instant))$/;
const agoForm =
  /^(?:(about|around|approx|roughly|over|more than) )?(\d{1,4}(?:\.\d)?)( and a half)? ?(hours?|hrs?|h|minutes?|mins?|m)(?: (ago|back|since))?( or so)?$/;
const soonForm = /^in (\d{1,3}) ?(hours?|hrs?|minutes?|mins?)$/;

/** "now", "2 hours ago", "for the last 20 mins", "in 2 hours". */
const readElapsed = (text: string, asOf: Instant): WhenRead | null => {
  if (nowForm.test(text)) return read(asOf, text.startsWith("just"));
  if (/^(?:a )?(?:moments?|seconds?) ago$/.test(text)) return read(asOf, true);
  const soon = soonForm.exec(text);
  if (soon !== null) return read(asOf + Number(soon[1]) * unit(soon[2]), true);
  const ago = agoForm.exec(text.replace(/^(?:(?:missing|gone|for|since|the|last|past|over) )+/, ""));
  if (ago === null || (ago[5] === undefined && text === ago[0])) return null;
  const count = Number(ago[2]) + (ago[3] === undefined ? 0 : 0.5);
  return read(Math.floor(asOf - count * unit(ago[4])), true);
};
const unit = (word: string | undefined): number => (word?.startsWith("h") === true ? hourMs : minuteMs);

/** "between 4 and 5pm", "4-5pm", "4 or 5pm": the earlier, which borrows the half of the day. */
const rangeForm =
  /\b(?:between )?(\d{1,2})(?:[:.](\d{2}))? ?(am|pm)?(?: ?- ?| and | or )(\d{1,2})(?:[:.]\d{2})? ?(am|pm)\b/;
const earlierOfRange = (text: string): string =>
  text.replace(
    rangeForm,
    (_, from: string, minute: string | undefined, own: string | undefined, to: string, half: string) => {
      const flips = Number(from) % 12 > Number(to) % 12;
      const taken = own ?? (flips ? (half === "pm" ? "am" : "pm") : half);
      return `${from}${minute === undefined ? "" : `:${minute}`}${taken} about`;
    },
  );

const onlyEmptyWords = (text: string): boolean =>
  text.split(/[^a-z']+/).every((word) => word === "" || emptyWords.has(word)) && !/\d/.test(text);

/** Day and time of day, each as far as it was given. */
interface Parts {
  readonly date: LondonDate | null;
  readonly weekdayOnly: boolean;
  readonly minutes: number | null;
  readonly seconds: number;
  readonly vague: boolean;
}

const readParts = (text: string, asOf: Instant, looks: Looks): Parts | NotRead => {
  const vague =
    rangeForm.test(text) || vagueWords.test(text.replace(/\b(?:half|quarter|minutes|mins|\d+) past\b/g, ""));
  const day = readDay(earlierOfRange(text), londonDate(asOf), looks);
  if (day.found === "nothing") return refused(day.why);
  const time = readTime(day.rest);
  if (time.found === "nothing") return refused(time.why);
  if (!onlyEmptyWords(time.rest.replace(/\bbefore\b/, ""))) return refused("unclear");
  if (day.found === "none" && time.found === "none") return refused("unclear");
  const before = /\bbefore\b/.test(time.rest);
  return {
    date: day.found === "day" ? day.date : null,
    weekdayOnly: day.found === "day" && day.weekdayOnly,
    minutes: time.found === "none" || before ? null : time.minutes,
    seconds: time.found === "none" ? 0 : time.seconds,
    vague: vague || before || (day.found === "day" && day.vague) || (time.found === "time" && time.vague),
  };
};

const instantOf = (date: LondonDate, minutes: number, seconds: number): Instant => {
  const days = Math.floor(minutes / 1440);
  return atLondonDay(dayNumber(date) + days, (minutes % 1440) * minuteMs + seconds * 1000);
};

/** In the doubled hour of autumn the earlier instant was taken, and another would fit as well. */
const comesTwice = (at: Instant): boolean => londonTime(at) === londonTime(at + hourMs);
const isSkipped = (at: Instant, minutes: number): boolean =>
  Number(londonTime(at).slice(0, 2)) !== Math.floor((minutes % 1440) / 60);

/** A weekday or a time of day that would lie ahead is the one before: people report what has happened. */
const place = (parts: Parts, asOf: Instant, looks: Looks): WhenRead => {
  const minutes = parts.minutes ?? 0;
  const date = parts.date ?? londonDate(asOf);
  const at = instantOf(date, minutes, parts.seconds);
  const back =
    at > asOf && looks === "back"
      ? parts.date === null
        ? 1
        : parts.weekdayOnly && date === londonDate(asOf)
          ? 7
          : 0
      : 0;
  const placed = back === 0 ? at : instantOf(addDays(date, -back), minutes, parts.seconds);
  if (isSkipped(placed, minutes)) return refused("no-such-time");
  const guessed = back !== 0 || parts.minutes === null || (parts.weekdayOnly && date === londonDate(asOf));
  return read(placed, parts.vague || guessed || comesTwice(placed));
};

/**
 * Reads a moment as hurried English staff type it: "fri tea time", "22/11/2026 16:30", "half 4 yesterday", "2 hours ago".
 * Day comes before month; a weekday is the last one past; words that leave a choice are read as the earlier moment, so that
 * no deadline comes out later than it should, and `approximate` is set. An hour of twelve with nothing beside it is read as
 * the working day has it: 1 to 6 after noon, 7 to 11 before. `looks: "ahead"` turns dates without a year, weekdays and
 * times towards the future (a visit that is planned). Never throws.
 */
export const readWhen = (text: string, asOf: Instant, looks: Looks = "back"): WhenRead => {
  if (text.length > longest) return refused("unclear");
  const normal = normalise(text).replace(/[.,;!?]+$/, "");
  const quick = readIso(normal) ?? readElapsed(normal, asOf);
  if (quick !== null) return quick;
  const parts = readParts(normal.replace(/(\d)t(\d)/, "$1 $2").replace(/[(),;]/g, " "), asOf, looks);
  return "ok" in parts ? parts : place(parts, asOf, looks);
};

/** Reads a date, by the same rules; a time of day beside it is allowed and dropped. Never throws. */
export const readDate = (text: string, asOf: Instant, looks: Looks = "back"): DateRead => {
  const when = readWhen(text, asOf, looks);
  if (!when.ok) return when;
  const parts = readParts(normalise(text), asOf, looks);
  const plain = !("ok" in parts) && parts.date !== null && parts.minutes === null;
  return {
    ok: true,
    date: londonDate(when.at),
    approximate: plain
      ? parts.vague || (parts.weekdayOnly && londonDate(when.at) === londonDate(asOf))
      : when.approximate,
  };
};
