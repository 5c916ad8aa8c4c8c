import type { Council } from "../../domain/council.ts";
import type { Rulebook } from "../../rules/rulebook.ts";
import type { Calendar } from "../../time/calendar.ts";
import type { CaseRules } from "../cases/deps.ts";
import type { Clock } from "../ports/clock.ts";
import type { Directory } from "../ports/directory.ts";
import type { Log } from "../ports/log.ts";
import type { Records } from "../ports/records.ts";

/** What reminding needs of the world. `directory` knows who is away and who covers. Fits `CaseDeps`. */
export interface RemindDeps {
  readonly records: Records;
  readonly clock: Clock;
  readonly directory: Directory;
  readonly council: Council;
  readonly calendar: Calendar;
  /** Clauses, vocabulary and posts: what is owed, what meets it, what a record must hold. */
  readonly rulebook: Rulebook;
  readonly rules: CaseRules;
  readonly log: Log;
  /** Wakes the metronome after a commit. */
  readonly nudge: () => void;
}
