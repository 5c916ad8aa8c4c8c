import type { Calls, RehearsedCall } from "../../app/ports/calls.ts";
import type { Events } from "./book.ts";
import type { CalendarEvent } from "./event.ts";

const viewOf = (id: string, event: CalendarEvent): RehearsedCall => ({
  ...{ id, subject: event.subject, agenda: event.agenda, slot: event.slot, chair: event.calendar, state: event.state },
  invited: event.attendees.map((each) => ({ ...each, reply: event.replies[each.email] ?? null })),
  joined: event.joined,
  invitations: event.mails.map(({ what, to }, index) => ({ number: index + 1, what, to })),
});

const isAsked = ({ calendar, attendees }: CalendarEvent, email: string): boolean =>
  calendar === email || attendees.some((each) => each.email === email);

/** What the page of a call does with it. */
export const callsIn = (events: Events): Calls => {
  /** Only while the call stands; what `to` gives back unchanged was not to be had. */
  const play = async (id: string, to: (event: CalendarEvent) => CalendarEvent | undefined): Promise<boolean> =>
    (await events.change(id, (event) => (event?.state === "booked" ? to(event) : undefined))) !== undefined;

  return {
    read: async (id) => {
      const event = await events.read(id);
      return event === undefined ? null : viewOf(id, event);
    },
    reply: (id, email, reply) =>
      play(id, (event) =>
        event.attendees.some((each) => each.email === email)
          ? { ...event, replies: { ...event.replies, [email]: reply } }
          : undefined,
      ),
    join: (id, email) =>
      play(id, (event) => {
        if (!isAsked(event, email)) return undefined;
        return event.joined.includes(email) ? event : { ...event, joined: [...event.joined, email] };
      }),
    leave: (id, email) =>
      play(id, (event) =>
        event.joined.includes(email) ? { ...event, joined: event.joined.filter((each) => each !== email) } : undefined,
      ),
    end: (id) => play(id, (event) => ({ ...event, state: "ended", joined: [] })),
    file: async (id, number) => (await events.read(id))?.mails[number - 1]?.ics ?? null,
  };
};
