import type { Instant } from "../domain/instants.ts";
import type { ClauseId, EventId, PolicyId } from "../domain/ids.ts";
import type { Post } from "../domain/people.ts";
import type { Answers, How } from "../domain/report/facts.ts";

/** One post that a clause wants told. */
export interface TellOwed {
  readonly post: Post;
  readonly how: How;
  /** Not before: `asOf` as a rule; the end of the working day for a telling that only silence triggers (LCP-P5). */
  readonly leaveAt: Instant;
  /** Null: no limit stated. */
  readonly dueAt: Instant | null;
}

/** A clause that applies to an event now. */
export interface Applied {
  readonly id: ClauseId;
  readonly policy: PolicyId;
  /** Plain words for staff. */
  readonly title: string;
  /** The official words, as written. */
  readonly words: string;
  /** When a threshold was passed; null for clauses without one. */
  readonly maturesAt: Instant | null;
  readonly dueAt: Instant | null;
  /** The reading chosen where the text is open, in a sentence; null when the text is plain. */
  readonly houseRule: string | null;
  readonly tell: readonly TellOwed[];
  /** This clause asks for a telephone call (W-N2K-P4). */
  readonly phone: boolean;
  /** This clause asks for the full briefing of LCP-P3. */
  readonly briefing: boolean;
}

/** A clause that will apply when its threshold passes. */
export interface Watched extends Omit<Applied, "tell"> {
  readonly maturesAt: Instant;
}

export interface Assessment {
  /** Every clause that applies at `asOf`, earliest deadline first, "no limit stated" last. */
  readonly clauses: readonly Applied[];
  readonly watch: readonly Watched[];
  readonly phone: boolean;
  readonly briefing: boolean;
  readonly alsoConsider: readonly { readonly what: string; readonly dueAt: Instant | null }[];
}

/** What a report says, as far as rules need it. */
export interface Happening {
  readonly event: EventId;
  readonly facts: Answers;
}

/** A clause that free text seems to be about. */
export interface Suggestion {
  readonly clause: ClauseId;
  readonly title: string;
  readonly event: EventId;
  /** 0 to 1, best first. */
  readonly score: number;
}
