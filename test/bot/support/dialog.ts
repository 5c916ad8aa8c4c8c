import type { ReportDialog } from "../../../src/bot/deps.ts";
import type { Draft } from "../../../src/domain/draft.ts";
import type { ScreenView } from "../../../src/domain/screen.ts";
import { noon } from "../../support/house.ts";

const view = (draft: Draft): ScreenView => ({
  draft: draft.id,
  screen: draft.screen,
  step: draft.step,
  title: draft.screen === "what" ? "What happened?" : "Ready to send",
  intro: null,
  refusal: null,
  inputs:
    draft.screen === "what"
      ? [
          {
            name: "what",
            label: "In your own words",
            hint: null,
            required: true,
            value: draft.kept["what"] ?? draft.what,
            refusal: draft.refusals["what"] ?? null,
            type: "text",
            multiline: true,
            maxLength: 4000,
          },
        ]
      : [],
  buttons:
    draft.screen === "what"
      ? [{ answer: "next", label: "Next", tone: "primary" }]
      : [
          { answer: "send", label: "Send", tone: "primary" },
          { answer: "discard", label: "Discard", tone: "quiet" },
          { answer: "doubt", label: "I'm in doubt", tone: "quiet" },
        ],
  preview: null,
});

/** Two screens, enough to see what the bot does with a dialog: what happened, then send, discard or ask the manager. */
export const tinyDialog: ReportDialog = {
  start: (id, by, text, asOf) => ({
    id,
    by,
    startedAt: asOf,
    screen: "what",
    step: 0,
    trail: [],
    what: text ?? "",
    caseRef: "AMB-1042",
    event: "thing",
    picked: null,
    answers: { awareAt: noon },
    briefing: {},
    kept: {},
    refusals: {},
  }),
  show: view,
  answer: (draft, input, button) => {
    if (draft.screen === "what") {
      const what = input["what"] ?? "";
      const kept = { ...draft, kept: { what } };
      return what === ""
        ? { outcome: "screen", draft: { ...kept, refusals: { what: "Say what happened." } } }
        : { outcome: "screen", draft: { ...kept, what, screen: "preview", step: draft.step + 1, refusals: {} } };
    }
    return { outcome: button === "send" ? "confirm" : button === "doubt" ? "ask-manager" : "discard", draft };
  },
};
