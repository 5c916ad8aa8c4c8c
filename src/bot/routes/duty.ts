import { z } from "zod";
import type { Acted } from "../../app/reminding.ts";
import { NotDurable } from "../../app/ports/records.ts";
import type { CaseView, DutyView, MoveFormView } from "../../domain/case/view.ts";
import { caseCard, dutyCard, moveCard, movedCard, refusalCard, type DutyNotice, type DutyVerb } from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import type { Content } from "../reply.ts";
import { words } from "../words.ts";
import { inputsOf } from "./data.ts";
import { showList } from "./due.ts";

const id = z.string().min(1).max(200);
const where = { list: z.string().max(200).default(""), page: z.coerce.number().int().min(1).max(10_000).catch(1) };
const onDutySchema = z.object({ duty: id, ...where });
const onListSchema = z.object({ list: id, page: where.page });
const answerSchema = z.object({ case: id, ask: id });

type Where = Pick<z.infer<typeof onDutySchema>, "list" | "page">;
type Typed = Readonly<Record<string, string>>;

/** What was typed; the ids that the card carries are not. */
const typedInto = (data: unknown): Typed => {
  const { verb: _v, duty: _d, list: _l, page: _p, case: _c, ask: _a, ...typed } = inputsOf(data);
  return typed;
};

/** Kept: the notice says so, and what was typed is gone. Anything else shows again what was typed. */
const shownDuty = (answer: Acted<DutyView>, at: Where, kept: string, typed: Typed): Content => {
  switch (answer.outcome) {
    case "done":
      return dutyCard(answer.view, at, { text: kept, good: true });
    case "late":
      return dutyCard(answer.view, at, { text: answer.why });
    case "unclear":
      return dutyCard(answer.view, at, { text: answer.why, typed });
    case "refused":
      return refusalCard(answer.why);
  }
};

const shownMove = (answer: Acted<MoveFormView>, at: Where, kept: boolean): Content => {
  switch (answer.outcome) {
    case "done":
      return kept
        ? movedCard(answer.view, at, { text: "It is moved, and the record of it is kept.", good: true })
        : moveCard(answer.view, at);
    case "late":
      return movedCard(answer.view, at, { text: answer.why });
    case "unclear":
      return moveCard(answer.view, at, { text: answer.why });
    case "refused":
      return refusalCard(answer.why);
  }
};

/** The form has the new day in it: without one it is asked for. */
const move = async ({ choice }: BotDeps, { person }: Turn, duty: string, at: Where, typed: Typed): Promise<Content> =>
  Object.hasOwn(typed, "moveTo")
    ? shownMove(await choice.move(duty, person.id, typed), at, true)
    : shownMove(await choice.moving(duty, person.id, {}), at, false);

const shownCase = (answer: Acted<CaseView | null>, kept: string): Content => {
  if (answer.outcome === "refused") return refusalCard(answer.why);
  const notice = answer.outcome === "done" ? kept : answer.why;
  return answer.view === null ? notice : caseCard(answer.view, notice);
};

type AnswerVerb = Extract<DutyVerb, "duty.take" | "duty.back" | "duty.approve" | "duty.refuse">;

/** Answers to what somebody asked: on a card of its own, about one duty on a case. */
const answer = async ({ choice }: BotDeps, { person }: Turn, verb: AnswerVerb, data: unknown): Promise<Content> => {
  const read = answerSchema.safeParse(inputsOf(data)).data;
  if (read === undefined) return refusalCard(words.staleCard);
  const reason = typedInto(data)["reason"] ?? "";
  switch (verb) {
    case "duty.take":
      return shownCase(
        await choice.take(read.case, read.ask, person.id),
        "It is yours now. Whoever asked you hears of it.",
      );
    case "duty.back":
      return shownCase(
        await choice.handBack(read.case, read.ask, person.id, reason),
        "You handed it back. Whoever asked you hears of it.",
      );
    case "duty.approve":
      return shownCase(await choice.approve(read.case, read.ask, person.id), "Approved. Whoever asked hears of it.");
    case "duty.refuse":
      return shownCase(
        await choice.refuse(read.case, read.ask, person.id, reason),
        "Not approved. Whoever asked hears of it.",
      );
  }
};

type ChoiceVerb = Exclude<DutyVerb, AnswerVerb | "duty.list">;

const onDuty = async (deps: BotDeps, turn: Turn, verb: ChoiceVerb, data: unknown): Promise<Content> => {
  const read = onDutySchema.safeParse(inputsOf(data)).data;
  if (read === undefined) return refusalCard(words.staleCard);
  const { choice, due } = deps;
  const { duty, ...at } = read;
  const by = turn.person.id;
  const typed = typedInto(data);
  const said = (name: string): string => typed[name] ?? "";
  switch (verb) {
    case "duty.open":
      return shownDuty(await due.open(duty, by), at, "", {});
    case "duty.done":
      return shownDuty(await choice.complete(duty, by, said("when")), at, "It is kept that this was done.", typed);
    case "duty.snooze":
      return shownDuty(
        await choice.snooze(duty, by, said("until"), said("whyWait")),
        at,
        "It is put off. It is as late as it was.",
        typed,
      );
    case "duty.give":
      return shownDuty(
        await choice.give(duty, by, said("giveTo"), said("whyThem")),
        at,
        "They are asked. Until they accept, it stays where it is.",
        typed,
      );
    case "duty.lessen": {
      const asked = await choice.lessen(duty, by, said("everyWeeks"), said("lessUntil"), said("whyLess"));
      return shownDuty(asked, at, "It is asked for. Until somebody approves it, the standard runs.", typed);
    }
    case "duty.move":
      return move(deps, turn, duty, at, typed);
  }
};

const acted = (deps: BotDeps, turn: Turn, verb: DutyVerb, data: unknown): Promise<Content> => {
  switch (verb) {
    case "duty.list": {
      const read = onListSchema.safeParse(inputsOf(data)).data;
      return read === undefined
        ? Promise.resolve(refusalCard(words.staleCard))
        : showList(deps, turn, read.list, read.page);
    }
    case "duty.take":
    case "duty.back":
    case "duty.approve":
    case "duty.refuse":
      return answer(deps, turn, verb, data);
    case "duty.open":
    case "duty.done":
    case "duty.snooze":
    case "duty.move":
    case "duty.give":
    case "duty.lessen":
      return onDuty(deps, turn, verb, data);
  }
};

/** What could not be saved is not shown as taken, and what was typed is still there. */
const notSaved = async (deps: BotDeps, { person }: Turn, data: unknown): Promise<Content> => {
  deps.log.error("not saved", { what: "duty" });
  const sentence = words.notSaved(deps.council);
  const read = onDutySchema.safeParse(inputsOf(data)).data;
  if (read === undefined) return refusalCard(sentence);
  const { duty, ...at } = read;
  const notice: DutyNotice = { text: sentence, typed: typedInto(data) };
  const now = await deps.due.open(duty, person.id);
  return now.outcome === "refused" ? refusalCard(sentence) : dutyCard(now.view, at, notice);
};

/** What a button on a duty or a list of duties does. */
export const actOnDuty = async (deps: BotDeps, turn: Turn, verb: DutyVerb, data: unknown): Promise<Shown> => {
  try {
    return { content: await acted(deps, turn, verb, data), over: true };
  } catch (error) {
    if (!(error instanceof NotDurable)) throw error;
    return { content: await notSaved(deps, turn, data), over: true };
  }
};
