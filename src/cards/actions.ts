import type { ReportView } from "../domain/report/view.ts";
import { form } from "./kit.ts";
import type { Action, TextInput } from "./schema.ts";
import { type Face, onReport } from "./verbs.ts";

/** What was typed into a form that was not taken, by input id, so that it is shown again. */
export type Typed = Readonly<Record<string, string>>;

const area = (id: string, label: string, typed: Typed, required: boolean): TextInput => ({
  type: "Input.Text",
  id,
  label,
  isMultiline: true,
  maxLength: 4000,
  value: typed[id] ?? "",
  ...(required ? { isRequired: true, errorMessage: "Write something here first." } : {}),
});

const line = (id: string, label: string, typed: Typed, placeholder: string, required: boolean): TextInput => ({
  type: "Input.Text",
  id,
  label,
  maxLength: 200,
  placeholder,
  value: typed[id] ?? "",
  ...(required ? { isRequired: true, errorMessage: "This is needed." } : {}),
});

export const askForm = ({ id }: ReportView, face: Face, typed: Typed): Action =>
  form(
    "Ask for more",
    [area("question", "What do you need to know?", typed, true)],
    [onReport("Send the question", "report.ask", id, face, { style: "positive" })],
  );

export const closeForm = ({ id }: ReportView, face: Face, typed: Typed): Action =>
  form(
    "Close",
    [area("reason", "Why can this be closed?", typed, true)],
    [onReport("Close this report", "report.close", id, face, { style: "destructive" })],
  );

export const answerForm = ({ id }: ReportView, face: Face, typed: Typed): Action =>
  form(
    "Answer the question",
    [area("text", "Your answer", typed, true)],
    [onReport("Send the answer", "report.answer", id, face, { style: "positive" })],
  );

export const callForm = ({ id }: ReportView, face: Face, typed: Typed): Action =>
  form(
    "I made the call",
    [
      line("spokeTo", "Who did you speak to?", typed, "Name or post", true),
      line("calledAt", "When? Leave empty for now", typed, "today 4.15pm", false),
    ],
    [onReport("Record the call", "report.call", id, face, { style: "positive" })],
  );

/** Asks only for the sections that are missing. */
export const briefForm = ({ id, briefing }: ReportView, face: Face, typed: Typed): Action | null => {
  const missing = (briefing ?? []).filter(({ text }) => text === null);
  if (missing.length === 0) return null;
  return form(
    "Add details",
    missing.map(({ section, label }) => area(section, label, typed, false)),
    [onReport("Send the details", "report.brief", id, face, { style: "positive" })],
  );
};
