import { z } from "zod";
import { instantSchema } from "../instants.ts";
import { postSchema } from "../people.ts";

const base = { at: instantSchema };
const person = z.string();

/**
 * A telling that waits for somebody's judgement while the holder of its post is away (W-X1).
 * - judging: `to` are asked, in a telling of its own (`request`), whether the person who covers is told. It is told
 *   without them when nobody has judged by `judgeBy`.
 * - judged: it is raised with the cover, or not; always with the reason.
 * - lapsed: nobody judged in time, or nobody could be asked: it goes to the cover all the same.
 */
export const judgementFacts = [
  z.strictObject({
    ...base,
    kind: z.literal("judging"),
    telling: z.string(),
    request: z.string(),
    /** The post that judges. */
    post: postSchema,
    to: z.array(person).min(1),
    /** The clause that lets them. */
    clause: z.string(),
    /** Who is away, and who covers. */
    why: z.string(),
    judgeBy: instantSchema,
    repeatAt: z.array(instantSchema),
  }),
  z.strictObject({
    ...base,
    kind: z.literal("judged"),
    by: person,
    telling: z.string(),
    raise: z.boolean(),
    reason: z.string(),
  }),
  z.strictObject({ ...base, kind: z.literal("lapsed"), telling: z.string(), why: z.string() }),
] as const;
