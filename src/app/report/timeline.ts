import type { PersonId } from "../../domain/people.ts";
import type { ReportFact } from "../../domain/report/facts.ts";
import type { Report } from "../../domain/report/report.ts";
import type { ReportView } from "../../domain/report/view.ts";
import { inWords } from "../../time/say.ts";
import type { Words } from "./deps.ts";
import { postTitle } from "./resolve.ts";
import { amendments } from "./sections.ts";

const nameOf =
  ({ directory, council }: Words) =>
  (who: PersonId): string =>
    directory.person(who)?.name ?? council.channels[who]?.title ?? who;

type Names = (id: PersonId) => string;

const decisions = ["amended", "approved", "returned", "decided", "judged", "withheld"] as const;
type Decision = Extract<ReportFact, { kind: (typeof decisions)[number] }>;
const isDecision = (fact: ReportFact): fact is Decision => decisions.some((kind) => kind === fact.kind);

/** What people decided about who hears, and what. */
const ofDecisions = (name: Names, post: (telling: string) => string, fact: Decision): string => {
  const who = name(fact.by);
  switch (fact.kind) {
    case "amended":
      return `${who} amended the briefing`;
    case "approved":
      return `${who} approved the briefing for the Director`;
    case "returned":
      return `${who} sent the briefing back: ${fact.comment}`;
    case "decided":
      return `${who} decided ${fact.brief ? "that the Director is briefed" : "not to brief the Director"}: ${fact.reason}`;
    case "judged":
      return `${who} judged that this is ${fact.raise ? "raised" : "not raised"} while somebody covers as ${post(fact.telling)}: ${fact.reason}`;
    case "withheld":
      return fact.because === "subject"
        ? `${who} said that it is about ${fact.from.map(name).join(", ")}: it is withheld from them`
        : `It is withheld from ${fact.from.map(name).join(", ")}, line manager of ${who}`;
  }
};

/** What people did, in the past tense. */
const ofPeople = (name: Names, { watching }: Report, fact: Exclude<PersonFact, Decision>): string => {
  const who = name(fact.by);
  switch (fact.kind) {
    case "reported":
      return `${who} reported it`;
    case "reached":
      return `${who} opened it`;
    case "acknowledged":
      return `${who} acknowledged it`;
    case "asked":
      return `${who} asked: ${fact.question}`;
    case "answered":
      return `${who} answered: ${fact.text}`;
    case "called":
      return `${who} recorded a telephone call with ${fact.spokeTo}, made ${inWords(fact.calledAt)}`;
    case "briefed":
      return `${who} added to the briefing`;
    case "updated":
      return `${who} sent an update: ${fact.text}`;
    case "promised":
      return `An update is expected from ${who} ${inWords(fact.dueAt)}`;
    case "reminder":
      return `${who} asked to be reminded ${inWords(fact.remindAt)}`;
    case "persists":
      return `${who} said: ${watching?.persists ?? "it goes on"}`;
    case "ended":
      return `${who} said: ${watching?.ended ?? "it has ended"}, ${inWords(fact.endedAt)}`;
    case "joined":
      return `${who} reported the same event, and joined this report`;
    case "closed":
      return `${who} closed it: ${fact.reason}`;
  }
};

/** What the report is on its case. */
const onCase = ({ kept, caseRef }: Extract<ReportFact, { kind: "chained" }>, what: string): string =>
  kept ? `Kept on ${caseRef}: ${what}` : `${caseRef} is not in the caseload, so no duty was started on it: ${what}`;

/** What delivery did; null for what is only machinery. */
const ofDelivery = (
  name: (id: PersonId) => string,
  post: (telling: string) => string,
  fact: DeliveryFact,
): string | null => {
  switch (fact.kind) {
    case "matured":
      return `A threshold passed: ${fact.clauses.map(({ id }) => id).join(", ")} now applies`;
    case "addressed":
      return fact.why;
    case "judging":
      return `${fact.why}: ${fact.to.map(name).join(", ")} asked to judge whether this is raised (${fact.clause}), by ${inWords(fact.judgeBy)}`;
    case "lapsed":
      return `${fact.why}: whoever covers as ${post(fact.telling)} is told`;
    case "repeated":
      return `Nobody had answered: ${fact.to.map(name).join(", ")} told again`;
    case "unheard":
      return `${name(fact.to)} could not be given the news in a message: ${fact.why}`;
    case "handed":
    case "gap":
      return `${post(fact.telling)}: ${fact.why}`;
    case "told":
      return `${name(fact.copy.where)} was told`;
    case "unreachable":
      return `${name(fact.where)} could not be reached: ${fact.why}`;
    case "reminded":
      return fact.late
        ? `The update that was expected has still not come; ${fact.to.map(name).join(", ")} heard of it`
        : "The update that was expected has not come. Open the report and send it";
    case "wondered":
      return fact.copy === null
        ? `${name(fact.to)} could not be asked how things stand`
        : `${name(fact.to)} was asked how things stand`;
    case "rung":
      return `${name(fact.to)} asked to be reminded of this now`;
    case "receipted":
    case "watching":
      return null;
  }
};

type PersonFact = Extract<ReportFact, { by: PersonId }>;
type DeliveryFact = Exclude<ReportFact, PersonFact | { kind: "chained" }>;

/** One fact as a sentence for people who may see the report. Null for those that are only machinery. */
export const inSentence = (words: Words, report: Report, fact: ReportFact): string | null => {
  const name = nameOf(words);
  const post = (id: string): string =>
    postTitle(words, report.tellings.find((telling) => telling.id === id)?.post ?? id);
  const happening = (id: string): string => words.rules.happens(report.event).find((one) => one.id === id)?.title ?? id;
  if (fact.kind === "chained") return onCase(fact, happening(fact.happening));
  if (isDecision(fact)) return ofDecisions(name, post, fact);
  return "by" in fact ? ofPeople(name, report, fact) : ofDelivery(name, post, fact);
};

/** The report's history, oldest first. */
export const timelineOf = (words: Words, report: Report, facts: readonly ReportFact[]): ReportView["timeline"] => {
  const amended = amendments(facts);
  return facts.flatMap((fact, index) => {
    const text = inSentence(words, report, fact);
    const detail = amended.get(index);
    if (text === null) return [];
    return [{ at: fact.at, text: detail === undefined ? text : `${text}. ${detail}` }];
  });
};
