import { z } from "zod";
import { NotDurable } from "../../app/ports/records.ts";
import type { MeetingAnswer, MeetingWish, OffersAnswer, RecordAnswer } from "../../app/meeting.ts";
import {
  meetingCard,
  meetingOffersCard,
  meetingRecordCard,
  meetingsCard,
  refusalCard,
  type MeetingVerb,
} from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import type { Content } from "../reply.ts";
import { words } from "../words.ts";
import { inputsOf, readDraftAnswer } from "./data.ts";
import { answerAsking, startAsking } from "./meeting-ask.ts";

const id = z.string().min(1).max(200);
const text = z.string().max(20_000).default("");
const number = z.coerce.number().int();
const meetingSchema = z.object({ meeting: id });
const startSchema = z.object({ case: id.nullish(), report: id.nullish() });
const slotSchema = z.object({ from: number, to: number });
const partSchema = z.object({ part: number.min(1).max(20), then: number.min(0).max(20).default(0) });

/** The inputs of every form of a meeting; a form that was not sent leaves its own empty. */
const formSchema = z.object({
  ...{ when: text, whyLate: text, add: text, remove: text, to: text, whyChair: text },
  ...{ whyCancel: text, whyAbsent: text, whyTelephone: text, whyDecided: text },
});
type Typed = z.infer<typeof formSchema>;

const going = (content: Content): Shown => ({ content, over: false });
const over = (content: Content): Shown => ({ content, over: true });
const stale = (): Shown => over(refusalCard(words.staleCard));

const shownMeeting = (answer: MeetingAnswer, typed: Partial<Typed> = {}, done: string | null = null): Content => {
  switch (answer.outcome) {
    case "done":
      return meetingCard(answer.view, done === null ? null : { text: done, tone: "good" });
    case "late":
      return meetingCard(answer.view, { text: answer.why });
    case "unclear":
      return meetingCard(answer.view, { text: answer.why, tone: "attention", typed });
    case "refused":
      return refusalCard(answer.why);
  }
};

const shownOffers = (answer: OffersAnswer, notice: string | null = null, typed: Partial<Typed> = {}): Content =>
  answer.outcome === "refused" ? refusalCard(answer.why) : meetingOffersCard(answer.offers, notice, typed);

/** A time that was not taken is answered with the times that are, and what was typed. */
const timed = async (
  { meeting }: BotDeps,
  of: string,
  by: string,
  wish: MeetingWish,
  typed: Typed,
): Promise<Content> => {
  const answer = await meeting.act(of, by, wish);
  if (answer.outcome !== "unclear") return shownMeeting(answer, typed, words.meetingTimed);
  return shownOffers(await meeting.offers(of, by), answer.why, { when: typed.when, whyLate: typed.whyLate });
};

const shownForm = (answer: RecordAnswer): Content => {
  switch (answer.outcome) {
    case "done":
      return meetingRecordCard(answer.form);
    case "unclear":
      return meetingRecordCard(answer.form, answer.why);
    case "refused":
      return refusalCard(answer.why);
  }
};

/** `then` 0: the record is put aside, and the meeting is shown. */
const written = async (deps: BotDeps, of: string, by: string, data: unknown, completes: boolean): Promise<Content> => {
  const { meeting } = deps;
  const read = partSchema.safeParse(inputsOf(data)).data;
  if (read === undefined) return refusalCard(words.staleCard);
  const { part, then } = read;
  const next = completes ? null : then === 0 ? part : then;
  const answer = await meeting.write(of, by, part, inputsOf(data), next);
  if (answer.outcome !== "done" || (!completes && then !== 0)) return shownForm(answer);
  return shownMeeting(await meeting.open(of, by), {}, completes ? words.meetingRecorded : words.meetingSaved);
};

type Acting = Exclude<MeetingVerb, "meeting.start" | "meeting.answer" | "meeting.list">;

const chosenOf = (list: string): readonly string[] => list.split(",").filter((each) => each !== "");

const wishOf = {
  "meeting.invite": ({ add }) => ({ do: "people", add, remove: [] }),
  "meeting.uninvite": ({ remove }) => ({ do: "people", add: "", remove: chosenOf(remove) }),
  "meeting.absent": ({ whyAbsent }) => ({ do: "cannotCome", reason: whyAbsent }),
  "meeting.chair": ({ to, whyChair }) => ({ do: "chair", to, reason: whyChair }),
  "meeting.cancel": ({ whyCancel }) => ({ do: "cancel", reason: whyCancel }),
  "meeting.telephone": ({ whyTelephone }) => ({ do: "telephone", reason: whyTelephone }),
  "meeting.authorise": ({ whyDecided }) => ({ do: "authorise", reason: whyDecided }),
  "meeting.refuse": ({ whyDecided }) => ({ do: "refuse", reason: whyDecided }),
  "meeting.circulate": () => ({ do: "circulate" }),
} as const satisfies Partial<Record<Acting, (typed: Typed) => MeetingWish>>;

const onOne = async (deps: BotDeps, turn: Turn, verb: Acting, of: string, data: unknown): Promise<Content> => {
  const { meeting } = deps;
  const by = turn.person.id;
  const typed = formSchema.parse(inputsOf(data));
  switch (verb) {
    case "meeting.open":
      return shownMeeting(await meeting.open(of, by));
    case "meeting.offers":
      return shownOffers(await meeting.offers(of, by));
    case "meeting.time": {
      const slot = slotSchema.safeParse(inputsOf(data)).data;
      if (slot === undefined) return refusalCard(words.staleCard);
      return timed(deps, of, by, { do: "time", slot, reason: typed.whyLate }, typed);
    }
    case "meeting.when":
      return timed(deps, of, by, { do: "when", when: typed.when, reason: typed.whyLate }, typed);
    case "meeting.form":
      return shownForm(await meeting.form(of, by, partSchema.safeParse(inputsOf(data)).data?.part ?? 1));
    case "meeting.save":
    case "meeting.complete":
      return written(deps, of, by, data, verb === "meeting.complete");
    case "meeting.invite":
    case "meeting.uninvite":
    case "meeting.absent":
    case "meeting.chair":
    case "meeting.cancel":
    case "meeting.telephone":
    case "meeting.authorise":
    case "meeting.refuse":
    case "meeting.circulate":
      return shownMeeting(await meeting.act(of, by, wishOf[verb](typed)), typed, words.meetingDone);
  }
};

const acted = async (deps: BotDeps, turn: Turn, verb: MeetingVerb, data: unknown): Promise<Shown> => {
  if (verb === "meeting.list") return over(meetingsCard(await deps.meeting.mine(turn.person.id)));
  if (verb === "meeting.start") {
    const read = startSchema.safeParse(inputsOf(data)).data;
    return read === undefined ? stale() : going(await startAsking(deps, turn, read.case ?? null, read.report ?? null));
  }
  if (verb === "meeting.answer") {
    const read = readDraftAnswer(data);
    return read === undefined ? stale() : answerAsking(deps, turn, read);
  }
  const read = meetingSchema.safeParse(inputsOf(data)).data;
  return read === undefined ? stale() : over(await onOne(deps, turn, verb, read.meeting, data));
};

/** What a button of a meeting does. What could not be saved is never shown as done. */
export const actOnMeeting = async (deps: BotDeps, turn: Turn, verb: MeetingVerb, data: unknown): Promise<Shown> => {
  try {
    return await acted(deps, turn, verb, data);
  } catch (error) {
    if (!(error instanceof NotDurable)) throw error;
    deps.log.error("not saved", { what: "meeting" });
    return over(refusalCard(words.notSaved(deps.council)));
  }
};

const listWords = /^(?:(?:show|list|my|strategy) )*meetings$/;
const refPattern = /^(?:(?:open|show|meeting) )?(sm-\d{4}-\d{4,})$/;

/** "strategy meeting AMB-1042", "meetings", "SM-2026-0007"; null: something else. */
export const onMeetingWords = async (
  deps: BotDeps,
  turn: Turn,
  said: string,
  command: string,
): Promise<Content | null> => {
  const { meeting } = deps;
  if (listWords.test(command)) return meetingsCard(await meeting.mine(turn.person.id));
  const ref = refPattern.exec(command)?.[1];
  if (ref !== undefined) return shownMeeting(await meeting.open(ref, turn.person.id));
  const asks = meeting.heard(said);
  if (asks === null) return null;
  try {
    return await startAsking(deps, turn, asks.caseRef, null);
  } catch (error) {
    if (!(error instanceof NotDurable)) throw error;
    return refusalCard(words.notSaved(deps.council));
  }
};
