import type { PersonId } from "../../domain/people.ts";
import { judgedBy, type Report } from "../../domain/report/report.ts";
import type { JudgementView } from "../../domain/report/view.ts";
import type { Words } from "./deps.ts";
import { postTitle } from "./resolve.ts";

/** What this viewer is asked to judge now; null when nothing waits for them. */
export const judgementView = (words: Words, report: Report, viewer: PersonId): JudgementView | null => {
  const held = judgedBy(report, viewer).find(({ judgement }) => judgement?.outcome === null);
  if (held?.judgement == null || report.state === "closed") return null;
  const { clause, why, judgeBy } = held.judgement;
  return { postTitle: postTitle(words, held.post), clause, why, judgeBy };
};
