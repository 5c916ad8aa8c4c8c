/**
 * What somebody typed, as plain words: lower case, no accents, no punctuation. Ages and lengths of time become marks,
 * because "13yo", "13 y/o" and "thirteen year old" say one thing: `#child` or `#adult` for an age, and for a length of
 * time `#hours` (under a day), `#day1`, `#day2`, `#day3` (to a week), `#week` (to a fortnight), `#weeks` (to twelve weeks) or `#months`.
 */
export const plainWords = (text: string, writtenOut: ReadonlyMap<string, string>): string[] =>
  marked(
    wordsIn(lettersOnly(text.slice(0, longest)))
      .map((word) => writtenOut.get(word) ?? word)
      .join(" "),
  );

const wordsIn = (text: string): string[] => text.split(" ").filter((word) => word !== "");

/** Nothing to tidy: most phrases of the word lists, all of them read at start-up. */
const tidy = /^[a-z ]*$/;

/** Long texts are cut: a category is said in the first lines, and the time spent stays bounded. */
const longest = 2000;

const lettersOnly = (text: string): string => (tidy.test(text) ? text : tidied(text));

const tidied = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/\bo\.?d['’`]e?d?\b/g, "overdosed")
    .replace(/\b([a-z]) ?& ?([a-z])\b/g, "$1$2")
    .replace(/\bw\/o(ut)?\b/g, "without")
    .replace(/\by\/o\b/g, "yo")
    .replace(/\bw\//g, "with ")
    .replace(/['’`]/g, "")
    .replace(/\b([a-z])\.(?=[a-z]\b)/g, "$1")
    .replace(/(\d)[.,](\d)/g, "$1.$2")
    .replace(/([a-z])(\d)/g, "$1 $2")
    .replace(/(\d)(?!st\b|nd\b|rd\b|th\b|am\b|pm\b)([a-z])/g, "$1 $2")
    .replace(/[^a-z0-9. ]+|\.(?!\d)/g, " ");

const numbers = [
  ..."zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(" "),
  ..."seventeen eighteen nineteen twenty".split(" "),
];
const numberWord = new RegExp(`\\b(${numbers.join("|")})\\b`, "g");

const hoursIn = { hour: 1, night: 24, day: 24, week: 168, fortnight: 336, month: 730, term: 2200, year: 8760 } as const;
const unitOf = (word: string): keyof typeof hoursIn => {
  if (/^h/.test(word)) return "hour";
  if (/^n/.test(word)) return "night";
  if (/^d/.test(word)) return "day";
  if (/^w/.test(word)) return "week";
  if (/^f/.test(word)) return "fortnight";
  if (/^t/.test(word)) return "term";
  return /^m/.test(word) ? "month" : "year";
};

const age =
  /\b(\d{1,2}(?:\.5)?) (?:(?:yrs?|years?|y|mths?|months?|mo|weeks?|wks?|wk|days?) ?(?:olds?|o)\b|yo\b|yrs\b(?! (?:ago|now))|[mf]\b)/g;
const agedWords = /\baged? (\d{1,2})\b/g;
/** "boyfriend is 28": who matters as much as how old. */
const agedMan =
  /\b(boyfriend|man|male|bloke|fella|guy|partner|girlfriend|woman) (?:is |who is |he is |thats |aged )?([1-9]\d)\b/g;
const countable = /\d|\b(?:an?|couple|few|several)\b/;
const length =
  /\b(\d+(?:\.\d+)?|an?|couple(?: of)?|few|several) (?:full |whole |and a half |consecutive |calendar |working )?(hours?|hrs?|h|nights?|nites?|days?|d|weeks?|wks?|w|fortnights?|months?|mths?|terms?|years?|yrs?)\b/g;

const marked = (text: string): string[] => {
  const words = text.replace(numberWord, (word) => String(numbers.indexOf(word)));
  if (!countable.test(words)) return wordsIn(words);
  return wordsIn(
    words
      .replace(age, (whole, count: string) => ageMark(whole, Number(count)))
      .replace(agedWords, (whole, count: string) => ageMark(whole, Number(count)))
      .replace(agedMan, (_, man: string, count: string) => `${man} ${ageMark("", Number(count))}`)
      .replace(length, (_, count: string, unit: string) => lengthMark(counted(count) * hoursIn[unitOf(unit)])),
  );
};

/** A baby's age is given in months, weeks or days; from 18 years on somebody is no child. */
const ageMark = (whole: string, count: number): string =>
  /mth|month|mo|week|wk|day/.test(whole) || count < 18 ? "#child" : "#adult";

const counted = (count: string): number => {
  if (count.startsWith("couple")) return 2;
  if (count === "few" || count === "several") return 3;
  return /^an?$/.test(count) ? 1 : Number(count);
};

const lengthMark = (hours: number): string => {
  if (hours < 24) return "#hours";
  if (hours < 48) return "#day1";
  if (hours < 72) return "#day2";
  if (hours < 168) return "#day3";
  if (hours < 336) return "#week";
  return hours < 2000 ? "#weeks" : "#months";
};
