import {
  askCard,
  caseCard,
  dutyCard,
  happenedCard,
  happeningCard,
  moveCard,
  movedCard,
  whichHappeningCard,
  channelCard,
  circumstanceCard,
  coverCard,
  coverPlanCard,
  coversCard,
  coverUnclearCard,
  coverVerbs,
  decisionsCard,
  digestCard,
  overdueCard,
  doubtAskedCard,
  doubtCard,
  doubtVerbs,
  greetingCard,
  helpCard,
  lateCard,
  meetingCard,
  meetingOffersCard,
  meetingRecordCard,
  meetingsCard,
  meetingVerbs,
  myReportsCard,
  notSavedCard,
  receiptCard,
  recordCard,
  recordFormCard,
  refusalCard,
  sameEventCard,
  questionCard,
  cannotJoinCard,
  screenCard,
  summaryCard,
  tellingCard,
  timelineCard,
  caseVerbs,
  dutyVerbs,
  faces,
  recordVerbs,
  reportVerbs,
  type AdaptiveCardJson,
  type CaseVerb,
  type CoverVerb,
  type DoubtVerb,
  type DutyNotice,
  type DutyVerb,
  type Face,
  type MeetingVerb,
  type Notice,
  type RecordVerb,
  type ReportVerb,
  type SpokenCard,
} from "../cards/index.ts";
import type { Message } from "../app/ports/messenger.ts";
import type { ReportView } from "../domain/report/view.ts";

/** The seam to the cards: the only file of the bot that knows which card says what. */
export {
  askCard,
  caseCard,
  dutyCard,
  happenedCard,
  happeningCard,
  moveCard,
  movedCard,
  whichHappeningCard,
  channelCard,
  circumstanceCard,
  decisionsCard,
  digestCard,
  doubtAskedCard,
  doubtCard,
  doubtVerbs,
  coverCard,
  coverPlanCard,
  coversCard,
  coverUnclearCard,
  coverVerbs,
  greetingCard,
  helpCard,
  lateCard,
  meetingCard,
  meetingOffersCard,
  meetingRecordCard,
  meetingsCard,
  meetingVerbs,
  myReportsCard,
  notSavedCard,
  receiptCard,
  recordCard,
  recordFormCard,
  refusalCard,
  sameEventCard,
  questionCard,
  cannotJoinCard,
  screenCard,
  summaryCard,
  tellingCard,
  timelineCard,
  caseVerbs,
  dutyVerbs,
  faces,
  recordVerbs,
  reportVerbs,
};
export type {
  AdaptiveCardJson,
  CaseVerb,
  CoverVerb,
  DoubtVerb,
  DutyNotice,
  DutyVerb,
  Face,
  MeetingVerb,
  Notice,
  RecordVerb,
  ReportVerb,
  SpokenCard,
};

/** A report on the face that was clicked. In a channel the room reads along, so that face is not made from here. */
export const faceOf = (
  face: Exclude<Face, "channel">,
  report: ReportView,
  notice: Notice | null = null,
): SpokenCard => {
  switch (face) {
    case "telling":
      return tellingCard(report, notice);
    case "receipt":
      return receiptCard(report, notice);
    case "question":
      return questionCard(report, notice);
    case "timeline":
      return notice === null ? timelineCard(report) : lateCard(notice.text, report);
  }
};

/** What a message of the messenger looks like: a card, or a sentence that notifies. */
export const contentOf = (message: Message): SpokenCard | string => {
  switch (message.kind) {
    case "telling":
      return tellingCard(message.report);
    case "channel":
      return channelCard(message.report);
    case "receipt":
      return receiptCard(message.report);
    case "question":
      return questionCard(message.report);
    case "doubt":
      return doubtCard(message.doubt);
    case "digest":
      return digestCard(message.digest);
    case "overdue":
      return overdueCard(message.duty, message.met);
    case "asked":
      return askCard(message.ask);
    case "summary":
      return summaryCard(message.summary);
    case "meeting":
      return meetingCard(message.meeting, { text: message.lead, tone: "emphasis" });
    case "word":
      return message.text;
  }
};

const start = { verb: "draft.start" };
const reportIt = {
  type: "Action.Execute",
  title: "Report it",
  style: "positive",
  verb: "draft.start",
  data: start,
  fallback: { type: "Action.Submit", title: "Report it", data: start },
} as const;

/** Puts what somebody typed into a box on a card, with a button that starts a report with it: nothing typed is lost. */
export const withTyped = ({ card, spoken }: SpokenCard, text: string, lead: string): SpokenCard => ({
  spoken,
  card: {
    ...card,
    body: [
      { type: "TextBlock", text: lead, wrap: true },
      {
        type: "Input.Text",
        id: "text",
        label: "What you wrote",
        value: text.slice(0, 4000),
        isMultiline: true,
        maxLength: 4000,
      },
      ...card.body,
    ],
    actions: [reportIt, ...(card.actions ?? []).filter((action) => action.type !== "Action.Execute")],
  },
});

/** In a Teams dialog only Action.Submit reaches the bot, so every Action.Execute gives way to its own fallback. */
export const forDialog = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(forDialog);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([name]) => name !== "refresh");
  const node: Record<string, unknown> = Object.fromEntries(entries);
  if (node["type"] === "Action.Execute" && "fallback" in node) return node["fallback"];
  return Object.fromEntries(entries.map(([name, inner]) => [name, forDialog(inner)]));
};
