import { z } from "zod";
import { clockSchema } from "../clock.ts";
import { conditionSchema } from "./condition.ts";

const happening = z.string().regex(/^[a-z][a-z0-9-]*$/, "a happening is written in kebab case, like icpc-held");
const sentence = z.string().trim().min(1);
const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)]);

/** first: until the thing has been done once. later: each time after that. */
export const stages = ["first", "later"] as const;
export type Stage = (typeof stages)[number];

/** Which clauses are about the same thing. At least one of `metBy` and `considers`. */
export const aboutSchema = z.strictObject({
  /** Happenings that do what the law asks for: a duty that one of them meets is about it. */
  metBy: oneOrMore(happening).optional(),
  /** Only duties that one of these happenings starts. */
  startedBy: oneOrMore(happening).optional(),
  /** Facts of the case under which the law's limit holds. */
  when: conditionSchema.optional(),
  stage: z.enum(stages).optional(),
  /** Words of what a notify clause suggests beside itself (`alsoConsider`): "Child Safeguarding Practice Review Panel". */
  considers: sentence.optional(),
});

/** One limit that the law sets. A clause on the same thing that allows more time is pointed out; nothing is decided by it. */
export const statuteSchema = z.strictObject({
  id: z.string().regex(/^ST-[A-Za-z0-9-]+$/, "a limit of the law is numbered like ST-4"),
  /** What it asks, in a sentence. */
  words: sentence,
  /** The act, regulation or guidance. */
  source: sentence,
  about: aboutSchema,
  clock: clockSchema,
  /** What nobody has looked up, in a sentence; the warning says so. */
  uncertain: sentence.optional(),
});
export type StatuteSource = z.infer<typeof statuteSchema>;

/** `statute.yaml` */
export const statuteFileSchema = z.strictObject({ statute: z.array(z.unknown()).min(1) });
