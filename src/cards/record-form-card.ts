import type { RecordFormView } from "../domain/case/view.ts";
import { box, card, form, heading, quiet, say, strong } from "./kit.ts";
import { tapRow } from "./kit-rows.ts";
import { actionParts, datePart, headingParts, openParts, otherParts } from "./record-form-parts.ts";
import { onForm, type RecordIds } from "./record-verbs.ts";
import type { Element, SpokenCard } from "./schema.ts";
import { band } from "./simple.ts";
import { counted, typed } from "./text.ts";

const idsOf = ({ caseRef, duty, happening, circumstance, sitting }: RecordFormView): RecordIds => ({
  ...{ caseRef, duty, happening, circumstance, sitting },
});

const about = ({ worker, place }: RecordFormView): string =>
  [
    worker === null ? "No worker" : `Worker: ${worker}`,
    place === null ? [] : `${String(place.nth)} of ${String(place.of)} in this sitting`,
  ]
    .flat()
    .join(" · ");

const circumstancePart = ({ circumstance, circumstances }: RecordFormView): Element[] => {
  const found = circumstances.find(({ clause }) => clause === circumstance);
  return found === undefined ? [] : [say(typed(`Because: ${found.title} (${found.clause})`), { spacing: "small" })];
};

const notTaken = ({ refusals }: RecordFormView): string =>
  `${counted(Object.keys(refusals).length, "thing")} to put right below, in red.`;

const mostSummed = 4;

/** What is to be put right, before a form that is longer than a screen. */
const summary = (view: RecordFormView): Element[] => {
  const all = Object.values(view.refusals);
  if (all.length === 0) return [];
  const rest = all.length > mostSummed ? [`And ${counted(all.length - mostSummed, "more", "more")}.`] : [];
  return [
    box(
      [
        strong(typed(notTaken(view))),
        ...[...all.slice(0, mostSummed), ...rest].map((why) => say(`- ${typed(why)}`, { spacing: "small" })),
      ],
      { style: "attention" },
    ),
  ];
};

const rulesPart = ({ rules }: RecordFormView) =>
  form(
    "What the policy asks",
    rules.map(({ clause, words }) => box([strong(typed(clause)), quiet(typed(words))])),
    [],
  );

const spokenOf = (view: RecordFormView, notice: string | null): string =>
  [
    notice,
    Object.keys(view.refusals).length === 0 ? null : notTaken(view),
    `${view.title}: write the record of ${view.caseRef}.`,
  ]
    .filter((words) => words !== null)
    .join(" ");

/** The form of a record: its headings in the policy's order, and the actions. What was typed comes back with every refusal. */
export const recordFormCard = (view: RecordFormView, notice: string | null = null): SpokenCard =>
  card({
    spoken: spokenOf(view, notice),
    body: [
      notice === null ? null : band(notice, "warning"),
      heading(typed(`${view.title}: ${view.caseRef}`)),
      quiet(typed(about(view))),
      ...circumstancePart(view),
      ...summary(view),
      ...datePart(view),
      ...headingParts(view),
      ...openParts(view),
      ...actionParts(view),
      ...otherParts(view),
      quiet("Use the case reference, never a child's name."),
    ],
    actions: [onForm("Save the record", "record.save", idsOf(view), { style: "positive" }), rulesPart(view)],
  });

const circumstanceInput = ({ circumstances }: RecordFormView): Element => ({
  type: "Input.ChoiceSet",
  id: "circumstance",
  label: "Why are you recording it?",
  style: "compact",
  value: "routine",
  choices: [
    { title: "The routine record", value: "routine" },
    ...circumstances.map(({ clause, title }) => ({ title: `${title} (${clause})`, value: clause })),
  ],
});

/** Which circumstance a record is for (MO-T01 to T20): what is asked for now stands first, and every other in the list. */
export const circumstanceCard = (view: RecordFormView): SpokenCard => {
  const ids = { caseRef: view.caseRef, happening: view.happening };
  const due = view.circumstances.filter((one) => one.due);
  return card({
    spoken: `${view.title} for ${view.caseRef}: why are you recording it?`,
    body: [
      heading(typed(`${view.title}: ${view.caseRef}`)),
      quiet(typed(about(view))),
      due.length === 0 ? null : strong("Asked for now"),
      ...due.map(({ clause, title }) =>
        tapRow(
          [say(typed(title), { weight: "bolder" }), quiet(typed(clause))],
          onForm("Write this record", "record.start", { ...ids, circumstance: clause }, { associatedInputs: "none" }),
        ),
      ),
      circumstanceInput(view),
      quiet("A record for a circumstance does not count as the routine one."),
    ],
    actions: [onForm("Continue", "record.start", ids, { style: "positive" })],
  });
};
