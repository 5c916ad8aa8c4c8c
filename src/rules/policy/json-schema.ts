import { z } from "zod";
import { councilSchema } from "../../domain/council.ts";
import {
  caseFactSchema,
  dutyKindSchema,
  eventDefinitionSchema,
  factDefinitionSchema,
  happeningSchema,
} from "../../domain/vocabulary.ts";
import { meetingsFileSchema } from "./meeting-schema.ts";
import { clauseSchema, policySchema, postsFileSchema } from "./schema.ts";
import { statuteSchema } from "./statute-schema.ts";

/** The shape of each sort of file, whole: what `files.ts` reads a piece at a time, so that one fault hides no other. */
const files = {
  clauses: z.strictObject({ clauses: z.array(clauseSchema).min(1) }),
  policy: policySchema,
  council: councilSchema,
  events: z.strictObject({
    facts: z.record(z.string(), factDefinitionSchema).optional(),
    events: z.record(z.string(), eventDefinitionSchema).optional(),
  }),
  cases: z.strictObject({
    caseFacts: z.record(z.string(), caseFactSchema).optional(),
    happenings: z.record(z.string(), happeningSchema).optional(),
    dutyKinds: z.record(z.string(), dutyKindSchema).optional(),
  }),
  posts: postsFileSchema,
  meetings: meetingsFileSchema,
  statute: z.strictObject({ statute: z.array(statuteSchema).min(1) }),
} as const;
export type SchemaName = keyof typeof files;

/**
 * JSON Schema (draft 7, which the YAML editors read) by sort of file: editors complete words by it and mark mistakes of shape.
 * `watchful check` finds the rest.
 */
export const jsonSchemas = (): Readonly<Record<SchemaName, z.core.JSONSchema.BaseSchema>> => ({
  clauses: written("clauses"),
  policy: written("policy"),
  council: written("council"),
  events: written("events"),
  cases: written("cases"),
  posts: written("posts"),
  meetings: written("meetings"),
  statute: written("statute"),
});

const written = (name: SchemaName): z.core.JSONSchema.BaseSchema => ({
  title: `Watchful: ${name}`,
  ...z.toJSONSchema(files[name], { target: "draft-7", io: "input", unrepresentable: "any", reused: "ref" }),
});
