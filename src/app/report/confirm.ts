import type { Draft } from "../../domain/draft.ts";
import { promised } from "../../domain/report/decide-update.ts";
import { reportRef } from "../../domain/ids.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Copy, ReportFact, Reported } from "../../domain/report/facts.ts";
import { londonDate } from "../../time/london.ts";
import type { Assessment } from "../../rules/types.ts";
import type { Confirmed } from "../reporting.ts";
import type { ReportDeps } from "./deps.ts";
import { createReport, readReport, type Loaded } from "./document.ts";
import { assessDraft } from "./preview.ts";
import { tellingsFor } from "./tellings.ts";
import { madeOf, sameEvents, sameEventView } from "./same.ts";
import { viewFor } from "./view.ts";
import { updateOwed } from "./updates.ts";
import { watchingFor } from "./watch-view.ts";

export type Shown = { readonly conversation: string; readonly activity: string } | null;

const reported = (
  deps: ReportDeps,
  draft: Draft & { event: string },
  assessment: Assessment,
  ref: string,
  at: Instant,
): Reported => ({
  at,
  kind: "reported",
  by: draft.by,
  ref,
  event: draft.event,
  caseRef: draft.caseRef,
  what: draft.what,
  answers: draft.answers,
  briefing: draft.briefing,
  briefingOwed: assessment.briefing,
  clauses: assessment.clauses.map(({ id, policy, maturesAt, dueAt }) => ({ id, policy, maturesAt, dueAt })),
  watch: assessment.watch.map(({ id, policy, maturesAt }) => ({ id, policy, maturesAt })),
  tellings: [...tellingsFor(assessment)],
  alsoConsider: [...assessment.alsoConsider],
  policies: [...deps.rules.policies()],
});

const newReference = async ({ records }: ReportDeps, at: Instant): Promise<string> => {
  const year = Number(londonDate(at).slice(0, 4));
  return reportRef(year, await records.next(`NTK-${String(year)}`));
};

export const receipt = (by: PersonId, shown: Shown, at: Instant): readonly ReportFact[] => {
  if (shown === null) return [];
  const copy: Copy = { kind: "receipt", where: by, ...shown };
  return [{ kind: "receipted", at, copy }];
};

const create = async (
  deps: ReportDeps,
  draft: Draft & { event: string },
  assessment: Assessment,
  shown: Shown,
): Promise<Loaded> => {
  const at = deps.clock.now();
  const fact = reported(deps, draft, assessment, await newReference(deps, at), at);
  const watching = watchingFor(deps, draft.event, draft.answers, at) ?? [];
  const update = promised(draft.by, updateOwed(deps, draft.briefing, assessment.briefing, at), at);
  const begun = [fact, watching, ...update, ...receipt(draft.by, shown, at)].flat();
  const made = await createReport(deps.records, draft.id, begun);
  return made.outcome === "committed" ? made.report : ((await readReport(deps.records, draft.id)) ?? made.report);
};

export const notYet = "Some questions still need an answer before this can be sent. Go back and answer them.";
export const noDraft = "This draft is not here. Write “report” to begin a new one.";

/**
 * Makes a report of a draft, once, however often it is confirmed: every confirmation has the same answer. Durable before
 * anybody is told or answered. `same`: nothing was made, because somebody else's report of this event is open; with
 * `anyway` it is made all the same.
 */
export const confirm = async (
  deps: ReportDeps,
  draft: Draft | undefined,
  by: PersonId,
  shown: Shown,
  anyway = false,
): Promise<Confirmed> => {
  if (draft === undefined) return { outcome: "refused", why: noDraft };
  const known = await madeOf(deps, draft);
  if (known !== undefined) return { outcome: "done", report: viewFor(deps, known, by) };
  const assessment = assessDraft(deps, draft, deps.clock.now());
  const { event } = draft;
  if (assessment === null || event === null) return { outcome: "refused", why: notYet };
  const { own, others } = await sameEvents(deps, draft);
  if (own !== undefined) return { outcome: "done", report: viewFor(deps, own, by) };
  const same = anyway ? undefined : others[0];
  if (same !== undefined) return { outcome: "same", first: sameEventView(deps, same, draft) };
  const made = await create(deps, { ...draft, event }, assessment, shown);
  deps.nudge();
  return { outcome: "done", report: viewFor(deps, made, by) };
};
