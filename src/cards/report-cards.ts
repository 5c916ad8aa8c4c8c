import type { ReportView } from "../domain/report/view.ts";
import { inWords } from "../time/say.ts";
import { answerForm, askForm, briefForm, callForm, closeForm, type Typed } from "./actions.ts";
import { callPart } from "./call.ts";
import { box, card, fitted, heading, quiet, say, subheading } from "./kit.ts";
import { ledgerTable } from "./ledger.ts";
import {
  answeredBy,
  briefingPart,
  clauseList,
  considerList,
  conversationPart,
  reportHeading,
  watchList,
} from "./report-parts.ts";
import type { Action, Element, SpokenCard } from "./schema.ts";
import { band } from "./simple.ts";
import { counted, cut, listed, typed } from "./text.ts";
import { onReport, refreshes } from "./verbs.ts";
import { stateWords } from "./wording.ts";

/** A sentence on top of a card (why an answer was not taken) and what was typed, to be shown again. */
export interface Notice {
  readonly text: string;
  readonly typed?: Typed;
}

const noticePart = (notice: Notice | null): Element | null => (notice === null ? null : band(notice.text, "warning"));

const may = (report: ReportView, action: ReportView["may"][number], build: () => Action | null): Action | null =>
  report.may.includes(action) ? build() : null;

const who = (report: ReportView): string =>
  [
    report.caseRef === null ? [] : [`Case ${report.caseRef}`],
    `told by ${report.reportedBy}`,
    inWords(report.reportedAt),
  ]
    .flat()
    .join(" · ");

const detailsPart = ({ details }: ReportView): Element | null =>
  details.length === 0
    ? null
    : { type: "FactSet", facts: details.map(({ label, value }) => ({ title: typed(label), value: typed(value) })) };

const open = (report: ReportView, face: "telling" | "receipt"): Action =>
  onReport("Open the report", "report.open", report.id, face, { associatedInputs: "none" });

/** For somebody who is told: what happened, why they are told, and what they can do about it. */
export const tellingCard = (report: ReportView, notice: Notice | null = null): SpokenCard => {
  const shown = notice?.typed ?? {};
  return fitted((room) =>
    card({
      spoken: `${report.category}, reference ${report.ref}. ${stateWords[report.state].text}.`,
      body: [
        noticePart(notice),
        reportHeading(report),
        ...answeredBy(report),
        quiet(typed(who(report))),
        say(typed(cut(report.what, room))),
        detailsPart(report),
        ...callPart(report),
        subheading("Why you are told"),
        clauseList(report.clauses, room),
        ...watchList(report.watch),
        ...briefingPart(report, room),
        ...conversationPart(report, room),
        ...considerList(report.alsoConsider),
      ],
      actions: [
        may(report, "acknowledge", () =>
          onReport("Acknowledge", "report.acknowledge", report.id, "telling", {
            style: "positive",
            associatedInputs: "none",
          }),
        ),
        may(report, "call", () => (report.call === null ? null : callForm(report, "telling", shown))),
        may(report, "ask", () => askForm(report, "telling", shown)),
        may(report, "close", () => closeForm(report, "telling", shown)),
        open(report, "telling"),
      ],
      refresh: refreshes(report, "telling"),
    }),
  );
};

const unanswered = ({ questions, answers }: ReportView): boolean =>
  Math.max(0, ...questions.map(({ at }) => at)) > Math.max(0, ...answers.map(({ at }) => at));

/** What the reporter still owes, in words. */
const owedParts = (report: ReportView): string[] => {
  const missing = (report.briefing ?? []).filter(({ text }) => text === null).map(({ label }) => label);
  return [
    ...(report.call !== null && report.call.made === null ? ["a telephone call"] : []),
    ...(unanswered(report) ? ["an answer to the question below"] : []),
    ...(missing.length > 0 ? [`${counted(missing.length, "section")} of the briefing: ${listed(missing)}`] : []),
  ];
};

const owedPart = (report: ReportView): Element | null => {
  const owed = owedParts(report);
  if (owed.length === 0 || report.state === "closed") return null;
  return box([say("**Still needed from you**"), ...owed.map((what) => say(typed(what), { spacing: "small" }))], {
    style: "warning",
  });
};

/** The reporter's own copy: the reference, who has been told so far, what is still missing. */
export const receiptCard = (report: ReportView, notice: Notice | null = null): SpokenCard => {
  const shown = notice?.typed ?? {};
  return fitted((room) =>
    card({
      spoken: `Your report ${report.ref} is saved. ${stateWords[report.state].text}.`,
      body: [
        noticePart(notice),
        quiet(`${typed(report.category)}${report.caseRef === null ? "" : ` · ${typed(report.caseRef)}`}`),
        { ...heading(report.ref), size: "extraLarge", spacing: "none" },
        quiet(`Saved ${inWords(report.reportedAt)}. Quote this reference if you telephone.`),
        owedPart(report),
        ...callPart(report),
        subheading("Told so far"),
        ledgerTable(report.ledger, room > 1000 ? 20 : 8),
        ...watchList(report.watch),
        ...conversationPart(report, room),
        ...considerList(report.alsoConsider),
      ],
      actions: [
        may(report, "answer", () => (unanswered(report) ? answerForm(report, "receipt", shown) : null)),
        may(report, "call", () => (report.call === null ? null : callForm(report, "receipt", shown))),
        may(report, "brief", () => briefForm(report, "receipt", shown)),
        open(report, "receipt"),
      ],
      refresh: refreshes(report, "receipt"),
    }),
  );
};

/** For somebody whose click came too late: who acted and when, and how things stand now. */
export const lateCard = (why: string, report: ReportView): SpokenCard =>
  fitted((room) =>
    card({
      spoken: `${why} ${report.ref}: ${stateWords[report.state].text}.`,
      body: [
        band(why, "emphasis"),
        reportHeading(report),
        ...answeredBy(report),
        quiet(typed(who(report))),
        ledgerTable(report.ledger, room > 1000 ? 20 : 8),
      ],
      actions: [open(report, "telling")],
      refresh: refreshes(report, "telling"),
    }),
  );
