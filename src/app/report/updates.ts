import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Promised } from "../../domain/report/decide-update.ts";
import { readWhen } from "../../time/read.ts";
import { addWorkingMinutes } from "../../time/working-time.ts";
import type { ReportDeps } from "./deps.ts";
import { missingSections } from "./preview.ts";

type House = Pick<ReportDeps, "council" | "calendar">;

const withManager = ({ council, calendar }: House, dueAt: Instant): Promised => ({
  dueAt,
  managerAt: addWorkingMinutes(calendar, dueAt, council.houseRules.updates.managerAfterMinutes),
});

/** When somebody says that more will come, as typed: null for nothing said, "unclear" for what cannot be read or is past. */
export const nextUpdate = (house: House, typed: string, at: Instant): Promised | null | "unclear" => {
  if (typed.trim() === "") return null;
  const read = readWhen(typed, at, "ahead");
  return read.ok && read.at > at ? withManager(house, read.at) : "unclear";
};

/**
 * The update that a briefing owes: at the time its author gave (LCP-P3d); where sections are missing or the time cannot be
 * read, by house rule `updates.missingAfterMinutes` (LCP-P8). Null when no briefing is owed.
 */
export const updateOwed = (house: House, briefing: Draft["briefing"], owed: boolean, at: Instant): Promised | null => {
  const said = nextUpdate(house, briefing.updateExpected ?? "", at);
  if (said !== null && said !== "unclear") return said;
  if (!owed || (missingSections(briefing).length === 0 && said === null)) return null;
  const { missingAfterMinutes } = house.council.houseRules.updates;
  return withManager(house, addWorkingMinutes(house.calendar, at, missingAfterMinutes));
};
