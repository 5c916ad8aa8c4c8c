import { z } from "zod";

/** "W-N2K-06", "LCP-3.10", "WQ-8.1e": the council's own numbering, never re-numbered. */
export type ClauseId = string;
export type PolicyId = string;
/** What happened, as policies name it ("child-missing"). "Event" is the user's word and never means a fact. */
export type EventId = string;

/** The reference a person quotes on the telephone: "NTK-2026-0042". */
export type ReportRef = string;
export const reportRefPattern = /\bNTK-(\d{4})-(\d{4,})\b/i;
export const reportRef = (year: number, number: number): ReportRef =>
  `NTK-${String(year)}-${String(number).padStart(4, "0")}`;

/** A reference to a child's case ("AMB-1042"): letters, a hyphen, digits. Never a name. */
export const caseRefSchema = z
  .string()
  .trim()
  .toUpperCase()
  .regex(/^[A-Z]{2,6}-?\d{3,10}$/);
