import { summaryFactSchema, type SummaryAudience, type SummaryFact } from "../../domain/remind/summary-facts.ts";
import { summaryFrom, type Summary } from "../../domain/remind/summary.ts";
import { keptFacts, nextStepBy, type Due, type Shape } from "../kept/facts.ts";
import type { Records } from "../ports/records.ts";

/** What a summary owes: itself, to each of those who get it. */
export interface SummaryDue extends Due {
  readonly kind: "send";
  readonly audience: SummaryAudience;
}

const owed = ({ made, to }: Summary): SummaryDue[] =>
  to.map((audience) => ({
    ...{ kind: "send", leaveAt: made.at, audience },
    key: `send:${audience.scope ?? "all"}:${audience.kind}:${audience.where}`,
  }));

const shape: Shape<SummaryFact, Summary, SummaryDue> = {
  kind: "summary",
  fact: summaryFactSchema,
  evolve: summaryFrom,
  keys: () => [],
  owed,
};

/** One document a week; its id is the week, so that a second one cannot be. */
export const keptSummaries = (records: Records) => keptFacts(records, shape);

/** For "store check". */
export const nextSummaryStep = nextStepBy(shape, ({ sent }) =>
  sent.length > 0 ? "was sent" : "could not be sent to anybody",
);
