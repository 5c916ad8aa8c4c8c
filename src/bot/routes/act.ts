import { refusalCard } from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import { words } from "../words.ts";
import { readDraftAnswer, readStart, readVerb } from "./data.ts";
import { actOnCover } from "./cover.ts";
import { actOnDoubt } from "./doubt.ts";
import { answerDraft, startDraft } from "./draft.ts";
import { actOnReport } from "./report.ts";

/**
 * What a button does, wherever it stands: on a card in chat, on the same card in an old client, or in a Teams dialog. Who
 * clicked comes from the turn; the data holds ids and what was typed, and is never believed further than that.
 */
export const act = (deps: BotDeps, turn: Turn, named: unknown, data: unknown): Promise<Shown> => {
  const verb = readVerb(named);
  switch (verb) {
    case undefined:
      return refused(deps, words.unknownButton);
    case "draft.start": {
      const start = readStart(data);
      if (!turn.personal) return refused(deps, words.inPrivate);
      return start ? startDraft(deps, turn, start.text) : refused(deps, words.staleCard);
    }
    case "draft.answer": {
      const answer = readDraftAnswer(data);
      if (!turn.personal) return refused(deps, words.inPrivate);
      return answer ? answerDraft(deps, turn, answer) : refused(deps, words.staleCard);
    }
    case "report.open":
    case "report.refresh":
    case "report.acknowledge":
    case "report.ask":
    case "report.answer":
    case "report.call":
    case "report.brief":
    case "report.update":
    case "report.amend":
    case "report.approve":
    case "report.return":
    case "report.decide":
    case "report.close":
      return actOnReport(deps, turn, verb, data);
    case "cover.say":
    case "cover.confirm":
    case "cover.end":
      return actOnCover(deps, turn, verb, data);
    case "doubt.report":
    case "doubt.judge":
      return actOnDoubt(deps, turn, verb, data);
  }
};

const refused = ({ log }: BotDeps, sentence: string): Promise<Shown> => {
  log.warn("click refused");
  return Promise.resolve({ content: refusalCard(sentence), over: true });
};
