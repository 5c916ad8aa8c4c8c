import type { Draft } from "../../domain/draft.ts";
import type { PersonId } from "../../domain/people.ts";
import { mayReport } from "../../domain/permissions.ts";
import { reportersOf } from "../../domain/report/report.ts";
import type { SameEvent } from "../../domain/report/view.ts";
import { dayMs } from "../../time/london.ts";
import type { ReportDeps } from "./deps.ts";
import { openKey, parseReport, readReport, type Loaded } from "./document.ts";
import { categoryOf, reportedBy, rolesFor } from "./view.ts";

/** More open reports of one event on one case than anybody would look through. */
const looked = 10;

const openOn = async ({ records }: ReportDeps, draft: Draft): Promise<readonly Loaded[]> =>
  draft.caseRef === null ? [] : (await records.find("report", openKey(draft), { limit: looked })).map(parseReport);

/**
 * Reports by others of the same event on the same case, newest first: open, not ended, and no older than the house rule
 * `sameEventDays`. A report without a case reference is like no other. `own`: the one that this draft was joined to, when a
 * crash came between the joining and its note on the draft.
 */
export const sameEvents = async (deps: ReportDeps, draft: Draft) => {
  const since = deps.clock.now() - deps.council.houseRules.sameEventDays * dayMs;
  const all = await openOn(deps, draft);
  return {
    own: all.find(({ report }) => report.joined.some((fact) => fact.draft === draft.id)),
    others: all
      .filter(({ report }) => isSame(report, draft) && report.at > since && !reportersOf(report).includes(draft.by))
      .toSorted((a, b) => b.report.at - a.report.at),
  };
};

/** The report that a draft became, or was joined to; undefined while it is neither. */
export const madeOf = async ({ records }: ReportDeps, draft: Draft): Promise<Loaded | undefined> =>
  (await readReport(records, draft.id)) ?? (draft.joined === undefined ? undefined : readReport(records, draft.joined));

const isSame = ({ event, caseRef, state, ended }: Loaded["report"], draft: Draft): boolean =>
  event === draft.event && caseRef === draft.caseRef && state !== "closed" && ended === null;

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
