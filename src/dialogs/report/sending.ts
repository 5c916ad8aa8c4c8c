import { type Briefing, type BriefingSection, briefingSections } from "../../domain/report/facts.ts";
import type { Draft } from "../../domain/draft.ts";
import { type Ask, text } from "../engine/ask.ts";
import type { Guard, Screen, Taken } from "../engine/screen.ts";
import { countsFrom } from "./asking.ts";
import type { ReportGuide } from "./guide.ts";
import type { To } from "./names.ts";

type Here = Screen<ReportGuide, To>;

/** The five sections in the policy's order, LCP-P3a to P3e, as questions. */
const sections = {
  basics: { label: "About the child, and their legal status", hint: "The case reference is enough: no names." },
  concern: { label: "What is the concern, and why does the Director need to know?", hint: null },
  action: { label: "What is being done about it?", hint: null },
  updateExpected: { label: "When can an update be expected?", hint: "For example: tomorrow midday." },
  contact: { label: "Who can say more?", hint: null },
} as const satisfies Record<BriefingSection, { label: string; hint: string | null }>;

const longestSection = 2000;
const single: readonly BriefingSection[] = ["updateExpected", "contact"];

/** What is known already is put in, to be corrected rather than typed again. */
const begun = (section: BriefingSection, draft: Draft, guide: ReportGuide): string => {
  if (section === "basics") return draft.caseRef ?? "";
  if (section === "concern") return draft.what.slice(0, longestSection);
  return section === "contact" ? guide.contact(draft.by) : "";
};

const inputs = (draft: Draft, guide: ReportGuide): Ask[] =>
  briefingSections.map((section) =>
    text({
      name: section,
      ...sections[section],
      multiline: !single.includes(section),
      maxLength: longestSection,
      initial: begun(section, draft, guide),
      pressOn: true,
      words: { missing: "Write this section, or choose “Send now, details later”." },
    }),
  );

const written = (taken: Taken): Briefing => {
  const briefing: Briefing = {};
  for (const section of briefingSections) {
    const value = taken[section];
    if (typeof value === "string") briefing[section] = value;
  }
  return briefing;
};

/** LCP-P3, and LCP-P8: brief information is acceptable where speed is vital, so what is missing never holds up the rest. */
export const briefing: Here = {
  purpose: "The five sections of the briefing (LCP-P3, LCP-P8)",
  asks: () => "Briefing for the Director",
  explains: () => "The policy asks for these five things. If speed matters, send now and add them afterwards.",
  inputs: ({ draft, guide }) => inputs(draft, guide),
  take: ({ draft }, taken) => ({ ...draft, briefing: written(taken) }),
  buttons: [
    { answer: "continue", label: "Continue", tone: "primary", inputs: "read", routes: [{ to: "preview" }] },
    {
      answer: "later",
      label: "Send now, details later",
      tone: "plain",
      inputs: "some",
      routes: [{ to: "preview" }],
    },
  ],
};

const ready: Guard<ReportGuide> = {
  says: "everything needed is answered",
  holds: ({ draft, guide, asOf }) => guide.preview(draft, asOf) !== null,
};

export const preview: Here = {
  purpose: "Who will be told, how and by when",
  asks: (at) => (ready.holds(at) ? "Check before it is sent" : "Something is still missing"),
  explains: (at) =>
    ready.holds(at)
      ? ["Nothing has been sent yet.", countsFrom(at) ?? []].flat().join(" ")
      : "A question that decides who is told has no answer yet. Choose “Change something”.",
  preview: ({ draft, guide, asOf }) => guide.preview(draft, asOf),
  back: false,
  settles: true,
  buttons: [
    {
      answer: "confirm",
      label: "Tell them now",
      tone: "primary",
      inputs: "keep",
      routes: [{ when: ready, to: "confirm" }, { to: "change" }],
    },
    { answer: "change", label: "Change something", tone: "plain", inputs: "keep", routes: [{ to: "change" }] },
    { answer: "discard", label: "Discard", tone: "quiet", inputs: "keep", routes: [{ to: "discard" }] },
  ],
};

/** Everything typed is still there, whichever is picked. */
export const change: Here = {
  purpose: "What to change",
  asks: () => "What do you want to change?",
  explains: () => "Everything you have typed is still there.",
  buttons: [
    { answer: "whatHappened", label: "What happened", tone: "plain", inputs: "keep", routes: [{ to: "whatHappened" }] },
    { answer: "event", label: "What it is about", tone: "plain", inputs: "keep", routes: [{ to: "groups" }] },
    { answer: "when", label: "When it was", tone: "plain", inputs: "keep", routes: [{ to: "when" }] },
    { answer: "details", label: "The other answers", tone: "plain", inputs: "keep", routes: [{ to: "details" }] },
    {
      answer: "briefing",
      label: "The briefing",
      tone: "plain",
      inputs: "keep",
      each: ({ draft, guide, asOf }) =>
        guide.briefingOwed(draft, asOf) ? [{ value: "edit", label: "The briefing" }] : [],
      routes: [{ to: "briefing" }],
    },
  ],
};
