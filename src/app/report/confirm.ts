import type { Draft } from "../../domain/draft.ts";
import { promised } from "../../domain/report/decide-update.ts";
import { reportRef } from "../../domain/ids.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Copy, ReportFact, Reported } from "../../domain/report/facts.ts";
import { londonDate } from "../../time/london.ts";
import type { Assessment } from "../../rules/types.ts";
import type { ReportDeps } from "./deps.ts";
import { createReport, readReport, type Loaded } from "./document.ts";
import { isOf } from "./made.ts";
import { tellingsFor } from "./tellings.ts";
import { updateOwed } from "./updates.ts";
import { withheldBy } from "./withheld.ts";
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
  ...onItsCase(deps, draft),
});

/** Nothing where it is about no case. */
const onItsCase = ({ rules }: ReportDeps, { event, caseRef }: Draft & { event: string }): Pick<Reported, "happens"> => {
  const happens = caseRef === null ? [] : rules.happens(event).map(({ id }) => id);
  return happens.length === 0 ? {} : { happens };
};

const newReference = async ({ records }: ReportDeps, at: Instant): Promise<string> => {
  const year = Number(londonDate(at).slice(0, 4));
  return reportRef(year, await records.next(`NTK-${String(year)}`));
};

export const receipt = (by: PersonId, shown: Shown, at: Instant): readonly ReportFact[] => {
  if (shown === null) return [];
  const copy: Copy = { kind: "receipt", where: by, ...shown };
  return [{ kind: "receipted", at, copy }];
};

/** A draft whose questions are answered, and what the rules make of it. */
export interface Ready {
  readonly draft: Draft & { readonly event: string };
  readonly found: Assessment;
  readonly shown: Shown;
}

const begun = async (deps: ReportDeps, { draft, found, shown }: Ready, id: string): Promise<readonly ReportFact[]> => {
  const at = deps.clock.now();
  const first = reported(deps, draft, found, await newReference(deps, at), at);
  const watching = watchingFor(deps, draft.event, draft.answers, at) ?? [];
  const update = promised(draft.by, updateOwed(deps, draft.briefing, found.briefing, at), at);
  const kept = withheldBy(deps, draft, found, at);
  const fact = id === draft.id ? first : { ...first, draft: draft.id };
  return [fact, watching, ...kept, ...update, ...receipt(draft.by, shown, at)].flat();
};

/** Makes the report under this id, once. Undefined: another draft's report was made there before. */
export const makeAt = async (deps: ReportDeps, ready: Ready, id: string): Promise<Loaded | undefined> => {
  const before = await readReport(deps.records, id);
  if (before !== undefined) return isOf(before, ready.draft) ? before : undefined;
  const { outcome, report } = await createReport(deps.records, id, await begun(deps, ready, id));
  if (outcome === "committed") return report;
  const now = await readReport(deps.records, id);
  return now !== undefined && isOf(now, ready.draft) ? now : undefined;
};

export const notYet = "Some questions still need an answer before this can be sent. Go back and answer them.";
export const noDraft = "This draft is not here. Write “report” to begin a new one.";
