import { personalDetails, personalWords } from "../../domain/personal.ts";

/** Everything that can be wrong with one answer. */
export const faults = [
  "missing",
  "unclear",
  "ambiguous",
  "noSuchTime",
  "future",
  "tooEarly",
  "notNumber",
  "notOffered",
  "tooLong",
  "notCaseRef",
  "noSuchPerson",
  "severalPeople",
  "birthDate",
  "nhsNumber",
  "postcode",
] as const;
export type Fault = (typeof faults)[number];

/** What a person reads when an answer is not taken. A screen may say it better; none may leave it out. */
export const faultWords = {
  missing: "This is needed.",
  unclear: "I couldn't read that as a date and time. Try: yesterday 4pm.",
  ambiguous: "That could be two different times. Write the day and the time in full: 3 April 4pm.",
  noSuchTime: "There is no such date or time. Check it and try again: 3 April 4pm.",
  future: "That hasn't happened yet. When did you first know?",
  tooEarly: "That is too long ago to be right: check the year. I can count from 2015, and back 18 years at most.",
  notNumber: "I couldn't read that as a number. Try: 3.",
  notOffered: "Choose one of the answers shown.",
  tooLong: "That is too long for this box. Shorten it; what you wrote is still here.",
  notCaseRef: "That isn't a case reference. It looks like AMB-1042. If there is no case yet, type: none.",
  noSuchPerson:
    "I don't find that name on the staff list. Write it as it stands there, with commas between names; leave out anybody who isn't on it.",
  severalPeople: "More than one person on the staff list answers to that. Write the whole name, or the work email.",
  ...personalWords,
} as const satisfies Record<Fault, string>;

/** Faults that say "this identifies a child": refused everywhere, and pressed past only where an input allows it. */
export const personalFaults = personalDetails satisfies readonly Fault[];
export type PersonalFault = (typeof personalFaults)[number];

export { pressOn } from "../../domain/personal.ts";
