import type { FactOf, ReportFact } from "./facts.ts";
import { firstReached, fresh, withTelling } from "./fold-parts.ts";
import type { Report, TellingProgress } from "./state.ts";

const kinds = ["judging", "judged", "lapsed", "withheld"] as const;
export type JudgementFact = FactOf<(typeof kinds)[number]>;

/** Whether a fact says who is to hear of the report, or is not to. */
export const isAboutWhoHears = (fact: ReportFact): fact is JudgementFact => kinds.some((kind) => kind === fact.kind);

/** The request is a telling like any other: sent, repeated and shown among who was told. */
const requestOf = (held: TellingProgress, { at, request, post, to, why, judgeBy, repeatAt }: FactOf<"judging">) => ({
  ...fresh({ id: request, post, how: "judge", clauses: held.clauses, leaveAt: at, dueAt: judgeBy }),
  to,
  note: why,
  chase: { repeatAt, passOnAt: judgeBy },
});

const asked = (report: Report, fact: FactOf<"judging">): Report => {
  const held = report.tellings.find(({ id }) => id === fact.telling);
  if (held === undefined || held.judgement !== null) return report;
  const { request, clause, why, judgeBy } = fact;
  const judgement = { request, clause, why, judgeBy, outcome: null };
  const waiting = withTelling(report, held.id, () => ({ judgement }));
  return { ...waiting, tellings: [...waiting.tellings, requestOf(held, fact)] };
};

/** The first outcome stands: a judgement and the end of its time may cross. */
const settled = (report: Report, fact: FactOf<"judged" | "lapsed">): Report =>
  withTelling(report, fact.telling, ({ judgement }) =>
    judgement === null || judgement.outcome !== null ? {} : { judgement: { ...judgement, outcome: fact } },
  );

/** Whether something is raised while the holder of a post is away (W-X1), and whom it is kept from (LCP-3.7). */
export const afterJudgement = (report: Report, fact: JudgementFact): Report => {
  switch (fact.kind) {
    case "judging":
      return asked(report, fact);
    case "judged":
      return settled(firstReached(report, fact.by, fact.at), fact);
    case "lapsed":
      return settled(report, fact);
    case "withheld":
      return { ...report, withheld: [...report.withheld, fact] };
  }
};
