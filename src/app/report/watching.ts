import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { everyAnswer, type Report } from "../../domain/report/report.ts";
import { readWhen } from "../../time/read.ts";
import type { Answered } from "../reporting.ts";
import type { ReportDeps } from "./deps.ts";
import { readReport } from "./document.ts";
import { respond } from "./respond.ts";

/** What the rules still hold of the report, its end known: the clauses that stand, and what to consider with its dates. */
const afterEnd = (deps: ReportDeps, report: Report, endedAt: Instant | null) => {
  const { event, watching } = report;
  if (watching === null || endedAt === null) return { stands: [], alsoConsider: [] };
  const asOf = deps.clock.now();
  const assessed = everyAnswer(report).map((said) =>
    deps.rules.assess({ event, facts: { ...said, [watching.fact]: endedAt } }, asOf),
  );
  const stands = assessed.flatMap(({ clauses, watch }) => [...clauses, ...watch].map(({ id }) => id));
  return { stands, alsoConsider: assessed[0]?.alsoConsider ?? [] };
};

/** Records that it has ended. `when` as typed; empty means now, an unreadable one is answered so. */
export const end = async (deps: ReportDeps, id: string, by: PersonId, when: string): Promise<Answered> => {
  const asOf = deps.clock.now();
  const read = when.trim() === "" ? { ok: true as const, at: asOf } : readWhen(when, asOf);
  const endedAt = read.ok ? read.at : null;
  const report = (await readReport(deps.records, id))?.report;
  const after = report === undefined ? { stands: [], alsoConsider: [] } : afterEnd(deps, report, endedAt);
  return respond(deps, id, { do: "end", by, endedAt, ...after });
};
