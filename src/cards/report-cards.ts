import type { ReportAction } from "../domain/permissions.ts";
import type { ReportView } from "../domain/report/view.ts";
import { inWords } from "../time/say.ts";
import { formButtons, formsFor, openForms, stillOwed, type Typed } from "./actions.ts";
import { callPart } from "./call.ts";
import { act, box, card, fitted, heading, quiet, say, strong, subheading } from "./kit.ts";
import { judgementPart, withheldPart } from "./judgement-parts.ts";
import { ledgerTable, toldSoFar } from "./ledger.ts";
import {
  answeredBy,
  briefingPart,
  bullets,
  clauseList,
  considerList,
  conversationPart,
  detailsPart,
  reportHeading,
  watchList,
} from "./report-parts.ts";
import type { Action, Element, Execute, SpokenCard } from "./schema.ts";
import { band } from "./simple.ts";
import { counted, cut, listed, typed } from "./text.ts";
import { onReport, refreshes } from "./verbs.ts";
import { joinedPart, watchingPart } from "./watch-parts.ts";
import { reportFits } from "./weight.ts";
import { stateWords } from "./wording.ts";

/** A sentence on top of a card (why an answer was not taken) and what was typed, by input id, to be shown again. */
export interface Notice {
  readonly text: string;
  readonly typed?: Typed;
}

const noticePart = (notice: Notice | null): Element | null => (notice === null ? null : band(notice.text, "warning"));

const who = (report: ReportView): string =>
  [
    report.caseRef === null ? [] : [`Case ${report.caseRef}`],
    `reported by ${report.reportedBy}`,
    inWords(report.reportedAt),
  ]
    .flat()
    .join(" · ");

const open = (report: ReportView, face: "telling" | "receipt"): Action =>
  onReport("Open the report", "report.open", report.id, face, { associatedInputs: "none" });

const approve = (report: ReportView): Action[] =>
  report.may.includes("approve")
    ? [onReport("Approve: send to the Director", "report.approve", report.id, "telling", { style: "positive" })]
    : [];

/** Whoever is asked to judge is not offered an easier way to have done with it. */
const acknowledge = (report: ReportView): Action[] =>
  report.may.includes("acknowledge") && !report.may.includes("judge")
    ? [
        onReport("Acknowledge", "report.acknowledge", report.id, "telling", {
          style: "positive",
          associatedInputs: "none",
        }),
      ]
    : [];

const reminderPart = ({ remindAt, state }: ReportView): Element[] =>
  remindAt == null || state === "closed" ? [] : [quiet(`I show you this again ${inWords(remindAt)}.`)];

/** What is most asked of them stands first. */
const byTold = [
  "judge",
  "decide",
  "amend",
  "return",
  "call",
  "ask",
  "remind",
  "end",
  "close",
] as const satisfies readonly ReportAction[];

/** For somebody who is told: what happened, why they are told, and what they can do about it. */
export const tellingCard = (report: ReportView, notice: Notice | null = null): SpokenCard => {
  const shown = notice?.typed ?? {};
  const forms = formsFor(report, "telling", byTold);
  const near = report.reportedAt;
  return fitted(reportFits(report), (room) =>
    card({
      spoken: `${report.category}, reference ${report.ref}. ${stateWords[report.state].text}.`,
      body: [
        noticePart(notice),
        ...judgementPart(report),
        ...openForms(forms, shown),
        reportHeading(report),
        ...answeredBy(report),
        ...reminderPart(report),
        ...watchingPart(report),
        quiet(typed(who(report))),
        ...withheldPart(report.withheld),
        say(typed(cut(report.what, room))),
        ...detailsPart(report),
        ...joinedPart(report, room),
        ...callPart(report),
        subheading("Why you are told"),
        clauseList(report.clauses, near, room),
        ...briefingPart(report, room),
        ...conversationPart(report, room),
        ...watchList(report.watch, near),
        ...considerList(report.alsoConsider, near),
        ...arrangePart(report),
      ],
      actions: [...approve(report), ...acknowledge(report), ...formButtons(forms, shown), open(report, "telling")],
      refresh: refreshes(report, "telling"),
    }),
  );
};

const owedWords = (report: ReportView): string[] => {
  const { answer, sections } = stillOwed(report);
  return [
    ...(answer ? ["An answer to the question below"] : []),
    ...(sections.length > 0 ? [`${counted(sections.length, "section")} of the briefing: ${listed(sections)}`] : []),
  ];
};

const owedPart = (report: ReportView): Element | null => {
  const owed = owedWords(report);
  if (owed.length === 0 || report.state === "closed") return null;
  return box([strong("Still needed"), ...bullets(owed.map(typed))], { style: "warning" });
};

/** A strategy meeting about the same child begins with what is known here. */
const arrange = ({ id, caseRef }: ReportView): Execute | null =>
  caseRef === null
    ? null
    : act("Arrange a strategy meeting", "meeting.start", { case: caseRef, report: id }, { associatedInputs: "none" });

/** In the card's body: under it there is room for five buttons only. */
const arrangePart = (report: ReportView): Element[] => {
  const button = arrange(report);
  return button === null ? [] : [{ type: "ActionSet", actions: [button] }];
};

/** The reporter's own copy: the reference, who has been told so far, what is still missing. */
export const receiptCard = (report: ReportView, notice: Notice | null = null): SpokenCard => {
  const shown = notice?.typed ?? {};
  const forms = formsFor(report, "receipt", ["answer", "call", "brief", "update", "end"]);
  const near = report.reportedAt;
  return fitted(reportFits(report), (room) =>
    card({
      spoken: `Your report ${report.ref} is saved. ${stateWords[report.state].text}.`,
      body: [
        noticePart(notice),
        ...openForms(forms, shown),
        quiet(typed([report.category, report.caseRef ?? []].flat().join(" · "))),
        { ...heading(report.ref), size: "extraLarge", spacing: "none" },
        quiet(`Saved ${inWords(near)}. Quote this reference if you telephone.`, { spacing: "none" }),
        ...answeredBy(report),
        ...watchingPart(report),
        owedPart(report),
        ...callPart(report),
        ...withheldPart(report.withheld),
        subheading(toldSoFar(report.ledger)),
        ledgerTable(report.ledger, near, room > 1000 ? 20 : 8),
        ...joinedPart(report, room),
        ...conversationPart(report, room),
        ...watchList(report.watch, near),
        ...considerList(report.alsoConsider, near),
      ],
      actions: [...formButtons(forms, shown), arrange(report), open(report, "receipt")],
      refresh: refreshes(report, "receipt"),
    }),
  );
};

/** For somebody whose click came too late: who acted and when, and how things stand now. */
export const lateCard = (why: string, report: ReportView): SpokenCard =>
  fitted(reportFits(report), (room) =>
    card({
      spoken: `${why} ${report.ref}: ${stateWords[report.state].text}.`,
      body: [
        band(why, "emphasis"),
        reportHeading(report),
        ...answeredBy(report),
        quiet(typed(who(report))),
        ledgerTable(report.ledger, report.reportedAt, room > 1000 ? 20 : 8),
      ],
      actions: [open(report, "telling")],
      refresh: refreshes(report, "telling"),
    }),
  );
