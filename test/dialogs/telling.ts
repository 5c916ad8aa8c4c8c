import { answerReport, type ReportStep, showReport, startReport } from "../../src/dialogs/report.ts";
import type { Draft } from "../../src/domain/draft.ts";
import { asOf, guide } from "./guide.ts";

/** One answer: what is typed, and the button. */
export type Said = readonly [button: string | null, input?: Readonly<Record<string, string>>];

export const begin = (text: string | null): Draft => startReport("d1", "ana@ambershire.example", text, asOf, guide);

/** The draft after these answers, one after the other. */
export const after = (text: string | null, ...said: readonly Said[]): Draft => said.reduce(next, begin(text));

export const answered = (draft: Draft, [button, input]: Said): ReportStep =>
  answerReport(draft, input ?? {}, button, guide, asOf);

/** The draft that an answer leaves. Throws when the answer ended the report instead. */
export const next = (draft: Draft, said: Said): Draft => {
  const step = answered(draft, said);
  if (step.outcome !== "screen") throw new Error(`the report ended: ${step.outcome}`);
  return step.draft;
};

export const view = (draft: Draft) => showReport(draft, guide, asOf);

export const valuesOf = (draft: Draft): Record<string, string> =>
  Object.fromEntries(view(draft).inputs.map(({ name, value }) => [name, value]));

export const refusalOf = (draft: Draft, name: string): string | null | undefined =>
  view(draft).inputs.find((input) => input.name === name)?.refusal;

/** The way to each screen, for tests that begin there. */
const missing = "13yo CLA missing since fri tea time";
export const at = {
  whatHappened: () => begin(null),
  suggestions: () => begin(missing),
  notSure: () => after(missing, ["not-sure"]),
  groups: () => after(missing, ["none"]),
  events: () => after(missing, ["none"], ["group:Staff"]),
  nothingFits: () => after(missing, ["none"], ["none"]),
  when: () => after(missing, ["pick:child-missing"]),
  details: () => after(missing, ["pick:child-missing"], ["continue", { missingSince: "fri 4pm" }]),
  "details:2": () =>
    after(
      missing,
      ["pick:child-missing"],
      ["continue", { missingSince: "fri 4pm" }],
      ["continue", { caseRef: "AMB-1042", status: "cla" }],
    ),
  briefing: () =>
    after(
      missing,
      ["pick:child-missing"],
      ["continue", { missingSince: "fri 4pm" }],
      ["continue", { caseRef: "AMB-1042", status: "cla" }],
      ["continue", {}],
    ),
  preview: () =>
    after(
      missing,
      ["pick:child-missing"],
      ["continue", { missingSince: "fri 4pm" }],
      ["continue", { caseRef: "AMB-1042", status: "cla" }],
      ["continue", {}],
      ["later", {}],
    ),
  change: () =>
    after(
      missing,
      ["pick:child-missing"],
      ["continue", { missingSince: "fri 4pm" }],
      ["continue", { caseRef: "AMB-1042", status: "cla" }],
      ["continue", {}],
      ["later", {}],
      ["change"],
    ),
} as const;
