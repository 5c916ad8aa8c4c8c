import { nextCaseStep } from "../cases/kept.ts";
import { nextCoverStep } from "../cover/kept.ts";
import { nextDoubtStep } from "../doubt/kept.ts";
import { nextMeetingStep } from "../meet/kept.ts";
import { nextNoticeStep } from "../remind/notice-kept.ts";
import { nextDigestStep } from "../remind/digest-kept.ts";
import { nextPostStep } from "../remind/post.ts";
import { nextReminderStep } from "../remind/reminder-kept.ts";
import { nextSummaryStep } from "../remind/summary-kept.ts";
import { nextReportStep } from "../report/document.ts";
import type { NextSteps, NextStep } from "./check.ts";
import type { chainedKinds } from "./kept.ts";
import type { Stored } from "../ports/records.ts";

/** Every kind whose facts are chained may owe somebody something: a new one without a row here does not compile. */
export const nextSteps: NextSteps = {
  report: nextReportStep,
  cover: nextCoverStep,
  doubt: nextDoubtStep,
  case: nextCaseStep,
  post: nextPostStep,
  digest: nextDigestStep,
  reminder: nextReminderStep,
  notice: nextNoticeStep,
  meeting: nextMeetingStep,
  summary: nextSummaryStep,
} satisfies Record<(typeof chainedKinds)[number], (stored: Stored) => NextStep>;
