import type { Weekday } from "./london.ts";

/** How hurried people write weekdays, longest first so that "thurs" is not read as "thu". */
export const weekdayWords = {
  monday: 1,
  mon: 1,
  mondy: 1,
  tuesday: 2,
  tues: 2,
  tue: 2,
  tuseday: 2,
  teusday: 2,
  wednesday: 3,
  weds: 3,
  wed: 3,
  wednes: 3,
  wednesdy: 3,
  wensday: 3,
  wendesday: 3,
  wednsday: 3,
  thursday: 4,
  thurs: 4,
  thur: 4,
  thu: 4,
  thrusday: 4,
  thursdy: 4,
  friday: 5,
  fri: 5,
  firday: 5,
  frday: 5,
  saturday: 6,
  sat: 6,
  saterday: 6,
  satuday: 6,
  sunday: 7,
  sun: 7,
  sundy: 7,
} as const satisfies Record<string, Weekday>;

export const monthWords = {
  january: 1,
  jan: 1,
  february: 2,
  febuary: 2,
  feb: 2,
  march: 3,
  mar: 3,
  april: 4,
  apr: 4,
  may: 5,
  june: 6,
  jun: 6,
  july: 7,
  jul: 7,
  august: 8,
  aug: 8,
  september: 9,
  sept: 9,
  sep: 9,
  october: 10,
  oct: 10,
  november: 11,
  nov: 11,
  december: 12,
  dec: 12,
} as const satisfies Record<string, number>;

/** Part of a day: when it could begin and end, in minutes after midnight. The beginning is what is taken. */
export interface PartOfDay {
  readonly from: number;
  readonly to: number;
}

/** In this order: the first that fits is taken. "night" runs on past midnight. */
export const partsOfDay: readonly { readonly words: RegExp; readonly part: PartOfDay }[] = [
  { words: /\b(?:early (?:hours|hrs)|small hours)\b/, part: { from: 0, to: 360 } },
  { words: /\b(?:mid|late) ?morning\b/, part: { from: 600, to: 720 } },
  { words: /\b(?:first thing|before (?:school|work)|breakfast(?: ?time)?)\b/, part: { from: 420, to: 600 } },
  { words: /\b(?:early )?(?:morning|mornin|morn)\b/, part: { from: 360, to: 720 } },
  { words: /\b(?:lunch|dinner)(?: ?time)?\b/, part: { from: 720, to: 840 } },
  { words: /\b(?:late|mid) ?(?:afternoon|arvo|aft)\b/, part: { from: 900, to: 1080 } },
  { words: /\b(?:(?:home|end of|after|out of) school|school (?:pick ?up|run|end))\b/, part: { from: 900, to: 1020 } },
  { words: /\b(?:early )?(?:afternoon|afternon|aftenoon|arvo|aft)\b/, part: { from: 720, to: 1080 } },
  { words: /\btea ?time\b|\btea\b/, part: { from: 960, to: 1140 } },
  {
    words: /\b(?:close of (?:play|business)|cop|cob|eod|end of (?:the )?(?:working )?day)\b/,
    part: { from: 1020, to: 1140 },
  },
  { words: /\blate evening\b/, part: { from: 1200, to: 1440 } },
  { words: /\b(?:early )?(?:evening|evenin|eve)\b/, part: { from: 1020, to: 1440 } },
  { words: /\b(?:supper|bed)(?: ?time)?\b/, part: { from: 1080, to: 1440 } },
  { words: /\b(?:late (?:at )?)?(?:night ?time|night|nite)\b/, part: { from: 1080, to: 1440 + 360 } },
];

/** Words that say the time is not exact. */
export const vagueWords =
  /\b(?:about|abt|around|approx|approximately|roughly|circa|ca|ish|sometime|some time|maybe|probably|possibly|perhaps|think|ago or so|or so|or thereabouts|after|past)\b/;

/** Words that change nothing. */
export const emptyWords = new Set(
  (
    "a an and as at aware been became by child first for found from gone had happened has he her him his home i im in informed is it just " +
    "kid last left missing occurred of off oh on only out reported saw seen she since someone sometime started that the their then they this time " +
    "told took until was we went were when with about abt around approx approximately roughly circa ca ish some maybe probably possibly perhaps " +
    "think or so thereabouts after past ago oclock hrs hours bst gmt"
  ).split(" "),
);

/** "twenty five" before "twenty" and "five". */
const numbers = {
  "twenty[ -]?five": 25,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
} as const;

/** Spellings brought to one form, in this order, before anything is read. */
const rewrites: readonly (readonly [RegExp, string])[] = [
  [/[‘’`]/g, "'"],
  [/[–—]/g, "-"],
  [/\b([ap])\.\s?m\b\.?/g, "$1m"],
  [/o'? ?clock\b/g, " oclock"],
  [/\b(?:yest[aeu]rday|yesteday|yesterdy|yday|yest|ystd)\b/g, "yesterday"],
  [/\b(?:2day|tday|todays?)\b/g, "today"],
  [/\b(?:2moro|tomm?or?row|tmrw|tomoz)\b/g, "tomorrow"],
  [/\bday before (?:yesterday|last)\b/g, "2 days ago"],
  [/\b(?:last nig?ht|last nite|over ?night|yesterday nig?ht)\b/g, "yesterday night"],
  [/\b(?:tonight|tonite|2nite)\b/g, "today night"],
  [/\bthis (morning|afternoon|evening|lunch|dinner|tea|arvo|aft|eve|am|pm)/g, "today $1"],
  [/\b(today|yesterday|tomorrow) am\b/g, "$1 morning"],
  [/\b(today|yesterday|tomorrow) pm\b/g, "$1 afternoon"],
  [/\b(\d{1,2}(?:[:.]\d{2})?) ?-? ?ish\b/g, "$1 about"],
  [/\b(?:half (?:an|1) h(?:ou)?r)\b/g, "30 minutes"],
  [/\b(?:quarter of an hour)\b/g, "15 minutes"],
  [/\b(?:an?|1) h(?:ou)?r and a half\b/g, "90 minutes"],
  [/\b(?:an?|1) couple(?: of)? (?=h|d|w|m)/g, "2 "],
  [/\bcouple(?: of)? (?=h|d|w|m)/g, "2 "],
  [/\b(?:an?|the last|the past) (?=(?:hour|hr|day|week|wk|month|minute|min)s? (?:ago|back)\b)/g, "1 "],
  [/\ba few (?=(?:hour|hr|day|week|wk|minute|min)s? (?:ago|back)\b)/g, "about 5 "],
  [/\b12 ?(?:noon|midday|mid-day)\b|\bmid-day\b|\bnoon\b/g, "midday"],
  [/\b12 ?midnight\b|\bmid-night\b/g, "midnight"],
];

/** Lower case, one space between words, and each thing spelt one way. */
export const normalise = (text: string): string => {
  const lower = text.toLowerCase().replace(/\s+/g, " ").trim();
  const counted = Object.entries(numbers).reduce(
    (so, [word, number]) => so.replace(new RegExp(`\\b${word}\\b`, "g"), String(number)),
    lower,
  );
  return rewrites.reduce((so, [from, to]) => so.replace(from, to), counted);
};

const alternatives = (words: object): string =>
  Object.keys(words)
    .sort((one, other) => other.length - one.length)
    .join("|");
export const weekdayPattern = alternatives(weekdayWords);
export const monthPattern = alternatives(monthWords);
