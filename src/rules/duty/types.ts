import type { ClauseId, PolicyId } from "../../domain/ids.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Post } from "../../domain/people.ts";
import type { DutyState } from "../policy/schema.ts";

export type { DutyState } from "../policy/schema.ts";

/** One thing that somebody must do, as it stands at `asOf`. */
export interface Duty {
  /** The same each time it is derived, and another once it has been met: "PS-13:AMB-1042:2026-03-30". */
  readonly id: string;
  readonly policy: PolicyId;
  readonly clause: ClauseId;
  /** Plain words for staff. */
  readonly title: string;
  /** Null for a duty of a post. For a duty on a worker, the case on which it was last done, else the first by reference. */
  readonly caseRef: string | null;
  /** The worker of the case, or the worker whom the duty is about; null when unallocated, and for a duty of a post. */
  readonly worker: string | null;
  /** The posts that owe it, as the clause names them. */
  readonly owedBy: readonly Post[];
  /** What meets it; empty when nothing does but a change of the facts. */
  readonly metBy: readonly string[];
  /** The happening that started it, or null for one that the case as it stands owes. */
  readonly startedBy: string | null;
  /** When it counts from. */
  readonly from: Instant;
  /** When it was last done; null: not yet. `lastDoneDateOnly` when only the day is known. */
  readonly lastDone: Instant | null;
  readonly lastDoneDateOnly: boolean;
  /** Null: no limit stated, it is prompted at once. */
  readonly dueAt: Instant | null;
  readonly state: DutyState;
  /** "second visit", "at 20 working days": the phase or the checkpoint; null where there is only one clock. */
  readonly stage: string | null;
  /** It was overdue before the facts changed, and stands. */
  readonly standing: boolean;
  readonly houseRule: string | null;
}
