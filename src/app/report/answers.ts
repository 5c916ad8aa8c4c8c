import type { FactValue } from "../../domain/report/facts.ts";
import type { Report } from "../../domain/report/report.ts";
import type { ReportView } from "../../domain/report/view.ts";
import type { Question } from "../../domain/vocabulary.ts";
import { dayInWords, inWords } from "../../time/say.ts";
import type { Words } from "./deps.ts";

const namesOf = ({ directory }: Pick<Words, "directory">, value: FactValue): string =>
  [value]
    .flat()
    .map((id) => directory.person(String(id))?.name ?? String(id))
    .join(", ");

/** An answer as the screen that asked for it would put it. */
export const answerInWords = (words: Pick<Words, "directory">, question: Question, value: FactValue): string => {
  if (question.type === "people") return namesOf(words, value);
  const label = (option: string): string => question.options?.find((each) => each.value === option)?.label ?? option;
  if (question.type === "instant" && typeof value === "number") return inWords(value);
  if (question.type === "date" && typeof value === "string") return dayInWords(value);
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return Array.isArray(value) ? value.map(label).join(", ") : label(String(value));
};

/** What was asked and answered. */
export const detailsOf = (words: Words, report: Report): ReportView["details"] =>
  words.rules.questions(report.event).flatMap((question) => {
    const value = report.answers[question.name];
    return value === undefined ? [] : [{ label: question.asks, value: answerInWords(words, question, value) }];
  });
