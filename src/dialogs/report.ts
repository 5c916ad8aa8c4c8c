import type { Draft } from "../domain/draft.ts";
import type { Instant } from "../domain/instants.ts";
import type { ScreenView } from "../domain/screen.ts";
import { answer, show } from "./engine/run.ts";
import { reportFlow } from "./report/flow.ts";
import type { ReportGuide } from "./report/guide.ts";

export type { ReportGuide } from "./report/guide.ts";

export type ReportStep =
  | { readonly outcome: "screen"; readonly draft: Draft }
  | { readonly outcome: "confirm"; readonly draft: Draft }
  | { readonly outcome: "discard" }
  | { readonly outcome: "ask-manager"; readonly draft: Draft };

const empty = (id: string, by: string, asOf: Instant): Draft => ({
  id,
  by,
  startedAt: asOf,
  screen: reportFlow.start,
  step: 0,
  trail: [],
  what: "",
  caseRef: null,
  event: null,
  picked: null,
  answers: {},
  briefing: {},
  kept: {},
  refusals: {},
});

/**
 * A new report. `text` is what the person has already said, which skips the first screen unless it has to be asked again
 * (an NHS number in it); null or blank begins at the beginning.
 */
export const startReport = (id: string, by: string, text: string | null, asOf: Instant, guide: ReportGuide): Draft => {
  const draft = empty(id, by, asOf);
  if (text === null || text.trim() === "") return draft;
  return answer(reportFlow, draft, { input: { what: text }, button: "continue" }, guide, asOf).draft;
};

/** The draft's screen as the cards draw it. */
export const showReport = (draft: Draft, guide: ReportGuide, asOf: Instant): ScreenView =>
  show(reportFlow, draft, guide, asOf);

/**
 * What an answer leads to. `input` is raw text by input name (names that the screen does not ask for are ignored), `button`
 * the button's answer or null for the primary one. `step` is the one the click carries: an older one changes nothing.
 * Never throws for what a person did; everything typed is in the draft that comes back.
 */
export const answerReport = (
  draft: Draft,
  input: Readonly<Record<string, string>>,
  button: string | null,
  guide: ReportGuide,
  asOf: Instant,
  step: number = draft.step,
): ReportStep => {
  if (step !== draft.step) return { outcome: "screen", draft };
  return answer(reportFlow, draft, { input, button }, guide, asOf);
};
