import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import { facts, late, unclear, type Decision } from "./decision.ts";
import type { ReportFact } from "./facts.ts";
import { judgedBy, type Report } from "./report.ts";

/** Whether it is raised with the person who covers (W-X1). `reason` as typed. */
export type JudgementCommand = {
  readonly by: PersonId;
  readonly do: "judge";
  readonly raise: boolean;
  readonly reason: string;
};

const tooLate =
  "Nobody had judged this in time, so the person who covers is told. Nothing was changed. If they need to know more, send it to them on the report.";

/** One judgement for everything on this report that waits for this person's. The permissions were asked before. */
export const onJudgement = (report: Report, command: JudgementCommand, at: Instant): Decision => {
  const { by, raise, reason } = command;
  const mine = judgedBy(report, by);
  const open = mine.filter(({ judgement }) => judgement?.outcome === null);
  if (open.length === 0) {
    const before = mine.at(-1)?.judgement?.outcome;
    return before?.kind === "judged" ? late(before, "judged") : unclear(tooLate);
  }
  if (reason === "") return unclear("Why? Write the reason for your judgement, then record it.");
  return facts(...open.map(({ id }): ReportFact => ({ kind: "judged", at, by, telling: id, raise, reason })));
};
