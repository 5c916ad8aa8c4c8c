import { z } from "zod";
import { instantSchema } from "../instants.ts";
import { postSchema } from "../people.ts";
import { answersSchema } from "../report/facts.ts";

const base = { at: instantSchema };
const person = z.string();

/**
 * Who is asked to a strategy discussion. A person is on the council's roster and has a diary that can be read; an agency is
 * outside, has a contact in the agencies file, and is asked, never assumed.
 */
export const attendeeSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("person"), id: person }),
  z.strictObject({
    kind: z.literal("agency"),
    /** Of the vocabulary: "police", "health", "education". */
    agency: z.string(),
    /** Team or desk as the agencies file names it, never a person's private address. */
    name: z.string().min(1),
    email: z.email(),
  }),
]);
export type Attendee = z.infer<typeof attendeeSchema>;

/** Half-open: the discussion ends at `to`. */
export const slotSchema = z.strictObject({ from: instantSchema, to: instantSchema });
export type Slot = z.infer<typeof slotSchema>;

/** One deadline that runs on this discussion. `chosen`: a longer limit that somebody took deliberately, with a reason (WQ-10.1f). */
const deadlineSchema = z.strictObject({
  clause: z.string(),
  policy: z.string(),
  dueAt: instantSchema.nullable(),
  chosen: z.strictObject({ reason: z.string() }).nullable(),
});
export type MeetingDeadline = z.infer<typeof deadlineSchema>;

/** An agency that is asked to come, and the clauses that say so (PS-04, PS-05, WQ-10.2). */
const requiredSchema = z.strictObject({
  agency: z.string(),
  clauses: z.array(z.string()).min(1),
  /** Without it this is not the meeting that one of the clauses asks for: police, health, education. */
  quorum: z.boolean(),
});

export const replies = ["accepted", "tentative", "declined"] as const;
export type AttendeeReply = (typeof replies)[number];

export const actionSchema = z.strictObject({ what: z.string(), who: z.string(), by: z.string() });

/** What the chair writes; headings by the ids that the policy's record rules give (WQ-10.3 to 10.7). Saved as far as it goes. */
const recordSchema = {
  headings: z.record(z.string(), z.string()),
  actions: z.array(actionSchema),
  attended: z.array(z.string()),
  /** Whether section 47 enquiries start; null while it is not decided. */
  section47: z.boolean().nullable(),
};

/**
 * What happened to a strategy discussion, append-only. Case references only: what somebody writes in a record is the
 * council's own text and never leaves for a card in a channel, a log or a subject line.
 */
export const meetingFactSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    ...base,
    kind: z.literal("asked"),
    by: person,
    /** "SM-2026-0007". */
    ref: z.string(),
    caseRef: z.string(),
    /** The happening that called for it, which the case is told of; null where another meeting that was asked for beside it says so. */
    need: z.string().nullable(),
    /** The happening that holding it is, and the one that its record is, once circulated: they start and meet duties on the case. */
    of: z.string(),
    recordedBy: z.string().nullable(),
    /** The answers that decide the clock and the people. */
    answers: answersSchema,
    /** The Need-to-Know report it grew out of, or null. */
    report: z.string().nullable(),
    deadlines: z.array(deadlineSchema),
    chairPost: postSchema,
    chair: person,
    /** The posts that may authorise telephone discussions instead (PS-07); null where no clause lets anybody. */
    withoutMeeting: z.strictObject({ clause: z.string(), posts: z.array(postSchema).min(1) }).nullable(),
    required: z.array(requiredSchema),
    /** Points for the arrangements: an interpreter, access (WQ-10.5, 10.6). */
    arrangements: z.array(z.strictObject({ clause: z.string(), what: z.string() })),
    policies: z.array(z.strictObject({ id: z.string(), version: z.string() })),
  }),
  /** A time was chosen, or another one. Booking follows. `late`: past the deadline, with the reason. */
  z.strictObject({
    ...base,
    kind: z.literal("timed"),
    by: person,
    slot: slotSchema,
    late: z.strictObject({ reason: z.string() }).nullable(),
  }),
  z.strictObject({ ...base, kind: z.literal("invited"), by: person, attendees: z.array(attendeeSchema).min(1) }),
  z.strictObject({ ...base, kind: z.literal("uninvited"), by: person, attendees: z.array(attendeeSchema).min(1) }),
  /** No call: discussions by telephone only. Authorised by a Team Manager who is not the one who asked (PS-07). */
  z.strictObject({ ...base, kind: z.literal("telephoneAsked"), by: person, reason: z.string() }),
  z.strictObject({ ...base, kind: z.literal("telephoneAuthorised"), by: person, reason: z.string() }),
  z.strictObject({ ...base, kind: z.literal("telephoneRefused"), by: person, reason: z.string() }),
  /**
   * A calendar is about to be asked for a new event. Written before the asking, so that an event made just before a crash is
   * found again and never left in a calendar beside another. `transaction` is one event's, however often it is tried;
   * `revision` what it carries at least: a try that finds an event may find it as it was first asked for.
   */
  z.strictObject({
    ...base,
    kind: z.literal("booking"),
    transaction: z.string(),
    calendar: person,
    revision: z.int().min(1),
  }),
  /** Teams has the call. `event`: the calendar's id; `revision`: the number of the change that it carries. */
  z.strictObject({
    ...base,
    kind: z.literal("booked"),
    transaction: z.string(),
    event: z.string(),
    calendar: person,
    joinUrl: z.url(),
    revision: z.int().min(1),
  }),
  /** It could not be booked or changed, and a person is asked to do it by hand. */
  z.strictObject({
    ...base,
    kind: z.literal("unbooked"),
    transaction: z.string(),
    revision: z.int().min(1),
    why: z.string(),
  }),
  /** An old event was taken out of a calendar: after a cancellation, or when the chair changed. */
  z.strictObject({ ...base, kind: z.literal("withdrawn"), event: z.string(), calendar: person }),
  z.strictObject({ ...base, kind: z.literal("replied"), attendee: z.string(), reply: z.enum(replies) }),
  z.strictObject({ ...base, kind: z.literal("cannotCome"), by: person, reason: z.string() }),
  z.strictObject({ ...base, kind: z.literal("chairChanged"), from: person, to: person, why: z.string() }),
  z.strictObject({ ...base, kind: z.literal("cancelled"), by: person, reason: z.string() }),
  /** Told to people: a warning, a reminder, a request. `what` is the key of what was owed (`owed.ts`). */
  z.strictObject({ ...base, kind: z.literal("told"), what: z.string(), to: z.array(person) }),
  /** Somebody says that it took place, and when. A record that is begun says so too. */
  z.strictObject({ ...base, kind: z.literal("held"), by: person, held: slotSchema }),
  z.strictObject({ ...base, kind: z.literal("drafted"), by: person, ...recordSchema }),
  z.strictObject({
    ...base,
    kind: z.literal("recorded"),
    by: person,
    ...recordSchema,
    section47: z.boolean(),
    /** When it was held, which the clocks that follow count from. */
    held: slotSchema,
  }),
  z.strictObject({ ...base, kind: z.literal("circulated"), by: person, to: z.array(z.string()) }),
]);
export type MeetingFact = z.infer<typeof meetingFactSchema>;
export type MeetingFactOf<K extends MeetingFact["kind"]> = Extract<MeetingFact, { kind: K }>;
export type MeetingRecord = Pick<MeetingFactOf<"drafted">, "headings" | "actions" | "attended" | "section47">;
