import type { MeetingView } from "../domain/meeting/view.ts";
import { inWords } from "../time/say.ts";
import { box, card, heading, quiet, say, strong, subheading } from "./kit.ts";
import { meetingFormButtons, openMeetingForms, type MeetingTypedIn } from "./meeting-forms.ts";
import {
  arrangementPart,
  chairPart,
  deadlinePart,
  formPart,
  isAhead,
  peoplePart,
  requiredPart,
  slotInWords,
} from "./meeting-parts.ts";
import { onMeeting } from "./meeting-verbs.ts";
import type { Action, Element, SpokenCard } from "./schema.ts";
import { band } from "./simple.ts";
import { cut, typed } from "./text.ts";

/** A notice over the card, and what was typed into a form that was not taken. */
export interface MeetingNotice {
  readonly text: string;
  readonly tone?: "attention" | "warning" | "good" | "emphasis";
  readonly typed?: MeetingTypedIn;
}

const stateWords = ({ state, slot, dueAt, cancelled, circulated, recordDueAt }: MeetingView): string => {
  switch (state) {
    case "asked":
      return dueAt === null ? "No time chosen yet." : `No time chosen yet. It must be over by ${inWords(dueAt)}.`;
    case "timed":
    case "ready":
      return slot === null ? "" : `${slotInWords(slot)}.`;
    case "held":
      return recordDueAt === null
        ? "It took place. Its record is not complete yet."
        : `It took place. Its record has to be with all parties by ${inWords(recordDueAt)} (WQ-10.7).`;
    case "recorded":
      return recordDueAt === null
        ? "Its record is complete, and not circulated yet."
        : `Its record is complete. It has to be with all parties by ${inWords(recordDueAt)} (WQ-10.7).`;
    case "circulated":
      return circulated === null ? "" : `Its record was circulated ${inWords(circulated.at)}.`;
    case "cancelled":
      return cancelled === null ? "" : `${cancelled.by} cancelled it ${inWords(cancelled.at)}: ${cancelled.reason}`;
  }
};

const join = ({ form, state }: MeetingView): Action[] => {
  const url = "joinUrl" in form ? form.joinUrl : null;
  return url === null || !isAhead(state) ? [] : [{ type: "Action.OpenUrl", title: "Join the call", url }];
};

const own = (view: MeetingView): Action[] => {
  const { id, may, state, form, slot } = view;
  const telephone = form.form === "telephone";
  return [
    ...join(view),
    ...(may.includes("time")
      ? [
          onMeeting(slot === null ? "Choose a time" : "Choose another time", "meeting.offers", id, {
            associatedInputs: "none",
            ...(state === "asked" ? { style: "positive" as const } : {}),
          }),
        ]
      : []),
    ...(may.includes("record") && state !== "recorded"
      ? [
          onMeeting("Write the record", "meeting.form", id, {
            data: { part: 1 },
            associatedInputs: "none",
            ...(state === "held" ? { style: "positive" as const } : {}),
          }),
        ]
      : []),
    ...(may.includes("circulate")
      ? [onMeeting("All parties have it", "meeting.circulate", id, { style: "positive", associatedInputs: "none" })]
      : []),
    ...(form.form === "booking" || telephone
      ? [onMeeting("Look again", "meeting.open", id, { associatedInputs: "none" })]
      : []),
  ];
};

const recordPart = ({ record, state, recordedBy }: MeetingView): Element[] => {
  if (record === null || (state !== "recorded" && state !== "circulated")) return [];
  const written = Object.entries(record.headings).filter(([, text]) => text.trim() !== "");
  const actions = record.actions.map(({ what, who, by }) =>
    say(typed(`${what} (${who}, ${by})`), { spacing: "small" }),
  );
  return [
    subheading("Record"),
    strong(record.section47 === true ? "Section 47 enquiries start." : "Section 47 enquiries do not start."),
    ...written.flatMap(([title, text]) => [quiet(typed(title)), say(typed(cut(text, 900)), { spacing: "none" })]),
    ...(actions.length === 0 ? [] : [subheading("Actions"), ...actions]),
    ...(recordedBy === null ? [] : [quiet(typed(`Written by ${recordedBy}.`))]),
  ];
};

const circulatePart = ({ state, attendees, may }: MeetingView): Element[] =>
  state === "recorded" && may.includes("circulate")
    ? [
        box(
          [
            strong("Send the record to everybody below, then say so here (WQ-10.7)."),
            say(typed(attendees.map(({ name }) => name).join(", ")), { spacing: "small" }),
            quiet("Our own people have it in this chat. Agencies get it by your council's secure mail."),
          ],
          { style: "emphasis" },
        ),
      ]
    : [];

const latePart = ({ late }: MeetingView): Element[] =>
  late === null
    ? []
    : [box([strong("After its deadline"), say(typed(late), { spacing: "small" })], { style: "warning" })];

/** A meeting as somebody may see it: its time, how it is held, the deadlines with their clauses, who must come and who does. */
export const meetingCard = (view: MeetingView, notice: MeetingNotice | null = null): SpokenCard => {
  const { title, ref, caseRef, note } = view;
  const typedIn = notice?.typed ?? {};
  const words = stateWords(view);
  return card({
    spoken: [notice?.text, `${title} ${ref} for ${caseRef}.`, words].filter((one) => one !== undefined).join(" "),
    body: [
      notice === null ? null : band(notice.text, notice.tone ?? "warning"),
      heading(typed(`${title}: ${caseRef}`)),
      quiet(typed(`${ref} · asked for by ${view.askedBy}`)),
      words === "" ? null : say(typed(words), { weight: "bolder", size: "medium" }),
      chairPart(view),
      ...latePart(view),
      ...formPart(view),
      note === null ? null : quiet(typed(note)),
      ...circulatePart(view),
      ...recordPart(view),
      ...deadlinePart(view),
      ...requiredPart(view),
      ...peoplePart(view),
      ...arrangementPart(view),
      ...openMeetingForms(view, typedIn),
    ],
    actions: [...own(view), ...meetingFormButtons(view, typedIn)],
  });
};
