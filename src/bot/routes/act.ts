import { refusalCard } from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import { words } from "../words.ts";
import { readDraft, readDraftAnswer, readJoin, readStart, readVerb, type Verb } from "./data.ts";
import { actOnCover } from "./cover.ts";
import { actOnDoubt } from "./doubt.ts";
import { answerDraft, startDraft } from "./draft.ts";
import { joinReport, sendAnyway } from "./same.ts";
import { actOnCase } from "./case.ts";
import { actOnDuty } from "./duty.ts";
import { actOnRecord } from "./record.ts";
import { actOnMeeting } from "./meeting.ts";
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
    case "draft.start":
    case "draft.answer":
    case "draft.join":
    case "draft.anyway":
      return turn.personal ? onDraft(deps, turn, verb, data) : refused(deps, words.inPrivate);
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
    case "report.judge":
    case "report.remind":
    case "report.persist":
    case "report.end":
    case "report.close":
      return actOnReport(deps, turn, verb, data);
    case "cover.say":
    case "cover.confirm":
    case "cover.end":
      return actOnCover(deps, turn, verb, data);
    case "doubt.report":
    case "doubt.judge":
      return actOnDoubt(deps, turn, verb, data);
    case "duty.list":
    case "duty.open":
    case "duty.done":
    case "duty.snooze":
    case "duty.move":
    case "duty.give":
    case "duty.take":
    case "duty.back":
    case "duty.lessen":
    case "duty.approve":
    case "duty.refuse":
      return turn.personal ? actOnDuty(deps, turn, verb, data) : refused(deps, words.inPrivate);
    case "record.start":
    case "record.save":
    case "record.next":
    case "record.open":
    case "record.confirm":
    case "record.step":
      return turn.personal ? actOnRecord(deps, turn, verb, data) : refused(deps, words.inPrivate);
    case "case.open":
    case "case.say":
    case "case.report":
    case "case.settle":
      return turn.personal ? actOnCase(deps, turn, verb, data) : refused(deps, words.inPrivate);
    case "meeting.start":
    case "meeting.answer":
    case "meeting.list":
    case "meeting.open":
    case "meeting.offers":
    case "meeting.time":
    case "meeting.when":
    case "meeting.invite":
    case "meeting.uninvite":
    case "meeting.absent":
    case "meeting.chair":
    case "meeting.cancel":
    case "meeting.telephone":
    case "meeting.authorise":
    case "meeting.refuse":
    case "meeting.form":
    case "meeting.save":
    case "meeting.complete":
    case "meeting.circulate":
      return turn.personal ? actOnMeeting(deps, turn, verb, data) : refused(deps, words.inPrivate);
  }
};

type DraftVerb = Extract<Verb, `draft.${string}`>;

const onDraft = (deps: BotDeps, turn: Turn, verb: DraftVerb, data: unknown): Promise<Shown> => {
  const stale = (): Promise<Shown> => refused(deps, words.staleCard);
  switch (verb) {
    case "draft.start": {
      const start = readStart(data);
      return start ? startDraft(deps, turn, start.text) : stale();
    }
    case "draft.answer": {
      const answer = readDraftAnswer(data);
      return answer ? answerDraft(deps, turn, answer) : stale();
    }
    case "draft.join": {
      const join = readJoin(data);
      return join ? joinReport(deps, turn, join) : stale();
    }
    case "draft.anyway": {
      const draft = readDraft(data);
      return draft ? sendAnyway(deps, turn, draft.draft) : stale();
    }
  }
};

const refused = ({ log }: BotDeps, sentence: string): Promise<Shown> => {
  log.warn("click refused");
  return Promise.resolve({ content: refusalCard(sentence), over: true });
};
