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
  if (verb === undefined) return refused(deps, words.unknownButton);
  if (isOf("report", verb)) return actOnReport(deps, turn, verb, data);
  if (isOf("cover", verb)) return actOnCover(deps, turn, verb, data);
  if (isOf("doubt", verb)) return actOnDoubt(deps, turn, verb, data);
  if (!turn.personal) return refused(deps, words.inPrivate);
  if (isOf("draft", verb)) return onDraft(deps, turn, verb, data);
  if (isOf("duty", verb)) return actOnDuty(deps, turn, verb, data);
  if (isOf("record", verb)) return actOnRecord(deps, turn, verb, data);
  if (isOf("case", verb)) return actOnCase(deps, turn, verb, data);
  if (isOf("meeting", verb)) return actOnMeeting(deps, turn, verb, data);
  return verb satisfies never;
};

/** A verb begins with what it is done to. A family that nobody answers for is a compile error above. */
const isOf = <Family extends string, V extends Verb>(
  family: Family,
  verb: V,
): verb is Extract<V, `${Family}.${string}`> => verb.startsWith(`${family}.`);

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
