import type { PersonId } from "../../domain/people.ts";
import { mayReport, reportActions, type ReportAction, type ReportRole } from "../../domain/permissions.ts";
import { briefingSections } from "../../domain/report/facts.ts";
import {
  asksForCall,
  callOwed,
  judgedBy,
  reportersOf,
  rolesOf,
  uncalled,
  type Report,
} from "../../domain/report/report.ts";
import type { CallView, ChannelView, ReportLine, ReportView } from "../../domain/report/view.ts";
import type { Words } from "./deps.ts";
import type { Loaded } from "./document.ts";
import { ledgerOf } from "./ledger.ts";
import { detailsOf } from "./answers.ts";
import { clauseView } from "./preview.ts";
import { sectionLabels } from "./sections.ts";
import { judgementView } from "./judgement-view.ts";
import { withheldViews } from "./withheld.ts";
import { joinedViews } from "./joined.ts";
import { inSentence, timelineOf } from "./timeline.ts";
import { watchingView } from "./watch-view.ts";

/** Holds a post that oversees, or covers now for somebody who does. Whoever is away keeps what their post gives them. */
export const oversees = ({ directory, council, clock }: Omit<Words, "rules">, person: PersonId): boolean =>
  Object.entries(council.posts).some(
    ([post, { oversees }]) =>
      oversees &&
      (directory.person(person)?.posts.includes(post) === true ||
        directory.holders(post, clock.now()).people.some(({ id }) => id === person)),
  );

/** What this person is to this report, posts included. */
export const rolesFor = (words: Words, report: Report, person: PersonId): readonly ReportRole[] =>
  rolesOf(report, person, oversees(words, person));

/** The call still owed, or else the last one asked for. */
const callOf = (words: Words, report: Report, viewer: PersonId): CallView | null => {
  const telling = uncalled(report) ?? report.tellings.findLast(asksForCall);
  if (telling === undefined) return null;
  const made = report.called.find((call) => call.telling === telling.id);
  const name = (id: PersonId): string => words.directory.person(id)?.name ?? id;
  return {
    with: telling.to
      .flatMap((id) => words.directory.person(id) ?? [])
      .map(({ id, name, account, telephone }) => ({ name, account, telephone, email: id })),
    expected: telling.to.includes(viewer),
    dueAt: telling.dueAt,
    made: made === undefined ? null : { by: name(made.by), spokeTo: made.spokeTo, at: made.calledAt },
  };
};

export const categoryOf = ({ rules }: Words, event: string): string =>
  rules.events().find(({ id }) => id === event)?.category ?? "Need to Know";

const exchange = (words: Words, { asked, answered }: Report): Pick<ReportView, "questions" | "answers"> => {
  const name = (id: PersonId): string => words.directory.person(id)?.name ?? id;
  return {
    questions: asked.map(({ by, at, question }) => ({ by: name(by), at, question })),
    answers: answered.map(({ by, at, text }) => ({ by: name(by), at, text })),
  };
};

/** Everybody who reported it, by name. */
export const reportedBy = ({ directory }: Words, report: Report): string =>
  reportersOf(report)
    .map((id) => directory.person(id)?.name ?? id)
    .join(" and ");

const updatesOf = (
  { directory }: Words,
  { promise, updated }: Report,
): Pick<ReportView, "updateDueAt" | "updates"> => ({
  updateDueAt: promise?.dueAt ?? null,
  updates: updated.map(({ by, at, text }) => ({ by: directory.person(by)?.name ?? by, at, text })),
});

/** Whether something is left to do, beside being allowed: nobody acknowledges twice, answers no question, or calls twice. */
const isOpen = (report: Report, action: ReportAction, viewer: PersonId): boolean => {
  if (action === "call") return callOwed(report);
  if (action === "amend" || action === "approve" || action === "return") return report.approved === null;
  if (action === "decide") return report.decided === null;
  if (action === "remind") return report.acknowledged.some(({ by }) => by === viewer);
  if (action === "judge") return judgedBy(report, viewer).some(({ judgement }) => judgement?.outcome === null);
  if (action === "persist" || action === "end") return report.watching !== null && report.ended === null;
  if (action === "acknowledge") return !report.acknowledged.some(({ by }) => by === viewer);
  return action !== "answer" || report.asked.length > 0;
};

/** A report as this person may see it. Ask the permissions table before showing it to them. */
export const viewFor = (words: Words, { id, report, facts }: Loaded, viewer: PersonId): ReportView => {
  const roles = rolesFor(words, report, viewer);
  const person = words.directory.person(viewer);
  return {
    id,
    ref: report.ref,
    category: categoryOf(words, report.event),
    caseRef: report.caseRef,
    state: report.state,
    reportedBy: reportedBy(words, report),
    reportedAt: report.at,
    what: report.what,
    details: detailsOf(words, report),
    briefing: report.briefingOwed
      ? briefingSections.map((section) => ({
          section,
          label: sectionLabels[section],
          text: report.briefing[section] ?? null,
        }))
      : null,
    clauses: report.clauses.map((clause) => clauseView(words, clause)),
    watch: report.watch.map((watched) => clauseView(words, { ...watched, dueAt: null })),
    alsoConsider: report.alsoConsider,
    watching: watchingView(words, report, viewer),
    joined: joinedViews(words, report),
    ...updatesOf(words, report),
    remindAt: report.reminders.find(({ by }) => by === viewer)?.remindAt ?? null,
    judgement: judgementView(words, report, viewer),
    withheld: withheldViews(words, report.withheld),
    call: callOf(words, report, viewer),
    ...exchange(words, report),
    ledger: ledgerOf(words, report),
    timeline: timelineOf(words, report, facts),
    may: reportActions.filter((action) => mayReport(roles, action, report.state) && isOpen(report, action, viewer)),
    refreshFor: person === undefined ? [] : [person.account],
  };
};

/** Reference and category only: what a channel may show. */
export const channelViewOf = (words: Words, { id, report, facts }: Loaded): ChannelView => {
  const last = facts.findLast(({ kind }) => kind === "acknowledged" || kind === "ended" || kind === "closed");
  const deadlines = report.clauses.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
  const text =
    last === undefined ? null : last.kind === "closed" ? closedBy(words, last.by) : inSentence(words, report, last);
  return {
    id,
    ref: report.ref,
    category: categoryOf(words, report.event),
    state: report.state,
    reportedAt: report.at,
    dueAt: deadlines.length === 0 ? null : Math.min(...deadlines),
    last: last === undefined || text === null ? null : { at: last.at, text },
    callOwed: callOwed(report),
  };
};

/** Without the reason, which may hold personal detail. */
const closedBy = ({ directory }: Words, by: PersonId): string => `${directory.person(by)?.name ?? by} closed it`;

/** One line of "my reports". */
export const lineOf = (words: Words, { id, report }: Loaded): ReportLine => ({
  id,
  ref: report.ref,
  category: categoryOf(words, report.event),
  caseRef: report.caseRef,
  state: report.state,
  reportedAt: report.at,
});
