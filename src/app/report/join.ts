import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { FactOf } from "../../domain/report/facts.ts";
import { reportersOf, type Report } from "../../domain/report/report.ts";
import type { Assessment } from "../../rules/types.ts";
import { inWords } from "../../time/say.ts";
import type { Joined } from "../reporting.ts";
import { noDraft, notYet, receipt, type Shown } from "./confirm.ts";
import type { ReportDeps } from "./deps.ts";
import { amendReport, type Loaded } from "./document.ts";
import { draftsOf } from "./drafts.ts";
import { assessDraft } from "./preview.ts";
import { madeOf, sameEvents } from "./same.ts";
import { tellingsFor } from "./tellings.ts";
import { viewFor } from "./view.ts";

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

const isOf = ({ event, caseRef }: Report, draft: Draft): boolean => event === draft.event && caseRef === draft.caseRef;

/** Why it can no longer be joined. Nothing is said of a report that is not the draft's own event and case. */
const gone = (report: Report | undefined, draft: Draft, asOf: Instant): Joined => {
  const same = report !== undefined && isOf(report, draft) ? report : undefined;
  const why = same?.closed
    ? `That report was closed ${inWords(same.closed.at, asOf)}, so it can't be joined.`
    : same?.ended
      ? `That report's event ended ${inWords(same.ended.endedAt, asOf)}, so it can't be joined.`
      : "That report is not of the same event and case as yours any more, so it can't be joined.";
  return { outcome: "gone", why: `${why} ${nothingSent}` };
};

const isReporter = (report: Report, draft: Draft): boolean => reportersOf(report).includes(draft.by);

const commit = async (deps: ReportDeps, id: string, draft: Draft, found: Assessment, shown: Shown) => {
  const same = (await sameEvents(deps, draft)).others.some((each) => each.id === id);
  return amendReport(deps.records, id, ({ report }) => {
    if (!same || report.closed !== null || report.ended !== null || isReporter(report, draft)) return null;
    const at = deps.clock.now();
    return { facts: [joined(deps, report, draft, found, at), ...receipt(draft.by, shown, at)] };
  });
};

/** They are on the report already, with another draft of theirs. */
const twice = (deps: ReportDeps, now: Loaded, { by }: Draft): Joined => {
  const before = now.report.joined.find((fact) => fact.by === by) ?? now.report;
  const when = inWords(before.at, deps.clock.now());
  return { outcome: "late", why: `You already reported this ${when}.`, report: viewFor(deps, now, by) };
};

/**
 * Puts a draft to somebody else's report of the same event, instead of making a second one. Durable before it is answered;
 * a second time changes nothing. `gone`: the report can no longer be joined, and the draft stands as it was.
 */
export const join = async (deps: ReportDeps, id: string, draft: Draft | undefined, shown: Shown): Promise<Joined> => {
  if (draft === undefined) return { outcome: "refused", why: noDraft };
  const made = await madeOf(deps, draft);
  if (made !== undefined) return { outcome: "done", report: viewFor(deps, made, draft.by) };
  const found = assessDraft(deps, draft, deps.clock.now());
  if (found === null) return { outcome: "refused", why: notYet };
  const now = await commit(deps, id, draft, found, shown);
  if (now === undefined || !isReporter(now.report, draft) || !isOf(now.report, draft))
    return gone(now?.report, draft, deps.clock.now());
  if (!now.report.joined.some((fact) => fact.draft === draft.id)) return twice(deps, now, draft);
  await draftsOf(deps).save({ ...draft, step: draft.step + 1, joined: id }, draft.step);
  deps.nudge();
  return { outcome: "done", report: viewFor(deps, now, draft.by) };
};
