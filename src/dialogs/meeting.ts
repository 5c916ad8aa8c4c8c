import type { Draft } from "../domain/draft.ts";
import type { Instant } from "../domain/instants.ts";
import type { ScreenView } from "../domain/screen.ts";
import { answer, show } from "./engine/run.ts";
import { meetingFlow } from "./meeting/flow.ts";
import type { MeetingGuide } from "./meeting/guide.ts";

export type MeetingStep =
  | { readonly outcome: "screen"; readonly draft: Draft }
  | { readonly outcome: "ask"; readonly draft: Draft }
  | { readonly outcome: "discard" };

const empty = (id: string, by: string, asOf: Instant): Draft => ({
  ...{ id, by, startedAt: asOf, screen: meetingFlow.start, step: 0, trail: [], what: "", caseRef: null, event: null },
  ...{ picked: null, answers: {}, briefing: {}, kept: {}, refusals: {} },
});

/** A new one. `caseRef` skips the first screen where it is all that is asked there. `report`: what it grew out of. */
export const startMeeting = (
  id: string,
  by: string,
  caseRef: string | null,
  report: string | null,
  asOf: Instant,
  guide: MeetingGuide,
): Draft => {
  const draft = { ...empty(id, by, asOf), picked: report };
  if (caseRef === null) return draft;
  return answer(meetingFlow, draft, { input: { caseRef }, button: "continue" }, guide, asOf).draft;
};

/** The draft's screen as the cards draw it. */
export const showMeeting = (draft: Draft, guide: MeetingGuide, asOf: Instant): ScreenView =>
  show(meetingFlow, draft, guide, asOf);

/** What an answer leads to; everything typed is in the draft that comes back. */
export const answerMeeting = (
  draft: Draft,
  input: Readonly<Record<string, string>>,
  button: string | null,
  guide: MeetingGuide,
  asOf: Instant,
): MeetingStep => answer(meetingFlow, draft, { input, button }, guide, asOf);
