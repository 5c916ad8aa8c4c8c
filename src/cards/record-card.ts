import type { RecordView } from "../domain/case/view.ts";
import { dayInWords, inWords } from "../time/say.ts";
import { act, card, fitted, form, heading, quiet, say, strong, subheading } from "./kit.ts";
import { sideBySide } from "./kit-rows.ts";
import { onForm, onRecord, type RecordIds } from "./record-verbs.ts";
import type { Element, SpokenCard } from "./schema.ts";
import { band } from "./simple.ts";
import { typed } from "./text.ts";

type Step = RecordView["actions"][number];

const stepWords = ({ what, who, by, carried, done }: Step): Element[] => [
  say(typed(what), done ? { isSubtle: true } : {}),
  quiet(
    typed(
      [who, `by ${dayInWords(by)}`, done ? "done" : [], carried ? "from an earlier record" : []].flat().join(" · "),
    ),
  ),
];

const stepPart = (view: RecordView, step: Step): Element[] => {
  if (step.done || !view.mayConfirm) return stepWords(step);
  const done = onRecord("Done", "record.step", { case: view.caseRef, record: view.id, step: step.id });
  return [sideBySide(stepWords(step), [{ type: "ActionSet", actions: [done] }])];
};

const actionsPart = (view: RecordView): Element[] =>
  view.actions.length === 0 ? [] : [subheading("Actions"), ...view.actions.flatMap((step) => stepPart(view, step))];

const confirmedPart = ({ confirmedAt, mayConfirm }: RecordView): Element => {
  if (confirmedAt !== null) return band(`In the case system since ${inWords(confirmedAt)}.`, "good");
  return mayConfirm
    ? band("Not in the case system yet. Copy the text to paste into it, then say so here.", "warning")
    : band("Not in the case system yet.", "emphasis");
};

/** Copied by hand: no card can write to the case system, and it is the record of the child (MO-02). */
const pastePart = ({ paste }: RecordView) =>
  form(
    "Text to paste",
    [
      quiet("Select all of it, copy it, and paste it into the case system."),
      { type: "Input.Text", id: "paste", label: "Text for the case system", isMultiline: true, value: paste },
    ],
    [],
  );

/** As much as there is room for; the text to paste is never cut. */
const shortened = (text: string, room: number): string =>
  text.length <= room ? text : `${text.slice(0, room).trimEnd()} …`;

const headingsPart = ({ headings }: RecordView, room: number): Element[] => {
  let above: string | null = null;
  return headings.flatMap(({ title, under, text }) => {
    const over = under !== null && under !== above && under !== title ? [subheading(typed(under))] : [];
    above = under ?? title;
    return [...over, strong(typed(title)), say(typed(shortened(text, room)), { spacing: "none" })];
  });
};

const nextPart = (next: RecordIds | null) =>
  next === null
    ? null
    : onForm(`Next: ${next.caseRef}`, "record.next", next, { style: "positive", associatedInputs: "none" });

/** A record that was written, with its text to paste and what is still open of its actions. `next`: of the same sitting. */
export const recordCard = (view: RecordView, notice: string | null = null, next: RecordIds | null = null): SpokenCard =>
  fitted(false, (room) => built(view, notice, next, room));

const built = (view: RecordView, notice: string | null, next: RecordIds | null, room: number): SpokenCard => {
  const ids = { case: view.caseRef, record: view.id };
  const style = next === null ? { style: "positive" as const } : {};
  return card({
    spoken: [notice ?? "Saved.", `${view.title}, ${view.caseRef}.`].join(" "),
    body: [
      notice === null ? null : strong(typed(notice)),
      heading(typed(`${view.title}: ${view.caseRef}`)),
      quiet(typed(`${dayInWords(view.on)} · ${view.by}`)),
      confirmedPart(view),
      ...headingsPart(view, room),
      ...actionsPart(view),
    ],
    actions: [
      nextPart(next),
      pastePart(view),
      view.mayConfirm && view.confirmedAt === null
        ? onRecord("Recorded in the case system", "record.confirm", ids, style)
        : null,
      act("Open the case", "case.open", { case: view.caseRef }, { associatedInputs: "none" }),
    ],
  });
};
