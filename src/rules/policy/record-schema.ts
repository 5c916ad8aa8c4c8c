import { z } from "zod";
import { conditionSchema } from "./condition.ts";

const factName = z.string().regex(/^[a-z][A-Za-z0-9]*$/, "a fact is written in camel case, like missingSince");
const sentence = z.string().trim().min(1);

/** What a record must hold, for clauses of the kind content. */
export const recordRuleSchema = z.strictObject({
  /** Happenings whose record it is about: [oversight-recorded]. */
  records: z.array(z.string()).min(1),
  /** Facts of the case that must hold for the rule to be asked: a family safeguarding team (PS-16). */
  when: conditionSchema.optional(),
  /** Headings that must be filled in, in the order in which they are asked. */
  headings: z
    .array(
      z.strictObject({
        /** Camel case, unique in the policy: workingWell. */
        id: factName,
        title: sentence,
        /** The heading under which it stands: "Discussion". */
        under: sentence.optional(),
        hint: sentence.optional(),
        /** Left empty it is only pointed out. */
        optional: z.literal(true).optional(),
        /** Written already when the form opens: the actions of earlier records that are still open (MO-T12). */
        fills: z.literal("open-actions").optional(),
      }),
    )
    .default([]),
  /** Each action names what, who and by when. */
  actions: z.literal(true).optional(),
  /** Wordings that are no timescale: ["ongoing", "TBC"]. Capitals, hyphens and spaces make no difference. */
  noTimescales: z.array(sentence).default([]),
});
export type RecordRuleSource = z.infer<typeof recordRuleSchema>;
