import type { DutyChange, HappeningQuestion, HappeningView } from "../domain/case/view.ts";
import { act, box, card, heading, quiet, say, strong, subheading } from "./kit.ts";
import type { Action, ChoiceSet, Element, SpokenCard, TextInput } from "./schema.ts";
import { counted, typed } from "./text.ts";
import { capital } from "./when.ts";

export interface HappeningNotice {
  readonly text: string;
}

const line = (id: string, label: string, value: string, placeholder: string | null, required: boolean): TextInput => ({
  type: "Input.Text",
  id,
  label,
  maxLength: 200,
  ...(placeholder === null ? {} : { placeholder }),
  ...(required ? { isRequired: true, errorMessage: "This is needed." } : {}),
  value,
});

const question = ({ name, asks, hint, options, value }: HappeningQuestion): TextInput | ChoiceSet =>
  options.length === 0
    ? line(name, asks, value, hint, false)
    : {
        type: "Input.ChoiceSet",
        id: name,
        label: asks,
        style: "expanded",
        value,
        choices: options.map((each) => ({ title: each.label, value: each.value })),
      };

const warned = (notice: HappeningNotice | null): Element[] =>
  notice === null ? [] : [box([strong(typed(notice.text))], { style: "warning" })];

/** Nothing is kept until somebody confirms it here: which case, when, and what the happening itself asks. */
export const happeningCard = (view: HappeningView, notice: HappeningNotice | null = null): SpokenCard => {
  const { caseRef, title, happening, when, questions } = view;
  return card({
    spoken: `${title}: confirm it.`,
    body: [
      ...warned(notice),
      heading(typed(title)),
      caseRef === "" ? line("caseRef", "Which case?", "", "AMB-1042", true) : say(typed(`Case ${caseRef}`)),
      line("when", "When did it happen?", when, "today 10.15am, or 2 December", true),
      ...questions.map(question),
      quiet("Nothing is kept until you confirm it. Use the case reference only, never a name."),
    ],
    actions: [
      act("Confirm", "case.say", { ...(caseRef === "" ? {} : { case: caseRef }), happening }, { style: "positive" }),
    ],
  });
};

const changes = (title: string, all: readonly DutyChange[]): Element[] =>
  all.length === 0
    ? []
    : [
        subheading(title),
        ...all.flatMap(({ title: what, clause, timing }) => [
          say(typed(what)),
          quiet(typed(`${capital(timing)} (${clause})`), { isSubtle: false }),
        ]),
      ];

const reportAction = ({ report, caseRef, happening }: HappeningView): Action | null =>
  report === null
    ? null
    : act("Report this", "case.report", { case: caseRef, happening }, { associatedInputs: "none" });

/** What was kept, and which duties it started and ended, each with its clause and its deadline. */
export const happenedCard = (view: HappeningView, notice: HappeningNotice | null = null): SpokenCard => {
  const { caseRef, title, on, started, ended } = view;
  const none = notice === null && started.length === 0 && ended.length === 0;
  return card({
    spoken: `${title}, ${caseRef}: ${counted(started.length, "duty", "duties")} started, ${String(ended.length)} ended.`,
    body: [
      ...warned(notice),
      heading(typed(title)),
      say(typed([`Case ${caseRef}`, on ?? []].flat().join(" · "))),
      ...changes("Started", started),
      ...changes("Ended", ended),
      none ? say("It is kept. No duty started or ended with it.") : null,
      view.report === null ? null : say("This calls for a Need-to-Know report."),
    ],
    actions: [
      reportAction(view),
      act("What is due on this case", "duty.list", { list: `case:${caseRef}`, page: 1 }, { associatedInputs: "none" }),
    ],
  });
};

/** Words that can mean several things: somebody chooses. */
export const whichHappeningCard = (
  caseRef: string,
  when: string,
  happenings: readonly { readonly id: string; readonly title: string }[],
): SpokenCard =>
  card({
    spoken: "Which of these happened?",
    body: [
      heading("Which of these happened?"),
      ...(caseRef === "" ? [] : [say(typed(`Case ${caseRef}`))]),
      line("when", "When did it happen? Leave empty for now", when, "today 10.15am, or 2 December", false),
    ],
    actions: happenings
      .slice(0, 5)
      .map(({ id, title }) => act(title, "case.say", { case: caseRef, happening: id, choose: "yes" })),
  });
