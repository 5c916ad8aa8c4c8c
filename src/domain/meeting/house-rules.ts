import { z } from "zod";
import { postSchema } from "../people.ts";

const minutes = z.int().positive();

/** House rules for meetings. Where a clause is silent on them; every one is shown as a house rule. */
export const meetingRulesSchema = z.strictObject({
  lengthMinutes: minutes.max(480).default(60),
  /** Offered when nothing of the usual length fits in time: shorter is better than late. */
  shortMinutes: minutes.max(480).default(30),
  /** Nothing is offered sooner than this; and with so much notice it is better. */
  leastNoticeMinutes: z.int().min(0).default(30),
  goodNoticeMinutes: z.int().min(0).default(120),
  /** London hours outside the working day in which it is tried before the night. */
  evening: z
    .strictObject({
      from: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
      to: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
    })
    .default({ from: "07:00", to: "22:00" }),
  /** How many times are offered. */
  offers: z.int().min(1).max(12).default(5),
  /** How far ahead a late time is looked for when none is in time. */
  horizonDays: z.int().min(1).max(60).default(14),
  /** After it was asked for: when whoever asked is reminded to choose a time; and always when its deadline passes. */
  untimedAfterMinutes: z.array(minutes).max(6).default([30, 120]),
  /** Before it begins: when a warning says that an agency that must come has declined or not answered. */
  warnBeforeMinutes: z.array(minutes).max(4).default([1440, 240, 60]),
  /** After the invitation and before it begins: when answers are looked up. */
  pollAfterMinutes: z.array(minutes).max(8).default([10, 60, 240]),
  /** Before it begins: when those invited who are ours are reminded. */
  remindBeforeMinutes: minutes.default(15),
  /** After the end: when the chair is asked again for the record, until it is circulated; and always when it becomes overdue. */
  recordAfterMinutes: z.array(minutes).max(6).default([60, 240]),
  /** And so long before the record's limit. */
  recordBeforeDueMinutes: minutes.default(120),
  /** Hears of a meeting that is held later than its deadline, and of a record that is overdue. */
  lateTo: postSchema.default("service-manager"),
});
export type MeetingRules = z.infer<typeof meetingRulesSchema>;
