/** What identifies a child beside the case reference, as far as a machine can see it. */
export const personalDetails = ["birthDate", "nhsNumber", "postcode"] as const;
export type PersonalDetail = (typeof personalDetails)[number];

/** What a person reads who wrote one. */
export const personalWords = {
  birthDate: "That looks like somebody's name or date of birth. Take it out: the case reference is enough.",
  nhsNumber: "That looks like an NHS number. Take it out: the case reference is enough.",
  postcode: "That looks like a postcode. Take it out: the case reference is enough.",
} as const satisfies Record<PersonalDetail, string>;

/** Said beside it where it may stay when the same text is sent again. */
export const pressOn = " If it has to be there, press the button again to keep it.";

/** Postcode areas of Great Britain and Northern Ireland: without them "Y9 2nd" would be one. */
const areas =
  "AB|AL|B|BA|BB|BD|BH|BL|BN|BR|BS|BT|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IP|IV|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE";
const postcode = new RegExp(`\\b(?:${areas})\\d[A-Z\\d]?\\s?\\d[ABD-HJLNP-UW-Z]{2}\\b`, "i");

const tenDigits = /(?<!\d)\d{3}[ -]?\d{3}[ -]?\d{4}(?!\d)/g;

/** The check digit tells an NHS number from any other ten digits: 10 in 11 of those are let through. */
const isNhsNumber = (text: string): boolean => {
  const digits = Array.from(text.replace(/\D/g, ""), Number);
  const sum = digits.slice(0, 9).reduce((total, digit, index) => total + digit * (10 - index), 0);
  return (11 - (sum % 11)) % 11 === digits[9];
};

const months = "[Jj]an|[Ff]eb|[Mm]ar|[Aa]pr|[Mm]ay|[Jj]une?|[Jj]uly?|[Aa]ug|[Ss]ept?|[Oo]ct|[Nn]ov|[Dd]ec";
const aDate = `\\d{1,2}(?:[/.-]\\d{1,2}[/.-]\\d{2,4}|(?:st|nd|rd|th)?\\s+(?:${months}))`;
/** "born 3 hours ago" is when something happened; "born 3/4/2014" is who somebody is. */
const bornWords = new RegExp(`\\b(?:dob|d\\.o\\.b|date of birth|born(?: on)?)\\b[\\s:.-]*${aDate}`, "i");
const nameThenDate = new RegExp(
  `(?<!\\p{L})(\\p{Lu}[\\p{L}'’-]+)\\s+(\\p{Lu}[\\p{L}'’-]+)(?!\\p{L})[^\\n]{0,24}?(?<!\\d)` +
    `(?:\\d{1,2}[/.-]\\d{1,2}[/.-](\\d{4}|\\d{2})|\\d{1,2}(?:st|nd|rd|th)?\\s+(?:${months})[a-z]*\\s+(\\d{4}))(?!\\d)`,
  "gu",
);
/** Capitalised pairs that are not a person, as staff write them. */
const notNames =
  /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$|^(?:January|February|March|April|May|June|July|August|September|October|November|December|Good|Easter|Christmas|New|Boxing|Bank|Holiday|Child|Children|Protection|Plan|Care|Order|Judicial|Review|Need|To|Know|Social|Worker|Team|Manager|Service|Assistant|Director|Head|Police|Strategy|Meeting|Conference|Since|The|On|At|From|Court|Family|Hospital|School|Crown|Legal)$/;

const yearOf = (digits: string, thisYear: number): number => {
  if (digits.length === 4) return Number(digits);
  const year = 2000 + Number(digits);
  return year > thisYear ? year - 100 : year;
};

/** A name beside a date of an earlier year: recent dates are when things happened, older ones when people were born. */
const namesBirthDate = (text: string, thisYear: number): boolean => {
  return [...text.matchAll(nameThenDate)].some(([, first = "", second = "", numeric, spelt]) => {
    if (notNames.test(first) || notNames.test(second)) return false;
    return yearOf(numeric ?? spelt ?? "", thisYear) < thisYear;
  });
};

/**
 * What in this text would identify a child, or null. It looks for a date of birth, an NHS number and a postcode; a name
 * on its own is *not* found, because no list of names could tell "Grace" from "grace". `thisYear`: in London.
 */
export const personalDetail = (text: string, thisYear: number): PersonalDetail | null => {
  if (bornWords.test(text) || namesBirthDate(text, thisYear)) return "birthDate";
  if ([...text.matchAll(tenDigits)].some(([found]) => isNhsNumber(found))) return "nhsNumber";
  return postcode.test(text) ? "postcode" : null;
};
