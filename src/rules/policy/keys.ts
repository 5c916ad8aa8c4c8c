import { z } from "zod";
import type { Path } from "./source.ts";

/** The words that a mapping at `path` may hold, over all alternatives of the schema. Empty where any name will do. */
export const keysAt = (schema: z.core.$ZodType, path: Path): readonly string[] => {
  let reached: readonly z.core.$ZodType[] = [schema];
  for (const step of path) reached = reached.flatMap((each) => plain(each).flatMap((one) => below(one, step)));
  return [...new Set(reached.flatMap(plain).flatMap(wordsOf))];
};

/** The alternatives behind wrappers: optional, default, lazy, union. */
const plain = (schema: z.core.$ZodType): readonly z.core.$ZodType[] => {
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(plain);
  if (schema instanceof z.ZodLazy) return plain(schema.unwrap());
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodReadonly
  )
    return plain(schema.unwrap());
  return [schema];
};

const below = (schema: z.core.$ZodType, step: PropertyKey): readonly z.core.$ZodType[] => {
  if (schema instanceof z.ZodArray) return [schema.element];
  if (schema instanceof z.ZodRecord) return [schema.valueType];
  if (!(schema instanceof z.ZodObject)) return [];
  const inner: unknown = schema.shape[String(step)];
  return inner instanceof z.ZodType ? [inner] : [];
};

const wordsOf = (schema: z.core.$ZodType): readonly string[] => {
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape);
  if (schema instanceof z.ZodEnum) return schema.options.map(String);
  return schema instanceof z.ZodLiteral ? [...schema.values].map(String) : [];
};
