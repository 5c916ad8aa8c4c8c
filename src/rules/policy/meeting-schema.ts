import { z } from "zod";
import { postSchema } from "../../domain/people.ts";
import { conditionSchema } from "./condition.ts";

const sentence = z.string().trim().min(1);
const happening = z.string().regex(/^[a-z][a-z0-9-]*$/, "a happening is written in kebab case, like case-transferred");
const agency = z.string().regex(/^[a-z][a-z0-9-]*$/, "an agency is written in kebab case, like referring-agency");
const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)]);

/** How a meeting is held where that is possible. A Teams meeting counts as a meeting (PS-02, PS-07). */
export const meetingForms = ["teams"] as const;
export type MeetingForm = (typeof meetingForms)[number];

/** An agency that is asked to come: always (no `when`), or while a condition holds (fostering, when the child is in care). */
export const inviteSchema = z.strictObject({
  /** Kebab case, from `meetings.yaml`: police. */
  agency,
  /** Facts of what called for the meeting, or of the case. */
  when: conditionSchema.optional(),
});
export type InviteSource = z.infer<typeof inviteSchema>;

/**
 * What one clause says about a meeting. A meeting is put together from every clause in force that is about it (`of`) and
 * whose `when` holds; a clause gives way to those of its `unless` as everywhere. Lists add up; of two chairs or forms the
 * first in the document's order stands.
 */
export const meetingSchema = z.strictObject({
  /** The happening that says it was held: strategy-discussion-held. It tells one meeting from another. */
  of: oneOrMore(happening),
  /** Facts of what called for it, or of the case: { staffAllegation: true }. */
  when: conditionSchema.optional(),
  /** The post that chairs, or several of which any may. */
  chair: oneOrMore(postSchema).optional(),
  invites: z.array(inviteSchema).min(1).optional(),
  /** Agencies without which it is not the meeting that the clause asks for. */
  quorum: z.array(agency).min(1).optional(),
  form: z.enum(meetingForms).optional(),
  /** Telephone discussions instead of a meeting need this post's recorded authorisation (PS-07). */
  withoutMeeting: z.strictObject({ authorisedBy: oneOrMore(postSchema) }).optional(),
  /** What it decides, in order, as the invitation and the record list it (WQ-10.4). */
  agenda: z.array(sentence).min(1).optional(),
  /** Questions put to whoever arranges it (an interpreter, a disability: WQ-10.5, WQ-10.6). */
  asks: z.array(sentence).min(1).optional(),
});
export type MeetingSource = z.infer<typeof meetingSchema>;

/**
 * `meetings.yaml`: the agencies that clauses may invite, with their titles: `agencies: { police: Police }`; and those of them
 * that are the council's own service, for which whoever of its staff comes is enough: `ours: [social-care]`.
 */
export const meetingsFileSchema = z.strictObject({
  agencies: z.record(agency, sentence),
  ours: z.array(agency).default([]),
});
