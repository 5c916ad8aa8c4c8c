import type { Call } from "../../app/ports/meetings.ts";
import type { Instant } from "../../domain/instants.ts";
import type { CalendarEvent, Invited, MailKind } from "./event.ts";
import { icsOf } from "./ics.ts";

interface Post {
  readonly id: string;
  readonly joinUrl: string;
  readonly asOf: Instant;
}

/** A calendar shows this many of a call's mails; a call that is changed more often has other troubles. */
const mostMails = 40;

const invitedBy = (call: Call): Invited[] =>
  call.attendees
    .map(({ email, name, required }) => ({ email: email.toLowerCase(), name, required }))
    .filter(({ email }) => email !== call.calendar.toLowerCase());

const withMail = (
  event: CalendarEvent,
  post: Post,
  what: MailKind,
  to: readonly string[],
  comment = "",
): CalendarEvent => {
  if (to.length === 0) return event;
  const ics = icsOf({ ...post, event, what, to, comment });
  return { ...event, mails: [...event.mails, { what, to: [...to], ics }].slice(-mostMails) };
};

const emailsIn = ({ attendees }: { readonly attendees: readonly Invited[] }): string[] =>
  attendees.map(({ email }) => email);

/** A new call, or one that had been cancelled and is booked again: its file then has to outrank the cancellation. */
export const bookedBy = (call: Call, post: Post, before?: CalendarEvent): CalendarEvent => {
  const event: CalendarEvent = {
    ...{ calendar: call.calendar.toLowerCase(), subject: call.subject, agenda: call.agenda, slot: call.slot },
    ...{ attendees: invitedBy(call), state: "booked", replies: {}, joined: [] },
    sequence: before === undefined ? 0 : before.sequence + 1,
    mails: before?.mails ?? [],
  };
  return withMail(event, post, "invitation", emailsIn(event));
};

/** The event as it is called for now; the same object when nothing changes, so that nobody is mailed twice. */
export const changedBy = (event: CalendarEvent, call: Call, post: Post): CalendarEvent => {
  const attendees = invitedBy(call);
  const moved = call.slot.from !== event.slot.from || call.slot.to !== event.slot.to;
  const reworded = call.subject !== event.subject || call.agenda !== event.agenda;
  const [before, after] = [emailsIn(event), attendees.map(({ email }) => email)];
  const added = after.filter((email) => !before.includes(email));
  const removed = before.filter((email) => !after.includes(email));
  const sameRoles = JSON.stringify(attendees) === JSON.stringify(event.attendees);
  if (!moved && !reworded && sameRoles) return event;
  const off = withMail(event, post, "cancellation", removed, "You are no longer asked to this meeting.");
  const next: CalendarEvent = {
    ...off,
    ...{ subject: call.subject, agenda: call.agenda, slot: call.slot, attendees },
    sequence: event.sequence + (moved || reworded ? 1 : 0),
    // Who could come at ten need not be able to come at four.
    replies: moved ? {} : Object.fromEntries(Object.entries(event.replies).filter(([email]) => after.includes(email))),
  };
  const invited = withMail(next, post, "invitation", added);
  const stayed = after.filter((email) => before.includes(email));
  return moved || reworded ? withMail(invited, post, "update", stayed) : invited;
};

export const cancelledWith = (event: CalendarEvent, comment: string, post: Post): CalendarEvent => {
  const off: CalendarEvent = { ...event, state: "cancelled", joined: [], sequence: event.sequence + 1 };
  return withMail(off, post, "cancellation", emailsIn(off), comment);
};
