import type { PersonId } from "../../domain/people.ts";
import type { ReportFact } from "../../domain/report/facts.ts";
import type { Report } from "../../domain/report/report.ts";
import type { ReportView } from "../../domain/report/view.ts";
import { inWords } from "../../time/say.ts";
import type { Words } from "./deps.ts";
import { postTitle } from "./resolve.ts";

const nameOf =
  ({ directory, council }: Words) =>
  (who: PersonId): string =>
    directory.person(who)?.name ?? council.channels[who]?.title ?? who;

/** One fact as a sentence for people who may see the report. Null for those that are only machinery. */
export const inSentence = (words: Words, report: Report, fact: ReportFact): string | null => {
  const name = nameOf(words);
  const post = (id: string): string =>
    postTitle(words, report.tellings.find((telling) => telling.id === id)?.post ?? id);
  switch (fact.kind) {
    case "reported":
      return `${name(fact.by)} reported it`;
    case "matured":
      return `A threshold passed: ${fact.clauses.map(({ id }) => id).join(", ")} now applies`;
    case "addressed":
      return fact.why;
    case "repeated":
      return `Nobody had answered: ${fact.to.map(name).join(", ")} told again`;
    case "handed":
      return `${post(fact.telling)}: ${fact.why}`;
    case "gap":
      return `${post(fact.telling)}: ${fact.why}`;
    case "told":
      return `${name(fact.copy.where)} was told`;
    case "receipted":
      return null;
    case "reached":
      return `${name(fact.by)} opened it`;
    case "unreachable":
      return `${name(fact.where)} could not be reached: ${fact.why}`;
    case "acknowledged":
      return `${name(fact.by)} acknowledged it`;
    case "asked":
      return `${name(fact.by)} asked: ${fact.question}`;
    case "answered":
      return `${name(fact.by)} answered: ${fact.text}`;
    case "called":
      return `${name(fact.by)} recorded a telephone call with ${fact.spokeTo}, made ${inWords(fact.calledAt)}`;
    case "briefed":
      return `${name(fact.by)} added to the briefing`;
    case "closed":
      return `${name(fact.by)} closed it: ${fact.reason}`;
  }
};

/** The report's history, oldest first. */
export const timelineOf = (words: Words, report: Report, facts: readonly ReportFact[]): ReportView["timeline"] =>
  facts.flatMap((fact) => {
    const text = inSentence(words, report, fact);
    return text === null ? [] : [{ at: fact.at, text }];
  });
