import type { KeptCase } from "../../domain/case/fold.ts";
import type { CaseStep, WorkFact } from "../../domain/case/work.ts";
import type { Instant } from "../../domain/instants.ts";

export type Recorded = Extract<WorkFact, { kind: "recorded" }>;

/** Records on a case, in the order in which they were written. */
export const recordsOf = ({ work }: Pick<KeptCase, "work">): readonly Recorded[] =>
  work.flatMap((fact) => (fact.kind === "recorded" ? [fact] : []));

/** When somebody said that a record is in the case system; null: not yet. */
export const confirmedAt = ({ work }: Pick<KeptCase, "work">, record: string): Instant | null =>
  work.find((fact) => fact.kind === "confirmed" && fact.record === record)?.at ?? null;

export const isDone = ({ work }: Pick<KeptCase, "work">, step: string): boolean =>
  work.some((fact) => fact.kind === "stepDone" && fact.step === step);

/** Every action that some record on the case names, by its id. */
export const stepsOf = (now: Pick<KeptCase, "work">): readonly CaseStep[] =>
  recordsOf(now).flatMap(({ actions }) => actions);

/** Actions of all records that nobody said are done, oldest first (MO-T12). */
export const openSteps = (now: Pick<KeptCase, "work">): readonly CaseStep[] =>
  stepsOf(now).filter(({ id }) => !isDone(now, id));
