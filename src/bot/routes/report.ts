import { NotDurable } from "../../app/ports/records.ts";
import type { Answered } from "../../app/reporting.ts";
import type { ReportView } from "../../domain/report/view.ts";
import { channelCard, faceOf, refusalCard, timelineCard, type Face, type Notice, type ReportVerb } from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import type { Content } from "../reply.ts";
import { words } from "../words.ts";
import {
  readAnswered,
  readAsk,
  readBrief,
  readCall,
  readClose,
  readDecision,
  readEnd,
  readJudgement,
  readRemind,
  readReport,
  readReturn,
  readUpdate,
  typedInto,
} from "./data.ts";

/** What a click on a report asks for, once its data was read. Undefined when the data is forged or out of date. */
type Deed = (() => Promise<Answered>) | undefined;

const deedOf = ({ reporting }: BotDeps, { person }: Turn, verb: ReportVerb, id: string, data: unknown): Deed => {
  const by = person.id;
  switch (verb) {
    case "report.open":
      return () => reporting.see(id, by);
    case "report.refresh":
      return () => reporting.refresh(id, by);
    case "report.acknowledge":
      return () => reporting.acknowledge(id, by);
    case "report.ask":
      return withRead(readAsk(data), ({ question }) => reporting.ask(id, by, question));
    case "report.answer":
      return withRead(readAnswered(data), ({ text }) => reporting.answer(id, by, text));
    case "report.call":
      return withRead(readCall(data), ({ spokeTo, calledAt }) => reporting.call(id, by, spokeTo, calledAt));
    case "report.brief":
      return withRead(readBrief(data), (briefing) => reporting.brief(id, by, briefing));
    case "report.update":
      return withRead(readUpdate(data), ({ update, nextUpdate }) => reporting.update(id, by, update, nextUpdate));
    case "report.amend":
      return withRead(readBrief(data), (briefing) => reporting.amend(id, by, briefing));
    case "report.approve":
      return () => reporting.approve(id, by);
    case "report.return":
      return withRead(readReturn(data), ({ comment }) => reporting.sendBack(id, by, comment));
    case "report.decide":
      return withRead(readDecision(data), ({ brief, because }) => reporting.decide(id, by, brief === "yes", because));
    case "report.judge":
      return withRead(readJudgement(data), ({ raise, whyRaise }) => reporting.judge(id, by, raise === "yes", whyRaise));
    case "report.remind":
      return withRead(readRemind(data), ({ remind, remindAt }) => reporting.remind(id, by, remind, remindAt));
    case "report.persist":
      return () => reporting.persist(id, by);
    case "report.end":
      return withRead(readEnd(data), ({ endedAt }) => reporting.end(id, by, endedAt));
    case "report.close":
      return withRead(readClose(data), ({ reason }) => reporting.close(id, by, reason));
  }
};

const withRead = <T>(read: T | undefined, act: (read: T) => Promise<Answered>): Deed =>
  read === undefined ? undefined : () => act(read);

/** What a repeat of the same activity must not do twice; the other verbs are harmless however often they come. */
const adds: ReadonlySet<ReportVerb> = new Set([
  "report.ask",
  "report.answer",
  "report.call",
  "report.brief",
  "report.update",
  "report.amend",
  "report.return",
  "report.remind",
]);

/** Does what a report's button says, and shows the report as it stands after it. */
export const actOnReport = async (deps: BotDeps, turn: Turn, verb: ReportVerb, data: unknown): Promise<Shown> => {
  const read = readReport(data);
  const deed = read && deedOf(deps, turn, verb, read.report, data);
  if (!read || !deed) return { content: refusalCard(words.staleCard), over: true };
  const answered = await doOnce(deps, turn, verb, read.report, deed);
  if (answered === "not saved") return { content: await notSaved(deps, turn, read, data), over: false };
  const over = verb !== "report.open" && answered.outcome !== "unclear";
  return { content: await shown(deps, turn, verb, read.face, answered, data), over };
};

const doOnce = async (
  { turns, reporting, log }: BotDeps,
  { activity, person }: Turn,
  verb: ReportVerb,
  id: string,
  deed: () => Promise<Answered>,
): Promise<Answered | "not saved"> => {
  if (adds.has(verb) && (await turns.answered(activity))) return reporting.see(id, person.id);
  try {
    const answered = await deed();
    if (adds.has(verb) && answered.outcome === "done") await turns.note(activity);
    return answered;
  } catch (error) {
    if (!(error instanceof NotDurable)) throw error;
    log.error("not saved", { what: verb });
    return "not saved";
  }
};

/** The report with the sentence that nothing was saved, and what was typed still in its box. */
const notSaved = async (
  deps: BotDeps,
  turn: Turn,
  { report, face }: { report: string; face: Face },
  data: unknown,
): Promise<Content> => {
  const text = words.notSaved(deps.council);
  const seen = await deps.reporting.see(report, turn.person.id);
  if (face === "channel" || !turn.personal || seen.outcome !== "done") return refusalCard(text);
  return faceOf(face, seen.report, { text, typed: typedInto(data) });
};

const shown = async (
  deps: BotDeps,
  turn: Turn,
  verb: ReportVerb,
  face: Face,
  answered: Answered,
  data: unknown,
): Promise<Content> => {
  if (answered.outcome === "refused") return turn.personal ? refusalCard(answered.why) : answered.why;
  if (!turn.personal || face === "channel") return inChannel(deps, turn, verb, answered.report);
  if (verb === "report.open") return timelineCard(answered.report);
  return faceOf(face, answered.report, noticeOf(answered, data));
};

const noticeOf = (answered: Exclude<Answered, { outcome: "refused" }>, data: unknown): Notice | null => {
  switch (answered.outcome) {
    case "done":
      return null;
    case "late":
      return { text: answered.why };
    case "unclear":
      return { text: answered.why, typed: typedInto(data) };
  }
};

/** In a channel the room reads along: detail goes to the person's own chat, the channel card shows what it may. */
const inChannel = async (deps: BotDeps, turn: Turn, verb: ReportVerb, report: ReportView): Promise<Content> => {
  if (verb === "report.open") {
    const said = await deps.tellPrivately(turn.person, timelineCard(report));
    return said === "said" ? words.sentPrivately : words.cannotSendPrivately;
  }
  const view = await deps.reporting.channel(report.id);
  return view ? channelCard(view) : words.staleCard;
};
