import type { Draft } from "../../domain/draft.ts";
import type { Question } from "../../domain/vocabulary.ts";
import { type Ask, caseReference } from "../engine/ask.ts";
import { askQuestion, assumed } from "../engine/ask-question.ts";
import { answeredWhen } from "../engine/dates.ts";
import type { Guard, Screen, Taken } from "../engine/screen.ts";
import type { ReportGuide } from "./guide.ts";
import { aboutChild, aboutNoCase, type At, changing, eventOf, questionsOf } from "./looking.ts";
import type { To } from "./names.ts";
import { prefill, prefillCaseRef } from "./prefill.ts";

type Here = Screen<ReportGuide, To>;

/** One of an event's questions as an input. What the policy assumes may be left empty, and says so. */
const askFor = (question: Question, { draft, guide }: Pick<At, "draft" | "guide">): Ask => {
  const hint = [question.hint, assumed(question)].filter((words) => words !== undefined && words !== null).join(" ");
  return askQuestion(question, {
    hint: hint === "" ? null : hint,
    required: question.assume === undefined,
    initial: prefill(question, draft),
    staff: () => guide.people(),
  });
};

/** Answers left empty are taken out, so that clearing one is not ignored. */
const withAnswers = (draft: Draft, asks: readonly Ask[], taken: Taken): Draft => {
  const answers = { ...draft.answers };
  for (const { name } of asks) {
    const value = taken[name];
    if (value === undefined) Reflect.deleteProperty(answers, name);
    else answers[name] = value;
  }
  return { ...draft, answers };
};

const eventGone: Guard<ReportGuide> = {
  says: "the policy no longer has the event",
  holds: (at) => questionsOf(at).length === 0,
};
const moreParts: Guard<ReportGuide> = {
  says: "the event has more questions",
  holds: (at) => at.part < partsOf(at).length,
};
const hasDetails: Guard<ReportGuide> = { says: "the event has more questions", holds: (at) => partsOf(at).length > 0 };
const owesBriefing: Guard<ReportGuide> = {
  says: "a clause that applies asks for a briefing",
  holds: ({ draft, guide, asOf }) => guide.briefingOwed(draft, asOf),
};
const changedAndBriefed: Guard<ReportGuide> = {
  says: "it was being changed, and no briefing is owed that was not asked for",
  holds: (at) => changing.holds(at) && (!owesBriefing.holds(at) || at.draft.trail.includes("briefing")),
};

/** Every deadline counts from this answer, so it is asked first and never guessed. */
export const when: Here = {
  purpose: "What every deadline counts from",
  asks: (at) => questionsOf(at)[0]?.asks ?? "When did you first become aware of this?",
  explains: () => "Every deadline counts from this answer.",
  inputs: (at) =>
    questionsOf(at)
      .slice(0, 1)
      .map((question) => ({
        ...askFor(question, at),
        required: true,
        label: question.type === "date" ? "Date" : "Date and time",
      })),
  take: (at, taken) => withAnswers(at.draft, when.inputs?.(at) ?? [], taken),
  buttons: [
    {
      answer: "continue",
      label: "Continue",
      tone: "primary",
      inputs: "read",
      routes: [
        { when: eventGone, to: "groups" },
        { when: changedAndBriefed, to: "preview" },
        { when: hasDetails, to: "details" },
        { when: owesBriefing, to: "briefing" },
        { to: "preview" },
      ],
    },
  ],
};

const caseRefAsk = (at: At): Ask[] => {
  const event = eventOf(at);
  if (event === undefined || aboutNoCase(event)) return [];
  const required = aboutChild(event);
  return [
    caseReference({
      name: "caseRef",
      label: required ? "Case reference" : "Case reference, if it is about a child",
      hint: required ? "Like AMB-1042. If there is no case yet, type: none." : "Like AMB-1042.",
      required,
      initial: prefillCaseRef(at.draft.what),
    }),
  ];
};

/** A long list fills a telephone's screen as three short questions do. */
const weightOf = ({ shape }: Ask): number =>
  (shape.type === "choice" || shape.type === "choices") && shape.options.length > 4 ? 3 : 1;
const mostWeight = 4;

/** The case reference and the questions after the anchor, a few to each card. */
const partsOf = (at: At): Ask[][] => {
  const asks = [
    ...caseRefAsk(at),
    ...questionsOf(at)
      .slice(1)
      .map((question) => askFor(question, at)),
  ];
  const parts: Ask[][] = [];
  let room = 0;
  for (const asked of asks) {
    if (weightOf(asked) > room) {
      parts.push([]);
      room = mostWeight;
    }
    parts.at(-1)?.push(asked);
    room -= weightOf(asked);
  }
  return parts;
};

const inputsHere = (at: At): Ask[] => partsOf(at)[at.part - 1] ?? [];

/** How the first answer was read, so that "fri tea time" is seen to have become the right Friday. */
export const countsFrom = (at: At): string | null => {
  const name = questionsOf(at)[0]?.name;
  const said = name === undefined ? null : answeredWhen(at.draft.answers[name]);
  return said === null ? null : `Counting from ${said}.`;
};

export const details: Here = {
  purpose: "Case reference and the other questions, a few to each card",
  asks: (at) => {
    const title = eventOf(at)?.title ?? "What else?";
    const parts = partsOf(at).length;
    return parts > 1 ? `${title} (${String(at.part)} of ${String(parts)})` : title;
  },
  explains: (at) => (at.part > 1 ? null : countsFrom(at)),
  inputs: inputsHere,
  take: (at, taken) => {
    const asks = inputsHere(at);
    const { caseRef: ref, ...rest } = taken;
    const asked = asks.some(({ name }) => name === "caseRef");
    const caseRef = asked ? (typeof ref === "string" ? ref : null) : at.draft.caseRef;
    return withAnswers(
      { ...at.draft, caseRef },
      asks.filter(({ name }) => name !== "caseRef"),
      rest,
    );
  },
  buttons: [
    {
      answer: "continue",
      label: "Continue",
      tone: "primary",
      inputs: "read",
      routes: [
        { when: eventGone, to: "groups" },
        { when: moreParts, to: "details", part: ({ part }) => part + 1 },
        { when: changedAndBriefed, to: "preview" },
        { when: owesBriefing, to: "briefing" },
        { to: "preview" },
      ],
    },
  ],
};
