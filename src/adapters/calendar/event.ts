import { createHash } from "node:crypto";
import { z } from "zod";
import { replies, slotSchema } from "../../domain/meeting/facts.ts";

export const mails = ["invitation", "update", "cancellation"] as const;
export type MailKind = (typeof mails)[number];

const attendeeSchema = z.strictObject({ email: z.string(), name: z.string(), required: z.boolean() });
export type Invited = z.infer<typeof attendeeSchema>;

/** A call in the calendar of made-up Ambershire: one document. */
export const eventSchema = z.strictObject({
  /** The chair's work email, lower case like every email here. */
  calendar: z.string(),
  subject: z.string(),
  agenda: z.string(),
  slot: slotSchema,
  attendees: z.array(attendeeSchema),
  /** Grows with every change that those invited have to know (RFC 5545, SEQUENCE). */
  sequence: z.int().min(0),
  state: z.enum(["booked", "ended", "cancelled"]),
  replies: z.record(z.string(), z.enum(replies)),
  joined: z.array(z.string()),
  /** Every mail that Outlook would have sent, with its file. */
  mails: z.array(z.strictObject({ what: z.enum(mails), to: z.array(z.string()), ics: z.string() })),
});
export type CalendarEvent = z.infer<typeof eventSchema>;

/** The same for every try of a booking, so that a second try finds the first. */
export const eventId = (transaction: string): string =>
  createHash("sha256").update(transaction).digest("hex").slice(0, 32);
