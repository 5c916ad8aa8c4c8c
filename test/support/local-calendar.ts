import ICAL from "ical.js";
import { eventSchema } from "../../src/adapters/calendar/event.ts";
import { localCalendar } from "../../src/adapters/calendar/local.ts";
import { openSqlite } from "../../src/adapters/sqlite/open.ts";
import type { Records } from "../../src/app/ports/records.ts";
import { personalDetail } from "../../src/domain/personal.ts";
import { atLondon, londonDate } from "../../src/time/london.ts";
import type { MeetingsBench } from "../contracts/meetings.ts";

export const staff = [
  "cerys.howell@ambershire.example",
  "omar.farouk@ambershire.example",
  "lena.brandt@ambershire.example",
] as const;

/** Monday 23 November 2026, 09:00 in London. */
export const nine = atLondon("2026-11-23", "09:00");

/** The one event of an .ics file, read by another library than the one that wrote it. Throws when it is not RFC 5545. */
export const readIcs = (ics: string) => {
  const calendar = new ICAL.Component(ICAL.parse(ics) as unknown[]);
  const [component, ...others] = calendar.getAllSubcomponents("vevent");
  if (component === undefined || others.length > 0) throw new Error("Not one event.");
  const event = new ICAL.Event(component);
  const text = (name: string): string => String(component.getFirstPropertyValue(name));
  return {
    ...{
      method: String(calendar.getFirstPropertyValue("method")),
      version: String(calendar.getFirstPropertyValue("version")),
    },
    ...{ uid: event.uid, sequence: event.sequence, summary: event.summary, description: event.description },
    slot: { from: event.startDate.toUnixTime() * 1000, to: event.endDate.toUnixTime() * 1000 },
    stamp: text("dtstamp"),
    status: text("status"),
    class: text("class"),
    organizer: event.organizer,
    attendees: event.attendees.map((each) => ({
      mail: String(each.getFirstValue()).toLowerCase(),
      role: each.getParameter("role"),
    })),
  };
};

const allEvents = async (records: Records) =>
  (await records.list("calendar", { limit: 999 })).map(({ id, body }) => ({ id, ...eventSchema.parse(body) }));

export const localBench = (records: Records = openSqlite(":memory:")) => {
  const { meetings, calls } = localCalendar({
    records,
    clock: { now: () => nine },
    london: { at: atLondon, date: londonDate },
    knows: (email) => staff.some((each) => each === email),
    personal: (text) => personalDetail(text, 2026) !== null,
    callUrl: (id) => `http://localhost:3978/call/${id}`,
  });
  const bench: MeetingsBench = {
    meetings,
    people: staff,
    standing: async (calendar) =>
      (await allEvents(records))
        .filter((event) => event.calendar === calendar && event.state === "booked")
        .map(({ id, subject, slot, attendees }) => ({
          id,
          subject,
          slot,
          invited: attendees.map(({ email }) => email),
        })),
    mails: async () =>
      (await allEvents(records)).flatMap((event) =>
        event.mails.flatMap(({ to, what, ics }) =>
          to.map((email) => ({ to: email, what, text: `${readIcs(ics).summary}\n${readIcs(ics).description}` })),
        ),
      ),
    answer: async (event, email, reply) => {
      if (!(await calls.reply(event, email, reply))) throw new Error("The calendar did not take the answer.");
    },
    stop: () => records.close(),
  };
  return { ...bench, calls, records };
};
