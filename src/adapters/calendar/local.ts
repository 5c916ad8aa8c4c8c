import type { Calls } from "../../app/ports/calls.ts";
import type { Clock } from "../../app/ports/clock.ts";
import type { Booked, Call, Diary, Meetings } from "../../app/ports/meetings.ts";
import type { Records } from "../../app/ports/records.ts";
import { mergedBusy } from "../../domain/meeting/busy.ts";
import type { Slot } from "../../domain/meeting/facts.ts";
import { eventsIn, type Events } from "./book.ts";
import { callsIn } from "./calls.ts";
import { bookedBy, cancelledWith, changedBy } from "./changes.ts";
import { engagementsOf, type London } from "./engagements.ts";
import { eventId } from "./event.ts";

export interface LocalCalendarOptions {
  readonly records: Pick<Records, "read" | "commit" | "find">;
  readonly clock: Clock;
  readonly london: London;
  /** Whether this work email belongs to somebody whose diary is kept here. Agencies' are not. */
  readonly knows: (email: string) => boolean;
  /** Whether a text holds what would identify a child. */
  readonly personal: (text: string) => boolean;
  /** Where the page of a call is: `http://localhost:3978/call/<id>`. */
  readonly callUrl: (id: string) => string;
}

const personalWords =
  "The subject or the agenda holds what may identify a child: a date of birth, an NHS number or a postcode. Take it out and book again; nothing was sent.";
const goneWords = (calendar: string): string =>
  `The call is no longer in the calendar of ${calendar}: somebody deleted it there. Book it again.`;

/**
 * The calendar of made-up Ambershire, for the rehearsal: kept in the store, with an .ics file for every mail that would have been
 * sent. No Teams call exists behind it; its page (`calls`) plays one.
 */
export const localCalendar = (
  options: LocalCalendarOptions,
): { readonly meetings: Meetings; readonly calls: Calls } => {
  const events = eventsIn(options.records);
  return { meetings: meetingsIn(events, options), calls: callsIn(events) };
};

const meetingsIn = (events: Events, options: LocalCalendarOptions): Meetings => {
  const { clock, personal, callUrl } = options;
  const personalIn = ({ subject, agenda }: Call): boolean => personal(subject) || personal(agenda);
  const post = (id: string) => ({ id, joinUrl: callUrl(id), asOf: clock.now() });
  const booked = (id: string): Booked => ({ outcome: "booked", event: id, joinUrl: callUrl(id) });
  const refused = { outcome: "refused", why: personalWords } as const;
  return {
    rehearsed: true,
    diaries: (emails, between) => Promise.all(emails.map((email) => diaryOf(events, options, email, between))),
    book: async (call) => {
      if (personalIn(call)) return refused;
      const id = eventId(call.transaction);
      await events.change(id, (event) =>
        event === undefined || event.state === "cancelled"
          ? bookedBy(call, post(id), event)
          : changedBy(event, call, post(id)),
      );
      return booked(id);
    },
    change: async (id, call) => {
      if (personalIn(call)) return refused;
      const changed = await events.change(id, (event) =>
        event === undefined || event.state === "cancelled" ? undefined : changedBy(event, call, post(id)),
      );
      return changed === undefined ? { outcome: "refused", why: goneWords(call.calendar) } : booked(id);
    },
    cancel: async (id, _calendar, comment) => {
      if (personal(comment)) return refused;
      await events.change(id, (event) =>
        event === undefined || event.state === "cancelled" ? event : cancelledWith(event, comment, post(id)),
      );
      return { outcome: "done" };
    },
    replies: (id, calendar) => repliesOf(events, id, calendar),
  };
};

const repliesOf = async (events: Events, id: string, calendar: string): ReturnType<Meetings["replies"]> => {
  const event = await events.read(id);
  return event === undefined || event.state === "cancelled"
    ? { outcome: "refused", why: goneWords(calendar) }
    : { outcome: "read", replies: event.replies };
};

const diaryOf = async (events: Events, options: LocalCalendarOptions, asked: string, between: Slot): Promise<Diary> => {
  const email = asked.toLowerCase();
  if (!options.knows(email)) return { email, known: false, busy: [] };
  const calls = (await events.of(email))
    .filter(({ slot, replies }) => slot.from < between.to && slot.to > between.from && replies[email] !== "declined")
    .map(({ slot }) => ({ ...slot, kind: "busy" as const }));
  return { email, known: true, busy: mergedBusy([...engagementsOf(email, between, options.london), ...calls]) };
};
