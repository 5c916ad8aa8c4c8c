import type { ReportAction } from "../domain/permissions.ts";
import type { ReportView } from "../domain/report/view.ts";
import { box, form, strong } from "./kit.ts";
import { judgementChoice } from "./judgement-parts.ts";
import type { Action, ChoiceSet, Element, Execute, TextInput } from "./schema.ts";
import { type Face, onReport, type ReportVerb } from "./verbs.ts";

/** What was typed into a form that was not taken, by input id, so that it is shown again. */
export type Typed = Readonly<Record<string, string>>;

/** A few inputs and the button that sends them. */
export interface Form {
  readonly title: string;
  readonly inputs: readonly (TextInput | ChoiceSet)[];
  readonly send: Execute;
}

const area = (id: string, label: string, required: boolean): TextInput => ({
  type: "Input.Text",
  id,
  label,
  isMultiline: true,
  maxLength: 4000,
  ...(required ? { isRequired: true, errorMessage: "Write something here first." } : {}),
});

const line = (id: string, label: string, placeholder: string, required: boolean): TextInput => ({
  type: "Input.Text",
  id,
  label,
  maxLength: 200,
  placeholder,
  ...(required ? { isRequired: true, errorMessage: "This is needed." } : {}),
});

const decision: ChoiceSet = {
  type: "Input.ChoiceSet",
  id: "brief",
  label: "Is the Director to be briefed?",
  style: "expanded",
  isRequired: true,
  errorMessage: "Choose one.",
  choices: [
    { title: "Brief the Director", value: "yes" },
    { title: "Do not brief the Director", value: "no" },
  ],
};

const reminder: ChoiceSet = {
  type: "Input.ChoiceSet",
  id: "remind",
  label: "When?",
  style: "expanded",
  value: "tomorrow",
  choices: [
    { title: "Tomorrow, 9am", value: "tomorrow" },
    { title: "In 2 hours", value: "two-hours" },
    { title: "At the time below", value: "at" },
  ],
};

type Sends = readonly [title: string, verb: ReportVerb, style: "positive" | "destructive"];
const made = (
  { id }: ReportView,
  face: Face,
  title: string,
  inputs: readonly (TextInput | ChoiceSet)[],
  [send, verb, style]: Sends,
): Form => ({ title, inputs, send: onReport(send, verb, id, face, { style }) });

const questionIsOpen = ({ questions, answers }: ReportView): boolean =>
  Math.max(0, ...questions.map(({ at }) => at)) > Math.max(0, ...answers.map(({ at }) => at));

const missingSections = ({ briefing }: ReportView) => (briefing ?? []).filter(({ text }) => text === null);

/** What each action of the permissions table needs written; null for those that need nothing, or have nothing to do now. */
const formFor = {
  see: () => null,
  acknowledge: () => null,
  ask: (report, face) =>
    made(
      report,
      face,
      "Ask for more",
      [area("question", "What do you need to know?", true)],
      ["Send the question", "report.ask", "positive"],
    ),
  answer: (report, face) =>
    questionIsOpen(report)
      ? made(
          report,
          face,
          "Answer the question",
          [area("text", "Your answer", true)],
          ["Send the answer", "report.answer", "positive"],
        )
      : null,
  call: (report, face) =>
    report.call === null || report.call.made !== null
      ? null
      : made(
          report,
          face,
          "I made the call",
          [
            line("spokeTo", "Who did you speak to?", "Name or post", true),
            line("calledAt", "When? Leave empty for now", "today 4.15pm", false),
          ],
          ["Record the call", "report.call", "positive"],
        ),
  brief: (report, face) =>
    missingSections(report).length === 0
      ? null
      : made(
          report,
          face,
          "Add details",
          missingSections(report).map(({ section, label }) => area(section, label, false)),
          ["Send the details", "report.brief", "positive"],
        ),
  update: (report, face) =>
    made(
      report,
      face,
      "Send an update",
      [
        area("update", "What has happened since?", true),
        line("nextUpdate", "When is the next update expected? Leave empty if none", "tomorrow midday", false),
      ],
      ["Send the update", "report.update", "positive"],
    ),
  amend: (report, face) =>
    made(
      report,
      face,
      "Amend",
      (report.briefing ?? []).map(({ section, label, text }) => ({
        ...area(section, label, false),
        value: text ?? "",
      })),
      ["Save the changes", "report.amend", "positive"],
    ),
  approve: () => null,
  return: (report, face) =>
    made(
      report,
      face,
      "Send back",
      [area("comment", "What should be changed?", true)],
      ["Send it back", "report.return", "positive"],
    ),
  decide: (report, face) =>
    made(
      report,
      face,
      "Decide",
      [decision, area("because", "Why?", true)],
      ["Record the decision", "report.decide", "positive"],
    ),
  judge: (report, face) =>
    made(
      report,
      face,
      "Judge",
      [judgementChoice(report), area("whyRaise", "Why?", true)],
      ["Record the judgement", "report.judge", "positive"],
    ),
  remind: (report, face) =>
    made(
      report,
      face,
      report.remindAt == null ? "Remind me" : "Change my reminder",
      [reminder, line("remindAt", "Another date and time", "Friday 2pm", false)],
      ["Remind me then", "report.remind", "positive"],
    ),
  /** Asked on a card of its own; said at any time by what ends it. */
  persist: () => null,
  end: (report, face) =>
    report.watching === null
      ? null
      : made(
          report,
          face,
          report.watching.endLabel,
          [line("endedAt", `${report.watching.asksWhen} Leave empty for now`, "today 4.15pm", false)],
          [`Record it: ${report.watching.endLabel}`, "report.end", "positive"],
        ),
  close: (report, face) =>
    made(
      report,
      face,
      "Close",
      [area("reason", "Why can this be closed?", true)],
      ["Close this report", "report.close", "destructive"],
    ),
} as const satisfies Record<ReportAction, (report: ReportView, face: Face) => Form | null>;

/** The forms that this viewer may use now, in the order asked for. */
export const formsFor = (report: ReportView, face: Face, order: readonly ReportAction[]): Form[] =>
  order.filter((action) => report.may.includes(action)).flatMap((action) => formFor[action](report, face) ?? []);

const isOpen =
  (typed: Typed) =>
  ({ inputs }: Form): boolean =>
    inputs.some(({ id }) => Object.hasOwn(typed, id));

/** A form that was not taken stands open on the card with what was typed, under the sentence that says why. */
export const openForms = (forms: readonly Form[], typed: Typed): Element[] =>
  forms
    .filter(isOpen(typed))
    .map(({ title, inputs, send }) =>
      box(
        [
          strong(title),
          ...inputs.map((input) => ({ ...input, value: typed[input.id] ?? input.value ?? "" })),
          { type: "ActionSet", actions: [send] },
        ],
        { style: "emphasis" },
      ),
    );

/** The others open under their own button. */
export const formButtons = (forms: readonly Form[], typed: Typed): Action[] =>
  forms.filter((one) => !isOpen(typed)(one)).map(({ title, inputs, send }) => form(title, inputs, [send]));

/** What the reporter still owes, beside the call, which has a place of its own. */
export const stillOwed = (report: ReportView): { answer: boolean; sections: readonly string[] } => ({
  answer: questionIsOpen(report),
  sections: missingSections(report).map(({ label }) => label),
});
