import { tzOffset } from "@date-fns/tz";

/** An independent reading of wall times, by the database's own rules: the product's must agree with it. */
const offsetMs = (at: number): number => tzOffset("Europe/London", new Date(at)) * 60_000;

export const toInstant = ({ dateTime, timeZone }: { dateTime: string; timeZone: string }): number => {
  const wall = Date.parse(`${dateTime.slice(0, 19)}Z`);
  if (timeZone === "UTC") return wall;
  const early = wall - 3_600_000;
  return early + offsetMs(early) === wall ? early : wall - offsetMs(wall);
};

export const fromInstant = (at: number, timeZone: string): { dateTime: string; timeZone: string } => {
  const shown = timeZone === "UTC" ? at : at + offsetMs(at);
  return { dateTime: `${new Date(shown).toISOString().slice(0, 19)}.0000000`, timeZone };
};
