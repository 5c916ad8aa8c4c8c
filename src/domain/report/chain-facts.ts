import { z } from "zod";
import { instantSchema } from "../instants.ts";

/** What a report is on its case was kept there (MO-T08, MO-T10), or could not be: the caseload does not have the case. */
export const chainedSchema = z.strictObject({
  at: instantSchema,
  kind: z.literal("chained"),
  /** Of the vocabulary. */
  happening: z.string(),
  caseRef: z.string(),
  kept: z.boolean(),
});
