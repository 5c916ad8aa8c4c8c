import type { Draft } from "../../domain/draft.ts";
import type { PersonId } from "../../domain/people.ts";
import { mayReport } from "../../domain/permissions.ts";
import { reportersOf, withheldFrom, type Report } from "../../domain/report/report.ts";
import type { SameEvent } from "../../domain/report/view.ts";
import { dayMs } from "../../time/london.ts";
import type { ReportDeps } from "./deps.ts";
import { openKey, parseReport, type Loaded } from "./document.ts";
import { subjectsOf } from "./withheld.ts";
import { categoryOf, reportedBy, rolesFor } from "./view.ts";

/** More open reports of one event on one case than anybody would look through. */
const looked = 10;

const openOn = async ({ records }: ReportDeps, draft: Draft): Promise<readonly Loaded[]> =>
  draft.caseRef === null ? [] : (await records.find("report", openKey(draft), { limit: looked })).map(parseReport);

/**
 * Whoever a report is withheld from does not learn that there is one; and what a second reporter says of somebody is not put
 * where that person is (LCP-3.7): theirs becomes a report of its own.
 */
const mayMeet = (deps: Pick<ReportDeps, "rules">, report: Report, draft: Draft): boolean => {
  const on = [...reportersOf(report), ...report.tellings.flatMap(({ to, handedTo }) => [...to, ...handedTo])];
  return !withheldFrom(report).includes(draft.by) && !subjectsOf(deps, draft).some((id) => on.includes(id));
};

/** Whether a report is of this draft's event and case: open, not ended, by others, no older than house rule `sameEventDays`. */
export const isSameFor = ({ clock, council, rules }: ReportDeps, { report }: Loaded, draft: Draft): boolean =>
  report.event === draft.event &&
  report.caseRef === draft.caseRef &&
  report.state !== "closed" &&
  report.ended === null &&
  report.at > clock.now() - council.houseRules.sameEventDays * dayMs &&
  !reportersOf(report).includes(draft.by) &&
  mayMeet({ rules }, report, draft);

/** Reports by others of the same event on the same case, newest first. A report without a case reference is like no other. */
export const sameEvents = async (deps: ReportDeps, draft: Draft): Promise<readonly Loaded[]> =>
  (await openOn(deps, draft))
    .filter((each) => isSameFor(deps, each, draft))
    .toSorted((a, b) => b.report.at - a.report.at);

/** The first report as its second reporter may see it: that there is one, and more only if the permissions table says so. */
export const sameEventView = (deps: ReportDeps, { id, report }: Loaded, draft: Draft): SameEvent => ({
  report: id,
  draft: draft.id,
  reportedAt: report.at,
  known: mayKnow(deps, report, draft.by)
    ? { ref: report.ref, category: categoryOf(deps, report.event), reportedBy: reportedBy(deps, report) }
    : null,
});

const mayKnow = (deps: ReportDeps, report: Loaded["report"], person: PersonId): boolean =>
  mayReport(rolesFor(deps, report, person), "see", report.state);
