import { z } from "zod";
import { briefingSections, type Briefing } from "../../domain/report/facts.ts";
import {
  caseVerbs,
  coverVerbs,
  doubtVerbs,
  dutyVerbs,
  faces,
  recordVerbs,
  reportVerbs,
  meetingVerbs,
} from "../cards.ts";

/** The longest thing a person can type into one of our cards is far below this. */
const typed = z.string().max(20_000);
const id = z.string().min(1).max(200);

/** Inputs arrive as strings, numbers or booleans; what else a client adds to the data is dropped. */
const scalar = z.union([typed, z.number(), z.boolean()]).transform(String);
export const inputsOf = (data: unknown): Record<string, string> => {
  if (typeof data !== "object" || data === null) return {};
  const entries = Object.entries(data).flatMap(([name, value]) => {
    const read = scalar.safeParse(value);
    return read.success ? [[name, read.data] as const] : [];
  });
  return Object.fromEntries(entries);
};

const step = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);

const startSchema = z.object({ text: typed.default("") });
const answerSchema = z.looseObject({ draft: id, screen: id, step, answer: z.string().max(200).optional() });
const reportSchema = z.object({ report: id, face: z.enum(faces).default("telling") });
const askSchema = reportSchema.extend({ question: typed.default("") });
const answeredSchema = reportSchema.extend({ text: typed.default("") });
const callSchema = reportSchema.extend({ spokeTo: typed.default(""), calledAt: typed.default("") });
const updateSchema = reportSchema.extend({ update: typed.default(""), nextUpdate: typed.default("") });
const returnSchema = reportSchema.extend({ comment: typed.default("") });
const decisionSchema = reportSchema.extend({ brief: z.enum(["yes", "no"]), because: typed.default("") });
const judgementSchema = reportSchema.extend({ raise: z.enum(["yes", "no"]), whyRaise: typed.default("") });
const endSchema = reportSchema.extend({ endedAt: typed.default("") });
const remindSchema = reportSchema.extend({ remind: typed.default(""), remindAt: typed.default("") });
const draftSchema = z.object({ draft: id });
const joinSchema = draftSchema.extend({ report: id });
const closeSchema = reportSchema.extend({ reason: typed.default("") });
const briefSchema = reportSchema.extend(Object.fromEntries(briefingSections.map((name) => [name, typed.optional()])));

/** Reads one verb's data; undefined when the card is forged or of another version. */
const reader =
  <T>(schema: z.ZodType<T>) =>
  (data: unknown): T | undefined =>
    schema.safeParse(inputsOf(data)).data;

export const readStart = reader(startSchema);
export const readSaid = reader(startSchema);
export const readDoubt = reader(z.object({ doubt: id }));
export const readJudged = reader(z.object({ doubt: id, why: typed.default("") }));
export const readCover = reader(z.object({ cover: id }));
export const readReport = reader(reportSchema);
export const readAsk = reader(askSchema);
export const readAnswered = reader(answeredSchema);
export const readCall = reader(callSchema);
export const readUpdate = reader(updateSchema);
export const readReturn = reader(returnSchema);
export const readDecision = reader(decisionSchema);
export const readJudgement = reader(judgementSchema);
export const readEnd = reader(endSchema);
export const readRemind = reader(remindSchema);
export const readDraft = reader(draftSchema);
export const readJoin = reader(joinSchema);
export const readClose = reader(closeSchema);

export interface DraftAnswer {
  readonly draft: string;
  readonly screen: string;
  readonly step: number;
  readonly button: string | null;
  /** Everything else that the card sent: the inputs, by name. */
  readonly input: Readonly<Record<string, string>>;
}

export const readDraftAnswer = (data: unknown): DraftAnswer | undefined => {
  const inputs = inputsOf(data);
  const read = answerSchema.safeParse(inputs);
  if (!read.success) return undefined;
  const { draft, screen, step, answer } = read.data;
  const { draft: _d, screen: _s, step: _t, answer: _a, verb: _v, ...input } = inputs;
  return { draft, screen, step, button: answer ?? null, input };
};

/** Only the sections that somebody wrote into. */
export const readBrief = (data: unknown): Briefing | undefined => {
  const inputs = inputsOf(data);
  if (!briefSchema.safeParse(inputs).success) return undefined;
  const written = briefingSections.flatMap((name) => {
    const text = inputs[name]?.trim() ?? "";
    return text === "" ? [] : [[name, text] as const];
  });
  return Object.fromEntries(written);
};

export const verbs = [
  "draft.start",
  "draft.answer",
  "draft.join",
  "draft.anyway",
  ...reportVerbs,
  ...coverVerbs,
  ...doubtVerbs,
  ...dutyVerbs,
  ...recordVerbs,
  ...caseVerbs,
  ...meetingVerbs,
] as const;
export type Verb = (typeof verbs)[number];
const verbSchema = z.enum(verbs);

/** The verb of an Action.Execute, or the one an Action.Submit carries in its data. */
export const readVerb = (verb: unknown): Verb | undefined => verbSchema.safeParse(verb).data;

/** What was typed into the form that was sent, to be shown again when it was not taken. */
export const typedInto = (data: unknown): Record<string, string> => {
  const { verb: _v, report: _r, face: _f, ...input } = inputsOf(data);
  return input;
};
