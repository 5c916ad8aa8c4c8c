import type { ReportFact } from "../../domain/report/facts.ts";
import type { CaseRules } from "../cases/deps.ts";
import type { Messenger } from "../ports/messenger.ts";
import type { ReportDeps } from "../report/deps.ts";

export type DeliverDeps = Omit<ReportDeps, "nudge"> & {
  readonly messenger: Messenger;
  /** What keeps a report on its case; left out where there are no cases. */
  readonly caseRules?: CaseRules;
};

/** What came of trying an intent: facts to keep, copies to remember as current, or a time to try again. */
export type Performed =
  | {
      readonly outcome: "settled";
      readonly facts: readonly ReportFact[];
      /** Number of facts that a copy, by activity id, now shows. */
      readonly shown?: Readonly<Record<string, number>>;
      /** This intent leaves no fact behind: remember that it was said. */
      readonly said?: true;
    }
  | { readonly outcome: "later"; readonly afterMs: number; readonly why: string };

export const settled = (...facts: readonly ReportFact[]): Performed => ({ outcome: "settled", facts });
