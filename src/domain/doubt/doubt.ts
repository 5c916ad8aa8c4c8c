import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { DoubtFact, DoubtFactOf } from "./facts.ts";

/** One group of people who were asked at the same time. */
export interface Asked extends Pick<DoubtFactOf<"addressed">, "to" | "why" | "repeatAt" | "passOnAt" | "at"> {
  readonly repeats: number;
}

/** A doubt as its facts make it. Derived, never stored. */
export interface Doubt {
  readonly id: string;
  readonly by: PersonId;
  readonly at: Instant;
  readonly text: string;
  readonly caseRef: string | null;
  /** The line manager first; then whoever is asked because nobody answered or could be reached. */
  readonly asked: readonly Asked[];
  readonly told: readonly DoubtFactOf<"told">[];
  readonly unreachable: readonly DoubtFactOf<"unreachable">[];
  readonly handed: DoubtFactOf<"handed"> | null;
  readonly opened: readonly DoubtFactOf<"opened">[];
  /** How it ended, or null. */
  readonly outcome: DoubtFactOf<"reported" | "judged"> | null;
}

const withLast = (doubt: Doubt, repeats: number): Doubt => {
  const last = doubt.asked.at(-1);
  return last === undefined ? doubt : { ...doubt, asked: [...doubt.asked.slice(0, -1), { ...last, repeats }] };
};

const after = (doubt: Doubt, fact: DoubtFact): Doubt => {
  switch (fact.kind) {
    case "raised":
      throw new Error(`Doubt ${doubt.id} was raised twice: its facts are damaged. Run "watchful audit verify".`);
    case "addressed":
      return { ...doubt, asked: [...doubt.asked, { ...fact, repeats: 0 }] };
    case "told":
      return { ...doubt, told: [...doubt.told, fact] };
    case "unreachable":
      return { ...doubt, unreachable: [...doubt.unreachable, fact] };
    case "repeated":
      return withLast(doubt, fact.step);
    case "handed":
      return { ...doubt, handed: fact };
    case "opened":
      return { ...doubt, opened: [...doubt.opened, fact] };
    case "reported":
    case "judged":
      return { ...doubt, outcome: fact };
  }
};

/** @throws when the facts do not begin with "raised": they are damaged. */
export const doubtFrom = (id: string, facts: readonly DoubtFact[]): Doubt => {
  const [first, ...rest] = facts;
  if (first?.kind !== "raised") throw new Error(`Doubt ${id} does not begin with "raised": its facts are damaged.`);
  const { by, at, text, caseRef } = first;
  const begun: Doubt = {
    id,
    by,
    at,
    text,
    caseRef,
    asked: [],
    told: [],
    unreachable: [],
    handed: null,
    opened: [],
    outcome: null,
  };
  return rest.reduce(after, begun);
};

/** Everybody who was asked. */
export const everyAsked = ({ asked }: Doubt): readonly PersonId[] => asked.flatMap(({ to }) => to);

/** A doubt as one person may see it. */
export interface DoubtView {
  readonly id: string;
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly text: string;
  readonly caseRef: string | null;
  /** Who is asked now. */
  readonly asked: readonly string[];
  /** Why others than the line manager are asked, or null. */
  readonly note: string | null;
  /** Who has begun a report of it, or null. */
  readonly openedBy: string | null;
  /** What came of it, in a sentence, or null. */
  readonly outcome: string | null;
  /** Whether the viewer may turn it into a report or judge it. */
  readonly may: boolean;
}
