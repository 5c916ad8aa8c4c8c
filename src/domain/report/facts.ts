import { z } from "zod";
import { instantSchema } from "../instants.ts";
import { postSchema } from "../people.ts";
import { chainedSchema } from "./chain-facts.ts";
import { judgementFacts } from "./judgement-facts.ts";

/**
 * How a post is told. `teams`: a card in chat, and in the post's channel where the council gives it one. `phone`: a
 * call, discharged only when somebody records that it was made (W-N2K-P4). `amend`: asked to amend or approve a
 * briefing (LCP-P4). `copy`: for information. `brief`: the Director's briefing (LCP-P1). `decide`: asked to decide
 * whether the Director is told (LCP-P6). `log`: asked to log it (W-N2K-12). `judge`: asked to judge whether another telling
 * is raised with the person who covers (W-X1); the product makes these, no policy does.
 */
export const hows = ["teams", "phone", "amend", "copy", "brief", "decide", "log", "judge"] as const;
export type How = (typeof hows)[number];

/** The five sections of a briefing, LCP-P3a to P3e, in the policy's order. */
export const briefingSections = ["basics", "concern", "action", "updateExpected", "contact"] as const;
export type BriefingSection = (typeof briefingSections)[number];
export const briefingSchema = z.partialRecord(z.enum(briefingSections), z.string());
export type Briefing = z.infer<typeof briefingSchema>;

/** A typed answer to one of an event's questions. Instants are epoch milliseconds; dates are London dates. */
export const factValueSchema = z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]);
export type FactValue = z.infer<typeof factValueSchema>;
export const answersSchema = z.record(z.string(), factValueSchema);
export type Answers = z.infer<typeof answersSchema>;

const clauseApplied = z.strictObject({
  id: z.string(),
  policy: z.string(),
  maturesAt: instantSchema.nullable(),
  dueAt: instantSchema.nullable(),
});

/** One person or post who is owed the news, under which clauses, from when and by when. */
export const tellingSchema = z.strictObject({
  /** Unique within the report: "t1". */
  id: z.string(),
  post: postSchema,
  how: z.enum(hows),
  clauses: z.array(z.string()).min(1),
  /** Not before this instant: now, or the end of the working day for LCP-P5. */
  leaveAt: instantSchema,
  dueAt: instantSchema.nullable(),
});
export type Telling = z.infer<typeof tellingSchema>;

/** When to repeat an unanswered telling and when to pass it on; null where it is not chased (a copy, a call). */
const chaseSchema = z.strictObject({ repeatAt: z.array(instantSchema), passOnAt: instantSchema }).nullable();
export type Chase = z.infer<typeof chaseSchema>;

/** Why a report is kept from somebody. */
export const withholdings = ["subject", "line-manager"] as const;
export type Withholding = (typeof withholdings)[number];

const person = z.string();
const base = { at: instantSchema };
const watched = z.strictObject({ id: z.string(), policy: z.string(), maturesAt: instantSchema });
const considered = z.strictObject({ what: z.string(), dueAt: instantSchema.nullable() });
const pinned = z.strictObject({ id: z.string(), version: z.string() });

export const reportedSchema = z.strictObject({
  ...base,
  kind: z.literal("reported"),
  by: person,
  /** The draft it was made of, where the report has another id than its draft. */
  draft: z.string().optional(),
  ref: z.string(),
  event: z.string(),
  caseRef: z.string().nullable(),
  /** What happened, in the reporter's words. */
  what: z.string(),
  answers: answersSchema,
  briefing: briefingSchema,
  /** Whether a clause that applies asks for a briefing; its missing sections are then an update that is owed (LCP-P8). */
  briefingOwed: z.boolean(),
  clauses: z.array(clauseApplied),
  watch: z.array(watched),
  tellings: z.array(tellingSchema),
  alsoConsider: z.array(considered),
  /** The policy versions this report started under; it stays with them. */
  policies: z.array(pinned),
  /** What it is on its case, of the vocabulary's happenings (MO-T08, MO-T10). Left out: nothing. */
  happens: z.array(z.string()).optional(),
});

/** question: the card that asks whether the event goes on. */
export const copyKinds = ["personal", "channel", "receipt", "question"] as const;
/** A message that shows this report somewhere and is kept current: its ids in Teams. */
export const copySchema = z.strictObject({
  kind: z.enum(copyKinds),
  /** A person id for personal and receipt, a channel id for channel. */
  where: z.string(),
  conversation: z.string(),
  activity: z.string(),
});
export type Copy = z.infer<typeof copySchema>;

/**
 * What happened to a report, append-only. Zod schemas, because facts are parsed when they come out of a store.
 * - reported: confirmed by its reporter; durable before anybody is told.
 * - matured: the threshold of watched clauses passed; more people are now owed the news.
 * - addressed: a telling's post was resolved to a person; `insteadOf` says which post nobody held.
 * - repeated: nobody had answered, so the same people were told again.
 * - handed: nobody answered and nobody is left to pass it on to: these people are asked to telephone. It is discharged
 *   like any call, by recording that it was made.
 * - unheard: a sentence about another fact could not be given to somebody: Teams refused. The fact stands on every card all
 *   the same.
 * - gap: nobody at all could be found for a telling; the house rule's last resort is told instead.
 * - promised: an update is owed by `dueAt` (LCP-P3d, P8), and its lateness goes to the author's manager at `managerAt`.
 * - updated: it came. reminded: its author was reminded of it, or the manager heard that it is late.
 * - reminder: somebody who acknowledged asked to be shown it again. rung: they were; `copy` is null when Teams refused.
 * - amended, approved, returned: what became of a briefing before it left for the Director (LCP-P4). Nothing is overwritten:
 *   an amendment is a fact of its own, beside what it amends.
 * - decided: whether the Director is briefed (LCP-P6, P7), and why; the tellings are those that a yes owes.
 * - watching: what may end this event, and when the reporter is asked about it, as the policy had it when the report was made.
 * - wondered: somebody was asked whether it goes on; `hours` is the latest of the hours that had passed. `copy` is null when
 *   Teams would not take the question: no answer counts as going on.
 * - persists: it goes on. ended: it does not; `watch` is what is still to mature all the same.
 * - joined: somebody else reported the same event, and theirs was put to this report instead of making a second one; `draft`
 *   is what they had confirmed. Their answers may bring clauses that the first reporter's did not.
 * - withheld: from these it is kept: it is about them (`subject`), or the policy passes over the line manager (LCP-3.7). They
 *   are never addressed, and see nothing of it, whatever post they hold.
 * - judging, judged, lapsed: see `judgement-facts.ts`.
 * - told: Teams accepted the message. reached: the person's client showed or acted on it. unreachable: Teams refused.
 */
export const reportFactSchema = z.discriminatedUnion("kind", [
  reportedSchema,
  z.strictObject({
    ...base,
    kind: z.literal("matured"),
    clauses: z.array(clauseApplied),
    watch: z.array(watched),
    tellings: z.array(tellingSchema),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("addressed"),
    telling: z.string(),
    to: z.array(person).min(1),
    /** Council channel in which the post is told too, or null. */
    channel: z.string().nullable(),
    insteadOf: z.string().nullable(),
    why: z.string().nullable(),
    chase: chaseSchema,
  }),
  z.strictObject({ ...base, kind: z.literal("repeated"), telling: z.string(), to: z.array(person), step: z.int() }),
  z.strictObject({ ...base, kind: z.literal("unheard"), to: person, about: z.string(), why: z.string() }),
  chainedSchema,
  z.strictObject({ ...base, kind: z.literal("handed"), telling: z.string(), to: z.array(person), why: z.string() }),
  z.strictObject({ ...base, kind: z.literal("gap"), telling: z.string(), why: z.string() }),
  z.strictObject({ ...base, kind: z.literal("told"), telling: z.string(), copy: copySchema }),
  z.strictObject({ ...base, kind: z.literal("receipted"), copy: copySchema }),
  z.strictObject({ ...base, kind: z.literal("reached"), by: person }),
  z.strictObject({ ...base, kind: z.literal("unreachable"), telling: z.string(), where: z.string(), why: z.string() }),
  z.strictObject({ ...base, kind: z.literal("acknowledged"), by: person }),
  z.strictObject({ ...base, kind: z.literal("asked"), by: person, question: z.string() }),
  z.strictObject({ ...base, kind: z.literal("answered"), by: person, text: z.string() }),
  z.strictObject({
    ...base,
    kind: z.literal("called"),
    by: person,
    telling: z.string(),
    spokeTo: z.string(),
    calledAt: instantSchema,
  }),
  z.strictObject({ ...base, kind: z.literal("briefed"), by: person, briefing: briefingSchema }),
  z.strictObject({ ...base, kind: z.literal("updated"), by: person, text: z.string() }),
  z.strictObject({
    ...base,
    kind: z.literal("promised"),
    by: person,
    dueAt: instantSchema,
    managerAt: instantSchema,
  }),
  z.strictObject({ ...base, kind: z.literal("reminded"), to: z.array(person), late: z.boolean() }),
  z.strictObject({ ...base, kind: z.literal("reminder"), by: person, remindAt: instantSchema }),
  z.strictObject({ ...base, kind: z.literal("rung"), to: person, copy: copySchema.nullable() }),
  z.strictObject({ ...base, kind: z.literal("amended"), by: person, briefing: briefingSchema }),
  z.strictObject({ ...base, kind: z.literal("approved"), by: person }),
  z.strictObject({ ...base, kind: z.literal("returned"), by: person, comment: z.string() }),
  z.strictObject({
    ...base,
    kind: z.literal("decided"),
    by: person,
    brief: z.boolean(),
    reason: z.string(),
    tellings: z.array(tellingSchema),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("watching"),
    /** The fact of the vocabulary that ends it. */
    fact: z.string(),
    asks: z.string(),
    ended: z.string(),
    persists: z.string(),
    /** What the hours count from. */
    since: instantSchema,
    askAt: z.array(z.strictObject({ hours: z.int(), at: instantSchema })),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("wondered"),
    to: person,
    hours: z.int(),
    copy: copySchema.nullable(),
  }),
  z.strictObject({ ...base, kind: z.literal("persists"), by: person }),
  z.strictObject({
    ...base,
    kind: z.literal("ended"),
    by: person,
    endedAt: instantSchema,
    watch: z.array(watched),
    alsoConsider: z.array(considered),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("joined"),
    by: person,
    draft: z.string(),
    what: z.string(),
    answers: answersSchema,
    briefing: briefingSchema,
    briefingOwed: z.boolean(),
    clauses: z.array(clauseApplied),
    watch: z.array(watched),
    tellings: z.array(tellingSchema),
    policies: z.array(pinned),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("withheld"),
    by: person,
    from: z.array(person).min(1),
    because: z.enum(withholdings),
  }),
  ...judgementFacts,
  z.strictObject({ ...base, kind: z.literal("closed"), by: person, reason: z.string() }),
]);
export type ReportFact = z.infer<typeof reportFactSchema>;
export type Reported = z.infer<typeof reportedSchema>;
export type FactKind = ReportFact["kind"];
export type FactOf<K extends FactKind> = Extract<ReportFact, { kind: K }>;
