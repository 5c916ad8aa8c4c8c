import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { changeSchema, newEventSchema } from "./shapes.ts";
import { toInstant } from "./zones.ts";

type Response = "none" | "accepted" | "tentativelyAccepted" | "declined";
type Written = z.infer<typeof newEventSchema>;
type Changes = z.infer<typeof changeSchema>;

export interface KeptEvent extends Written {
  readonly id: string;
  readonly mailbox: string;
  readonly createdDateTime: string;
  isCancelled: boolean;
  joinUrl: string | null;
  html: string;
  readonly responses: Map<string, Response>;
}

/** A mail that Outlook sent about an event. */
export interface Mail {
  readonly to: string;
  readonly what: "invitation" | "update" | "cancellation";
  readonly event: string;
  readonly text: string;
}

/** Whether an event gets its join address: at once, after it is read so often, only when asked for again, or never. */
export type Joins = "at-once" | { readonly afterReads: number } | "when-patched" | "never";

const marker = "me-email-text";
const blob = (joinUrl: string): string => `<div class="${marker}">Microsoft Teams <a href="${joinUrl}">Join</a></div>`;
const asHtml = ({ contentType, content }: { contentType: "text" | "html"; content: string }): string =>
  contentType === "html"
    ? content
    : `<html><body>${content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll("\n", "<br>\n")}</body></html>`;

interface Books {
  readonly mailboxes: Set<string>;
  readonly events: Map<string, KeptEvent>;
  readonly busy: Map<string, { from: number; to: number; status: string }[]>;
  readonly mails: Mail[];
  /** By the event's subject, so that a test can have it differ from one to the next. */
  joins: (subject: string) => Joins;
}

const mail = ({ mails }: Books, event: KeptEvent, to: readonly string[], what: Mail["what"], more = ""): void => {
  for (const address of to)
    mails.push({ to: address, what, event: event.id, text: `${event.subject}\n${event.html}\n${more}` });
};

const addresses = ({ attendees = [] }: Pick<Written, "attendees">): string[] =>
  attendees.map(({ emailAddress }) => emailAddress.address.toLowerCase());

const giveAddress = (event: KeptEvent): void => {
  // A call that was taken out of its event does not come back: who has the old address waits alone.
  event.joinUrl = `https://teams.microsoft.com/l/meetup-join/${randomUUID()}`;
  event.html = event.html.replace(/(<\/body><\/html>)?$/, `${blob(event.joinUrl)}$1`);
};

const live = ({ events }: Books, mailbox: string): KeptEvent[] =>
  [...events.values()].filter((event) => event.mailbox === mailbox && !event.isCancelled);

const create = (books: Books, mailbox: string, written: Written): KeptEvent => {
  const of = written.transactionId;
  // A second POST with the same transactionId makes no second event (event resource, transactionId).
  const known = live(books, mailbox).find(({ transactionId }) => of !== undefined && transactionId === of);
  if (known) return known;
  const html = written.body ? asHtml(written.body) : "";
  const event: KeptEvent = {
    ...written,
    ...{ id: `AAMk${randomUUID()}=/+`, mailbox, html, isCancelled: false, joinUrl: null, responses: new Map() },
    createdDateTime: new Date(books.events.size * 1000).toISOString(),
  };
  books.events.set(event.id, event);
  if (event.isOnlineMeeting === true && books.joins(event.subject) === "at-once") giveAddress(event);
  mail(books, event, addresses(event), "invitation");
  return event;
};

const write = (event: KeptEvent, changes: Changes): void => {
  const extended = changes.singleValueExtendedProperties ?? [];
  const kept = (event.singleValueExtendedProperties ?? []).filter(({ id }) => !extended.some((each) => each.id === id));
  Object.assign(event, changes, { singleValueExtendedProperties: [...kept, ...extended] });
  if (!changes.body) return;
  event.html = asHtml(changes.body);
  // Documented: a body without the meeting's blob takes the call out of the event.
  if (!event.html.includes(marker)) Object.assign(event, { joinUrl: null, isOnlineMeeting: false });
};

const seenByAll = ["start", "end", "subject", "body"];

const change = (books: Books, event: KeptEvent, changes: Changes): void => {
  const before = addresses(event);
  const asked = changes.isOnlineMeeting === true && event.joinUrl === null;
  write(event, changes);
  if (asked && books.joins(event.subject) !== "never") giveAddress(event);
  const after = addresses(event);
  const [added, removed] = [
    after.filter((each) => !before.includes(each)),
    before.filter((each) => !after.includes(each)),
  ];
  mail(books, event, added, "invitation");
  mail(books, event, removed, "cancellation");
  const stayed = after.filter((each) => before.includes(each));
  if (Object.keys(changes).some((key) => seenByAll.includes(key))) mail(books, event, stayed, "update");
};

const taken = ({ busy, events }: Books, email: string, from: number, to: number) => {
  const mine = [...events.values()].filter(
    (event) => !event.isCancelled && (event.mailbox === email || addresses(event).includes(email)),
  );
  const calls = mine.map(({ start, end }) => ({ from: toInstant(start), to: toInstant(end), status: "busy" }));
  return [...(busy.get(email) ?? []), ...calls].filter((each) => each.from < to && each.to > from);
};

/** The calendars of a made-up tenant, as Outlook keeps them. */
export const createCalendars = () => {
  const books: Books = { mailboxes: new Set(), events: new Map(), busy: new Map(), mails: [], joins: () => "at-once" };
  return {
    ...{ events: books.events, mails: books.mails },
    live: (mailbox: string) => live(books, mailbox),
    create: (mailbox: string, written: Written) => create(books, mailbox, written),
    change: (event: KeptEvent, changes: Changes) => change(books, event, changes),
    cancel: (event: KeptEvent, comment: string) => {
      event.isCancelled = true;
      mail(books, event, addresses(event), "cancellation", comment);
    },
    has: (mailbox: string) => books.mailboxes.has(mailbox),
    add: (...emails: string[]) => emails.forEach((email) => books.mailboxes.add(email)),
    joins: (how: Joins | Books["joins"]) => {
      books.joins = typeof how === "function" ? how : () => how;
    },
    /** An event is about to be read: it may have got its address meanwhile. */
    seen: (event: KeptEvent, reads: number) => {
      const how = books.joins(event.subject);
      if (typeof how === "object" && event.joinUrl === null && reads > how.afterReads) giveAddress(event);
    },
    occupy: (email: string, from: number, to: number, status = "busy") => {
      books.busy.set(email, [...(books.busy.get(email) ?? []), { from, to, status }]);
    },
    taken: (email: string, from: number, to: number) => taken(books, email, from, to),
  };
};
export type Calendars = ReturnType<typeof createCalendars>;
