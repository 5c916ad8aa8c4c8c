import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { workerKey } from "../cases/kept.ts";
import type { RemindDeps } from "./deps.ts";
import { mending } from "./owner.ts";

/** A worker with cases whom nobody on the staff list manages, and who is to mend it. */
export interface Gap {
  readonly sentence: string;
  readonly people: readonly PersonId[];
}

/** Workers who have cases and no manager on the staff list, whether or not anything is due on them. */
export const managerless = async (deps: RemindDeps, asOf: Instant): Promise<readonly Gap[]> => {
  const { directory, records } = deps;
  const gaps: Gap[] = [];
  for (const { id, name, manager, team } of directory.people()) {
    if (manager !== null && directory.person(manager) !== undefined) continue;
    const [one] = await records.find("case", workerKey(id), { limit: 1 });
    if (one === undefined) continue;
    const sentence = `${name}, who has cases, has no line manager on the staff list.`;
    gaps.push({ sentence, people: mending(deps, team, asOf) });
  }
  return gaps;
};

/** Those that this person is to mend. */
export const gapsFor = async (deps: RemindDeps, by: PersonId, asOf: Instant): Promise<readonly string[]> =>
  (await managerless(deps, asOf)).filter(({ people }) => people.includes(by)).map(({ sentence }) => sentence);
