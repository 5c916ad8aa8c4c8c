import type { Instant, LondonDate } from "../instants.ts";
import type { PersonId } from "../people.ts";
import type { CoverFact } from "./facts.ts";

export const coverStates = ["planned", "confirmed", "ended", "passed"] as const;
export type CoverState = (typeof coverStates)[number];

/** A time away as its facts make it. */
export interface Cover {
  readonly id: string;
  readonly person: PersonId;
  readonly instead: PersonId | null;
  /** First and last London date away. */
  readonly from: LondonDate;
  readonly until: LondonDate;
  readonly state: CoverState;
  /** When it came to its state. */
  readonly at: Instant;
}

const after = (cover: Cover, fact: CoverFact): Cover => ({ ...cover, state: fact.kind, at: fact.at });

/** @throws when the facts do not begin with "planned": they are damaged. */
export const coverFrom = (id: string, facts: readonly CoverFact[]): Cover => {
  const [first, ...rest] = facts;
  if (first?.kind !== "planned") throw new Error(`Cover ${id} does not begin with "planned": its facts are damaged.`);
  const { by, instead, from, until, at } = first;
  return rest.reduce(after, { id, person: by, instead, from, until, state: "planned", at });
};

/** Whether a time away counts on a London date. */
export const runsOn = ({ state, from, until }: Cover, date: LondonDate): boolean =>
  state === "confirmed" && from <= date && date <= until;

/** Whether two times away have a date in common. */
export const overlap = (a: Pick<Cover, "from" | "until">, b: Pick<Cover, "from" | "until">): boolean =>
  a.from <= b.until && b.from <= a.until;

/** A time away as a person reads it. */
export interface CoverView {
  readonly id: string;
  readonly person: string;
  /** Name of whoever is told instead, or null. */
  readonly instead: string | null;
  readonly from: LondonDate;
  readonly until: LondonDate;
  /** The person's posts by title, and, where nobody was named, who is told for each by the council's order. */
  readonly posts: readonly { readonly title: string; readonly otherwise: string | null }[];
  readonly state: CoverState;
  /** Whether the viewer is the one who is away. */
  readonly mine: boolean;
}
