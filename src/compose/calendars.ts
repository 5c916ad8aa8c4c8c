import { localCalendar } from "../adapters/calendar/local.ts";
import type { GraphOptions } from "../adapters/graph/options.ts";
import type { Calls } from "../app/ports/calls.ts";
import type { Clock } from "../app/ports/clock.ts";
import type { Directory } from "../app/ports/directory.ts";
import type { Log } from "../app/ports/log.ts";
import type { Meetings } from "../app/ports/meetings.ts";
import type { Records } from "../app/ports/records.ts";
import { personalDetail } from "../domain/personal.ts";
import { atLondon, londonDate, londonOffset } from "../time/london.ts";

export interface CalendarWorld {
  readonly records: Records;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly log: Log;
  /** A token of the application for a service of Microsoft's; null where there are no credentials: the rehearsal. */
  readonly token: ((audience: string) => Promise<string | null>) | null;
  /** For tests: another address than Graph's own, and less patience. */
  readonly graph?: Pick<Partial<GraphOptions>, "baseUrl" | "patience" | "timer">;
  /** Where this service listens; asked only once it does. */
  readonly port: () => number;
}

export interface Calendars {
  readonly meetings: Meetings;
  /** What the room plays; null in service, where calls are Teams'. */
  readonly calls: Calls | null;
}

const graphUrl = "https://graph.microsoft.com";

/** Outlook's calendars in service, the store's own in the rehearsal. What the other one needs is not even loaded. */
export const openCalendars = async (world: CalendarWorld): Promise<Calendars> => {
  if (world.token === null) return localOf(world);
  const { graphMeetings } = await import("../adapters/graph/meetings.ts");
  return { meetings: graphMeetings(graphOptions(world, world.token)), calls: null };
};

/** A year is what tells a date of birth from a date on which something happened. */
const personalIn =
  ({ clock }: CalendarWorld) =>
  (text: string): boolean =>
    personalDetail(text, Number(londonDate(clock.now()).slice(0, 4))) !== null;

const graphOptions = (world: CalendarWorld, token: NonNullable<CalendarWorld["token"]>): GraphOptions => ({
  token: async () => {
    const bearer = await token(graphUrl);
    if (bearer === null) throw new Error("There is no token for Microsoft Graph: check the application's credentials.");
    return bearer;
  },
  personal: personalIn(world),
  londonOffset,
  baseUrl: graphUrl,
  account: (email) => world.directory.person(email)?.account ?? null,
  log: world.log,
  ...world.graph,
});

const localOf = (world: CalendarWorld): Calendars =>
  localCalendar({
    records: world.records,
    clock: world.clock,
    london: { at: atLondon, date: londonDate },
    knows: (email) => world.directory.person(email) !== undefined,
    personal: personalIn(world),
    callUrl: (id) => `http://localhost:${String(world.port())}/call/${id}`,
  });
