import type { Draft } from "../../domain/draft.ts";
import { type Ask, caseReference, choice } from "../engine/ask.ts";
import { askQuestion, assumed } from "../engine/ask-question.ts";
import type { Context, Guard, Screen, Taken } from "../engine/screen.ts";
import type { MeetingGuide, MeetingQuestion } from "./guide.ts";
import type { To } from "./names.ts";

export type At = Context<MeetingGuide>;
export type Here = Screen<MeetingGuide, To>;

/** Answers left empty are taken out, so that clearing one is not ignored. */
export const withAnswers = (draft: Draft, asks: readonly Ask[], taken: Taken): Draft => {
  const kept = Object.entries(draft.answers).filter(([name]) => !asks.some((asked) => asked.name === name));
  return { ...draft, answers: { ...Object.fromEntries(kept), ...taken } };
};

/** Without a reference there is nothing to hold the meeting about. */
const referenceAsk = (): Ask => {
  const asked = caseReference({
    name: "caseRef",
    label: "Case reference",
    hint: "Like AMB-1042. Never a child's name.",
    words: { notCaseRef: "That isn't a case reference. It looks like AMB-1042." },
  });
  const read: Ask["read"] = (typed, asOf) => {
    const reading = asked.read(typed, asOf);
    return reading.outcome === "none" ? { outcome: "refused", why: "notCaseRef" } : reading;
  };
  return { ...asked, read };
};

const aboutAsks = ({ guide }: At): Ask[] => {
  const needs = guide.needs();
  const options = needs.map(({ need, title }) => ({ value: need, label: title }));
  return [
    referenceAsk(),
    ...(needs.length > 1 ? [choice({ name: "need", label: "What calls for it?", options })] : []),
  ];
};

/** Which case, and what calls for the meeting where more than one thing can. */
export const about: Here = {
  purpose: "Which case, and what calls for the meeting",
  asks: () => "Ask for a strategy meeting",
  explains: () =>
    "I work out the deadline, who chairs it and who must come. Nobody is invited until you choose a time.",
  inputs: aboutAsks,
  take: ({ draft, guide }, { caseRef, need }) => ({
    ...draft,
    caseRef: typeof caseRef === "string" ? caseRef : null,
    event: typeof need === "string" ? need : (guide.needs()[0]?.need ?? null),
  }),
  buttons: [{ answer: "continue", label: "Continue", tone: "primary", inputs: "read", routes: [{ to: "when" }] }],
};

const countingHint = "Left empty, it counts from now.";

const inputOf =
  ({ guide }: At) =>
  (question: MeetingQuestion): Ask => {
    const { hint = null, counts } = question;
    const hints = [hint, counts ? countingHint : assumed(question)].filter((words) => words !== null);
    return askQuestion(question, {
      hint: hints.length === 0 ? null : hints.join(" "),
      required: !counts && question.assume === undefined,
      initial: "",
      staff: () => guide.people(),
    });
  };

const questionsOf = ({ guide, draft, asOf }: At): readonly MeetingQuestion[] => guide.questions(draft, asOf);

/** Asked on the screen before the others. It does not change while these are answered. */
const first = (at: At): readonly MeetingQuestion[] =>
  questionsOf({ ...at, draft: { ...at.draft, answers: {} } }).filter(({ counts }) => counts);

const others = (at: At): readonly MeetingQuestion[] => questionsOf(at).filter(({ counts }) => !counts);

/** What has come to matter by the answers: when the Head received the request, once it is complex. */
const further = (at: At): readonly MeetingQuestion[] => {
  const before = first(at).map(({ name }) => name);
  return questionsOf(at).filter(({ name, counts }) => counts && !before.includes(name));
};

const hasFurther: Guard<MeetingGuide> = {
  says: "another clock has come to matter",
  holds: (at) => further(at).length > 0,
};
const hasLonger: Guard<MeetingGuide> = {
  says: "a longer limit might be chosen",
  holds: ({ guide, draft, asOf }) => guide.longer(draft, asOf).length > 0,
};

const whenAsks = (at: At): Ask[] => first(at).map(inputOf(at));

/** Every deadline counts from these, so they are asked first and never guessed. */
export const when: Here = {
  purpose: "What every deadline counts from",
  asks: () => "What do the deadlines count from?",
  explains: () => "Every deadline counts from one of these answers.",
  inputs: whenAsks,
  take: (at, taken) => withAnswers(at.draft, whenAsks(at), taken),
  buttons: [{ answer: "continue", label: "Continue", tone: "primary", inputs: "read", routes: [{ to: "details" }] }],
};

/** A few to each card: a telephone's screen is short. */
const toACard = 4;
const partsOf = (at: At): Ask[][] => {
  const asks = others(at).map(inputOf(at));
  const starts = asks.flatMap((_, index) => (index % toACard === 0 ? [index] : []));
  return starts.map((start) => asks.slice(start, start + toACard));
};
const detailAsks = (at: At): Ask[] => partsOf(at)[at.part - 1] ?? [];

const moreParts: Guard<MeetingGuide> = {
  says: "there are more questions",
  holds: (at) => at.part < partsOf(at).length,
};

export const details: Here = {
  purpose: "What decides the limit and the people, a few to each card",
  asks: (at) => {
    const parts = partsOf(at).length;
    return parts > 1 ? `What decides the limit (${String(at.part)} of ${String(parts)})` : "What decides the limit";
  },
  inputs: detailAsks,
  take: (at, taken) => withAnswers(at.draft, detailAsks(at), taken),
  buttons: [
    {
      answer: "continue",
      label: "Continue",
      tone: "primary",
      inputs: "read",
      routes: [
        { when: moreParts, to: "details", part: ({ part }) => part + 1 },
        { when: hasFurther, to: "alsoWhen" },
        { when: hasLonger, to: "longer" },
        { to: "people" },
      ],
    },
  ],
};

const furtherAsks = (at: At): Ask[] => further(at).map(inputOf(at));

export const alsoWhen: Here = {
  purpose: "What a clock counts from that the answers brought in",
  asks: () => "One more clock runs",
  explains: () => "A complex case has two meetings, each with its own deadline.",
  inputs: furtherAsks,
  take: (at, taken) => withAnswers(at.draft, furtherAsks(at), taken),
  buttons: [
    {
      answer: "continue",
      label: "Continue",
      tone: "primary",
      inputs: "read",
      routes: [{ when: hasLonger, to: "longer" }, { to: "people" }],
    },
  ],
};
