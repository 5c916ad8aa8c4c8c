import type { RecordFormView } from "../domain/case/view.ts";
import { dayInWords } from "../time/say.ts";
import { box, coloured, quiet, subheading } from "./kit.ts";
import type { Action, ChoiceSet, Element, TextInput } from "./schema.ts";
import { typed } from "./text.ts";

/** What stands in an input, and why it was not taken. */
const refusalOf = ({ refusals }: RecordFormView, name: string): Element[] =>
  refusals[name] === undefined ? [] : [coloured(typed(refusals[name]), "attention", { spacing: "small" })];

const input = (view: RecordFormView, name: string, label: string, more: Partial<TextInput>): TextInput => ({
  type: "Input.Text",
  id: name,
  label,
  value: view.typed[name] ?? "",
  ...more,
});

/** All headings together leave room on a card for what else stands on it. */
const textRoom = 13_000;
const roomFor = (count: number): number => Math.min(4000, Math.floor(textRoom / Math.max(1, count)));

export const datePart = (view: RecordFormView): Element[] => [
  input(view, "on", "Date", { maxLength: 100, placeholder: "today, or Monday" }),
  ...refusalOf(view, "on"),
];

/** Each heading under the one it belongs to. */
export const headingParts = (view: RecordFormView): Element[] => {
  const room = roomFor(view.headings.length);
  let above: string | null = null;
  return view.headings.flatMap(({ id, title, under, hint, optional }) => {
    const name = `h.${id}`;
    const over: Element[] = under !== null && under !== above && under !== title ? [subheading(typed(under))] : [];
    above = under ?? title;
    return [
      ...over,
      input(view, name, optional ? `${title} (optional)` : title, {
        isMultiline: true,
        // What was typed elsewhere, or opens the form, is never cut.
        maxLength: Math.max(room, (view.typed[name] ?? "").length),
      }),
      ...refusalOf(view, name),
      ...(hint === null ? [] : [quiet(typed(hint))]),
    ];
  });
};

const parts = ["what", "who", "by"] as const;
const isUsed = (view: RecordFormView, row: number): boolean =>
  parts.some((part) => {
    const name = `${part}${String(row)}`;
    return (view.typed[name] ?? "") !== "" || view.refusals[name] !== undefined;
  });

const column = (items: readonly Element[]) => ({ type: "Column", width: "stretch", items }) as const;

const row = (view: RecordFormView, nth: number): Element[] => {
  const n = String(nth);
  const name = (part: (typeof parts)[number]) => `${part}${n}`;
  return [
    input(view, name("what"), `Action ${n}: what is to be done`, { maxLength: 300 }),
    ...refusalOf(view, name("what")),
    {
      type: "ColumnSet",
      spacing: "small",
      columns: [
        column([input(view, name("who"), "Who", { maxLength: 100 })]),
        column([input(view, name("by"), "By when", { maxLength: 100, placeholder: "Friday" })]),
      ],
    },
    // Across the card: half of a telephone's width is too narrow for a sentence.
    ...refusalOf(view, name("who")),
    ...refusalOf(view, name("by")),
  ];
};

const shownFirst = 2;
const moreActions = "moreActions";

/** Two rows stand open; the others open on request, or when something is in them. */
export const actionParts = (view: RecordFormView): Element[] => {
  if (view.actionRows === 0) return [];
  const numbers = Array.from({ length: view.actionRows }, (_, index) => index + 1);
  const last = Math.max(shownFirst, ...numbers.filter((nth) => isUsed(view, nth)));
  const hidden = numbers.filter((nth) => nth > last).flatMap((nth) => row(view, nth));
  const more: Action = { type: "Action.ToggleVisibility", title: "More actions", targetElements: [moreActions] };
  return [
    subheading("Actions"),
    quiet("Each names what, who, and by when. “Ongoing” is no timescale."),
    ...numbers.filter((nth) => nth <= last).flatMap((nth) => row(view, nth)),
    ...(hidden.length === 0
      ? []
      : [box(hidden, { id: moreActions, isVisible: false }), { type: "ActionSet", actions: [more] } as const]),
  ];
};

const several = (
  id: string,
  label: string,
  value: string | undefined,
  choices: ChoiceSet["choices"],
): readonly Element[] =>
  choices.length === 0
    ? []
    : [
        {
          type: "Input.ChoiceSet",
          id,
          label,
          choices,
          style: "expanded",
          isMultiSelect: true,
          wrap: true,
          value: value ?? "",
        },
      ];

/** Actions of earlier records: what is not ticked is carried forward (MO-T12). */
export const openParts = (view: RecordFormView): Element[] => {
  if (view.open.length === 0) return [];
  const choices = view.open.map(({ id, what, who, by }) => ({
    value: id,
    title: `${what} (${who}, by ${dayInWords(by)})`,
  }));
  return [
    subheading("Still open from earlier records"),
    ...several("stepsDone", "Tick what is done. The rest is carried forward.", view.typed["stepsDone"], choices),
  ];
};

/** The same worker's other children, for one sitting. */
export const otherParts = (view: RecordFormView): Element[] => {
  if (view.others.length === 0) return [];
  const choices = view.others.map(({ caseRef, timing }) => ({ value: caseRef, title: `${caseRef}, ${timing}` }));
  const whose = view.worker === null ? "the same worker's" : `${view.worker}'s`;
  return [
    subheading("In the same sitting"),
    ...several("others", `Which of ${whose} other children did you discuss?`, view.typed["others"], choices),
    quiet("A form for each comes next. You can stop after any of them and go on later."),
  ];
};
