import { z } from "zod";
import { londonDateSchema } from "../../domain/instants.ts";
import { postSchema } from "../../domain/people.ts";
import { factValueSchema, hows } from "../../domain/report/facts.ts";
import { clockSchema } from "../clock.ts";
import { conditionSchema } from "./condition.ts";
import { dutySchema } from "./duty-schema.ts";
import { meetingSchema } from "./meeting-schema.ts";
import { recordRuleSchema } from "./record-schema.ts";

/**
 * The shape of a policy folder. `policies/<policy id>/` holds:
 *
 * - `policy.yaml`: what the document is (`policySchema`);
 * - any number of other `*.yaml` files with a list `clauses:` (each a `clauseSchema`), in the document's order;
 * - optionally `phrases.yaml`, how staff say it (`../suggest/phrases.ts`);
 * - optionally `events.yaml` (`src/domain/vocabulary.ts`), `posts.yaml` (`postsFileSchema`) and `meetings.yaml`
 *   (`meetingsFileSchema`) with words of its own, added to those of `policies/common/`.
 *
 * Wall times without an offset ("2026-04-01T18:00") are London. Dates are `YYYY-MM-DD`.
 */
export const clauseKinds = ["notify", "duty", "meeting", "content", "routing", "principle"] as const;
/**
 * - notify: an event makes somebody be told. Needs `on` (or `limbs`) and `tell`.
 * - duty: somebody must do a thing by a date, once or again and again.
 * - meeting: a meeting must be held, chaired or recorded.
 * - content: what a record or a briefing must hold.
 * - routing: who tells whom and by which channel.
 * - principle: no machine can enforce it; `handledBy` says where the product shows it.
 */
export type ClauseKind = (typeof clauseKinds)[number];

export const documentKinds = ["need-to-know", "practice-standard", "quality-standards", "procedure"] as const;

const eventId = z.string().regex(/^[a-z][a-z0-9-]*$/, "an event is written in kebab case, like child-missing");
const factName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "a fact is written in camel case, like missingSince");
/** As the council numbers it; one clause may be two of its numbers together: "WQ-4.2 / 4.3". */
const clauseId = z
  .string()
  .regex(/^[A-Z][A-Z0-9]*-[A-Za-z0-9.-]+( \/ [A-Za-z0-9.-]+)?$/, "a clause id looks like W-N2K-06 or LCP-3.10");
const sentence = z.string().trim().min(1);

/** London dates. Half-open: `from` is the first day in force, `to` the first day on which it no longer is. */
export const inForceSchema = z.strictObject({ from: londonDateSchema, to: londonDateSchema.optional() });
export type InForce = z.infer<typeof inForceSchema>;

/** `policy.yaml` */
export const policySchema = z.strictObject({
  /** Kebab case, the folder's name: ad-need-to-know. */
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, "a policy id is written in kebab case, like ad-need-to-know"),
  /** The document's title as a person knows it. */
  title: sentence,
  /** Where the document comes from: its official name, chapter, date. */
  source: sentence,
  /** A word for this edition, in quotes: "1". A report keeps the version it started under. */
  version: z.string().min(1),
  /** When the document is in force. */
  inForce: inForceSchema,
  /** What sort of document it is. */
  kind: z.enum(documentKinds),
  /** Notes for whoever edits the policy; never shown to staff. */
  notes: z.string().optional(),
});

/** When a telling leaves. now: as soon as the report is confirmed. when-due: only at its clock's end (LCP-P5). */
export const leavings = ["now", "when-due"] as const;

/** One post that a clause wants told. */
export const tellSchema = z.strictObject({
  /** Kebab case, from `posts.yaml`: assistant-director. */
  post: postSchema,
  /** teams (default), amend, copy, brief, decide, log. Never phone: write `phone` on the clause. */
  how: z.enum(hows).exclude(["phone", "judge"]).default("teams"),
  /**
   * This telling's own clock; without it the clause's clock holds. It counts from the moment the clause's own clock
   * matures, when it has one that does (missing for 48 hours), otherwise from the anchor.
   */
  clock: clockSchema.optional(),
  /** Another fact from which this telling's own clock counts instead. */
  from: factName.optional(),
  /** now (default) or when-due. */
  leaves: z.enum(leavings).default("now"),
  /** Told only when this holds as well. */
  when: conditionSchema.optional(),
});

/** One way in which a clause comes to apply: the fields a clause without `limbs` carries itself. */
const trigger = {
  /** The event, or a list of events, that the clause catches. */
  on: z.union([eventId, z.array(eventId).min(1)]).optional(),
  /** Facts that must hold (`condition.ts`). Absent: whenever the event happens. */
  when: conditionSchema.optional(),
  /** The fact (an instant or a date) from which the clock counts. The event must ask it. */
  anchor: factName.optional(),
  /** The clock (`clock.ts`). Absent: no limit is stated, the person is told at once. */
  clock: clockSchema.optional(),
  /**
   * The fact (an instant) that ends what the clock waits for: found before 24 hours were over. When it is answered and
   * lies before the maturity, the clause does not apply and is not watched.
   */
  endedBy: factName.optional(),
};

export const limbSchema = z.strictObject({
  /** What this limb is about, in plain words. */
  says: sentence.optional(),
  ...trigger,
});

/** Something the law or another procedure suggests beside the clause. Shown, never decided by the product. */
export const alsoConsiderSchema = z.strictObject({
  /** A full sentence, in the imperative: "Consider notifying the Child Safeguarding Practice Review Panel." */
  what: sentence,
  /** Its clock; absent: no limit is shown. */
  clock: clockSchema.optional(),
  /** The fact the clock counts from; absent: the clause's anchor. While it is unanswered no limit is shown. */
  from: factName.optional(),
  /** Shown only when this holds. */
  when: conditionSchema.optional(),
  /** In the law: closure days of the council never move it. */
  statutory: z.boolean().default(false),
});

/** overdue: its time has passed. today: due this London day, or at once. soon: within the house rule's days. later: after that. */
export const dutyStates = ["overdue", "today", "soon", "later"] as const;
export type DutyState = (typeof dutyStates)[number];

/** What an example expects; only what is written is compared. */
export const expectSchema = z.strictObject({
  /** The clause applies (true) or does not (false: neither now nor later, unless `watch: true`). */
  applies: z.boolean().optional(),
  /** An instant (London wall time unless it has an offset), or null. */
  maturesAt: z.string().nullable().optional(),
  /** The clause's own deadline: an instant or null. */
  dueAt: z.string().nullable().optional(),
  /** The clause does not apply yet and will when it matures. Needs `asOf` in the example. */
  watch: z.boolean().optional(),
  /** Every telling, in any order; `how` and `dueAt` are compared where written. Includes the telephone call. */
  tell: z
    .array(z.strictObject({ post: postSchema, how: z.enum(hows).optional(), dueAt: z.string().nullable().optional() }))
    .optional(),
  /** Whether somebody must be telephoned. */
  phone: z.boolean().optional(),
  /** For a duty: how it stands at `asOf`, and the London date it was last done (null: not yet). */
  state: z.enum(dutyStates).optional(),
  lastDone: z.string().nullable().optional(),
});

/** A worked example: it documents the clause and runs as a test. */
export const exampleSchema = z.strictObject({
  /** A sentence: "missing from Wednesday evening before Easter, told by Tuesday's end". */
  says: sentence,
  /** The event; needed only when the clause is on several. */
  event: eventId.optional(),
  /** Facts by name. Instants are London wall times unless they have an offset. */
  given: z.record(z.string(), factValueSchema),
  /** For a duty: what happened before, each with the London wall time or date. `given` then holds facts of the case. */
  happened: z
    .array(
      z.strictObject({ happening: eventId, at: z.string(), facts: z.record(z.string(), factValueSchema).default({}) }),
    )
    .default([]),
  /** When the question is put. Absent: once the clause has matured, or at the latest instant given. */
  asOf: z.string().optional(),
  expect: expectSchema,
});

/** A routing clause that leaves tellings to somebody's judgement while the holder of their post is away (W-X1). */
export const judgementSchema = z.strictObject({
  /** The post whose tellings may wait, while nobody who holds it is here and somebody covers. */
  whileAway: postSchema,
  /** The post that judges. */
  judge: postSchema,
  /**
   * Clauses of this policy that never wait for it. Nor do those that are statutory, immediate or due already, or that ask
   * for a telephone call; and no clause of another policy.
   */
  except: z.array(clauseId).default([]),
});

export const clauseSchema = z.strictObject({
  /** The council's own numbering: W-N2K-06. */
  id: clauseId,
  /** Plain words for staff, as a list shows them: "Child on a plan or in care missing for 24 hours". */
  title: sentence,
  /** The official words, exactly as written (a person's name is replaced by the post). */
  words: sentence,
  /** Where in the document: "Assistant Director Need to Know, row 6". */
  source: sentence,
  kind: z.enum(clauseKinds),
  /** When only this clause's dates differ from the policy's. An id may come again with dates that do not overlap. */
  inForce: inForceSchema.optional(),
  ...trigger,
  /** Several alternatives, each with its own on/when/anchor/clock; the clause then carries none of those itself. */
  limbs: z.array(limbSchema).min(2).optional(),
  /** Clauses of the same policy that take this one's place while they apply: LCP-3.1 is for "not in the above category". */
  unless: z.array(clauseId).optional(),
  /** Who is told, in order; the first is the one who is telephoned. */
  tell: z.array(tellSchema).default([]),
  /** Posts who report it: [service-manager, practice-manager]. */
  reportedBy: z.array(postSchema).optional(),
  /** Post or posts that owe the duty. */
  owedBy: z.union([postSchema, z.array(postSchema).min(1)]).optional(),
  /** When it must be done (`duty-schema.ts`). Beside it the clause has no trigger or limbs of its own. */
  duty: dutySchema.optional(),
  /** Who chairs, who comes, what is decided (`meeting-schema.ts`). Mostly of the kind meeting; beside a duty or alone. */
  meeting: meetingSchema.optional(),
  /** What a record must hold, checked where it is written (MO-03, MO-04, WQ-7.3a). For the kind `content`. */
  holds: recordRuleSchema.optional(),
  /** In the law: never relaxed by cover or judgement (W-X1), and closure days of the council never move it. */
  statutory: z.boolean().default(false),
  /** A telephone call to the first post is owed as well: always (true), or when a condition holds. */
  phone: z.union([z.literal(true), conditionSchema]).optional(),
  /** full: the five sections of LCP-P3. short: enough to decide (LCP-P6). none (default). */
  briefing: z.enum(["full", "short", "none"]).default("none"),
  alsoConsider: z.array(alsoConsiderSchema).default([]),
  /** Only of kind routing. */
  judgement: judgementSchema.optional(),
  /** line-manager: the reporter's line manager is never told, and sees nothing of it (LCP-3.7). */
  passes: z.literal("line-manager").optional(),
  /** The reading that the council chose where the text is open, in a sentence for staff. */
  houseRule: sentence.optional(),
  /** stated (default), or assumed: the text names no unit and calendar days, the earlier reading, were taken. */
  unit: z.enum(["stated", "assumed"]).default("stated"),
  /** Where the product shows or does it: "The last screen of a report". Required for content, routing, principle. */
  handledBy: sentence.optional(),
  /** Worked examples. Every notify clause needs at least one. */
  examples: z.array(exampleSchema).default([]),
  /** Notes for whoever edits the policy; never shown to staff. */
  notes: z.string().optional(),
});

/** `posts.yaml`: the posts that clauses may name, with their usual titles: `posts: { assistant-director: Assistant Director }`. */
export const postsFileSchema = z.strictObject({ posts: z.record(postSchema, sentence) });

export type PolicyHead = z.infer<typeof policySchema>;
export type ClauseSource = z.infer<typeof clauseSchema>;
export type LimbSource = z.infer<typeof limbSchema>;
export type TellSource = z.infer<typeof tellSchema>;
export type AlsoConsiderSource = z.infer<typeof alsoConsiderSchema>;
export type ExampleSource = z.infer<typeof exampleSchema>;
