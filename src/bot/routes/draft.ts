import { randomUUID } from "node:crypto";
import { NotDurable } from "../../app/ports/records.ts";
import type { ReportGuide } from "../../app/reporting.ts";
import type { Draft } from "../../domain/draft.ts";
import type { Instant } from "../../domain/instants.ts";
import { notSavedCard, receiptCard, refusalCard, sameEventCard, screenCard } from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import { guideForOneTurn } from "../guide.ts";
import { turnKey } from "../turns.ts";
import { words } from "../words.ts";
import type { DraftAnswer } from "./data.ts";
import { raiseDoubt } from "./doubt.ts";

const going = (content: Shown["content"]): Shown => ({ content, over: false });
const over = (content: Shown["content"]): Shown => ({ content, over: true });

/** The moment of a turn, and the guide at that moment. */
interface Now {
  readonly asOf: Instant;
  readonly guide: ReportGuide;
}
const nowOf = ({ reporting, clock }: BotDeps): Now => ({
  asOf: clock.now(),
  guide: guideForOneTurn(reporting.guide),
});

const screen = (deps: BotDeps, draft: Draft, { guide, asOf }: Now = nowOf(deps)): Shown =>
  going(screenCard(deps.dialog.show(draft, guide, asOf)));

/** Opens a draft for this activity, or shows the one it opened before. `text` is what happened, when somebody said it already. */
export const startDraft = async (deps: BotDeps, turn: Turn, text: string): Promise<Shown> => {
  const { dialog, reporting } = deps;
  const { person } = turn;
  const said = text.trim() === "" ? null : text.trim();
  const draft = await reporting.open(person.id, turnKey(turn.activity) ?? randomUUID(), (id, asOf) =>
    dialog.start(id, person.id, said, asOf, reporting.guide),
  );
  return screen(deps, draft);
};

/** Takes an answer to a screen. A click on a screen that was left behind changes nothing and shows where things stand. */
export const answerDraft = async (deps: BotDeps, turn: Turn, answer: DraftAnswer): Promise<Shown> => {
  const { reporting } = deps;
  const made = await reporting.made(answer.draft, turn.person.id);
  if (made !== undefined) return over(receiptCard(made, await confirmedBefore(deps, turn)));
  const draft = await reporting.draft(answer.draft, turn.person.id);
  if (!draft) return over(refusalCard(words.staleCard));
  if (draft.step !== answer.step || draft.screen !== answer.screen) return screen(deps, draft);
  return take(deps, turn, draft, answer);
};

const take = async (deps: BotDeps, turn: Turn, draft: Draft, { input, button }: DraftAnswer): Promise<Shown> => {
  const { dialog, reporting, council } = deps;
  const now = nowOf(deps);
  const next = dialog.answer(draft, input, button, now.guide, now.asOf);
  try {
    switch (next.outcome) {
      case "screen":
        return screen(deps, (await reporting.save(next.draft, draft.step)).draft, now);
      case "confirm":
        return await confirm(deps, turn, draft.id);
      case "discard":
        return over(refusalCard(words.discarded));
      case "ask-manager":
        return over(await askManager(deps, turn, next.draft));
    }
  } catch (error) {
    if (!(error instanceof NotDurable)) throw error;
    deps.log.error("not saved", { what: "draft" });
    // The screen that was answered, with what was typed: the step that could not be saved is not shown as taken.
    const kept = { ...draft, kept: { ...draft.kept, ...input } };
    return going(notSavedCard(words.notSaved(council), dialog.show(kept, now.guide, now.asOf)));
  }
};

/** Confirms a draft, and shows its receipt; or the open report of the same event, which somebody else made before. */
export const confirm = async (deps: BotDeps, turn: Turn, draft: string, anyway = false): Promise<Shown> => {
  const answered = await deps.reporting.confirm(draft, turn.person.id, copyOf(turn), anyway);
  switch (answered.outcome) {
    case "same":
      return going(sameEventCard(answered.first));
    case "done":
      await deps.turns.note(turn.activity);
      return over(receiptCard(answered.report));
    case "late":
    case "unclear":
      return over(receiptCard(answered.report, { text: answered.why }));
    case "refused":
      return going(answered.why);
  }
};

/** Teams repeats an answer that it did not get: only another click is told that it came after the first. */
const confirmedBefore = async ({ turns }: BotDeps, { activity }: Turn) =>
  (await turns.answered(activity)) ? null : { text: words.confirmed };

/** The card that the answer replaces in the person's chat: it is the receipt from then on. A Teams dialog leaves none. */
export const copyOf = ({ activity, personal }: Turn): { conversation: string; activity: string } | null => {
  const inPlace = activity.name === undefined || activity.name === "adaptiveCard/action";
  return personal && inPlace && activity.replyToId !== undefined
    ? { conversation: activity.conversation.id, activity: activity.replyToId }
    : null;
};

/** LCP-P10: if in doubt, discuss it with your line manager. With nothing typed there is nothing to hand over yet. */
const askManager = async (deps: BotDeps, turn: Turn, draft: Draft): Promise<Shown["content"]> => {
  if (draft.what.trim() !== "") return raiseDoubt(deps, turn, draft);
  const { manager: id } = turn.person;
  const manager = id === null ? undefined : deps.directory.person(id);
  return words.askManager(manager?.name ?? null, manager?.telephone ?? null);
};
