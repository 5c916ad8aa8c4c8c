import type { How } from "../domain/report/facts.ts";
import type { LedgerState } from "../domain/report/view.ts";
import type { ReportState } from "../domain/permissions.ts";
import type { Colour, ContainerStyle } from "./schema.ts";

/** How a post is told: one table, so that a new way cannot be left without words. */
export const howWords = {
  teams: "Teams message",
  phone: "Telephone call",
  amend: "Briefing, to amend",
  copy: "Copy, for information",
  brief: "Briefing for the Director",
  decide: "To decide whether the Director is told",
  log: "To log it",
  judge: "To judge whether it is raised",
} as const satisfies Record<How, string>;

export const ledgerWords = {
  owed: { text: "Not told yet", colour: "warning" },
  told: { text: "Told", colour: "accent" },
  reached: { text: "Seen", colour: "accent" },
  acknowledged: { text: "Acknowledged", colour: "good" },
  unreachable: { text: "Not reached", colour: "attention" },
  gap: { text: "Vacant", colour: "attention" },
  "not-raised": { text: "Not raised", colour: "default" },
} as const satisfies Record<LedgerState, { text: string; colour: Colour }>;

export const stateWords = {
  reported: { text: "Waiting for somebody to acknowledge", short: "Waiting", colour: "warning", style: "warning" },
  acknowledged: { text: "Acknowledged", short: "Acknowledged", colour: "good", style: "good" },
  closed: { text: "Closed", short: "Closed", colour: "default", style: "emphasis" },
} as const satisfies Record<ReportState, { text: string; short: string; colour: Colour; style: ContainerStyle }>;
