import type { Briefing, BriefingSection, ReportFact } from "../../domain/report/facts.ts";

/** The five headings of LCP-P3, in the policy's words. */
export const sectionLabels = {
  basics: "Basic information, including the legal status",
  concern: "Nature of the concern, and why the Director needs to be informed",
  action: "Action being taken",
  updateExpected: "Date when an update is expected",
  contact: "Who to contact for further details",
} as const satisfies Record<BriefingSection, string>;

/** What each amendment changed, by its place among the facts: nothing is overwritten, so both texts are there to see. */
export const amendments = (facts: readonly ReportFact[]): ReadonlyMap<number, string> => {
  const said = new Map<number, string>();
  let now: Briefing = {};
  facts.forEach((fact, index) => {
    if (fact.kind === "reported" || fact.kind === "briefed") now = { ...now, ...fact.briefing };
    if (fact.kind !== "amended") return;
    said.set(index, changes(now, fact.briefing));
    now = { ...now, ...fact.briefing };
  });
  return said;
};

const changes = (before: Briefing, amended: Briefing): string =>
  Object.entries(sectionLabels)
    .flatMap(([section, label]) => {
      const now = textOf(amended, section);
      if (now === undefined) return [];
      const was = textOf(before, section);
      return [`${label}: ${was === undefined ? "" : `was “${was}”, `}now “${now}”`];
    })
    .join("; ");

const textOf = (briefing: Briefing, section: string): string | undefined =>
  Object.entries(briefing).find(([name]) => name === section)?.[1];
