import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Directory } from "../ports/directory.ts";

/** Up the line of management from somebody; a circle ends it. */
export const lineAbove = (directory: Directory, from: PersonId): readonly PersonId[] => {
  const line: PersonId[] = [];
  for (let at = directory.person(from)?.manager ?? null; at !== null && !line.includes(at);)
    at = directory.person((line.push(at), at))?.manager ?? null;
  return line;
};

/** Somebody, or whoever covers for them; themselves while nobody covers. */
export const hereFor = (directory: Directory, id: PersonId, asOf: Instant): PersonId =>
  directory.absence(id, asOf)?.instead?.id ?? id;

/** The nearest manager of somebody, or their cover, who is none of `never` (LCP-3.7); null where the line ends. */
export const managerFor = (
  directory: Directory,
  id: PersonId,
  never: readonly PersonId[],
  asOf: Instant,
): PersonId | null =>
  lineAbove(directory, id)
    .filter((manager) => !never.includes(manager))
    .map((manager) => hereFor(directory, manager, asOf))
    .find((manager) => manager !== id && !never.includes(manager)) ?? null;
