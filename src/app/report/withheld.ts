import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { FactOf, Withholding } from "../../domain/report/facts.ts";
import type { Report } from "../../domain/report/report.ts";
import type { WithheldView } from "../../domain/report/view.ts";
import type { Assessment } from "../../rules/types.ts";
import type { Words } from "./deps.ts";

/** Those of the staff list whom the answers name as what it is about. */
export const subjectsOf = ({ rules }: Pick<Words, "rules">, draft: Draft): readonly PersonId[] => {
  const asked = draft.event === null ? [] : rules.questions(draft.event).filter(({ type }) => type === "people");
  const named = asked.flatMap(({ name }) => draft.answers[name] ?? []);
  // Whoever writes it knows it: to be told nothing by it is all that is left, and routing never tells its author.
  return [...new Set(named.map(String))].filter((id) => id !== draft.by);
};

/** From whom a draft's report is to be kept, and why (LCP-3.7). */
export const withheldBy = (
  words: Words,
  draft: Draft,
  { clauses, watch }: Pick<Assessment, "clauses" | "watch">,
  at: Instant,
): readonly FactOf<"withheld">[] => {
  const subjects = subjectsOf(words, draft);
  const manager = words.directory.person(draft.by)?.manager ?? null;
  const passed = words.rules.passesLineManager(
    [...clauses, ...watch].map(({ id }) => id),
    at,
  );
  const managers = passed && manager !== null && !subjects.includes(manager) ? [manager] : [];
  const fact = (from: readonly PersonId[], because: Withholding): FactOf<"withheld">[] =>
    from.length === 0 ? [] : [{ kind: "withheld", at, by: draft.by, from: [...from], because }];
  return [...fact(subjects, "subject"), ...fact(managers, "line-manager")];
};

/** The same in names, for those who may see the report. */
export const withheldViews = (
  { directory }: Pick<Words, "directory">,
  withheld: readonly Pick<Report["withheld"][number], "from" | "because">[],
): readonly WithheldView[] =>
  withheld.map(({ from, because }) => ({ who: from.map((id) => directory.person(id)?.name ?? id), because }));
