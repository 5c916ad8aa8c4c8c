import type { AttendeeView, MeetingDeadlineView, MeetingView } from "../domain/meeting/view.ts";
import { inWords } from "../time/say.ts";
import { box, coloured, quiet, say, strong, subheading } from "./kit.ts";
import { sideBySide } from "./kit-rows.ts";
import type { Colour, Element } from "./schema.ts";
import { counted, typed } from "./text.ts";
import { shortly } from "./when.ts";

const minuteMs = 60_000;

/** It can still take place: what it needs for that is shown only so long. */
export const isAhead = (state: MeetingView["state"]): boolean =>
  state === "asked" || state === "timed" || state === "ready";

/** "Tuesday 24 November 2026, 2pm to 3pm". */
export const slotInWords = ({ from, to }: { readonly from: number; readonly to: number }, near?: number): string =>
  `${inWords(from, near)} to ${shortly(to, from)}`;

export const minutesOf = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  counted(Math.round((to - from) / minuteMs), "minute");

const deadlineRow = ({ clause, title, dueAt, houseRule, chosen, runs }: MeetingDeadlineView): Element =>
  box(
    [
      say(typed(`${dueAt === null ? "No limit stated" : inWords(dueAt)} (${clause})`), {
        weight: runs ? "bolder" : "default",
      }),
      quiet(typed(title), { spacing: "none" }),
      ...(chosen === null ? [] : [quiet(typed(`Chosen deliberately: ${chosen.reason}`), { spacing: "none" })]),
      ...(houseRule === null || !runs ? [] : [quiet(typed(`House rule: ${houseRule}`), { spacing: "none" })]),
    ],
    { spacing: "small" },
  );

/** Every deadline with its clause, the one that runs first. */
export const deadlinePart = ({ deadlines, state }: MeetingView): Element[] =>
  isAhead(state)
    ? [subheading(deadlines.length === 1 ? "Deadline" : "Deadlines: the earliest runs"), ...deadlines.map(deadlineRow)]
    : [];

const standings = {
  accepted: { text: "accepted", color: "good" },
  tentative: { text: "may come", color: "warning" },
  unanswered: { text: "no answer yet", color: "warning" },
  declined: { text: "declined", color: "attention" },
  nobody: { text: "nobody is asked yet", color: "attention" },
} as const satisfies Record<MeetingView["required"][number]["standing"], { text: string; color: Colour }>;

/** The agencies that have to come, the clauses that say so, and how they stand. */
export const requiredPart = ({ required, state }: MeetingView): Element[] =>
  required.length === 0 || !isAhead(state)
    ? []
    : [
        subheading("Agencies that must be asked"),
        ...required.map(({ title, clauses, standing }) =>
          sideBySide(
            [say(typed(title)), quiet(typed(clauses.join(", ")), { spacing: "none" })],
            [coloured(standings[standing].text, standings[standing].color, { horizontalAlignment: "right" })],
          ),
        ),
      ];

const replyWords = { accepted: "accepted", tentative: "may come", declined: "declined" } as const;

const answerOf = ({ reply, cannotCome }: AttendeeView): string =>
  cannotCome === null ? (reply === null ? "no answer yet" : replyWords[reply]) : `can't come: ${cannotCome}`;

const roleOf = ({ agency }: AttendeeView): string => (agency === null ? "" : ` (${agency})`);

export const peoplePart = ({ attendees, slot, state }: MeetingView): Element[] =>
  attendees.length < 2 || !isAhead(state)
    ? []
    : [
        subheading("Invited"),
        ...attendees
          .filter(({ chairs }) => !chairs)
          .map((one) =>
            say(typed(`${one.name}${roleOf(one)}${slot === null ? "" : `: ${answerOf(one)}`}`), { spacing: "small" }),
          ),
      ];

export const chairPart = ({ chair }: MeetingView): Element =>
  say(typed(`Chair: ${chair.name}, ${chair.postTitle}`), { spacing: "small" });

const bandOf = (text: string, style: "emphasis" | "good" | "warning" | "attention", more?: string): Element =>
  box([strong(typed(text)), ...(more === undefined ? [] : [say(typed(more), { spacing: "small" })])], { style });

/** How it is held, and how far the call has got. */
export const formPart = ({ form, slot, state }: MeetingView): Element[] => {
  if (!isAhead(state)) return [];
  switch (form.form) {
    case "none":
      return [];
    case "booking":
      return [bandOf("The call is being put into the chair's calendar.", "emphasis")];
    case "call":
      return [bandOf("The call is booked, and the invitations are out.", "good")];
    case "by-hand":
      return [bandOf("It is not in the calendar. Please book it by hand.", "attention", form.why)];
    case "telephone": {
      const { state, clause, by, reason, answeredBy, answer } = form;
      const asked = `${by}: ${reason}`;
      const said = answeredBy === null ? asked : `${asked}\n${answeredBy}: ${answer ?? ""}`;
      if (state === "asked") return [bandOf(`Asked: telephone discussions only (${clause})`, "warning", said)];
      if (state === "refused") return [bandOf(`Telephone discussions were refused (${clause})`, "warning", said)];
      const when = slot === null ? "" : `, ${inWords(slot.from)}`;
      return [bandOf(`By telephone only${when}: authorised (${clause})`, "good", said)];
    }
  }
};

export const arrangementPart = ({ arrangements }: MeetingView): Element[] =>
  arrangements.length === 0
    ? []
    : [
        subheading("To arrange"),
        ...arrangements.map(({ clause, what }) => say(typed(`${what} (${clause})`), { spacing: "small" })),
      ];
