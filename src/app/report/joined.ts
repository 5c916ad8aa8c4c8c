import { briefingSections } from "../../domain/report/facts.ts";
import type { Report } from "../../domain/report/report.ts";
import type { JoinedView } from "../../domain/report/view.ts";
import type { Words } from "./deps.ts";
import { answerInWords } from "./answers.ts";
import { sectionLabels } from "./sections.ts";

type Joined = Report["joined"][number];

/** Answers of theirs that are not the first reporter's: both stand, and whoever is told sees both. */
const otherAnswers = (words: Words, report: Report, { answers }: Joined): JoinedView["details"] =>
  words.rules.questions(report.event).flatMap((question) => {
    const value = answers[question.name];
    if (value === undefined || String(value) === String(report.answers[question.name])) return [];
    return [{ label: question.asks, value: answerInWords(words, question, value) }];
  });

/** Sections that the first reporter had written already. */
const otherSections = (report: Report, { briefing }: Joined): JoinedView["details"] =>
  briefingSections.flatMap((section) => {
    const text = briefing[section];
    return text === undefined || text === report.briefing[section]
      ? []
      : [{ label: sectionLabels[section], value: text }];
  });

/** What each of those who joined had to say of the same event. */
export const joinedViews = (words: Words, report: Report): readonly JoinedView[] =>
  report.joined.map((fact) => ({
    by: words.directory.person(fact.by)?.name ?? fact.by,
    at: fact.at,
    what: fact.what,
    details: [...otherAnswers(words, report, fact), ...otherSections(report, fact)],
  }));
