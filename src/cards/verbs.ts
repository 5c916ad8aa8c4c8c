import type { ReportView } from "../domain/report/view.ts";
import { act } from "./kit.ts";
import type { Execute } from "./schema.ts";

/** Which face of a report a click came from, so that the answer can have the same one. */
export const faces = ["telling", "receipt", "timeline", "channel", "question"] as const;
export type Face = (typeof faces)[number];

export const reportVerbs = [
  "report.open",
  "report.refresh",
  "report.acknowledge",
  "report.ask",
  "report.answer",
  "report.call",
  "report.brief",
  "report.update",
  "report.amend",
  "report.approve",
  "report.return",
  "report.decide",
  "report.judge",
  "report.remind",
  "report.persist",
  "report.end",
  "report.close",
] as const;
export type ReportVerb = (typeof reportVerbs)[number];

/** On the morning's digest and on one duty. */
export const dutyVerbs = [
  "duty.list",
  "duty.open",
  "duty.done",
  "duty.snooze",
  "duty.move",
  "duty.give",
  "duty.take",
  "duty.back",
  "duty.lessen",
  "duty.approve",
  "duty.refuse",
] as const;
export type DutyVerb = (typeof dutyVerbs)[number];

/** On the form of a record, and on a record. */
export const recordVerbs = [
  "record.start",
  "record.save",
  "record.next",
  "record.open",
  "record.confirm",
  "record.step",
] as const;
export type RecordVerb = (typeof recordVerbs)[number];

/** On a case. */
export const caseVerbs = ["case.open", "case.say", "case.report", "case.settle"] as const;
export type CaseVerb = (typeof caseVerbs)[number];

/** A button on a report. Its data: the verb, the report's id and the face. Never what the report says. */
export const onReport = (
  title: string,
  verb: ReportVerb,
  report: string,
  face: Face,
  more: Partial<Pick<Execute, "style" | "associatedInputs" | "tooltip" | "id">> = {},
): Execute => act(title, verb, { report, face }, more);

/** Keeps this copy current by itself for the accounts named; Teams allows sixty. */
export const refreshes = (report: ReportView, face: Face) => ({
  action: onReport("Refresh", "report.refresh", report.id, face),
  userIds: report.refreshFor.slice(0, 60),
});
