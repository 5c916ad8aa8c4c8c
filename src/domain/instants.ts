import { z } from "zod";

/** An absolute moment: whole milliseconds since 1970-01-01T00:00:00Z. Never a wall time. */
export type Instant = number;

/** A calendar date in Europe/London, `YYYY-MM-DD`. */
export type LondonDate = string;

export const instantSchema = z.int();
export const londonDateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** UTC with `Z` and whole seconds, the form every machine-readable answer uses. */
export const toIso = (instant: Instant): string => new Date(instant).toISOString().replace(/\.\d{3}Z$/, "Z");
