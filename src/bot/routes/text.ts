import { reportRefPattern } from "../../domain/ids.ts";
import { NotDurable } from "../../app/ports/records.ts";
import {
  decisionsCard,
  greetingCard,
  helpCard,
  myReportsCard,
  notSavedCard,
  questionCard,
  refusalCard,
  timelineCard,
  withTyped,
} from "../cards.ts";
import type { BotDeps, Turn } from "../deps.ts";
import { say, type Content, type Reply } from "../reply.ts";
import { words } from "../words.ts";
import { onCaseWords } from "./case.ts";
import { onCoverWords } from "./cover.ts";
import { startDraft } from "./draft.ts";
import { onDueWords } from "./due.ts";
import { onMeetingWords } from "./meeting.ts";
import { onRecordWords } from "./record.ts";
import { onSummaryWords } from "./summary.ts";

const greetings =
  /^(hi|hello|hiya|hey|good (morning|afternoon|evening)|morning|afternoon|evening)( (there|watchful|all|team))?$/;
const startWords =
  /^(report|report it|report something|new report|make a report|i (want|need) to report( something)?)$/;
const helpWords = /^(help|help me|\?|what can you do|menu|commands)$/;
const mineWords = /^(my reports|reports|show my reports|list my reports|list)$/;
const decisionWords = /^(?:(?:show|list|past|my) )*(?:["“”]?not need[- ]to[- ]know["“”]? )?decisions$/;
const cancelWords = /^(cancel|stop|quit|exit|never ?mind|forget it)$/;

/** "report 13yo CLA missing": the command is not part of what happened. */
const reportThat = /^report[:,]?\s+(?=\S)/i;

/** Mentions and doubled spaces gone; the words themselves as they were typed. */
export const plain = (text: string): string =>
  text
    .replace(/<at[^>]*>[^<]*<\/at>/gi, " ")
    .replace(/\s+/g, " ")
    .trim();

/** Answers what somebody typed. Commands are read generously, everything else is taken for what happened. */
export const onText = async (deps: BotDeps, turn: Turn): Promise<Reply> => {
  const text = plain(turn.activity.text ?? "");
  const command = text.toLowerCase().replace(/[.!?]+$/, "") || text;
  if (helpWords.test(command) || command === "") return say(helpCard());
  if (greetings.test(command)) return say(greetingCard(deps.council.name));
  if (!turn.personal) return say(words.inPrivate);
  const ended = await onEndWords(deps, turn, text);
  if (ended !== null) return say(...ended);
  return say(await inChat(deps, turn, text, command));
};

const inChat = async (deps: BotDeps, turn: Turn, text: string, command: string): Promise<Content> => {
  if (mineWords.test(command)) return myReportsCard(await deps.reporting.mine(turn.person.id));
  if (decisionWords.test(command)) return decisionsCard(await deps.doubting.decisions(turn.person.id));
  if (cancelWords.test(command)) return words.cancelled;
  const ref = /^(?:(?:report|open|show)\s+)?(\S+)$/.exec(command)?.[1] ?? "";
  if (reportRefPattern.test(ref)) return lookUp(deps, turn, ref);
  if (startWords.test(command)) return start(deps, turn, "");
  if (reportThat.test(text)) return start(deps, turn, text.replace(reportThat, ""));
  const meeting = await onMeetingWords(deps, turn, text, command);
  if (meeting !== null) return meeting;
  const record = await onRecordWords(deps, turn, text);
  if (record !== null) return record;
  const due = await onDueWords(deps, turn, command);
  if (due !== null) return due;
  const summary = await onSummaryWords(deps, turn, command);
  if (summary !== null) return summary;
  const happened = await onCaseWords(deps, turn, text, command);
  if (happened !== null) return happened;
  const away = await onCoverWords(deps, turn, text, command);
  if (away !== null) return away;
  if (deps.reporting.guide.suggest(text).length > 0) return start(deps, turn, text);
  return withTyped(helpCard(), text, words.notUnderstood);
};

const mostQuestions = 5;

/** "AMB-1042 is back": the card on which it is recorded, for each report that it can mean. Null when it says nothing of the kind. */
const onEndWords = async (
  { reporting }: BotDeps,
  { person }: Turn,
  text: string,
): Promise<readonly Content[] | null> => {
  const heard = await reporting.heardEnd(person.id, text);
  if (heard === null) return null;
  const notice = { text: "", typed: { endedAt: heard.when } };
  return heard.reports.length === 0
    ? [words.nothingWatched]
    : heard.reports.slice(0, mostQuestions).map((report) => questionCard(report, notice));
};

const lookUp = async ({ reporting }: BotDeps, { person }: Turn, ref: string): Promise<Content> => {
  const seen = await reporting.see(ref, person.id);
  return seen.outcome === "refused" ? refusalCard(seen.why) : timelineCard(seen.report);
};

const start = async (deps: BotDeps, turn: Turn, text: string): Promise<Content> => {
  try {
    return (await startDraft(deps, turn, text)).content;
  } catch (error) {
    if (!(error instanceof NotDurable)) throw error;
    deps.log.error("not saved", { what: "draft" });
    const told = notSavedCard(words.notSaved(deps.council), null);
    return text === "" ? told : withTyped(told, text, words.keptTyped);
  }
};
