import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Answers, FactOf } from "../../domain/report/facts.ts";
import { nextAsk, wonders, type Report } from "../../domain/report/report.ts";
import type { Preview, WatchingView } from "../../domain/report/view.ts";
import { instantFrom } from "../../rules/engine/limb.ts";
import { hourMs } from "../../time/london.ts";
import type { Words } from "./deps.ts";

/**
 * What ends an event of this kind, and when its reporter is asked about it: as the vocabulary says. Null where it names
 * nothing. Hours that had passed at `at` are left out: whoever reports after them has just said how things stand.
 */
export const watchingFor = (
  { rules }: Pick<Words, "rules">,
  event: string,
  answers: Answers,
  at: Instant,
): FactOf<"watching"> | null => {
  const [anchor, ...others] = rules.questions(event);
  const question = others.find(({ later }) => later !== undefined);
  const since = anchor === undefined ? null : instantFrom(answers[anchor.name]);
  if (question?.later === undefined || since === null) return null;
  const { asks, ended, persists, afterHours } = question.later;
  const hours = afterHours.map((each) => ({ hours: each, at: since + each * hourMs }));
  const askAt = hours.filter((each) => each.at > at);
  return { kind: "watching", at, fact: question.name, asks, ended, persists, since, askAt };
};

/** What the last screen says of it. */
export const asksFor = (words: Words, event: string | null, answers: Answers, asOf: Instant): Preview["asks"] => {
  const watching = event === null ? null : watchingFor(words, event, answers, asOf);
  return watching === null || watching.askAt.length === 0
    ? null
    : { question: watching.asks, at: watching.askAt.map(({ at }) => at) };
};

/** How it stands, for everybody on the report. */
export const watchingView = ({ directory, rules }: Words, report: Report, viewer: PersonId): WatchingView | null => {
  const { watching, ended, persists } = report;
  if (watching === null) return null;
  const named = (id: PersonId): string => directory.person(id)?.name ?? id;
  const last = persists.at(-1);
  return {
    asks: watching.asks,
    asksWhen: rules.questions(report.event).find(({ name }) => name === watching.fact)?.asks ?? "When did it end?",
    endLabel: watching.ended,
    persistLabel: watching.persists,
    open: wonders(report),
    last: last === undefined ? null : { by: named(last.by), at: last.at },
    nextAsk: (nextAsk(report, viewer) ?? nextAsk(report, report.by))?.at ?? null,
    ended: ended === null ? null : { by: named(ended.by), at: ended.endedAt },
  };
};
