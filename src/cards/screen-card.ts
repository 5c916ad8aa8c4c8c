import type { InputView, ScreenButton, ScreenView } from "../domain/screen.ts";
import { act, card, coloured, fitted, heading, quiet, say } from "./kit.ts";
import { tapRow } from "./kit-rows.ts";
import { previewPart } from "./preview.ts";
import type { Element, Execute, SpokenCard } from "./schema.ts";
import { band } from "./simple.ts";
import { typed } from "./text.ts";
import { screenFits } from "./weight.ts";

/**
 * Nothing is `isRequired`: the client would then hold up "Back" and "Send now, details later" too (LCP-P8). What is missing
 * is refused by the screen itself, in better words; what may stay empty says so, as on GOV.UK.
 */
const base = (input: InputView) => ({
  id: input.name,
  label: input.required ? input.label : `${input.label} (optional)`,
});

const control = (input: InputView): Element => {
  switch (input.type) {
    case "date-and-time":
      return { type: "Input.Text", ...base(input), value: input.value, placeholder: "yesterday 4pm", maxLength: 200 };
    case "date":
      return { type: "Input.Text", ...base(input), value: input.value, placeholder: "last Monday", maxLength: 200 };
    case "text":
      return {
        type: "Input.Text",
        ...base(input),
        value: input.value,
        isMultiline: input.multiline,
        maxLength: input.maxLength,
      };
    case "number":
      return { type: "Input.Number", ...base(input), ...(input.value === "" ? {} : { value: Number(input.value) }) };
    case "choice":
    case "choices":
      return {
        type: "Input.ChoiceSet",
        ...base(input),
        choices: input.options.map(({ value, label }) => ({ title: label, value })),
        value: input.value,
        style: "expanded",
        wrap: true,
        isMultiSelect: input.type === "choices",
      };
  }
};

const inputPart = (input: InputView): Element[] => [
  control(input),
  ...(input.refusal === null ? [] : [coloured(typed(input.refusal), "attention", { spacing: "small" })]),
  ...(input.hint === null ? [] : [quiet(typed(input.hint))]),
];

/** Which door the answer goes to: a report's screens, or a meeting's. */
export type ScreenVerb = "draft.answer" | "meeting.answer";

const press = (view: ScreenView, button: ScreenButton, verb: ScreenVerb): Execute =>
  act(
    button.label,
    verb,
    { draft: view.draft, screen: view.screen, step: view.step, answer: button.answer },
    { ...(button.tone === "primary" ? { style: "positive" as const } : {}) },
  );

/** One of a family of answers ("pick:child-missing") is a row: long labels stay readable on a telephone. */
const isRow = ({ answer }: ScreenButton): boolean => answer.includes(":");

const sentence = (words: string): string => (/[.?!]$/.test(words) ? words : `${words}.`);

/** What is asked, and first what was wrong with the last answer. */
const spokenOf = (view: ScreenView, notice: string | null): string =>
  [notice, view.refusal, ...view.inputs.map(({ refusal }) => refusal), view.title]
    .filter((words) => words !== null)
    .map(sentence)
    .join(" ");

const build = (view: ScreenView, notice: string | null, verb: ScreenVerb, room: number): SpokenCard => {
  const rows = view.buttons.filter(isRow);
  const buttons = view.buttons.filter((button) => !isRow(button));
  return card({
    spoken: spokenOf(view, notice),
    body: [
      notice === null ? null : band(notice, "attention"),
      heading(typed(view.title)),
      view.intro === null ? null : say(typed(view.intro), { spacing: "small" }),
      view.refusal === null ? null : coloured(typed(view.refusal), "attention"),
      ...view.inputs.flatMap(inputPart),
      ...(view.preview === null ? [] : previewPart(view.preview, room)),
      ...rows.map((button) => tapRow([say(typed(button.label), { weight: "bolder" })], press(view, button, verb))),
    ],
    actions: buttons.map((button) => press(view, button, verb)),
  });
};

/** A screen of a dialog as a card that is replaced in place by the next one. */
export const screenCard = (view: ScreenView, verb: ScreenVerb = "draft.answer"): SpokenCard =>
  fitted(screenFits(view), (room) => build(view, null, verb, room));

/** The store could not be written: nothing was sent, what was typed stays. `sentence` says whom to telephone. */
export const notSavedCard = (
  sentence: string,
  view: ScreenView | null,
  verb: ScreenVerb = "draft.answer",
): SpokenCard =>
  view === null
    ? card({ spoken: sentence, body: [band(sentence, "attention")] })
    : fitted(screenFits(view), (room) => build(view, sentence, verb, room));
