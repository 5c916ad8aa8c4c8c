import { createHash } from "node:crypto";
import type { Attendee, Event } from "@microsoft/microsoft-graph-types";
import { z } from "zod";
import type { Call } from "../../app/ports/meetings.ts";
import { momentSchema, fromGraph, toGraph, type LondonOffset } from "./times.ts";

/** Named properties of ours on an event. Only they can be searched for: Graph cannot filter by transactionId. */
const ours = "{7b1f64b3-58f3-4c9a-9a52-6f0b6d1c2e07}";
const transactionProperty = `String ${ours} Name WatchfulTransaction`;
const agendaProperty = `String ${ours} Name WatchfulAgenda`;
/** [MS-OXOCAL] 2.2.1.51: Outlook takes "Forward" away from those invited. Programs outside the council may not heed it. */
const doNotForward = { id: "Boolean {00020329-0000-0000-C000-000000000046} Name DoNotForward", value: "true" };

const attendeeSchema = z.object({
  type: z.string().nullish(),
  status: z.object({ response: z.string().nullish() }).nullish(),
  emailAddress: z.object({ address: z.string().nullish() }).nullish(),
});

export const eventSchema = z.object({
  id: z.string().min(1),
  subject: z.string().nullish(),
  isCancelled: z.boolean().nullish(),
  start: momentSchema,
  end: momentSchema,
  attendees: z.array(attendeeSchema).nullish(),
  isOnlineMeeting: z.boolean().nullish(),
  onlineMeeting: z.object({ joinUrl: z.string().nullish() }).nullish(),
  body: z.object({ content: z.string().nullish() }).nullish(),
  singleValueExtendedProperties: z.array(z.object({ id: z.string(), value: z.string() })).nullish(),
});
export type GraphEvent = z.infer<typeof eventSchema>;

export const pathOf = (calendar: string, event?: string): string => {
  const events = `/users/${encodeURIComponent(calendar)}/events`;
  return event === undefined ? events : `${events}/${encodeURIComponent(event)}`;
};

const read =
  "$select=id,subject,isCancelled,start,end,attendees,isOnlineMeeting,onlineMeeting,body" +
  `&$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${agendaProperty}')`)}`;
export const readPath = (calendar: string, event: string): string => `${pathOf(calendar, event)}?${read}`;

/** Always the same for the same transaction, shaped like the GUIDs that Outlook's own clients send. */
export const transactionId = (transaction: string): string => {
  const hex = createHash("sha256").update(transaction).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
};

export const searchPath = ({ calendar, transaction }: Call): string => {
  const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${transactionProperty}' and ep/value eq '${transactionId(transaction)}')`;
  return `${pathOf(calendar)}?$select=id,isCancelled,createdDateTime&$filter=${encodeURIComponent(filter)}&$top=10`;
};

const agendaMark = (agenda: string): string => createHash("sha256").update(agenda).digest("hex");

/** Stands between the agenda and what Teams adds, in a form that survives every change of form. */
const endOfAgenda = "End of the agenda.";

/** Ends every agenda so that it can be replaced without touching Teams' joining details. */
const bodyText = (agenda: string): string => `${agenda.trim()}\n\n${endOfAgenda}\n`;

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", "<br>\n");

/**
 * The new agenda above all that stood below the old one: Graph would take the call out of the event if its joining details were
 * lost from the body. An agenda that somebody has rewritten in Outlook is left standing below the new one.
 */
const bodyHtml = (agenda: string, old: string): string => {
  const end = old.indexOf(endOfAgenda);
  const below = end < 0 ? old.replace(/^[\s\S]*?<body[^>]*>/i, "") : old.slice(end + endOfAgenda.length);
  return `<html><body>${escaped(agenda.trim())}<br>\n<br>\n${endOfAgenda}${below.includes("</body>") ? below : `${below}</body></html>`}`;
};

const isOrganiser = (call: Call, email: string): boolean => email.toLowerCase() === call.calendar.toLowerCase();

const attendeesOf = (call: Call): Attendee[] =>
  call.attendees
    .filter(({ email }) => !isOrganiser(call, email))
    .map(({ email, name, required }) => ({
      emailAddress: { address: email, name },
      type: required ? "required" : "optional",
    }));

const online = { isOnlineMeeting: true, onlineMeetingProvider: "teamsForBusiness" } as const satisfies Event;

/** What a new event is posted as. */
export const newEvent = (call: Call, offset: LondonOffset): Event => ({
  subject: call.subject,
  body: { contentType: "text", content: bodyText(call.agenda) },
  start: toGraph(call.slot.from, offset),
  end: toGraph(call.slot.to, offset),
  attendees: attendeesOf(call),
  ...online,
  sensitivity: "private",
  showAs: "busy",
  allowNewTimeProposals: false,
  responseRequested: true,
  transactionId: transactionId(call.transaction),
  singleValueExtendedProperties: [
    doNotForward,
    { id: transactionProperty, value: transactionId(call.transaction) },
    { id: agendaProperty, value: agendaMark(call.agenda) },
  ],
});

/** Asks Graph again to make it a Teams call. */
export const makeOnline: Event = online;

/** What has to be changed for the event to be what is called for; null when it is already, so that nobody is mailed twice. */
export const changesTo = (event: GraphEvent, call: Call, offset: LondonOffset): Event | null => {
  const changes: Event = {
    ...(event.subject === call.subject ? {} : { subject: call.subject }),
    ...timeChanges(event, call, offset),
    ...(invitedAs(event.attendees ?? [], call) === wantedAs(call) ? {} : { attendees: attendeesOf(call) }),
    ...agendaChanges(event, call),
  };
  return Object.keys(changes).length === 0 ? null : changes;
};

const timeChanges = (event: GraphEvent, { slot }: Call, offset: LondonOffset): Event =>
  fromGraph(event.start, offset) === slot.from && fromGraph(event.end, offset) === slot.to
    ? {}
    : { start: toGraph(slot.from, offset), end: toGraph(slot.to, offset) };

const agendaChanges = (event: GraphEvent, { agenda }: Call): Event => {
  const mark = event.singleValueExtendedProperties?.find(({ id }) => id.toLowerCase() === agendaProperty.toLowerCase());
  if (mark?.value === agendaMark(agenda)) return {};
  return {
    body: { contentType: "html", content: bodyHtml(agenda, event.body?.content ?? "") },
    singleValueExtendedProperties: [{ id: agendaProperty, value: agendaMark(agenda) }],
  };
};

const invitedAs = (attendees: NonNullable<GraphEvent["attendees"]>, call: Call): string =>
  listed(
    attendees.map(({ emailAddress, type }) => [emailAddress?.address ?? "", type !== "optional"]),
    call,
  );

const wantedAs = (call: Call): string =>
  listed(
    call.attendees.map(({ email, required }) => [email, required]),
    call,
  );

const listed = (attendees: readonly (readonly [email: string, required: boolean])[], call: Call): string =>
  attendees
    .filter(([email]) => !isOrganiser(call, email))
    .map(([email, required]) => `${email.toLowerCase()} ${String(required)}`)
    .sort()
    .join("\n");

/** The address by which people join; null while the event is not a Teams call. */
export const joinUrlOf = ({ isOnlineMeeting, onlineMeeting }: GraphEvent): string | null =>
  isOnlineMeeting === true && onlineMeeting?.joinUrl != null && onlineMeeting.joinUrl !== ""
    ? onlineMeeting.joinUrl
    : null;
