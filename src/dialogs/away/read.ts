import type { Instant, LondonDate } from "../../domain/instants.ts";
import type { Person, PersonId } from "../../domain/people.ts";
import { readDates, type DatesRead } from "./dates.ts";
import { readName } from "./names.ts";

export type AwayRead =
  /** Not about being away: it is to be read as something else. */
  | { readonly outcome: "other" }
  /** About being away, and not clear: what to write instead. */
  | { readonly outcome: "unclear"; readonly why: string }
  | {
      readonly outcome: "away";
      readonly from: LondonDate;
      readonly until: LondonDate;
      readonly instead: PersonId | null;
    };

const away =
  "(?:away|off(?: sick| work)?|on (?:annual |sick |parental |maternity |paternity |study )?leave|on (?:my )?holidays?|on vacation|a\\/l|annual leave|out of (?:the )?office|ooo|not (?:in|at work))";
const lead = "(?:hi|hello|hey|fyi|just|so|ok|please note|note)[,: ]+";
/** "I'm away …": about the speaker, whatever follows. */
const mine = new RegExp(
  `^(?:${lead})*(?:i'?m|i am|i'?ll be|i will be|i'?ve been|i'?m going|i'?m going to be)(?: going)?(?: to be)? (?:also )?${away}\\b`,
);
/** "away …", "on leave …" alone could be a child's: believed only with dates that are read, and nothing left over. */
const bare = new RegExp(
  `^(?:${lead})*(?:away|off sick|on (?:annual |sick )?leave|on (?:my )?holidays?|annual leave|a\\/l|out of (?:the )?office|ooo)\\b`,
);
/** "Priya covers for me …". */
const forMe = /\bcover(?:s|ing|ed)?(?: for)? me\b/;

const word = "[\\p{L}'’.@-]+";
const name = `(${word}(?: ${word}){0,2})`;
const covering = [
  new RegExp(
    `(?:^|[,;.] *|\\b(?:with|and) )?${name}(?: is| will be|'s| will| to)? (?:covers?|covering)(?: for)?(?: me)?\\b`,
    "u",
  ),
  new RegExp(`\\b(?:covered by|cover(?: is| by|:)|covering(?: is|:)) *${name}`, "u"),
] as const;
const nobody = /^(?:nobody|no one|no-one|noone|no|none|without)$/;
const notNames =
  /^(?:and|with|but|on|the|is|from|to|until|till?|i|i'm|week|next|this|leave|away|today|tomorrow|mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:r|rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|april?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|st|nd|rd|th|days?|weeks?|for|off|sick|inclusive)$/;

interface Parts {
  /** The words without who covers: dates, if anything. */
  readonly dates: string;
  /** Who covers, as typed: null when nothing is said of it, empty when something is and no name can be made out. */
  readonly cover: string | null;
}

/** The words next to "covers" that can be somebody's name. */
const nameIn = (words: string, before: boolean): string => {
  const all = words.replace(/(?: is| will| be| to|'s)+$/, "").split(" ");
  const from = before ? all.findLastIndex((each) => notNames.test(each)) + 1 : 0;
  const stop = before ? -1 : all.findIndex((each) => notNames.test(each));
  return all.slice(from, stop === -1 ? undefined : stop).join(" ");
};

const parts = (text: string): Parts => {
  for (const [index, form] of covering.entries()) {
    const match = form.exec(text);
    const words = match?.[1];
    if (match === null || words === undefined) continue;
    const cover = nameIn(words, index === 0);
    if (cover === "") continue;
    const at = match[0].indexOf(words) + words.indexOf(cover);
    const phrase = index === 0 ? match[0].slice(at) : match[0].slice(0, at + cover.length);
    return { dates: text.replace(phrase, " "), cover };
  }
  const none = /\b(?:no|without) (?:cover|one covers)\b/;
  return none.test(text)
    ? { dates: text.replace(none, " "), cover: "nobody" }
    : { dates: text, cover: /\bcover/.test(text) ? "" : null };
};

const sorry = {
  none: "From when until when are you away? Try: I'm away 3 to 14 August, Priya covers.",
  unclear: "I couldn't read those dates. Try: I'm away 3 to 14 August, Priya covers.",
  open: "Until when? Try: I'm away 3 to 14 August, Priya covers.",
  backwards: "That ends before it begins. Which day is the first, and which the last?",
  past: "Those days have passed already. From when until when are you away?",
} as const satisfies Record<Extract<DatesRead, { ok: false }>["why"], string>;

const unclear = (why: string): AwayRead => ({ outcome: "unclear", why });

const whoCovers = (cover: string, by: Person, people: readonly Person[]): PersonId | AwayRead | null => {
  if (nobody.test(cover)) return null;
  if (cover === "") return unclear("Who covers for you? Try: I'm away 3 to 14 August, Priya covers.");
  if (/^(?:me|myself|i)$/.test(cover)) return unclear("You can't cover for yourself. Who is told instead of you?");
  const read = readName(cover, people);
  switch (read.found) {
    case "one":
      return read.person === by.id ? unclear("You can't cover for yourself. Who is told instead of you?") : read.person;
    case "several":
      return unclear(`“${cover}” could be ${read.people.map((each) => each.name).join(" or ")}. Write the whole name.`);
    case "nobody":
      return unclear(`I don't find “${cover}” on the staff list. Write the name as it stands there.`);
  }
};

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .replace(/[.!?]+$/, "")
    .replace(/[.!] /g, ", ")
    .trim();

/**
 * Reads "I'm away 3–14 August, Priya covers" as people in a hurry type it. Pure. `people` is the staff list. Words that could
 * be about a child ("away from placement since Friday") are left to be read as what happened.
 */
export const readAway = (text: string, by: Person, people: readonly Person[], asOf: Instant): AwayRead => {
  const said = plain(text);
  const sure = mine.test(said) || forMe.test(said);
  if (!sure && !bare.test(said)) return { outcome: "other" };
  const { dates, cover } = parts(said.replace(mine, "").replace(bare, "").trim());
  const instead = cover === null ? null : whoCovers(cover, by, people);
  const days = readDates(dates.trim() === "" && /\bsick\b/.test(said) ? "today" : dates, asOf);
  if (!days.ok) return sure || typeof instead === "string" ? unclear(sorry[days.why]) : { outcome: "other" };
  if (instead !== null && typeof instead !== "string") return instead;
  return { outcome: "away", from: days.from, until: days.until, instead };
};
