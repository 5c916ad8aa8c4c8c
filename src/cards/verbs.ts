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
