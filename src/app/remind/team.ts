import type { Person, PersonId } from "../../domain/people.ts";
import type { Directory } from "../ports/directory.ts";

const sameTeam = (a: string | null, b: string): boolean => a?.trim().toLowerCase() === b.trim().toLowerCase();

/** Those who work in a team, as the staff list names it. */
export const membersOf = (directory: Directory, team: string): readonly Person[] =>
  directory.people().filter((person) => sameTeam(person.team, team));

/**
 * Who leads a team, whatever the post is called there: those of its members who manage other members, the most senior of
 * them; in a team without one, whoever manages most of its members. Empty for a team that nobody works in.
 */
export const leadersOf = (directory: Directory, team: string): readonly Person[] => {
  const members = membersOf(directory, team);
  const leading = members.filter(({ id }) => members.some(({ manager }) => manager === id));
  const first = leading.filter(({ manager }) => !leading.some(({ id }) => id === manager));
  if (first.length > 0) return first;
  const managers = Map.groupBy(members, ({ manager }) => manager);
  const [most] = [...managers].toSorted(([, a], [, b]) => b.length - a.length);
  const person = most?.[0] == null ? undefined : directory.person(most[0]);
  return person === undefined ? [] : [person];
};

/** Whether somebody leads the team they belong to: what they owe is owed to that team and to no other. */
export const leadsOwnTeam = (directory: Directory, { id, team }: Person): boolean =>
  team !== null && leadersOf(directory, team).some((leader) => leader.id === id);

/** Everybody whose line of management leads through somebody, nearest first; a circle ends it. */
export const everyoneUnder = (directory: Directory, id: PersonId): readonly Person[] => {
  const under: Person[] = [];
  const seen = new Set<PersonId>([id]);
  for (let managers = [id]; managers.length > 0;) {
    const next = directory.people().filter((one) => one.manager !== null && managers.includes(one.manager));
    const fresh = next.filter((one) => !seen.has(one.id));
    for (const one of fresh) seen.add(one.id);
    under.push(...fresh);
    managers = fresh.map((one) => one.id);
  }
  return under;
};
