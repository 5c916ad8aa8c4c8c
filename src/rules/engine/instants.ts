import type { Instant } from "../../domain/instants.ts";
import { atLondon, isLondonDate, londonDate, londonTime } from "../../time/london.ts";

const form = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?)?$/i;
const time = /^([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const offset = /^(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)$/i;

/**
 * An instant as people write it for machines: "2026-04-01T18:00:00+01:00", "…Z", or without an offset, which is London
 * wall time. A date alone is its first moment in London. Whole seconds; undefined for anything else.
 */
export const readInstant = (text: string): Instant | undefined => {
  const [, date, wall = "00:00", zone] = form.exec(text.trim()) ?? [];
  if (date === undefined || !isLondonDate(date) || !time.test(wall)) return undefined;
  if (zone === undefined) return atLondon(date, wall);
  if (!offset.test(zone)) return undefined;
  const seconds = wall.length === 5 ? `${wall}:00` : wall;
  const sign = zone.toUpperCase() === "Z" ? "Z" : zone.replace(/^(...)(\d\d)$/, "$1:$2");
  return Date.parse(`${date}T${seconds}${sign}`);
};

/** "2026-04-07T17:00", London wall time, seconds only where there are any; "null" for none. The form of the examples. */
export const sayInstant = (instant: Instant | null): string => {
  if (instant === null) return "null";
  const time = londonTime(instant);
  return `${londonDate(instant)}T${time.endsWith(":00") ? time.slice(0, 5) : time}`;
};
