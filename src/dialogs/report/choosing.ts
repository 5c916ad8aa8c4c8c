import { text } from "../engine/ask.ts";
import type { Press, Screen } from "../engine/screen.ts";
import type { ReportGuide } from "./guide.ts";
import { aboutEvent, type At, changing, eventById, hasSuggestions, otherEvent, suggestionsFor } from "./looking.ts";
import type { To } from "./names.ts";

type Here = Screen<ReportGuide, To>;
type Button = Press<ReportGuide, To>;

const longestText = 10_000;

export const whatHappened: Here = {
  purpose: "What happened, in the person’s own words",
  asks: () => "What happened?",
  explains: () => "A sentence is enough. Use a case reference, never a child's name.",
  inputs: () => [
    text({
      name: "what",
      label: "What happened, in your own words",
      multiline: true,
      maxLength: longestText,
      words: { missing: "Say what happened: a few words are enough." },
    }),
  ],
  take: ({ draft }, { what }) => ({ ...draft, what: typeof what === "string" ? what : draft.what }),
  buttons: [
    {
      answer: "continue",
      label: "Continue",
      tone: "primary",
      inputs: "read",
      routes: [{ when: changing, to: "preview" }, { when: hasSuggestions, to: "suggestions" }, { to: "groups" }],
    },
  ],
};

const notSureButton: Button = {
  answer: "not-sure",
  label: "I'm not sure",
  tone: "plain",
  inputs: "keep",
  routes: [{ to: "notSure" }],
};

const managerButton: Button = {
  answer: "manager",
  label: "Tell my line manager",
  tone: "plain",
  inputs: "keep",
  routes: [{ to: "ask-manager" }],
};

export const suggestions: Here = {
  purpose: "Up to three events that the words match",
  asks: () => "Is it one of these?",
  explains: () =>
    "Your words are the closest to these. Pick the nearest: I check the whole policy, not only the one you pick.",
  buttons: [
    {
      answer: "pick",
      label: "one of the events suggested",
      tone: "plain",
      inputs: "keep",
      each: (at) => suggestionsFor(at).map(({ event, label }) => ({ value: event, label })),
      take: (at, event) =>
        aboutEvent(at, event, suggestionsFor(at).find((suggested) => suggested.event === event)?.clause ?? null),
      routes: [{ to: "when" }],
    },
    { answer: "none", label: "None of these", tone: "plain", inputs: "keep", routes: [{ to: "groups" }] },
    notSureButton,
  ],
};

/** LCP-P10 and LCP-B2: if in doubt, discuss it with your line manager. */
export const notSure: Here = {
  purpose: "Help to choose (LCP-P10)",
  asks: () => "Not sure? That's all right",
  explains: () =>
    "Pick the nearest from the list: your answers, not your pick, decide who is told. If you are in doubt, talk to your line manager. If a child is in danger now, act first and report afterwards.",
  buttons: [
    managerButton,
    { answer: "list", label: "Choose from the list", tone: "plain", inputs: "keep", routes: [{ to: "groups" }] },
  ],
};

const listed = ({ guide }: At) => guide.events().filter(({ id }) => id !== otherEvent);
const groupsOf = (at: At): string[] => [...new Set(listed(at).map(({ group }) => group))];

const nothingButton: Button = {
  answer: "none",
  label: "Nothing here fits",
  tone: "plain",
  inputs: "keep",
  routes: [{ to: "nothingFits" }],
};

export const groups: Here = {
  purpose: "Groups of events",
  asks: () => "What is it about?",
  buttons: [
    {
      answer: "group",
      label: "one of the groups of events",
      tone: "plain",
      inputs: "keep",
      each: (at) => groupsOf(at).map((group) => ({ value: group, label: group })),
      take: ({ draft }, group) => ({ ...draft, kept: { ...draft.kept, group } }),
      routes: [{ to: "events" }],
    },
    nothingButton,
    notSureButton,
  ],
};

export const events: Here = {
  purpose: "The events of one group",
  asks: ({ draft }) => draft.kept["group"] ?? "What happened?",
  explains: () => "Pick the nearest.",
  buttons: [
    {
      answer: "pick",
      label: "one of the events in the group",
      tone: "plain",
      inputs: "keep",
      each: (at) =>
        listed(at)
          .filter(({ group }) => group === at.draft.kept["group"])
          .map(({ id, title }) => ({ value: id, label: title })),
      take: (at, event) => aboutEvent(at, event, null),
      routes: [{ to: "when" }],
    },
    nothingButton,
  ],
};

/** W-N2K-P2: the list is not exhaustive, so that nothing in it fits never means "do not report". */
export const nothingFits: Here = {
  purpose: "Nothing in the policy names this (W-N2K-P2)",
  asks: () => "Nothing in the policy names this",
  explains: () => "Tell your line manager, or report it as 'other'.",
  buttons: [
    managerButton,
    {
      answer: otherEvent,
      label: "Report it as 'other'",
      tone: "plain",
      inputs: "keep",
      take: (at) => (eventById(at.guide, otherEvent) === undefined ? at.draft : aboutEvent(at, otherEvent, null)),
      routes: [
        {
          when: { says: "the policy has an event for 'other'", holds: ({ draft }) => draft.event === otherEvent },
          to: "when",
        },
        { to: "ask-manager" },
      ],
    },
  ],
};
