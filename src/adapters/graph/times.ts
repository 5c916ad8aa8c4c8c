import type { DateTimeTimeZone } from "@microsoft/microsoft-graph-types";
import { z } from "zod";
import type { Instant } from "../../domain/instants.ts";

/** Milliseconds that London is ahead of UTC at an instant. */
export type LondonOffset = (instant: Instant) => number;

const hourMs = 3_600_000;

/** London as Windows and as the time-zone database name it. */
const london = new Set(["gmt standard time", "europe/london"]);
const utc = new Set(["utc", "etc/utc", "etc/gmt", "z", ""]);

/** "2026-10-25T00:30:00" */
const wall = (at: number): string => new Date(at).toISOString().slice(0, 19);

/** The earlier of two readings in the hour that comes twice. */
const fromLondon = (shown: number, offset: LondonOffset): Instant =>
  offset(shown - hourMs) === hourMs ? shown - hourMs : shown;

/** Graph's own form of a moment in London's time, so that every diary shows it so; in UTC where London's clocks show a time twice. */
export const toGraph = (at: Instant, offset: LondonOffset): Required<DateTimeTimeZone> => {
  const shown = at + offset(at);
  return fromLondon(shown, offset) === at
    ? { dateTime: wall(shown), timeZone: "GMT Standard Time" }
    : { dateTime: wall(at), timeZone: "UTC" };
};

export const toGraphUtc = (at: Instant): Required<DateTimeTimeZone> => ({ dateTime: wall(at), timeZone: "UTC" });

/** A moment as Graph writes it, in a zone that it names; a zone that nobody here can read is refused. */
export const momentSchema = z.object({
  dateTime: z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z?$/),
  timeZone: z.string().refine((name) => london.has(name.toLowerCase()) || utc.has(name.toLowerCase())),
});

export const fromGraph = ({ dateTime, timeZone }: z.infer<typeof momentSchema>, offset: LondonOffset): Instant => {
  const shown = Date.parse(`${dateTime.slice(0, 19)}Z`);
  return london.has(timeZone.toLowerCase()) ? fromLondon(shown, offset) : shown;
};
