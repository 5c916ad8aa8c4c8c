export { askCard } from "./ask-card.ts";
export { caseCard } from "./case-card.ts";
export { channelCard, myReportsCard, timelineCard } from "./channel-card.ts";
export { coverCard, coverPlanCard, coversCard, coverUnclearCard, coverVerbs, type CoverVerb } from "./cover-cards.ts";
export { digestCard, overdueCard } from "./digest-card.ts";
export { dutyCard, moveCard, movedCard, type DutyNotice } from "./duty-card.ts";
export { happenedCard, happeningCard, whichHappeningCard } from "./happening-card.ts";
export { meetingCard, type MeetingNotice } from "./meeting-card.ts";
export { meetingOffersCard, meetingsCard } from "./meeting-offers.ts";
export { meetingRecordCard } from "./meeting-record-card.ts";
export { meetingVerbs, type MeetingVerb } from "./meeting-verbs.ts";
export { cannotJoinCard, questionCard, sameEventCard } from "./question-card.ts";
export { decisionsCard, doubtAskedCard, doubtCard, doubtVerbs, type DoubtVerb } from "./doubt-cards.ts";
export { recordCard } from "./record-card.ts";
export { circumstanceCard, recordFormCard } from "./record-form-card.ts";
export { lateCard, receiptCard, tellingCard, type Notice } from "./report-cards.ts";
export { notSavedCard, screenCard } from "./screen-card.ts";
export { summaryCard } from "./summary-card.ts";
export { greetingCard, helpCard, refusalCard } from "./simple.ts";
export {
  caseVerbs,
  dutyVerbs,
  faces,
  recordVerbs,
  reportVerbs,
  type CaseVerb,
  type DutyVerb,
  type Face,
  type RecordVerb,
  type ReportVerb,
} from "./verbs.ts";
export type { AdaptiveCardJson, SpokenCard } from "./schema.ts";
