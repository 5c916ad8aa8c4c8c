import type { MeetingForms, MeetingHeadingView } from "../domain/meeting/shown.ts";
import { box, card, coloured, heading, quiet, say, subheading } from "./kit.ts";
import { onMeeting } from "./meeting-verbs.ts";
import type { Action, ChoiceSet, Element, SpokenCard, TextInput } from "./schema.ts";
import { band } from "./simple.ts";
import { typed } from "./text.ts";

const text = (id: string, label: string, value: string, more: Partial<TextInput> = {}): TextInput => ({
  ...{ type: "Input.Text", id, label, value, maxLength: 3000 },
  ...more,
});

const red = (refusal: string | null | undefined): Element[] =>
  refusal == null ? [] : [coloured(typed(refusal), "attention", { spacing: "small" })];

const headingPart = ({ name, title, clause, optional, value, refusal }: MeetingHeadingView): Element[] => [
  text(name, `${title}${optional ? " (optional)" : ""} (${clause})`, value, { isMultiline: true }),
  ...red(refusal),
];

const headingParts = (headings: readonly MeetingHeadingView[]): Element[] =>
  headings.flatMap((one, index) => {
    const { under } = one;
    const opens = under !== null && under !== headings[index - 1]?.under;
    return [...(opens ? [subheading(typed(under))] : []), ...headingPart(one)];
  });

type Last = NonNullable<MeetingForms["last"]>;

const attendance = ({ people, attended, others, refusals }: Last): Element[] => [
  subheading("Who was there"),
  {
    type: "Input.ChoiceSet",
    id: "attended",
    label: "Of those invited",
    isMultiSelect: true,
    style: "expanded",
    value: attended.join(","),
    choices: people.map(({ value, name }) => ({ title: name, value })),
  } satisfies ChoiceSet,
  text("others", "Others, by post or agency (optional)", others, { maxLength: 400 }),
  ...red(refusals["attended"]),
];

const section47Of = (decided: boolean | null): string => (decided === null ? "" : decided ? "yes" : "no");

const decision = ({ section47, refusals }: Last): Element[] => [
  {
    type: "Input.ChoiceSet",
    id: "section47",
    label: "Do section 47 enquiries start?",
    style: "expanded",
    value: section47Of(section47),
    choices: [
      { title: "Yes, they start", value: "yes" },
      { title: "No", value: "no" },
    ],
  } satisfies ChoiceSet,
  ...red(refusals["section47"]),
];

const actionParts = ({ actions, refusals }: Last): Element[] => [
  subheading("Actions"),
  ...actions.flatMap(({ what, who, by }, index): Element[] => {
    const row = String(index + 1);
    return [
      text(`what${row}`, `Action ${row} (optional)`, what, { maxLength: 500 }),
      text(`who${row}`, "Who", who, { maxLength: 100 }),
      text(`by${row}`, "By when", by, { maxLength: 100, placeholder: "Friday" }),
      ...["what", "who", "by"].flatMap((part) => red(refusals[`${part}${row}`])),
    ];
  }),
];

const lastParts = (last: Last | null): Element[] =>
  last === null ? [] : [...decision(last), ...attendance(last), ...actionParts(last)];

const buttons = ({ meeting: { id }, part, parts }: MeetingForms): Action[] => {
  const go = (title: string, then: number) =>
    onMeeting(title, "meeting.save", id, {
      data: { part, then },
      ...(then > part ? { style: "positive" as const } : {}),
    });
  return [
    ...(part < parts ? [go("Save and go on", part + 1)] : []),
    ...(part === parts
      ? [onMeeting("Complete the record", "meeting.complete", id, { data: { part }, style: "positive" })]
      : []),
    ...(part > 1 ? [go("Save and go back", part - 1)] : []),
    go("Save, finish later", 0),
  ];
};

/** One card of the record (WQ-10.3 to WQ-10.7). Each button saves what is on it, so that nothing is lost half way. */
export const meetingRecordCard = (view: MeetingForms, notice: string | null = null): SpokenCard => {
  const { meeting, part, parts } = view;
  const place = `Record of ${meeting.ref} (${String(part)} of ${String(parts)})`;
  return card({
    spoken: [notice, `${place}.`].filter((one) => one !== null).join(" "),
    body: [
      notice === null ? null : band(notice, "attention"),
      heading(typed(`Record: ${meeting.caseRef}`)),
      quiet(typed(place)),
      view.wanting.length === 0
        ? null
        : box(
            view.wanting.map((one) => say(typed(one), { spacing: "small" })),
            { style: "warning" },
          ),
      ...headingParts(view.headings),
      ...lastParts(view.last),
      quiet("Use the case reference, never a child's name."),
    ],
    actions: buttons(view),
  });
};
