import type { MeetingOffers, MeetingRow, OfferView } from "../domain/meeting/shown.ts";
import { inWords } from "../time/say.ts";
import { box, card, heading, quiet, say, strong } from "./kit.ts";
import { tapRow } from "./kit-rows.ts";
import { minutesOf, slotInWords } from "./meeting-parts.ts";
import { onMeeting } from "./meeting-verbs.ts";
import { act } from "./kit.ts";
import type { Element, SpokenCard, TextInput } from "./schema.ts";
import { band } from "./simple.ts";
import { counted, listed, typed } from "./text.ts";

const hours = { working: "", evening: "Outside the working day.", night: "At night." } as const;

/** Who can, who can't, and who has to be asked: outside agencies are never assumed to be free. */
const who = ({ free, busy, ask }: OfferView): string =>
  [
    free.length === 0 ? "" : `Free: ${listed(free)}.`,
    busy.length === 0 ? "" : `Not free: ${listed(busy)}.`,
    ask.length === 0 ? "" : `To be asked: ${listed(ask)}.`,
  ]
    .filter((one) => one !== "")
    .join(" ");

const offerRow = (meeting: string, offer: OfferView): Element => {
  const { from, to } = offer.slot;
  const more = [
    hours[offer.hours],
    offer.short ? `Only ${minutesOf(offer.slot)}.` : "",
    offer.late ? "After the deadline." : "",
  ];
  const press = onMeeting(slotInWords(offer.slot), "meeting.time", meeting, { data: { from, to } });
  return tapRow(
    [
      strong(typed(slotInWords(offer.slot))),
      ...(more.some((one) => one !== "")
        ? [say(more.filter((one) => one !== "").join(" "), { color: "warning", spacing: "none" })]
        : []),
      quiet(typed(who(offer)), { spacing: "none" }),
    ],
    press,
  );
};

const input = (id: string, label: string, value: string, more: Partial<TextInput> = {}): TextInput => ({
  ...{ type: "Input.Text", id, label, value, maxLength: 1000 },
  ...more,
});

/** Times to choose from, best first, and a time of one's own. Late ones need a reason. */
export const meetingOffersCard = (
  { meeting, why, offers }: MeetingOffers,
  notice: string | null = null,
  typedIn: Readonly<Record<string, string>> = {},
): SpokenCard => {
  const due = meeting.dueAt === null ? "No limit is stated." : `It must be over by ${inWords(meeting.dueAt)}.`;
  return card({
    spoken: `${notice ?? ""} Choose a time for ${meeting.ref}. ${why ?? due}`.trim(),
    body: [
      notice === null ? null : band(notice, "attention"),
      heading(typed(`Choose a time: ${meeting.caseRef}`)),
      say(typed(due)),
      why === null ? null : box([strong(typed(why))], { style: "warning" }),
      ...offers.map((offer) => offerRow(meeting.id, offer)),
      input("when", "Another time", typedIn["when"] ?? "", { placeholder: "tomorrow 2pm", maxLength: 200 }),
      input("whyLate", "Why is it after the deadline? Only for a late time", typedIn["whyLate"] ?? "", {
        isMultiline: true,
      }),
      quiet("Nobody is invited before you choose. The agencies are asked by the invitation."),
    ],
    actions: [
      onMeeting("Take the time I wrote", "meeting.when", meeting.id, { style: "positive" }),
      onMeeting("Back to the meeting", "meeting.open", meeting.id, { associatedInputs: "none" }),
    ],
  });
};

const stateWords = {
  asked: "no time yet",
  timed: "being booked",
  ready: "booked",
  held: "record to write",
  recorded: "record to circulate",
  circulated: "over",
  cancelled: "cancelled",
} as const satisfies Record<MeetingRow["state"], string>;

const rowWords = ({ from, dueAt, state }: MeetingRow): string => {
  if (from !== null) return `${inWords(from)}: ${stateWords[state]}`;
  return dueAt === null ? stateWords[state] : `${stateWords[state]}, to be held by ${inWords(dueAt)}`;
};

/** Somebody's meetings, the soonest first. */
export const meetingsCard = (rows: readonly MeetingRow[]): SpokenCard =>
  card({
    spoken:
      rows.length === 0 ? "You have no strategy meetings." : `You have ${counted(rows.length, "strategy meeting")}.`,
    body: [
      heading("Strategy meetings"),
      ...(rows.length === 0 ? [say("You have none that you asked for, chair or are invited to.")] : []),
      ...rows.map((row) =>
        tapRow(
          [
            strong(typed(`${row.title}: ${row.caseRef}`)),
            quiet(typed(`${row.ref} · ${rowWords(row)}`), { spacing: "none" }),
          ],
          onMeeting("Open", "meeting.open", row.id),
        ),
      ),
    ],
    actions: [act("Ask for a strategy meeting", "meeting.start", {}, { style: "positive" })],
  });
