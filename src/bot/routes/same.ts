import { NotDurable } from "../../app/ports/records.ts";
import type { Joined } from "../../app/reporting.ts";
import { cannotJoinCard, notSavedCard, receiptCard, refusalCard } from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import { words } from "../words.ts";
import { confirm, copyOf } from "./draft.ts";

/** "Join that report": the draft is put to somebody else's report of the same event, and its card is the receipt of that. */
export const joinReport = (
  deps: BotDeps,
  turn: Turn,
  { draft, report }: { readonly draft: string; readonly report: string },
): Promise<Shown> =>
  saved(deps, turn, draft, async () =>
    shownJoined(await deps.reporting.join(report, draft, turn.person.id, copyOf(turn)), draft),
  );

/** "Send mine as a new report": the two were not the same event after all. */
export const sendAnyway = (deps: BotDeps, turn: Turn, draft: string): Promise<Shown> =>
  saved(deps, turn, draft, () => confirm(deps, turn, draft, true));

const shownJoined = (joined: Joined, draft: string): Shown => {
  switch (joined.outcome) {
    case "done":
      return { content: receiptCard(joined.report), over: true };
    case "late":
    case "unclear":
      return { content: receiptCard(joined.report, { text: joined.why }), over: true };
    case "gone":
      return { content: cannotJoinCard(joined.why, draft), over: false };
    case "refused":
      return { content: refusalCard(joined.why), over: true };
  }
};

/** When nothing could be saved, the draft's own screen comes back with the sentence on top. */
const saved = async (deps: BotDeps, turn: Turn, id: string, deed: () => Promise<Shown>): Promise<Shown> => {
  try {
    return await deed();
  } catch (error) {
    if (!(error instanceof NotDurable)) throw error;
    deps.log.error("not saved", { what: "draft" });
    const draft = await deps.reporting.draft(id, turn.person.id);
    const screen = draft ? deps.dialog.show(draft, deps.reporting.guide, deps.clock.now()) : null;
    return { content: notSavedCard(words.notSaved(deps.council), screen), over: false };
  }
};
