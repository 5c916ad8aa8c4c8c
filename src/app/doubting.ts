import type { DoubtView } from "../domain/doubt/doubt.ts";
import type { PersonId } from "../domain/people.ts";

export type DoubtAnswer =
  | { readonly outcome: "done"; readonly doubt: DoubtView }
  /** Somebody had done it before: `why` says who. */
  | { readonly outcome: "late"; readonly why: string; readonly doubt: DoubtView }
  /** The input is at fault: nothing was changed. */
  | { readonly outcome: "unclear"; readonly why: string; readonly doubt: DoubtView }
  | { readonly outcome: "refused"; readonly why: string };

/** A doubt to turn into a report: whose draft, and what happened as it was typed, with who said it first. */
export interface ToReport {
  readonly outcome: "report";
  readonly doubt: DoubtView;
  /** The key under which the draft is opened, so that a second click finds the same one. */
  readonly key: string;
  readonly what: string;
}

/** "If in doubt, discuss it with your line manager" (LCP-P10), as the doors call it. All reject with `NotDurable` when nothing could be saved. */
export interface Doubting {
  /** Puts it to the line manager. `key` makes a repeated click harmless. */
  raise(by: PersonId, key: string, text: string, caseRef: string | null): Promise<DoubtAnswer>;
  /** What a manager needs to report it. */
  toReport(id: string, by: PersonId): Promise<ToReport | DoubtAnswer>;
  /** This draft is the report of that doubt. */
  opened(id: string, by: PersonId, draft: string): Promise<DoubtAnswer>;
  /** Not Need-to-Know, and why. */
  judge(id: string, by: PersonId, reason: string): Promise<DoubtAnswer>;
  /** What was judged not to be Need-to-Know, newest first: what this person took part in, or all where they oversee. */
  decisions(by: PersonId): Promise<readonly DoubtView[]>;
  /** A draft was confirmed as this report: the doubt that it came from, if any, has ended. */
  confirmed(draft: string, by: PersonId, ref: string): Promise<void>;
}
