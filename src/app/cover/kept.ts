import { coverFactSchema, type CoverFact } from "../../domain/cover/facts.ts";
import { coverFrom, type Cover } from "../../domain/cover/cover.ts";
import type { PersonId } from "../../domain/people.ts";
import { addDays, atLondon } from "../../time/london.ts";
import type { Records } from "../ports/records.ts";
import { keptFacts, nextStepBy, type Due, type Shape } from "../kept/facts.ts";

/** What a time away owes: a word to whoever covers when it holds, a word when it stops, and its own end by date. */
export type CoverDue = Due &
  (
    | { readonly kind: "begins"; readonly to: PersonId }
    | { readonly kind: "ends"; readonly to: PersonId }
    | { readonly kind: "passes" }
  );

/** Look-up key of everything that counts or will. */
export const openKey = "open";

const owed = ({ state, instead, until, at }: Cover): CoverDue[] => {
  const begins: CoverDue[] = instead === null ? [] : [{ kind: "begins", key: "begins", leaveAt: at, to: instead }];
  switch (state) {
    case "planned":
      return [];
    case "confirmed":
      return [...begins, { kind: "passes", key: "passes", leaveAt: atLondon(addDays(until, 1), "00:00") }];
    case "ended":
      return instead === null ? [] : [{ kind: "ends", key: "ends", leaveAt: at, to: instead }];
    case "passed":
      return [];
  }
};

const shape: Shape<CoverFact, Cover, CoverDue> = {
  kind: "cover",
  fact: coverFactSchema,
  evolve: coverFrom,
  keys: ({ person, state }) => [`person:${person}`, ...(state === "confirmed" ? [openKey] : [])],
  owed,
};

export const keptCovers = (records: Records) => keptFacts(records, shape);
export type KeptCovers = ReturnType<typeof keptCovers>;

/** For "store check": a cover that counts always owes its own end. */
export const nextCoverStep = nextStepBy(shape, ({ state }) => {
  switch (state) {
    case "planned":
      return "waits to be confirmed";
    case "confirmed":
      return null;
    case "ended":
    case "passed":
      return "is over";
  }
});
