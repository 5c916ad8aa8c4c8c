import {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from "ical-generator";
import type { Instant } from "../../domain/instants.ts";
import type { CalendarEvent, MailKind } from "./event.ts";

export interface IcsFor {
  readonly id: string;
  readonly event: CalendarEvent;
  readonly what: MailKind;
  readonly to: readonly string[];
  /** Why it was cancelled; empty otherwise. */
  readonly comment: string;
  readonly joinUrl: string;
  readonly asOf: Instant;
}

const notACall = "This invitation was made in a rehearsal. No Teams call exists, and nobody was sent anything.";

/** The file of one mail (RFC 5545, with a method of RFC 5546). Times are in UTC, which every calendar shows in its own zone. */
export const icsOf = ({ id, event, what, to, comment, joinUrl, asOf }: IcsFor): string => {
  const cancelled = what === "cancellation";
  const calendar = new ICalCalendar({
    prodId: { company: "Watchful", product: "Rehearsal", language: "EN" },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: `${id}@rehearsal.watchful.invalid`,
    sequence: event.sequence,
    stamp: new Date(asOf),
    start: new Date(event.slot.from),
    end: new Date(event.slot.to),
    summary: event.subject,
    description: [comment, event.agenda, joinUrl, notACall].filter((part) => part !== "").join("\n\n"),
    location: "Rehearsal call",
    url: joinUrl,
    class: ICalEventClass.PRIVATE,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: { name: event.calendar, email: event.calendar },
    attendees: event.attendees.filter(({ email }) => (cancelled ? to.includes(email) : true)).map(attendeeOf),
  });
  return calendar.toString();
};

const attendeeOf = ({ email, name, required }: CalendarEvent["attendees"][number]) => ({
  email,
  name,
  role: required ? ICalAttendeeRole.REQ : ICalAttendeeRole.OPT,
  status: ICalAttendeeStatus.NEEDSACTION,
  rsvp: true,
});
