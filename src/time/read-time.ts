import { partsOfDay, type PartOfDay } from "./read-words.ts";

/** A time of day, in minutes after midnight of the day that was named (1440 and more: the night that follows it). */
export type TimeRead =
  | { readonly found: "none"; readonly rest: string }
  | {
      readonly found: "time";
      readonly minutes: number;
      readonly seconds: number;
      readonly vague: boolean;
      readonly rest: string;
    }
  | { readonly found: "nothing"; readonly why: "ambiguous" | "no-such-time" };

/** What one expression says of the time. `bare`: an hour of twelve that could be morning or evening. */
interface Said {
  readonly minutes: number;
  readonly seconds: number;
  readonly bare: boolean;
}
type Reader = (groups: readonly string[]) => Said | null;

const group = (groups: readonly string[], at: number): string => groups[at] ?? "";

/** Hours and minutes of a 24-hour clock, or null when no clock shows them. */
const shown = (hour: number, minute: number, seconds = 0): Said | null =>
  hour > 23 || minute > 59 || seconds > 59 ? null : { minutes: hour * 60 + minute, seconds, bare: false };

/** With am or pm; "16:30pm" is what it says twice. */
const halved = (hour: number, minute: number, half: string): Said | null => {
  if (hour > 12) return half === "pm" ? shown(hour, minute) : null;
  if (hour === 0) return half === "am" ? shown(0, minute) : null;
  return shown((hour % 12) + (half === "pm" ? 12 : 0), minute);
};

const bare = (hour: number, minute: number): Said | null =>
  hour < 1 || hour > 12 || minute > 59 ? null : { minutes: (hour % 12) * 60 + minute, seconds: 0, bare: true };

/** A time with or without its half of the day; one digit before the point is an hour of twelve. */
const written = (hour: string, minute: string, half: string): Said | null => {
  if (half !== "") return halved(Number(hour), Number(minute), half);
  return hour.length === 1 && hour !== "0" ? bare(Number(hour), Number(minute)) : shown(Number(hour), Number(minute));
};

/** "20 to 5", "quarter past 4", "half 4". */
const spoken = (past: number, direction: string, hour: string, half: string): Said | null => {
  const base = half === "" ? bare(Number(hour), 0) : halved(Number(hour), 0, half);
  if (base === null || past > 59) return null;
  const minutes = direction === "to" ? base.minutes - past : base.minutes + past;
  return { ...base, minutes: (minutes + 1440) % (base.bare ? 720 : 1440) };
};

const half = "( ?[ap]m\\b)?";
const readers: readonly { readonly form: RegExp; readonly read: Reader }[] = [
  {
    form: new RegExp(`\\bhalf (?:past )?(\\d{1,2})\\b${half}|\\bhalf (?:past )?(\\d{1,2})([ap]m)\\b`),
    read: (g) => spoken(30, "past", group(g, 0) + group(g, 2), (group(g, 1) + group(g, 3)).trim()),
  },
  {
    form: new RegExp(`\\b(quarter|\\d{1,2})(?: ?mins?| ?minutes?)? (past|to) (\\d{1,2})(?:\\b|(?=[ap]m))${half}`),
    read: (g) =>
      spoken(group(g, 0) === "quarter" ? 15 : Number(group(g, 0)), group(g, 1), group(g, 2), group(g, 3).trim()),
  },
  {
    form: /\b(\d{1,2})[:.](\d{2})[:.](\d{2})\b/,
    read: (g) => shown(Number(group(g, 0)), Number(group(g, 1)), Number(group(g, 2))),
  },
  { form: /\b(\d{1,2})[:.](\d{2}) ?(am|pm|)(?:\b|$)/, read: (g) => written(group(g, 0), group(g, 1), group(g, 2)) },
  { form: /\b(\d{1,2})(\d{2}) ?(am|pm)\b/, read: (g) => written(group(g, 0), group(g, 1), group(g, 2)) },
  { form: /\b(\d{1,2}) ?(am|pm)\b/, read: (g) => written(group(g, 0), "00", group(g, 1)) },
  { form: /\b(\d{2})(\d{2}) ?(?:hrs|hours|h|)\b/, read: (g) => shown(Number(group(g, 0)), Number(group(g, 1))) },
  { form: /\b(\d)(\d{2})(?: ?hrs| ?hours|h|)\b/, read: (g) => written(group(g, 0), group(g, 1), "") },
  { form: /\bmidday\b/, read: () => shown(12, 0) },
  {
    form: /\b(\d{1,2})(?: oclock)?\b/,
    read: (g) =>
      Number(group(g, 0)) > 12 || group(g, 0) === "0" ? shown(Number(group(g, 0)), 0) : bare(Number(group(g, 0)), 0),
  },
];

const evening = 18 * 60;

/** An hour of twelve beside a part of the day takes its half from it; alone, 1 to 6 are afternoon, 7 to 11 morning, 12 midday. */
const unfold = (minutes: number, part: PartOfDay | null): number => {
  if (part === null) return minutes >= 7 * 60 ? minutes : minutes + 720;
  if (part.to > 1440) return minutes >= 6 * 60 ? minutes + 720 : minutes + 1440;
  return part.from >= 720 ? minutes + 720 : minutes;
};

/** A time beside "night" is of that evening or of the small hours that follow; beside any other part it must lie near it. */
const within = (minutes: number, part: PartOfDay): number | null => {
  if (part.to > 1440) return minutes < part.to - 1440 ? minutes + 1440 : minutes >= evening - 120 ? minutes : null;
  if (part.from < 720) return minutes < Math.max(part.to, 720) ? minutes : null;
  return minutes >= 720 ? minutes : null;
};

interface Found {
  readonly said: Said | null;
  readonly real: boolean;
  readonly rest: string;
}

const firstTime = (text: string): Found => {
  for (const { form, read } of readers) {
    const match = form.exec(text);
    if (match === null) continue;
    const said = read(match.slice(1).map((each: string | undefined) => each ?? ""));
    return { said, real: said !== null, rest: text.replace(match[0], " ") };
  }
  return { said: null, real: true, rest: text };
};

/** "Early hours of this morning" names two parts; the first in the list is the narrower. */
const partIn = (text: string): { part: PartOfDay | null; rest: string } =>
  partsOfDay.reduce<{ part: PartOfDay | null; rest: string }>(
    (so, { words, part }) => (words.test(so.rest) ? { part: so.part ?? part, rest: so.rest.replace(words, " ") } : so),
    { part: null, rest: text },
  );

const time = (minutes: number, seconds: number, vague: boolean, rest: string): TimeRead => ({
  found: "time",
  minutes,
  seconds,
  vague,
  rest,
});

/** Words for the two ends of a day, when no part of it is named. */
const ends = (text: string): TimeRead | null => {
  if (/\bend of\b/.test(text)) return time(23 * 60 + 59, 59, false, text.replace(/\b(?:by )?(?:the )?end of\b/, " "));
  if (/\bstart of\b/.test(text)) return time(0, 0, false, text.replace(/\b(?:the )?start of\b/, " "));
  return null;
};

/** Midnight is the beginning of the day that is named, the earlier reading, unless a night is named: then it ends that. */
const midnight = (part: PartOfDay | null, text: string): TimeRead | null =>
  /\bmidnight\b/.test(text) ? time(part === null ? 0 : 1440, 0, true, text.replace("midnight", " ")) : null;

/** The time of day that the text names, if any, and the text without it. What is vague is read as early as it can be meant. */
export const readTime = (text: string): TimeRead => {
  const { part, rest: withoutPart } = partIn(text);
  const end = midnight(part, withoutPart) ?? (part === null ? ends(text) : null);
  if (end !== null) return end;
  const { said, real, rest } = firstTime(withoutPart);
  if (!real) return { found: "nothing", why: "no-such-time" };
  if (said === null) return part === null ? { found: "none", rest } : time(part.from, 0, true, rest);
  if (firstTime(rest).said !== null) return { found: "nothing", why: "ambiguous" };
  const unfolded = said.bare ? unfold(said.minutes, part) : said.minutes;
  const minutes = part === null || said.bare ? unfolded : within(unfolded, part);
  if (minutes === null) return { found: "nothing", why: "ambiguous" };
  return time(minutes, said.seconds, said.bare || minutes !== unfolded, rest);
};
