import type { MeetingAction } from "../domain/meeting/permissions.ts";
import type { MeetingView } from "../domain/meeting/view.ts";
import { box, form, strong } from "./kit.ts";
import type { MeetingVerb } from "./meeting-verbs.ts";
import { onMeeting } from "./meeting-verbs.ts";
import type { Action, ChoiceSet, Element, Execute, TextInput } from "./schema.ts";

/** What was typed into a form that was not taken, by input. */
export type MeetingTypedIn = Readonly<Record<string, string>>;

interface Form {
  readonly title: string;
  readonly inputs: readonly (TextInput | ChoiceSet)[];
  readonly send: readonly Execute[];
}

const line = (id: string, label: string, placeholder?: string): TextInput => ({
  ...{ type: "Input.Text", id, label, maxLength: 400 },
  ...(placeholder === undefined ? {} : { placeholder }),
});
const area = (id: string, label: string): TextInput => ({
  type: "Input.Text",
  id,
  label,
  isMultiline: true,
  maxLength: 1000,
});

type Send = readonly [title: string, verb: MeetingVerb, style?: "positive" | "destructive"];
const sends = ({ id }: MeetingView, list: readonly Send[]): readonly Execute[] =>
  list.map(([title, verb, style = "positive"]) => onMeeting(title, verb, id, { style }));

const made = (view: MeetingView, title: string, inputs: Form["inputs"], ...list: readonly Send[]): Form => ({
  ...{ title, inputs, send: sends(view, list) },
});

const invited = ({ attendees }: MeetingView): ChoiceSet => ({
  type: "Input.ChoiceSet",
  id: "remove",
  label: "Take off the list",
  style: "expanded",
  isMultiSelect: true,
  choices: attendees
    .filter(({ chairs }) => !chairs)
    .map(({ name, attendee }) => ({ title: name, value: attendee.kind === "person" ? attendee.id : attendee.email })),
});

/** What each right of the permissions table needs written; null for those with a button or a card of their own. */
const formFor = {
  see: () => null,
  time: () => null,
  people: (view) =>
    made(
      view,
      "Change who comes",
      [
        line("add", "Add people or agencies, by name or work email", "Joanne Ashworth, police desk"),
        ...(view.attendees.length > 1 ? [invited(view)] : []),
      ],
      ["Add them", "meeting.invite"],
      ...(view.attendees.length > 1 ? ([["Take them off", "meeting.uninvite", "destructive"]] as const) : []),
    ),
  telephone: (view) =>
    view.form.form === "telephone" && view.form.state !== "refused"
      ? null
      : made(
          view,
          "Telephone only",
          [area("whyTelephone", "Why can't there be a call? The Team Manager has to authorise it.")],
          ["Ask for it", "meeting.telephone"],
        ),
  authorise: (view) =>
    view.form.form === "telephone" && view.form.state === "asked"
      ? made(
          view,
          "Decide on the telephone",
          [area("whyDecided", "Why?")],
          ["Authorise telephone discussions", "meeting.authorise"],
          ["Refuse", "meeting.refuse", "destructive"],
        )
      : null,
  cancel: (view) =>
    made(
      view,
      "Cancel",
      [area("whyCancel", "Why is it cancelled? The deadline runs on.")],
      ["Cancel this meeting", "meeting.cancel", "destructive"],
    ),
  cannotCome: (view) =>
    view.slot === null
      ? null
      : made(view, "I can't come", [area("whyAbsent", "Why can't you come?")], ["Tell the chair", "meeting.absent"]),
  chair: (view) =>
    made(
      view,
      "Hand over the chair",
      [line("to", "Who chairs instead?", "Name or work email"), area("whyChair", "Why?")],
      ["Hand over the chair", "meeting.chair"],
    ),
  held: () => null,
  read: () => null,
  record: () => null,
  circulate: () => null,
} as const satisfies Record<MeetingAction, (view: MeetingView) => Form | null>;

/** On the card itself; the others are changes, together under one button: a card has room for six. */
const first = ["authorise", "cannotCome"] as const satisfies readonly MeetingAction[];
const changes = ["people", "telephone", "chair", "cancel"] as const satisfies readonly MeetingAction[];

const formsOf = (view: MeetingView, actions: readonly MeetingAction[]): readonly Form[] =>
  actions.filter((action) => view.may.includes(action)).flatMap((action) => formFor[action](view) ?? []);

const isOpen = ({ inputs }: Form, typed: MeetingTypedIn): boolean => inputs.some(({ id }) => (typed[id] ?? "") !== "");

const stacked = ({ title, inputs, send }: Form, typed: MeetingTypedIn = {}): Element =>
  box(
    [
      strong(title),
      ...inputs.map((input) => ({ ...input, value: typed[input.id] ?? "" })),
      { type: "ActionSet", actions: send },
    ],
    { style: "emphasis" },
  );

/** A form that was not taken stands open with what was typed. */
export const openMeetingForms = (view: MeetingView, typed: MeetingTypedIn): Element[] =>
  formsOf(view, [...first, ...changes])
    .filter((one) => isOpen(one, typed))
    .map((one) => stacked(one, typed));

export const meetingFormButtons = (view: MeetingView, typed: MeetingTypedIn): Action[] => {
  const closed = (actions: readonly MeetingAction[]): readonly Form[] =>
    formsOf(view, actions).filter((one) => !isOpen(one, typed));
  const more = closed(changes);
  return [
    ...closed(first).map(({ title, inputs, send }) => form(title, inputs, send)),
    ...(more.length === 0
      ? []
      : [
          form(
            "Change something",
            more.map((one) => stacked(one)),
            [],
          ),
        ]),
  ];
};
