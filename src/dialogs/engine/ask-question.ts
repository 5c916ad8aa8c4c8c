import type { Question } from "../../domain/vocabulary.ts";
import type { Named } from "../away/names.ts";
import { type Ask, choice, choices, date, dateAndTime, number, text, yesNo } from "./ask.ts";
import { people } from "./ask-people.ts";

/** What a policy takes when nothing is said, in words; null where it takes nothing, or everything. */
export const assumed = ({ assume, options = [] }: Question): string | null => {
  if (assume === undefined) return null;
  if (typeof assume === "boolean") return `Left empty, I take it as ${assume ? "yes" : "no"}.`;
  const values = Array.isArray(assume) ? assume : [String(assume)];
  const labels = options.filter(({ value }) => values.includes(value)).map(({ label }) => label.toLowerCase());
  return labels.length === 0 || labels.length === options.length
    ? null
    : `Left empty, I take it as: ${labels.join("; ")}.`;
};

interface Given {
  readonly initial: string;
  readonly hint: string | null;
  readonly required: boolean;
  readonly staff: () => readonly Named[];
}

const dateWords = { unclear: "I couldn't read that as a date. Try: 3 April, or last Monday." } as const;

/** One question of a vocabulary as an input. */
export const askQuestion = (question: Question, { staff, ...more }: Given): Ask => {
  const { name, asks: label, options = [], future = false } = question;
  const given = { name, label, ...more };
  switch (question.type) {
    case "instant":
      return dateAndTime({ ...given, future });
    case "date":
      return date({ ...given, future, words: dateWords });
    case "choice":
      return choice({ ...given, options });
    case "choices":
      return choices({ ...given, options });
    case "yes-no":
      return yesNo(given);
    case "number":
      return number(given);
    case "people":
      return people({ ...given, staff: staff() });
    case "text":
      return text({ ...given, multiline: false, maxLength: 500 });
  }
};
