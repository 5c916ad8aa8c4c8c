import type { WorkFact } from "../../domain/case/work.ts";
import type { LondonDate } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";

type Of<K extends WorkFact["kind"]> = Extract<WorkFact, { kind: K }>;
const ofKind = <K extends WorkFact["kind"]>(work: readonly WorkFact[], kind: K): readonly Of<K>[] =>
  work.filter((fact): fact is Of<K> => fact.kind === kind);

/** Who has a duty because it was handed over and accepted: the last to whom that holds; null for nobody. */
export const heldBy = (work: readonly WorkFact[], duty: string): PersonId | null => {
  const given = ofKind(work, "given").filter((fact) => fact.duty === duty);
  const back = new Set(ofKind(work, "handedBack").map(({ id }) => id));
  const taken = new Set(ofKind(work, "taken").map(({ id }) => id));
  return given.findLast(({ id }) => taken.has(id) && !back.has(id))?.to ?? null;
};

/** The date until which a duty is not put before anybody; null when it was never put off. */
export const snoozedUntil = (work: readonly WorkFact[], duty: string): LondonDate | null =>
  ofKind(work, "snoozed").findLast((fact) => fact.duty === duty)?.until ?? null;
