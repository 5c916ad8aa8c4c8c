import { randomUUID } from "node:crypto";
import { NotDurable } from "../../app/ports/records.ts";
import { answerMeeting, showMeeting, startMeeting } from "../../dialogs/meeting.ts";
import type { Draft } from "../../domain/draft.ts";
import { meetingCard, notSavedCard, refusalCard, screenCard } from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import type { Content } from "../reply.ts";
import { turnKey } from "../turns.ts";
import { words } from "../words.ts";
import type { DraftAnswer } from "./data.ts";

const going = (content: Content): Shown => ({ content, over: false });
const over = (content: Content): Shown => ({ content, over: true });

const screenOf = async ({ meeting, clock }: BotDeps, draft: Draft): Promise<Content> => {
  const guide = await meeting.guide(draft, draft.by);
  return screenCard(showMeeting(draft, guide, clock.now()), "meeting.answer");
};

/** Opens a draft for this activity, or shows the one it opened before. */
export const startAsking = async (
  deps: BotDeps,
  turn: Turn,
  caseRef: string | null,
  report: string | null,
): Promise<Content> => {
  const { reporting, meeting } = deps;
  const by = turn.person.id;
  const guide = await meeting.guide({ caseRef }, by);
  const draft = await reporting.open(by, `meeting:${turnKey(turn.activity) ?? randomUUID()}`, (draftId, asOf) =>
    startMeeting(draftId, by, caseRef, report, asOf, guide),
  );
  return screenOf(deps, draft);
};

/** Takes an answer to a screen. A click on a screen that was left behind changes nothing and shows where things stand. */
export const answerAsking = async (deps: BotDeps, turn: Turn, answer: DraftAnswer): Promise<Shown> => {
  const { reporting, meeting, clock } = deps;
  const by = turn.person.id;
  const draft = await reporting.draft(answer.draft, by);
  if (draft === undefined) return over(refusalCard(words.staleCard));
  if (draft.step !== answer.step || draft.screen !== answer.screen) return going(await screenOf(deps, draft));
  const guide = await meeting.guide(draft, by);
  const next = answerMeeting(draft, answer.input, answer.button, guide, clock.now());
  switch (next.outcome) {
    case "screen":
      return going(await saved(deps, draft, next.draft, answer));
    case "discard":
      return over(refusalCard(words.meetingDiscarded));
    case "ask":
      return over(await asked(deps, turn, next.draft));
  }
};

/** The step that could not be saved is not shown as taken: the same screen, with what was typed. */
const saved = async (deps: BotDeps, before: Draft, next: Draft, { input }: DraftAnswer): Promise<Content> => {
  try {
    return await screenOf(deps, (await deps.reporting.save(next, before.step)).draft);
  } catch (error) {
    if (!(error instanceof NotDurable)) throw error;
    const kept = { ...before, kept: { ...before.kept, ...input } };
    const guide = await deps.meeting.guide(kept, kept.by);
    return notSavedCard(words.notSaved(deps.council), showMeeting(kept, guide, deps.clock.now()), "meeting.answer");
  }
};

/** One card for the meeting; a complex case has a second, which is said and is in the list. */
const asked = async ({ meeting }: BotDeps, { person }: Turn, draft: Draft): Promise<Content> => {
  const answer = await meeting.ask(draft, person.id);
  if (answer.outcome === "unclear") return refusalCard(answer.why);
  const [first, ...others] = answer.meetings;
  if (first === undefined) return refusalCard(words.staleCard);
  const more = others.map(({ title, ref }) => `${title} ${ref}`).join(", ");
  const notice = more === "" ? words.meetingAsked : `${words.meetingAsked} ${words.meetingBeside(more)}`;
  return meetingCard(first, { text: notice, tone: "good" });
};
