import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { briefingSections, type Telling } from "../../domain/report/facts.ts";
import type { ClauseView, Preview, PreviewLine } from "../../domain/report/view.ts";
import type { Assessment, Watched } from "../../rules/types.ts";
import type { Words } from "./deps.ts";
import { isAtOnce, postTitle, resolvePost } from "./resolve.ts";
import { tellingsFor } from "./tellings.ts";
import { asksFor } from "./watch-view.ts";

/** A clause in the words a person reads, with its deadline. */
export const clauseView = (
  { rules }: Pick<Words, "rules">,
  clause: {
    readonly id: string;
    readonly policy: string;
    readonly maturesAt: Instant | null;
    readonly dueAt: Instant | null;
  },
): ClauseView => {
  const known = rules.clause(clause.id);
  return {
    id: clause.id,
    title: known?.title ?? clause.id,
    words: known?.words ?? "This clause is no longer in the council's policies.",
    policy: known?.policy ?? clause.policy,
    maturesAt: clause.maturesAt,
    dueAt: clause.dueAt,
    houseRule: known?.houseRule ?? null,
  };
};

const line = (words: Words, by: PersonId, telling: Telling, asOf: Instant): PreviewLine => {
  const found = resolvePost(words, telling.post, asOf, {
    by,
    tried: [],
    because: "unreachable",
    atOnce: isAtOnce(telling),
  });
  const names = found.outcome === "found" ? found.people.map((id) => words.directory.person(id)?.name ?? id) : [];
  return { ...telling, postTitle: postTitle(words, telling.post), who: names, note: found.why };
};

/** The rules' answer to a draft, or null while a required question has no answer. */
export const assessDraft = ({ rules }: Words, draft: Draft, asOf: Instant): Assessment | null => {
  if (draft.event === null) return null;
  const happening = { event: draft.event, facts: draft.answers };
  return rules.missing(happening, asOf).length > 0 ? null : rules.assess(happening, asOf);
};

/** Sections of LCP-P3 that nobody has written yet. */
export const missingSections = (briefing: Draft["briefing"]) =>
  briefingSections.filter((section) => (briefing[section] ?? "").trim() === "");

/** A clause that waits, and the posts that are told when it matures if nothing changes. */
const watched = (words: Words, draft: Draft, clause: Watched): ClauseView => {
  const then = draft.event === null ? null : assessDraft(words, draft, clause.maturesAt);
  const posts = then?.clauses.find(({ id }) => id === clause.id)?.tell.map(({ post }) => postTitle(words, post)) ?? [];
  return { ...clauseView(words, clause), told: [...new Set(posts)] };
};

/** Who would be told, how and by when, each with its clauses; null while a required question has no answer. */
export const previewOf = (words: Words, draft: Draft, asOf: Instant): Preview | null => {
  const assessment = assessDraft(words, draft, asOf);
  if (assessment === null) return null;
  const event = words.rules.events().find(({ id }) => id === draft.event);
  return {
    asOf,
    category: event?.category ?? "Something else",
    caseRef: draft.caseRef,
    clauses: assessment.clauses.map((clause) => clauseView(words, clause)),
    watch: assessment.watch.map((clause) => watched(words, draft, clause)),
    lines: tellingsFor(assessment).map((telling) => line(words, draft.by, telling, asOf)),
    phone: assessment.phone,
    briefingOwed: assessment.briefing,
    missingSections: assessment.briefing ? missingSections(draft.briefing) : [],
    alsoConsider: assessment.alsoConsider,
    asks: asksFor(words, draft.event, draft.answers, asOf),
  };
};
