import { z } from "zod";
import { NotDurable } from "../../app/ports/records.ts";
import type { Acted, RecordAsked, RecordOpened, RecordSaved, RecordTyped } from "../../app/reminding.ts";
import type { RecordView } from "../../domain/case/view.ts";
import { caseCard, circumstanceCard, recordCard, recordFormCard, refusalCard, type RecordVerb } from "../cards.ts";
import type { PersonId } from "../../domain/people.ts";
import type { BotDeps, Shown, Turn } from "../deps.ts";
import type { Content } from "../reply.ts";
import { words } from "../words.ts";
import { inputsOf } from "./data.ts";

const id = z.string().min(1).max(200);
const optional = z
  .string()
  .max(200)
  .nullish()
  .transform((value) => value || null);
const chooseSchema = z.object({ choose: z.literal("yes") });
const askedSchema = z.object({
  case: id,
  duty: optional,
  happening: optional,
  circumstance: optional,
  sitting: optional,
});
const recordSchema = z.object({ case: id, record: id });
const stepSchema = z.object({ case: id, step: id, record: optional });

/** "routine" is the list's own word for none. */
const readAsked = (data: unknown): RecordAsked | undefined => {
  const read = askedSchema.safeParse(inputsOf(data)).data;
  if (read === undefined) return undefined;
  const { case: caseRef, circumstance, ...ids } = read;
  return { caseRef, ...ids, circumstance: circumstance === "routine" ? null : circumstance };
};

/** What was typed; the ids that the card carries are not. */
const typedInto = (data: unknown): RecordTyped => {
  const {
    verb: _v,
    case: _c,
    duty: _d,
    happening: _h,
    circumstance: _k,
    sitting: _s,
    choose: _o,
    ...typed
  } = inputsOf(data);
  return typed;
};

const opened = (answer: RecordOpened, notice: string | null = null): Content => {
  switch (answer.outcome) {
    case "done":
      return recordFormCard(answer.view, notice);
    case "late":
    case "unclear":
      return recordFormCard(answer.view, answer.why);
    case "written":
      return recordCard(answer.view, answer.why);
    case "refused":
      return refusalCard(answer.why);
  }
};

const saved = (answer: RecordSaved): Content => {
  switch (answer.outcome) {
    case "done":
      return recordCard(answer.view, "Saved.", answer.next);
    case "late":
      return recordCard(answer.view, answer.why, answer.next);
    case "unclear":
      return recordFormCard(answer.view, answer.why);
    case "refused":
      return refusalCard(answer.why);
  }
};

const shownRecord = (answer: Acted<RecordView>, notice: string | null = "Noted."): Content => {
  switch (answer.outcome) {
    case "done":
      return recordCard(answer.view, notice);
    case "late":
    case "unclear":
      return recordCard(answer.view, answer.why);
    case "refused":
      return refusalCard(answer.why);
  }
};

/** Where there are several circumstances, the one it is for is asked first. */
const orChoose = (answer: RecordOpened): Content =>
  answer.outcome === "done" && answer.view.circumstances.length > 0 ? circumstanceCard(answer.view) : opened(answer);

/** An action is done: said on a record, or on the case. */
const stepDone = async (
  { record, due }: BotDeps,
  by: PersonId,
  { case: ref, step, record: on }: z.infer<typeof stepSchema>,
): Promise<Content> => {
  const answer = await record.stepDone(ref, step, by);
  if (on !== null || answer.outcome === "refused") return shownRecord(answer);
  const now = await due.case(ref, by);
  return now.outcome === "refused"
    ? shownRecord(answer)
    : caseCard(now.view, answer.outcome === "done" ? "Noted." : answer.why);
};

const acted = async (deps: BotDeps, { person }: Turn, verb: RecordVerb, data: unknown): Promise<Content> => {
  const { record } = deps;
  const stale = refusalCard(words.staleCard);
  switch (verb) {
    case "record.start":
    case "record.next": {
      const asked = readAsked(data);
      if (asked === undefined) return stale;
      const answer = await record.form(asked, person.id);
      return chooseSchema.safeParse(inputsOf(data)).success ? orChoose(answer) : opened(answer);
    }
    case "record.open": {
      const read = recordSchema.safeParse(inputsOf(data)).data;
      return read === undefined ? stale : shownRecord(await record.read(read.case, read.record, person.id), null);
    }
    case "record.save": {
      const asked = readAsked(data);
      return asked === undefined ? stale : saved(await record.save(asked, typedInto(data), person.id));
    }
    case "record.confirm": {
      const read = recordSchema.safeParse(inputsOf(data)).data;
      return read === undefined ? stale : shownRecord(await record.confirm(read.case, read.record, person.id));
    }
    case "record.step": {
      const read = stepSchema.safeParse(inputsOf(data)).data;
      return read === undefined ? stale : stepDone(deps, person.id, read);
    }
  }
};

/** What could not be saved comes back on its own form, with what was typed. */
const notSaved = async (deps: BotDeps, { person }: Turn, verb: RecordVerb, data: unknown): Promise<Content> => {
  deps.log.error("not saved", { what: "record" });
  const sentence = words.notSaved(deps.council);
  const asked = verb === "record.save" ? readAsked(data) : undefined;
  if (asked === undefined) return refusalCard(sentence);
  const again = await deps.record.form(asked, person.id);
  if (again.outcome === "refused" || again.outcome === "written") return refusalCard(sentence);
  return recordFormCard({ ...again.view, typed: typedInto(data) }, sentence);
};

/** What a button on a record does. */
export const actOnRecord = async (deps: BotDeps, turn: Turn, verb: RecordVerb, data: unknown): Promise<Shown> => {
  try {
    return { content: await acted(deps, turn, verb, data), over: true };
  } catch (error) {
    if (!(error instanceof NotDurable)) throw error;
    return { content: await notSaved(deps, turn, verb, data), over: true };
  }
};

const goOn = /^(?:continue|resume|unfinished)(?:\s+|$)/i;

/** The sitting that was left unfinished, or what is missing. */
const unfinished = async ({ record }: BotDeps, { person }: Turn): Promise<Content> => {
  const next = await record.unfinished(person.id);
  return next === null ? words.noSitting : opened(await record.form(next, person.id), words.unfinishedSitting);
};

/**
 * "supervision AMB-1042", "oversight AMB-1042"; "supervision", or "continue", leads to the sitting that was left unfinished.
 * Null: the words ask for no record.
 */
export const onRecordWords = async (deps: BotDeps, turn: Turn, text: string): Promise<Content | null> => {
  const said = text.trim().replace(/[.!?]+$/, "");
  const rest = said.replace(goOn, "");
  const asked = deps.record.heard(rest);
  if (asked === null) return rest === "" && said !== "" ? unfinished(deps, turn) : null;
  if (asked.caseRef === "") return unfinished(deps, turn);
  return orChoose(await deps.record.form(asked, turn.person.id));
};
