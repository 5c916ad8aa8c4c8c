import { z } from "zod";
import { instantSchema, type Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { ReportFact } from "./facts.ts";
import type { ChannelNews } from "./replies.ts";
import type { KnownCopy, TellingProgress } from "./state.ts";

/**
 * How delivery stands, kept beside the facts in the same document. It is no proof and takes no part in the chain:
 * losing it could only make something be said twice.
 */
export const progressSchema = z.strictObject({
  /** Number of facts that each copy (by activity id) showed when it was last sent. */
  shown: z.record(z.string(), z.int()),
  /** Sentences that were said, by intent key. */
  said: z.array(z.string()),
  /** Tries of each intent still owed: how many, and not again before `notBefore`. */
  tries: z.record(z.string(), z.strictObject({ count: z.int(), notBefore: instantSchema })),
});
export type Progress = z.infer<typeof progressSchema>;
export const noProgress: Progress = { shown: {}, said: [], tries: {} };

/**
 * Something that must still leave. It names who and why; wording and people's names are resolved when it leaves.
 * `key` is stable across restarts, so tries are counted and nothing is taken for new.
 */
export type Intent = { readonly key: string; readonly leaveAt: Instant } &
  /** Re-assess at the moment a watched clause matures. */
  (
    | { readonly kind: "mature" }
    /** Find who holds the post now; again when everybody addressed so far could not be reached. */
    | { readonly kind: "address"; readonly telling: TellingProgress }
    /** Nobody has answered: tell the people addressed last once more. */
    | { readonly kind: "repeat"; readonly telling: TellingProgress }
    /** Still nobody: tell the next post, or hand it to people who telephone. */
    | { readonly kind: "pass-on"; readonly telling: TellingProgress }
    /** Those who were to telephone cannot be reached either. */
    | { readonly kind: "hand-on"; readonly telling: TellingProgress }
    /** Nobody judged whether this is raised, or nobody could be asked: it is told all the same. `telling` is the request. */
    | { readonly kind: "lapse"; readonly telling: TellingProgress }
    | { readonly kind: "tell"; readonly telling: string; readonly to: PersonId }
    | { readonly kind: "post"; readonly telling: string; readonly channel: string }
    | { readonly kind: "receipt"; readonly to: PersonId }
    /** Ask one of the reporters whether it goes on. */
    | { readonly kind: "wonder"; readonly to: PersonId }
    /** Keep on its case what the report is there (MO-T08, MO-T10). */
    | { readonly kind: "chain"; readonly happening: string; readonly caseRef: string }
    /** An update that was promised has not come: its author is reminded, then the author's manager hears. */
    | { readonly kind: "remind"; readonly late: boolean }
    /** Show it again to somebody who asked to be reminded. */
    | { readonly kind: "ring"; readonly to: PersonId }
    | { readonly kind: "refresh"; readonly copy: KnownCopy; readonly facts: number }
    /** Say under a channel's card that there is news. */
    | { readonly kind: "reply"; readonly copy: KnownCopy; readonly about: ChannelNews }
    | { readonly kind: "say"; readonly to: PersonId; readonly about: ReportFact }
  );
