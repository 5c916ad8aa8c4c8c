import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { briefingSections, type Telling } from "../../domain/report/facts.ts";
import type { ClauseView, Preview, PreviewLine } from "../../domain/report/view.ts";
import { inWords } from "../../time/say.ts";
import type { Assessment, Watched } from "../../rules/types.ts";
import type { ReportDeps, Words } from "./deps.ts";
import { judgementFor, type Within } from "./judgement.ts";
import { isAtOnce, postTitle, resolvePost } from "./resolve.ts";
import { tellingsFor } from "./tellings.ts";
import { withheldBy, withheldViews } from "./withheld.ts";
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

type Previewing = Words & Pick<ReportDeps, "calendar">;

/** "Marek Kowalczyk is asked first to judge whether this is raised, by Tuesday 4 August, 3pm (W-X1)". */
const judgedFirst = (words: Previewing, within: Within, telling: Telling, asOf: Instant): readonly string[] => {
  const asked = judgementFor(words, telling, within, asOf);
  if (asked === null) return [];
  const names = asked.to.map((id) => words.directory.person(id)?.name ?? id).join(" or ");
  return [
    `${names} is asked first to judge whether this is raised, by ${inWords(asked.judgeBy, asOf)} (${asked.clause})`,
  ];
};

const line = (words: Previewing, within: Within, by: PersonId, telling: Telling, asOf: Instant): PreviewLine => {
  const found = resolvePost(words, telling.post, asOf, {
    by,
    tried: [],
    never: within.never,
    because: "unreachable",
    atOnce: isAtOnce(telling),
  });
  const names = found.outcome === "found" ? found.people.map((id) => words.directory.person(id)?.name ?? id) : [];
  const note = [found.why ?? [], ...judgedFirst(words, within, telling, asOf)].flat().join("; ");
  return { ...telling, postTitle: postTitle(words, telling.post), who: names, note: note === "" ? null : note };
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
export const previewOf = (words: Previewing, draft: Draft, asOf: Instant): Preview | null => {
  const assessment = assessDraft(words, draft, asOf);
  if (assessment === null) return null;
  const event = words.rules.events().find(({ id }) => id === draft.event);
  const withheld = withheldBy(words, draft, assessment, asOf);
  const tellings = tellingsFor(assessment);
  const within = { reporters: [draft.by], never: withheld.flatMap(({ from }) => from), tellings };
  return {
    asOf,
    category: event?.category ?? "Something else",
    caseRef: draft.caseRef,
    clauses: assessment.clauses.map((clause) => clauseView(words, clause)),
    watch: assessment.watch.map((clause) => watched(words, draft, clause)),
    lines: tellings.map((telling) => line(words, within, draft.by, telling, asOf)),
    withheld: withheldViews(words, withheld),
    phone: assessment.phone,
    briefingOwed: assessment.briefing,
    missingSections: assessment.briefing ? missingSections(draft.briefing) : [],
    alsoConsider: assessment.alsoConsider,
    asks: asksFor(words, draft.event, draft.answers, asOf),
  };
};
