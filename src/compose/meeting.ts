import { agenciesFrom, readAgencies } from "../adapters/agencies/read.ts";
import { isThere, readText } from "../adapters/files/policies.ts";
import { localCalendar } from "../adapters/calendar/local.ts";
import { moveChairs } from "../app/meet/meeting.ts";
import type { MeetWorld } from "../app/meet/deps.ts";
import type { Covering } from "../app/covering.ts";
import type { Agencies } from "../app/ports/agencies.ts";
import type { Calls } from "../app/ports/calls.ts";
import type { Clock } from "../app/ports/clock.ts";
import type { Log } from "../app/ports/log.ts";
import type { Meetings } from "../app/ports/meetings.ts";
import type { Records } from "../app/ports/records.ts";
import type { Settings } from "../bot/config.ts";
import { personalDetail } from "../domain/personal.ts";
import { atLondon, londonDate, londonOffset } from "../time/london.ts";
import { NotFit, type House } from "./house.ts";

interface CalendarDeps extends Pick<House, "directory"> {
  readonly records: Records;
  readonly clock: Clock;
  readonly log: Log;
  /** The port of this process, known once it listens. */
  readonly port: () => number;
  /** A token of the application for Microsoft Graph. */
  readonly token: () => Promise<string>;
}

/** The council's file of agencies, checked. A file that is not there is none: then nobody outside can be invited from a list. */
export const readContacts = (path: string | undefined, { agencies }: House["rulebook"]): Agencies => {
  if (path === undefined || !isThere(path)) return agenciesFrom([]);
  // Policies that name no agency arrange no meetings: whoever is in the file is never invited.
  if (Object.keys(agencies).length === 0) return agenciesFrom([]);
  const { contacts, faults } = readAgencies(readText(path).text, agencies);
  if (faults.length === 0) return agenciesFrom(contacts);
  throw new NotFit(faults.map(({ line, what }) => `${path}:${String(line)}: ${what}`).join("\n"));
};

/** Graph in service; without credentials the rehearsal's own calendar, and the calls that its page plays. */
export const openCalendar = async (
  deps: CalendarDeps,
  { credentials }: Pick<Settings, "credentials">,
): Promise<{ readonly meetings: Meetings; readonly calls: Calls | null }> => {
  const { records, clock, directory, log, port, token } = deps;
  const personal = (text: string): boolean =>
    personalDetail(text, Number(londonDate(clock.now()).slice(0, 4))) !== null;
  if (credentials === null) {
    const london = { at: atLondon, date: londonDate };
    const knows = (email: string): boolean => directory.person(email) !== undefined;
    const callUrl = (id: string): string => `http://localhost:${String(port())}/call/${encodeURIComponent(id)}`;
    return localCalendar({ records, clock, london, knows, personal, callUrl });
  }
  const { graphMeetings } = await import("../adapters/graph/meetings.ts");
  const account = (email: string): string | null => directory.person(email)?.account ?? null;
  return { meetings: graphMeetings({ token, personal, londonOffset, account, log }), calls: null };
};

/** A chair who goes on leave is replaced by whoever covers. A crash in between is made good when the meeting is next due. */
export const movingChairs = (covering: Covering, world: MeetWorld): Covering => ({
  ...covering,
  confirm: async (id, by) => {
    const answer = await covering.confirm(id, by);
    if (answer.outcome === "done") await moveChairs(world, by);
    return answer;
  },
});
