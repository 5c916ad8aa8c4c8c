import type { Instant, LondonDate } from "../../domain/instants.ts";
import { londonDate, minuteMs } from "../../time/london.ts";
import { type NotRead, readDate, readWhen } from "../../time/read.ts";
import { dayInWords, inWords } from "../../time/say.ts";
import type { Reading } from "./ask.ts";
import type { Fault } from "./faults.ts";

/** Nothing that a deadline could count from is older: the bank holidays are known from here on. */
const earliest: LondonDate = "2015-01-01";
const years = 18;

const tooEarly = (date: LondonDate, asOf: Instant): boolean => {
  const today = londonDate(asOf);
  const childhoodAgo = `${String(Number(today.slice(0, 4)) - years)}${today.slice(4)}`;
  return date < earliest || date < childhoodAgo;
};

const whyNot = {
  unclear: "unclear",
  ambiguous: "ambiguous",
  "no-such-time": "noSuchTime",
} as const satisfies Record<NotRead["why"], Fault>;

const refused = (why: Fault): Reading => ({ outcome: "refused", why });

/** The instant in words that are read back as the same instant, whenever that is; as typed where there are none. */
const lasting = (at: Instant, typed: string, asOf: Instant): string => {
  const forms = [inWords(at), `${dayInWords(londonDate(at))} 00:00`];
  const same = (words: string): boolean => {
    const again = readWhen(words, asOf);
    return again.ok && again.at === at;
  };
  return forms.find(same) ?? typed;
};

/** A moment to the minute, seconds dropped, so that what is shown is what is counted from. */
export const readMoment = (typed: string, asOf: Instant, future: boolean): Reading => {
  const read = readWhen(typed, asOf, future ? "ahead" : "back");
  if (!read.ok) return refused(whyNot[read.why]);
  const at = Math.floor(read.at / minuteMs) * minuteMs;
  if (at > asOf && !future) return refused("future");
  if (tooEarly(londonDate(at), asOf)) return refused("tooEarly");
  return { outcome: "read", value: at, said: lasting(at, typed, asOf) };
};

/** A London date. */
export const readDay = (typed: string, asOf: Instant, future: boolean): Reading => {
  const read = readDate(typed, asOf, future ? "ahead" : "back");
  if (!read.ok) return refused(whyNot[read.why]);
  if (read.date > londonDate(asOf) && !future) return refused("future");
  if (tooEarly(read.date, asOf)) return refused("tooEarly");
  return { outcome: "read", value: read.date, said: dayInWords(read.date) };
};

/** An answer that is an instant or a date, in words; null for anything else. */
export const answeredWhen = (value: unknown): string | null => {
  if (typeof value === "number") return inWords(value);
  return typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayInWords(value) : null;
};
