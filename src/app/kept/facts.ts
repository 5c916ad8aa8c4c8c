import { z } from "zod";
import { instantSchema, type Instant } from "../../domain/instants.ts";
import { append, type Sealed } from "../audit/chain.ts";
import type { NextStep } from "../audit/check.ts";
import type { Commit, RecordKind, Records, Stored } from "../ports/records.ts";

/** Something that a record owes somebody. `key` is stable across restarts. */
export interface Due {
  readonly key: string;
  readonly leaveAt: Instant;
}

/** A kind of record that is a chain of facts, and what it owes by them. */
export interface Shape<F, S, D extends Due> {
  readonly kind: RecordKind;
  readonly fact: z.ZodType<F>;
  readonly evolve: (id: string, facts: readonly F[]) => S;
  readonly keys: (state: S) => readonly string[];
  readonly owed: (state: S) => readonly D[];
}

/** How delivery stands: what was settled, and not before when each of the others is tried again. No part of the chain. */
const progressSchema = z.strictObject({ done: z.array(z.string()), tries: z.record(z.string(), instantSchema) });
type Progress = z.infer<typeof progressSchema>;

export interface Held<F, S> {
  readonly id: string;
  readonly version: number;
  readonly sealed: readonly Sealed<F>[];
  readonly progress: Progress;
  readonly state: S;
}

export interface Change<F> {
  readonly facts: readonly F[];
  readonly progress?: Progress;
}

const patience = 50;

/** What is still owed, with the time of its next try. */
export const openDues = <F, S, D extends Due>({ owed }: Shape<F, S, D>, { state, progress }: Held<F, S>): D[] =>
  owed(state)
    .filter(({ key }) => !progress.done.includes(key))
    .map((due) => ({ ...due, leaveAt: Math.max(due.leaveAt, progress.tries[due.key] ?? due.leaveAt) }));

const held = <F, S, D extends Due>(
  { evolve }: Shape<F, S, D>,
  id: string,
  version: number,
  sealed: readonly Sealed<F>[],
  progress: Progress,
): Held<F, S> => ({
  id,
  version,
  sealed,
  progress,
  state: evolve(
    id,
    sealed.map(({ fact }) => fact),
  ),
});

const parserOf = <F, S, D extends Due>(shape: Shape<F, S, D>) => {
  const link = z.strictObject({ fact: shape.fact, hash: z.string() });
  const body = z.strictObject({ facts: z.array(link), progress: progressSchema });
  return (stored: Stored): Held<F, S> => {
    const { facts, progress } = body.parse(stored.body);
    return held(shape, stored.id, stored.version, facts, progress);
  };
};

const nextDue = <F, S, D extends Due>(shape: Shape<F, S, D>, now: Held<F, S>): Instant | null => {
  const dues = openDues(shape, now).map(({ leaveAt }) => leaveAt);
  return dues.length === 0 ? null : Math.min(...dues);
};

/** What takes a record of this shape further. `waits`: what it waits for when it owes nothing, or how it ended; null for neither. */
export const nextStepBy =
  <F, S, D extends Due>(shape: Shape<F, S, D>, waits: (state: S) => string | null) =>
  (stored: Stored): NextStep => {
    const now = parserOf(shape)(stored);
    return { dueAt: nextDue(shape, now), waits: waits(now.state) };
  };

const commitOf = <F, S, D extends Due>(shape: Shape<F, S, D>, now: Held<F, S>): Commit => ({
  ...{ kind: shape.kind, id: now.id, expectedVersion: now.version - 1 },
  body: { facts: now.sealed, progress: now.progress },
  dueAt: nextDue(shape, now),
  keys: shape.keys(now.state),
});

const everyOne = async (records: Records, kind: RecordKind, key: string): Promise<readonly Stored[]> => {
  const found: Stored[] = [];
  for (let after = ""; ;) {
    const page = await records.find(kind, key, after === "" ? { limit: 100 } : { limit: 100, after });
    found.push(...page);
    const last = page.at(-1);
    if (last === undefined || page.length < 100) return found;
    after = last.id;
  }
};

/** Documents of one kind. Every write is conditional and durable before its promise resolves. */
export const keptFacts = <F, S, D extends Due>(records: Records, shape: Shape<F, S, D>) => {
  const { kind } = shape;
  const parse = parserOf(shape);
  const read = async (id: string): Promise<Held<F, S> | undefined> => {
    const stored = await records.read({ kind, id });
    return stored === undefined ? undefined : parse(stored);
  };
  const chained = (id: string, before: readonly Sealed<F>[], facts: readonly F[]): readonly Sealed<F>[] =>
    facts.reduce<readonly Sealed<F>[]>((chain, fact) => append({ kind, id }, chain, fact), before);

  return {
    shape,
    read,
    /** The document of this id, made if it is not there yet. */
    create: async (id: string, facts: readonly F[]): Promise<Held<F, S>> => {
      const fresh = held(shape, id, 1, chained(id, [], facts), { done: [], tries: {} });
      return (await records.commit(commitOf(shape, fresh))) === "committed" ? fresh : ((await read(id)) ?? fresh);
    },
    /** Changes it whatever others do meanwhile; null leaves it as it is. `change` must be pure. */
    amend: async (id: string, change: (now: Held<F, S>) => Change<F> | null): Promise<Held<F, S> | undefined> => {
      for (let attempt = 0; attempt < patience; attempt += 1) {
        const now = await read(id);
        const wanted = now === undefined ? null : change(now);
        if (now === undefined || wanted === null) return now;
        const sealed = chained(id, now.sealed, wanted.facts);
        const next = held(shape, id, now.version + 1, sealed, wanted.progress ?? now.progress);
        if ((await records.commit(commitOf(shape, next))) === "committed") return next;
      }
      throw new Error(`${kind} ${id} changed ${String(patience)} times while it was being written. Try again.`);
    },
    find: async (key: string): Promise<readonly Held<F, S>[]> => (await everyOne(records, kind, key)).map(parse),
  };
};
export type KeptFacts<F, S, D extends Due> = ReturnType<typeof keptFacts<F, S, D>>;
