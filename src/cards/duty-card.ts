import type { DutyView, MoveFormView } from "../domain/case/view.ts";
import { dayInWords } from "../time/say.ts";
import { formButtons, openForms, type Typed } from "./actions.ts";
import { dutyForms, moveButton, onDuty, recordButton, type Where } from "./duty-forms.ts";
import { act, box, card, coloured, heading, quiet, say, strong } from "./kit.ts";
import type { Action, Colour, Element, SpokenCard, TextInput } from "./schema.ts";
import { cut, listed, typed } from "./text.ts";
import { capital } from "./when.ts";

export type { Where } from "./duty-forms.ts";

/** A notice over the card, and what was typed into a form that was not taken. `good`: it was done. */
export interface DutyNotice {
  readonly text: string;
  readonly good?: boolean;
  readonly typed?: Typed;
}

const stateColours = {
  overdue: "attention",
  today: "warning",
  soon: "accent",
  later: "default",
} as const satisfies Record<DutyView["state"], Colour>;

const notices = (notice: DutyNotice | null): Element[] =>
  notice === null || notice.text === ""
    ? []
    : [box([strong(typed(notice.text))], { style: notice.good === true ? "good" : "warning" })];

const workerOf = ({ worker, caseRef }: DutyView): string | null => {
  if (worker !== null) return `Worker: ${worker}`;
  return caseRef === null ? null : "Worker: nobody is allocated";
};

const about = (duty: DutyView): Element => {
  const { caseRef, owners, lastDone } = duty;
  const parts = [
    caseRef,
    workerOf(duty),
    owners.length === 0 ? "Owed by: nobody is found" : `Owed by: ${listed(owners)}`,
    lastDone === null ? "Not done yet" : `Last done: ${dayInWords(lastDone)}`,
  ];
  return say(typed(parts.filter((part) => part !== null).join(" · ")), { spacing: "small" });
};

const because = ({ clause, words, houseRule }: DutyView): Element[] => [
  quiet(`Because: ${typed(cut(words, 700))} (${typed(clause)})`),
  ...(houseRule === null ? [] : [quiet(`House rule: ${typed(houseRule)}`)]),
];

const reportSet = ({ id, reports = null }: DutyView): Element[] =>
  reports === null
    ? []
    : [
        box(
          [
            say("This calls for a Need-to-Know report."),
            {
              type: "ActionSet",
              actions: [act("Report this", "case.report", { duty: id }, { associatedInputs: "none" })],
            },
          ],
          { style: "emphasis" },
        ),
      ];

/** What a duty is for comes first; Teams shows five buttons at the foot, and the forms need them. */
const first = (duty: DutyView, where: Where): Element[] => {
  const actions = [recordButton(duty), moveButton(duty, where)].filter((action) => action !== null);
  return actions.length === 0 ? [] : [{ type: "ActionSet", actions }];
};

const back = (duty: DutyView, { list, page }: Where): Action | null =>
  list === ""
    ? null
    : act("Back to the list", "duty.list", { list, page, duty: duty.id }, { associatedInputs: "none" });

/** One duty: how late, on which case, by which clause, and what this viewer may do about it. Reference only. */
export const dutyCard = (duty: DutyView, where: Where, notice: DutyNotice | null = null): SpokenCard => {
  const { title, stage, caseRef, timing, state, note } = duty;
  const forms = dutyForms(duty, where);
  const given = notice?.typed ?? {};
  const of = caseRef === null ? "" : ` for ${caseRef}`;
  return card({
    spoken: `${title}${of}, ${timing}.`,
    body: [
      ...notices(notice),
      heading(typed(stage === null ? title : `${title}: ${stage}`)),
      coloured(typed(capital(timing)), stateColours[state]),
      about(duty),
      ...(note === null ? [] : [quiet(typed(note), { isSubtle: false })]),
      ...reportSet(duty),
      ...because(duty),
      ...first(duty, where),
      ...openForms(forms, given),
    ],
    actions: [...formButtons(forms, given), back(duty, where)],
  });
};

const input = (id: string, label: string, value: string, hint: string | null, long: boolean): TextInput => ({
  type: "Input.Text",
  id,
  label,
  ...(long ? { isMultiline: true, maxLength: 4000 } : { maxLength: 200 }),
  ...(hint === null ? {} : { placeholder: hint }),
  isRequired: true,
  errorMessage: "This is needed.",
  value,
});

/** Another date for a supervision, and what the policy wants recorded of that for this child (MO-T05). */
export const moveCard = (view: MoveFormView, where: Where, notice: DutyNotice | null = null): SpokenCard => {
  const { duty, rule, headings } = view;
  const value = (id: string): string => view.typed[id] ?? "";
  return card({
    spoken: `Move ${duty.title} for ${duty.caseRef ?? ""} to another date.`,
    body: [
      ...notices(notice),
      heading(`Move: ${typed(duty.title)}`),
      coloured(typed(capital(duty.timing)), stateColours[duty.state]),
      about(duty),
      input("moveTo", "To which day is it moved?", value("moveTo"), "Thursday, or 4 December", false),
      ...headings.map(({ id, title, hint }) => input(id, title, value(id), hint, true)),
      quiet("The deadline does not move with it. What you write is kept as one oversight record of this child."),
      ...(rule === null ? [] : [quiet(`Because: ${typed(cut(rule.words, 900))} (${typed(rule.clause)})`)]),
    ],
    actions: [
      onDuty("Move it", "duty.move", duty.id, where, { style: "positive" }),
      onDuty("Back", "duty.open", duty.id, where, { associatedInputs: "none" }),
    ],
  });
};

/** It was moved; the same worker's other children each have a record of their own. */
export const movedCard = (view: MoveFormView, where: Where, notice: DutyNotice): SpokenCard => {
  const { duty, others } = view;
  const more = others.map(({ duty: id, caseRef }) => onDuty(`Move it for ${caseRef} too`, "duty.move", id, where));
  return card({
    spoken: notice.text,
    body: [
      ...notices(notice),
      heading(typed(duty.title)),
      about(duty),
      ...(duty.note === null ? [] : [say(typed(duty.note))]),
      ...(more.length === 0 ? [] : [say("The same worker's other children need a record each:")]),
    ],
    actions: [...more.slice(0, 5), back(duty, where)],
  });
};
