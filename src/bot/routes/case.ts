import { z } from "zod";
import type { Acted, HeardHappening } from "../../app/reminding.ts";
import { NotDurable } from "../../app/ports/records.ts";
import { leftDecisions } from "../../domain/case/facts.ts";
import type { HappeningView } from "../../domain/case/view.ts";
import {
  caseCard,
  happenedCard,
  happeningCard,
  recordFormCard,
  refusalCard,
  whichHappeningCard,
  type CaseVerb,
} from "../cards.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import type { Content } from "../reply.ts";
import { words } from "../words.ts";
import { inputsOf } from "./data.ts";
import { startDraft } from "./draft.ts";

const id = z.string().min(1).max(200);
const caseSchema = z.object({ case: id });
const settleSchema = z.object({ case: id, decision: z.enum(leftDecisions) });
const saySchema = z.object({
  case: z.string().max(200).optional(),
  caseRef: z.string().max(200).optional(),
  happening: id,
  when: z.string().max(200).default(""),
  /** Only the form is asked for. */
  choose: z.literal("yes").optional(),
});

const asked = (answer: Acted<HappeningView>): Content => {
  switch (answer.outcome) {
    case "done":
      return happeningCard(answer.view);
    case "late":
      return happenedCard(answer.view, { text: answer.why });
    case "unclear":
      return happeningCard(answer.view, { text: answer.why });
    case "refused":
      return refusalCard(answer.why);
  }
};

const kept = (answer: Acted<HappeningView>): Content =>
  answer.outcome === "done" ? happenedCard(answer.view) : asked(answer);

const say = async ({ choice }: BotDeps, { person }: Turn, data: unknown): Promise<Content> => {
  const inputs = inputsOf(data);
  const read = saySchema.safeParse(inputs).data;
  if (read === undefined) return refusalCard(words.staleCard);
  const { case: known, caseRef, happening, when, choose } = read;
  const ref = known ?? caseRef ?? "";
  const { verb: _v, case: _c, caseRef: _r, happening: _h, when: _w, choose: _a, ...facts } = inputs;
  return choose === undefined
    ? kept(await choice.say(ref, person.id, happening, when, facts))
    : asked(await choice.asking(ref, person.id, happening, when, facts));
};

const open = async (
  { due }: BotDeps,
  { person }: Turn,
  ref: string,
  notice: string | null = null,
): Promise<Content> => {
  const answer = await due.case(ref, person.id);
  return answer.outcome === "refused" ? refusalCard(answer.why) : caseCard(answer.view, notice);
};

const settle = async (deps: BotDeps, turn: Turn, data: unknown): Promise<Content> => {
  const read = settleSchema.safeParse(inputsOf(data)).data;
  if (read === undefined) return refusalCard(words.staleCard);
  const answer = await deps.choice.settle(read.case, turn.person.id, read.decision);
  if (answer.outcome === "refused") return refusalCard(answer.why);
  const done =
    read.decision === "closed"
      ? "The case is closed, and owes nothing more."
      : "The case stays, and is watched as before.";
  return open(deps, turn, read.case, answer.outcome === "done" ? done : answer.why);
};

const reportSchema = z.union([z.object({ duty: id }), z.object({ case: id, happening: id })]);

/** The report's own screens, begun with the words of what calls for it: what somebody may not see, they cannot begin. */
const report = async (deps: BotDeps, turn: Turn, data: unknown): Promise<Content> => {
  const read = reportSchema.safeParse(inputsOf(data)).data;
  if (read === undefined) return refusalCard(words.staleCard);
  const by = turn.person.id;
  const answer =
    "duty" in read
      ? await deps.due.open(read.duty, by)
      : await deps.choice.asking(read.case, by, read.happening, "", {});
  if (answer.outcome === "refused") return refusalCard(answer.why);
  const text = "owners" in answer.view ? answer.view.reports : answer.view.report;
  return text == null ? refusalCard(words.staleCard) : (await startDraft(deps, turn, text)).content;
};

const acted = (deps: BotDeps, turn: Turn, verb: CaseVerb, data: unknown): Promise<Content> => {
  switch (verb) {
    case "case.open": {
      const read = caseSchema.safeParse(inputsOf(data)).data;
      return read === undefined ? Promise.resolve(refusalCard(words.staleCard)) : open(deps, turn, read.case);
    }
    case "case.say":
      return say(deps, turn, data);
    case "case.report":
      return report(deps, turn, data);
    case "case.settle":
      return settle(deps, turn, data);
  }
};

/** What could not be saved comes back on its own card, with what was typed. */
const notSaved = async (deps: BotDeps, { person }: Turn, data: unknown): Promise<Content> => {
  deps.log.error("not saved", { what: "case" });
  const sentence = words.notSaved(deps.council);
  const inputs = inputsOf(data);
  const read = saySchema.safeParse(inputs).data;
  if (read === undefined) return refusalCard(sentence);
  const again = await deps.choice.asking(read.case ?? read.caseRef ?? "", person.id, read.happening, read.when, inputs);
  return again.outcome === "refused" ? refusalCard(sentence) : happeningCard(again.view, { text: sentence });
};

/** What a button on a case does. */
export const actOnCase = async (deps: BotDeps, turn: Turn, verb: CaseVerb, data: unknown): Promise<Shown> => {
  try {
    return { content: await acted(deps, turn, verb, data), over: true };
  } catch (error) {
    if (!(error instanceof NotDurable)) throw error;
    return { content: await notSaved(deps, turn, data), over: true };
  }
};

const openWords = /^(?:open |show )?case (\S+)$/;

/** A happening that is said by writing its record is answered with that form, for a case; the others are confirmed first. */
const answerTo = async (deps: BotDeps, { person }: Turn, heard: HeardHappening): Promise<Content> => {
  const { caseRef, happenings, when, typed } = heard;
  const [first, ...others] = happenings;
  if (first === undefined) return words.notUnderstood;
  if (others.length > 0) return whichHappeningCard(caseRef ?? "", when, happenings);
  if (!first.records) return asked(await deps.choice.asking(caseRef ?? "", person.id, first.id, when, typed));
  if (caseRef === null) return words.whichCase;
  const form = await deps.record.form(
    { caseRef, duty: null, happening: first.id, circumstance: null, sitting: null },
    person.id,
  );
  if (form.outcome === "refused") return refusalCard(form.why);
  return form.outcome === "written" ? words.late : recordFormCard(form.view, form.outcome === "done" ? null : form.why);
};

/** "transfer AMB-1042", "visit done AMB-1042 yesterday", "case AMB-1042"; null when the words are about something else. */
export const onCaseWords = async (
  deps: BotDeps,
  turn: Turn,
  text: string,
  command: string,
): Promise<Content | null> => {
  const ref = openWords.exec(command)?.[1];
  if (ref !== undefined) return open(deps, turn, ref);
  const heard = await deps.choice.heard(turn.person.id, text);
  return heard === null ? null : answerTo(deps, turn, heard);
};
