import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { Answers, FactValue } from "../report/facts.ts";
import type { Happened } from "./case.ts";
import type { CaseEntry, LeftDecision } from "./facts.ts";
import type { KeptCase } from "./fold.ts";

export type CaseCommand =
  | {
      readonly kind: "load";
      readonly source: string;
      readonly facts: Answers;
      /** Already with ids; what is known is passed over. */
      readonly happened: readonly Happened[];
    }
  | { readonly kind: "leave"; readonly source: string }
  | { readonly kind: "decideLeft"; readonly by: PersonId; readonly decision: LeftDecision }
  | { readonly kind: "happen"; readonly happened: Happened }
  /** What people do about its duties: decided from the case as it then stands, perhaps several times; nothing leaves it as it is. */
  | { readonly kind: "work"; readonly decide: (now: KeptCase) => readonly CaseEntry[] };

const same = (a: FactValue | undefined, b: FactValue): boolean =>
  a === b || (Array.isArray(a) && Array.isArray(b) && JSON.stringify(a) === JSON.stringify(b));

/** Facts that differ from those before; null for one that became blank. Null when none does. */
const difference = (before: Answers, after: Answers): Record<string, FactValue | null> | null => {
  const facts: Record<string, FactValue | null> = {};
  let changes = 0;
  for (const name in after) {
    const value = after[name];
    if (value === undefined || same(before[name], value)) continue;
    facts[name] = value;
    changes += 1;
  }
  for (const name in before)
    if (after[name] === undefined) {
      facts[name] = null;
      changes += 1;
    }
  return changes === 0 ? null : facts;
};

const unknown = (now: KeptCase, happened: readonly Happened[]): Happened[] =>
  happened.filter(({ id }, at) => ![...now.happened, ...happened.slice(0, at)].some((each) => each.id === id));

/**
 * What a command adds to a case; nothing when it says what is known. `isNew`: the case is not kept yet, and begins with a
 * load however little that says.
 */
export const decideCase = (now: KeptCase, command: CaseCommand, at: Instant, isNew = false): CaseEntry[] => {
  switch (command.kind) {
    case "load": {
      const facts = isNew ? command.facts : difference(now.facts, command.facts);
      const { source } = command;
      return [
        // Its keys in their order, because the hash of a fact is over them in that order: a caseload has many.
        ...(facts === null ? [] : [{ at, facts, kind: "loaded", source } as const]),
        ...(now.presence === "listed" ? [] : [{ kind: "returned", at, source } as const]),
        ...unknown(now, command.happened).map((happened) => ({ kind: "happened", at, happened }) as const),
      ];
    }
    case "leave":
      return now.presence === "listed" ? [{ kind: "left", at, source: command.source }] : [];
    case "decideLeft":
      return now.presence === "left" ? [{ kind: "leftDecided", at, by: command.by, decision: command.decision }] : [];
    case "happen":
      return unknown(now, [command.happened]).map((happened) => ({ kind: "happened", at, happened }));
    case "work":
      return [...command.decide(now)];
  }
};
