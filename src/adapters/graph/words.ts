import type { Refused } from "./asking.ts";

/** What a person can do about a refusal of Graph's. */
export const refusalWords = ({ status, code }: Refused, calendar: string): string => {
  if (status === 403)
    return `Watchful may not write in the calendar of ${calendar}. Ask an administrator to give it the permission Calendars.ReadWrite for that mailbox, or book the call by hand.`;
  if (status === 404)
    return `There is no calendar for ${calendar} in Microsoft 365. Check the email on the roster, choose another chair, or book the call by hand.`;
  return `Microsoft 365 refused the call (${String(status)} ${code}). Book it by hand, and tell your IT service this code.`;
};

export const personalWords =
  "The subject or the agenda holds what may identify a child: a date of birth, an NHS number or a postcode. Take it out and book again; nothing was sent.";

export const noAddressWords = (calendar: string): string =>
  `Teams gave the call no address to join by, so the event was taken out of the calendar of ${calendar} again. Book a Teams meeting by hand, or try again later.`;

export const goneWords = (calendar: string): string =>
  `The call is no longer in the calendar of ${calendar}: somebody deleted it there. Book it again.`;

/** What those invited read when an event is withdrawn that nobody can join. */
export const withdrawnWords = "This call could not be set up. You will be invited again.";

export const twiceWords = "This invitation was sent twice. The other one stands.";
