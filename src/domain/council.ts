import { z } from "zod";
import { londonDateSchema } from "./instants.ts";
import { meetingRulesSchema } from "./meeting/house-rules.ts";
import { postSchema } from "./people.ts";

const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "write a time as HH:MM");

/**
 * How long an answer is waited for before a telling is repeated, and before it is passed on to the next post. `immediate`
 * counts every minute, day and night; `otherwise` counts minutes of working days only.
 */
const patience = z.strictObject({
  repeatAfterMinutes: z.array(z.int().positive()).max(5),
  passOnAfterMinutes: z.int().positive(),
});

/**
 * A policy that the council uses: its id for the whole of it, or some of its clauses: `only` these, or all `except` these.
 * `because` is shown beside every clause that is left out.
 */
export const usedPolicySchema = z.union([
  z.string(),
  z.strictObject({
    id: z.string(),
    only: z.array(z.string()).min(1).optional(),
    except: z.array(z.string()).min(1).optional(),
    because: z.string().trim().min(1).optional(),
  }),
]);

/**
 * Clauses that ask for the same thing, and the one (or those) that this council goes by. The others are not in use here. All
 * of them may win: then the choice that all run is shown, with its reason.
 */
export const overlapSchema = z.strictObject({
  clauses: z.array(z.string()).min(2),
  wins: z.union([z.string(), z.array(z.string()).min(1)]),
  because: z.string().trim().min(1),
});
export type Overlap = z.infer<typeof overlapSchema>;

/** The council file (`council.yaml`): which policies apply here, who the posts are, and the house rules. */
export const councilSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: z.string().min(1),
  /** Composed in this order. Where two of their clauses catch one event and nothing is said, both are shown and the earlier clock runs. */
  policies: z.array(usedPolicySchema).min(1),
  overlaps: z.array(overlapSchema).default([]),
  posts: z.record(
    postSchema,
    z.strictObject({
      title: z.string().min(1),
      /** Channel id (below) in which this post is told beside the personal card. */
      channel: z.string().optional(),
      /** Posts told instead, in this order, when nobody holds it. */
      otherwise: z.array(postSchema).default([]),
      /** Sees every report and may act on it. */
      oversees: z.boolean().default(false),
    }),
  ),
  channels: z.record(z.string(), z.strictObject({ title: z.string(), conversation: z.string() })),
  houseRules: z
    .strictObject({
      workingDay: z.strictObject({ from: wallTime, to: wallTime }).default({ from: "09:00", to: "17:00" }),
      afterHours: z.enum(["now", "next-day-end"]).default("now"),
      /** Days for which an open report of the same event and case is shown to the next person who reports it; 0 for never. */
      sameEventDays: z.int().min(0).max(365).default(7),
      /** Updates on a report, in minutes of working days: when missing sections are asked for, and when a manager hears. */
      updates: z
        .strictObject({
          missingAfterMinutes: z.int().positive().default(480),
          managerAfterMinutes: z.int().positive().default(120),
        })
        .prefault({}),
      /**
       * How long a judgement may take that a policy allows while somebody is away (W-X1), in minutes of working days: it ends
       * so long before the telling is due, or without a limit so long after it was asked for. When less than the least time
       * would be left to judge, nobody is asked, and the person who covers is told at once.
       */
      judgement: z
        .strictObject({
          beforeDueMinutes: z.int().positive().default(120),
          leastMinutes: z.int().positive().default(60),
          withoutLimitMinutes: z.int().positive().default(420),
        })
        .prefault({}),
      /** A duty that is due within so many days is shown as due soon. */
      duties: z.strictObject({ soonDays: z.int().min(0).max(90).default(7) }).prefault({}),
      /** How people are reminded of what is due. */
      reminders: z
        .strictObject({
          /** When the digest leaves on a working day. */
          digestAt: wallTime.default("08:45"),
          /** A duty that becomes overdue on a case with one of these facts interrupts at once; every other waits for the morning. */
          interrupts: z.record(z.string(), z.array(z.union([z.string(), z.boolean()]))).default({ status: ["cp"] }),
          /** How far ahead a duty may be put off, in days, and how often. */
          snooze: z
            .strictObject({ daysAhead: z.int().min(1).max(60).default(7), times: z.int().min(0).max(10).default(2) })
            .prefault({}),
          /** Who mends gaps: a worker who left, a worker without a manager. */
          gapsTo: postSchema.default("service-manager"),
          /** Who hears of a duty that stays overdue, so many working days after it became so. `owner`: whoever owes it, again. */
          escalation: z
            .array(z.strictObject({ afterWorkingDays: z.int().positive().max(90), to: postSchema }))
            .max(6)
            .default([
              { afterWorkingDays: 2, to: "owner" },
              { afterWorkingDays: 5, to: "service-manager" },
              { afterWorkingDays: 10, to: "head-of-service" },
            ]),
          /**
           * The weekly summary, on the first working day of the week when the digests leave. `posts`: of everything, in the
           * post's channel, or in chat where it has none. `lines`: to each holder in chat, of the teams on their line.
           */
          summary: z
            .strictObject({
              posts: z.array(postSchema).default(["assistant-director"]),
              lines: z.array(postSchema).default(["service-manager"]),
            })
            .prefault({}),
        })
        .prefault({}),
      /** How meetings are arranged, followed and recorded. */
      meetings: meetingRulesSchema.prefault({}),
      yearStarts: z.strictObject({ month: z.int().min(1).max(12) }).default({ month: 4 }),
      acknowledgement: z
        .strictObject({
          immediate: patience.default({ repeatAfterMinutes: [10, 20], passOnAfterMinutes: 30 }),
          otherwise: patience.default({ repeatAfterMinutes: [120, 240], passOnAfterMinutes: 420 }),
        })
        .prefault({}),
    })
    .prefault({}),
  /** Channel id in which operations hear that Watchful runs, was silent, or has something stuck; left out, it is only logged. */
  operations: z.string().optional(),
  closureDays: z.array(londonDateSchema).default([]),
  /** Told to a person when nothing can be saved, and when nobody can be reached in Teams. */
  telephone: z.strictObject({ label: z.string(), number: z.string() }),
  /** Post of last resort: told when a post and all its stand-ins are empty. */
  lastResort: postSchema,
});
export type Council = z.infer<typeof councilSchema>;
export type HouseRules = Council["houseRules"] & Pick<Council, "closureDays">;
