import type { Council } from "../../domain/council.ts";
import type { Calendar } from "../../time/calendar.ts";
import type { Clock } from "../ports/clock.ts";
import type { Directory } from "../ports/directory.ts";
import type { Records } from "../ports/records.ts";
import type { Rules } from "./rules.ts";

/** What the report's use cases need of the world. */
export interface ReportDeps {
  readonly clock: Clock;
  readonly records: Records;
  readonly directory: Directory;
  readonly council: Council;
  readonly rules: Rules;
  /** The council's working days and hours. */
  readonly calendar: Calendar;
  /** Wakes the metronome after a commit, so that tellings leave at once and not at the next tick. */
  readonly nudge: () => void;
}

/** Those of them that only read people, words and the hour (who covers is by date): what resolving and rendering need. */
export type Words = Pick<ReportDeps, "directory" | "council" | "rules" | "clock">;
