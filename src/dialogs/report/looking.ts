import type { Draft } from "../../domain/draft.ts";
import type { Question } from "../../domain/vocabulary.ts";
import type { Context, Guard } from "../engine/screen.ts";
import type { NamedEvent, ReportGuide, Suggested } from "./guide.ts";

export type At = Context<ReportGuide>;

/** Offered by name when nothing in the policy fits (W-N2K-P2: the list is not exhaustive), never among the suggestions. */
export const otherEvent = "other";
const mostSuggestions = 3;

export const eventById = (guide: ReportGuide, id: string | null): NamedEvent | undefined =>
  guide.events().find((event) => event.id === id);

export const eventOf = ({ draft, guide }: At): NamedEvent | undefined => eventById(guide, draft.event);

/** What the screens ask. A fact that comes later is nobody's to know yet: the bot asks for it when its hours have passed. */
export const questionsOf = ({ draft, guide }: At): readonly Question[] =>
  draft.event === null ? [] : guide.questions(draft.event).filter(({ later }) => later === undefined);

/** Up to three, one for each event: three clauses about one missing child are one thing to a person. */
export const suggestionsFor = ({ draft, guide }: At): readonly (Suggested & { readonly label: string })[] => {
  const seen = new Set<string>([otherEvent]);
  const kept: (Suggested & { label: string })[] = [];
  for (const suggested of guide.suggest(draft.what)) {
    const event = eventById(guide, suggested.event);
    if (event === undefined || seen.has(event.id)) continue;
    seen.add(event.id);
    kept.push({ ...suggested, label: event.title });
  }
  return kept.slice(0, mostSuggestions);
};

/** The draft about another event: answers that the new one asks for as well are kept, and so is everything typed. */
export const aboutEvent = ({ draft, guide }: At, event: string, picked: string | null): Draft => {
  const asked = new Set(guide.questions(event).map(({ name }) => name));
  const answers = Object.fromEntries(Object.entries(draft.answers).filter(([name]) => asked.has(name)));
  return { ...draft, event, picked, answers };
};

/** Whether it is about a child's case: then a case reference is asked for and needed. */
export const aboutChild = ({ caseReference, group, facts }: NamedEvent): boolean =>
  caseReference === undefined
    ? group === "Children" || facts.includes("status") || group === "Cases"
    : caseReference === "needed";
/** A case reference makes no sense for a colleague who is off sick, or for a building. */
export const aboutNoCase = ({ caseReference, group }: NamedEvent): boolean =>
  caseReference === undefined ? group === "Staff" : caseReference === "none";

export const hasSuggestions: Guard<ReportGuide> = {
  says: "something in the policy matches",
  holds: (at) => suggestionsFor(at).length > 0,
};

export const changing: Guard<ReportGuide> = {
  says: "it was being changed",
  holds: ({ draft }) => draft.trail.at(-1) === "change",
};
