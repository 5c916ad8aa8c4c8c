import { runsOn, type Cover } from "../../domain/cover/cover.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Absence, Person, PersonId } from "../../domain/people.ts";
import { londonDate } from "../../time/london.ts";
import type { Directory } from "../ports/directory.ts";

/** Each person once, in order. */
const once = (people: readonly Person[]): readonly Person[] => [
  ...new Map(people.map((one) => [one.id, one])).values(),
];

/**
 * A directory that knows who is away: whoever covers for a holder holds the post in their place. Cover of cover is
 * followed; where it leads back to somebody who is away, nobody covers.
 */
export const coveredDirectory = (directory: Directory, covers: () => readonly Cover[]): Directory => {
  const awayOn = (id: PersonId, asOf: Instant): Cover | undefined => {
    const date = londonDate(asOf);
    return covers().findLast((cover) => cover.person === id && runsOn(cover, date));
  };
  const present = (id: PersonId | null, asOf: Instant, passed: readonly PersonId[]): Person | null => {
    if (id === null || passed.includes(id)) return null;
    const away = awayOn(id, asOf);
    return away === undefined ? (directory.person(id) ?? null) : present(away.instead, asOf, [...passed, id]);
  };
  const absence = (id: PersonId, asOf: Instant): Absence | null => {
    const away = awayOn(id, asOf);
    const person = directory.person(id);
    if (away === undefined || person === undefined) return null;
    return { person, instead: present(away.instead, asOf, [id]), until: away.until };
  };
  return {
    ...directory,
    absence,
    onDuty: (post, asOf) => once(directory.onDuty(post, asOf).flatMap(({ id }) => present(id, asOf, []) ?? [])),
    holders: (post, asOf) => {
      const held = directory.holders(post, asOf);
      const away = held.people.flatMap(({ id }) => absence(id, asOf) ?? []);
      if (away.length === 0) return held;
      const people = held.people.flatMap((person) => {
        const gone = away.find((each) => each.person.id === person.id);
        return gone === undefined ? person : (gone.instead ?? []);
      });
      return { ...held, people: once(people), away };
    },
  };
};
