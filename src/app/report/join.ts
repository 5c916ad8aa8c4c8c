import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { FactOf } from "../../domain/report/facts.ts";
import { reportersOf, type Report } from "../../domain/report/report.ts";
import type { Assessment } from "../../rules/types.ts";
import { inWords } from "../../time/say.ts";
import type { Joined } from "../reporting.ts";
import { receipt, type Ready, type Shown } from "./confirm.ts";
import type { ReportDeps } from "./deps.ts";
import { amendReport, readReport, type Loaded } from "./document.ts";
import { isOf } from "./made.ts";
import { sameEvents } from "./same.ts";
import { tellingsFor } from "./tellings.ts";
import { viewFor } from "./view.ts";
import { withheldBy } from "./withheld.ts";

/** What the second reporter brings: their words, and the clauses that the first one's answers did not call for. */
const joined = (deps: ReportDeps, report: Report, draft: Draft, found: Assessment, at: Instant): FactOf<"joined"> => {
  const known = new Set(report.clauses.map(({ id }) => id));
  const clauses = found.clauses.filter(({ id }) => !known.has(id));
  return {
    kind: "joined",
    at,
    by: draft.by,
    draft: draft.id,
    what: draft.what,
    answers: draft.answers,
    briefing: draft.briefing,
    briefingOwed: found.briefing,
    clauses: clauses.map(({ id, policy, maturesAt, dueAt }) => ({ id, policy, maturesAt, dueAt })),
    watch: found.watch
      .map(({ id, policy, maturesAt }) => ({ id, policy, maturesAt }))
      .filter(({ id }) => !known.has(id)),
    tellings: [...tellingsFor({ clauses }, report.tellings.length + 1)],
    policies: [...deps.rules.policies()],
  };
};

const nothingSent = "Nothing of yours has been sent yet.";

const isOfEvent = ({ event, caseRef }: Report, draft: Draft): boolean =>
  event === draft.event && caseRef === draft.caseRef;

/** Why it can no longer be joined. Nothing is said of a report that is not the draft's own event and case. */
const gone = (report: Report | undefined, draft: Draft, asOf: Instant): Joined => {
  const same = report !== undefined && isOfEvent(report, draft) ? report : undefined;
  const why = same?.closed
    ? `That report was closed ${inWords(same.closed.at, asOf)}, so it can't be joined.`
    : same?.ended
      ? `That report's event ended ${inWords(same.ended.endedAt, asOf)}, so it can't be joined.`
      : "That report is not of the same event and case as yours any more, so it can't be joined.";
  return { outcome: "gone", why: `${why} ${nothingSent}` };
};

const isReporter = (report: Report, draft: Draft): boolean => reportersOf(report).includes(draft.by);

const commit = async (deps: ReportDeps, id: string, draft: Draft, found: Assessment, shown: Shown) => {
  const same = (await sameEvents(deps, draft)).some((each) => each.id === id);
  return amendReport(deps.records, id, ({ report }) => {
    if (!same || report.closed !== null || report.ended !== null || isReporter(report, draft)) return null;
    const at = deps.clock.now();
    const kept = withheldBy(deps, draft, found, at);
    return { facts: [joined(deps, report, draft, found, at), ...kept, ...receipt(draft.by, shown, at)] };
  });
};

/** Why it cannot be joined, before anything is decided or written; null while it still can be. */
export const cannotJoin = async (deps: ReportDeps, id: string, draft: Draft): Promise<Joined | null> => {
  if ((await sameEvents(deps, draft)).some((each) => each.id === id)) return null;
  const now = await readReport(deps.records, id);
  if (now !== undefined && isReporter(now.report, draft)) return null;
  return gone(now?.report, draft, deps.clock.now());
};

/** They are on the report already, with another draft of theirs. */
const twice = (deps: ReportDeps, now: Loaded, { by }: Draft): Joined => {
  const before = now.report.joined.find((fact) => fact.by === by) ?? now.report;
  const when = inWords(before.at, deps.clock.now());
  return { outcome: "late", why: `You already reported this ${when}.`, report: viewFor(deps, now, by) };
};

/** Puts a draft to somebody else's report. `gone` and `late`: nothing came of it, and nothing can any more. */
export const joinTo = async (deps: ReportDeps, id: string, { draft, found, shown }: Ready): Promise<Joined> => {
  const now = await commit(deps, id, draft, found, shown);
  if (now === undefined || !isReporter(now.report, draft) || !isOfEvent(now.report, draft))
    return gone(now?.report, draft, deps.clock.now());
  if (!isOf(now, draft)) return twice(deps, now, draft);
  deps.nudge();
  return { outcome: "done", report: viewFor(deps, now, draft.by) };
};
