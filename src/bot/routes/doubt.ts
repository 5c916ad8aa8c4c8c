import { NotDurable } from "../../app/ports/records.ts";
import type { DoubtAnswer } from "../../app/doubting.ts";
import type { Draft } from "../../domain/draft.ts";
import { doubtAskedCard, doubtCard, refusalCard, screenCard, type DoubtVerb } from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import type { Content } from "../reply.ts";
import { words } from "../words.ts";
import { readDoubt, readJudged } from "./data.ts";

/** LCP-P10: if in doubt, discuss it with your line manager. What was typed goes to them on a card. */
export const raiseDoubt = async ({ doubting }: BotDeps, { person }: Turn, draft: Draft): Promise<Content> => {
  const raised = await doubting.raise(person.id, draft.id, draft.what.trim(), draft.caseRef);
  return raised.outcome === "refused" ? refusalCard(raised.why) : doubtAskedCard(raised.doubt);
};

const shown = (answer: DoubtAnswer, reason = ""): Content => {
  switch (answer.outcome) {
    case "done":
      return doubtCard(answer.doubt);
    case "late":
      return doubtCard(answer.doubt, { text: answer.why });
    case "unclear":
      return doubtCard(answer.doubt, { text: answer.why, reason });
    case "refused":
      return refusalCard(answer.why);
  }
};

/** The screens open as a message of their own, so that this card can go on saying how it stands. */
const report = async (deps: BotDeps, { person }: Turn, id: string): Promise<Content> => {
  const { doubting, reporting, dialog, clock } = deps;
  const wanted = await doubting.toReport(id, person.id);
  if (wanted.outcome !== "report") return shown(wanted);
  const draft = await reporting.open(person.id, wanted.key, (key, asOf) =>
    dialog.start(key, person.id, wanted.what, asOf, reporting.guide),
  );
  const answer = await doubting.opened(id, person.id, draft.id);
  await deps.tellPrivately(person, screenCard(dialog.show(draft, reporting.guide, clock.now())));
  return shown(answer);
};

const acted = async (deps: BotDeps, turn: Turn, verb: DoubtVerb, data: unknown): Promise<Content> => {
  const read = readDoubt(data);
  if (read === undefined) return refusalCard(words.staleCard);
  if (verb === "doubt.report") return report(deps, turn, read.doubt);
  const why = readJudged(data)?.why ?? "";
  return shown(await deps.doubting.judge(read.doubt, turn.person.id, why), why);
};

/** What a button on a doubt does. */
export const actOnDoubt = async (deps: BotDeps, turn: Turn, verb: DoubtVerb, data: unknown): Promise<Shown> => {
  if (!turn.personal) return { content: refusalCard(words.inPrivate), over: true };
  try {
    return { content: await acted(deps, turn, verb, data), over: true };
  } catch (error) {
    if (!(error instanceof NotDurable)) throw error;
    deps.log.error("not saved", { what: "doubt" });
    return { content: refusalCard(words.notSaved(deps.council)), over: true };
  }
};
