import { z } from "zod";

/** A bare value: the fact equals it. For a `choices` fact: it is among those chosen. */
const bareSchema = z.union([z.string(), z.number(), z.boolean()]);

export const comparisonSchema = z.union(
  [
    bareSchema,
    /** Any of these. For a `choices` fact: at least one chosen value is listed. */
    z.strictObject({ in: z.array(bareSchema).min(1) }),
    /** A number fact, compared inclusively. */
    z.strictObject({ atLeast: z.number(), atMost: z.number().optional() }),
    z.strictObject({ atMost: z.number() }),
  ],
  { error: "write one value, { in: [one, other] }, { atLeast: 1 } or { atMost: 1 }; all, any and not stand alone" },
);
export type Comparison = z.infer<typeof comparisonSchema>;

/**
 * When a clause applies, in typed facts:
 *
 * - `{ status: cla }`: the fact equals the value (a `choices` fact contains it);
 * - `{ status: { in: [cp, cla] } }`, `{ age: { atLeast: 3, atMost: 15 } }`;
 * - several facts in one mapping must all hold: `{ status: cla, whereabouts: unknown }`;
 * - `{ all: [...] }`, `{ any: [...] }`, `{ not: ... }` combine conditions and may be nested.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Readonly<Record<string, Comparison>>;

export const joiners = ["all", "any", "not"] as const;

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
    z.record(z.string(), comparisonSchema),
  ]),
);
