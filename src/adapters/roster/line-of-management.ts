import type { PersonId } from "../../domain/people.ts";
import type { Entry, RosterFault } from "./entry.ts";

/**
 * Managers who are not on the roster, and lines of management that lead back to where they began; each circle once. `emails` are
 * those of every row, so that a manager whose own row is at fault is not said to be missing as well.
 */
export const lineFaults = (entries: readonly Entry[], emails: ReadonlySet<string>): RosterFault[] => {
  const managers = new Map(entries.map(({ person }) => [person.id, person.manager]));
  const faults: RosterFault[] = [];
  const told = new Set<PersonId>();
  for (const { line, person } of entries) {
    if (person.manager !== null && !emails.has(person.manager))
      faults.push({
        line,
        what: `${person.manager} is not on the roster: add a line for this manager, or name another`,
      });
    const circle = circleFrom(person.id, managers);
    if (circle.length === 0 || told.has(person.id)) continue;
    for (const id of circle) told.add(id);
    faults.push({
      line,
      what: `the line of management goes in a circle (${[...circle, person.id].join(" to ")}): leave manager_email blank for whoever is at the top`,
    });
  }
  return faults;
};

/** The people from `start` up and back to `start`; empty when the line ends, or when its circle does not hold `start`. */
const circleFrom = (start: PersonId, managers: ReadonlyMap<PersonId, PersonId | null>): PersonId[] => {
  const path: PersonId[] = [];
  for (let at: PersonId | null = start; at !== null && !path.includes(at); at = managers.get(at) ?? null) {
    path.push(at);
    if (managers.get(at) === start) return path;
  }
  return [];
};
