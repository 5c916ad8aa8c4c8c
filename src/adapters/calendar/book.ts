import type { Records, Stored } from "../../app/ports/records.ts";
import { eventSchema, type CalendarEvent } from "./event.ts";

const kind = "calendar" as const;
const pageSize = 200;

/** What becomes of an event; the event as it was, and nothing is written. */
export type Change = (event: CalendarEvent | undefined) => CalendarEvent | undefined;

/** Everybody whose time it takes finds it by their own email; an event that is off takes nobody's. */
const keysOf = ({ state, calendar, attendees }: CalendarEvent): string[] =>
  state === "cancelled"
    ? []
    : [...new Set([calendar, ...attendees.map(({ email }) => email)])].map((email) => `of:${email}`);

/** The calendar's events in the store, one document each, written only over what was read. */
export const eventsIn = (records: Pick<Records, "read" | "commit" | "find">) => {
  const read = async (id: string): Promise<{ event: CalendarEvent | undefined; version: number }> => {
    const stored = await records.read({ kind, id });
    return { event: stored && eventSchema.parse(stored.body), version: stored?.version ?? 0 };
  };

  const change = async (id: string, to: Change): Promise<CalendarEvent | undefined> => {
    const { event, version } = await read(id);
    const next = to(event);
    if (next === undefined || next === event) return next;
    const write = { kind, id, expectedVersion: version, body: next, dueAt: null, keys: keysOf(next) };
    // Somebody else wrote meanwhile: what becomes of it is asked of what stands there now.
    return (await records.commit(write)) === "conflict" ? change(id, to) : next;
  };

  const of = async (email: string): Promise<readonly CalendarEvent[]> => {
    const found: CalendarEvent[] = [];
    for (let page: readonly Stored[] = []; ;) {
      const after = page.at(-1)?.id;
      page = await records.find(kind, `of:${email}`, { limit: pageSize, ...(after === undefined ? {} : { after }) });
      found.push(...page.map(({ body }) => eventSchema.parse(body)));
      if (page.length < pageSize) return found;
    }
  };

  return { read: async (id: string) => (await read(id)).event, change, of };
};
export type Events = ReturnType<typeof eventsIn>;
