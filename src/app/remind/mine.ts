import type { KeptCase } from "../../domain/case/fold.ts";
import type { Instant } from "../../domain/instants.ts";
import { lineManagerPost, type Person, type PersonId, type Post } from "../../domain/people.ts";
import { worstFirst } from "../../rules/duty/put.ts";
import { hasWorkerDuties } from "../../rules/duty/duties.ts";
import { helperKey, readCase, teamKey, workerKey } from "../cases/kept.ts";
import { hereFor } from "../report/line.ts";
import type { RemindDeps } from "./deps.ts";
import { itemsOfCase, itemsOfWorker, type Item } from "./items.ts";
import { casesDue, casesWith } from "./look.ts";
import { dutiesByPost } from "./post.ts";
import { everyoneUnder, leadersOf, leadsOwnTeam } from "./team.ts";

/** Whose place somebody takes at `asOf`: their own, and that of everybody for whom they cover. */
export const standsFor = ({ directory }: RemindDeps, id: PersonId, asOf: Instant): readonly Person[] =>
  directory.people().filter((one) => one.id === id || hereFor(directory, one.id, asOf) === id);

/** Posts by which duties on cases and workers are owed. */
const owingPosts = ({ rulebook }: RemindDeps): ReadonlySet<Post> =>
  new Set(
    rulebook.clauses
      .filter(({ duty }) => duty !== undefined && duty.each !== "post")
      .flatMap(({ owedBy }) => owedBy)
      .filter((post) => post !== lineManagerPost),
  );

/** Anybody who owes by a post on the line looks at everybody under them; every other manager at their own people. */
const workersUnder = (deps: RemindDeps, people: readonly Person[]): readonly Person[] => {
  const owing = owingPosts(deps);
  const all = people.flatMap((person) =>
    person.posts.some((post) => owing.has(post))
      ? everyoneUnder(deps.directory, person.id)
      : deps.directory.people().filter(({ manager }) => manager === person.id),
  );
  return [...new Map(all.map((one) => [one.id, one])).values()];
};

/** Whether what somebody owes can lie anywhere in the caseload: a post of the whole service, or the mending of gaps. */
const owesAnywhere = (deps: RemindDeps, people: readonly Person[]): boolean => {
  const owing = owingPosts(deps);
  return people.some(
    (person) =>
      person.posts.includes(deps.council.houseRules.reminders.gapsTo) ||
      (person.posts.some((post) => owing.has(post)) && !leadsOwnTeam(deps.directory, person)),
  );
};

const teamsLed = ({ directory }: RemindDeps, people: readonly Person[]): readonly string[] =>
  [...new Set(directory.people().flatMap(({ team }) => team ?? []))].filter((team) =>
    leadersOf(directory, team).some(({ id }) => people.some((one) => one.id === id)),
  );

/** Cases on which this person may owe something: more than those on which they do. */
async function* candidates(deps: RemindDeps, by: PersonId, people: readonly Person[], asOf: Instant) {
  yield* casesWith(deps.records, helperKey(by));
  if (owesAnywhere(deps, people)) {
    yield* casesDue(deps, asOf);
    return;
  }
  for (const { id } of workersUnder(deps, people)) yield* casesWith(deps.records, workerKey(id));
  for (const team of teamsLed(deps, people)) yield* casesWith(deps.records, teamKey(team));
}

const owes =
  (by: PersonId) =>
  ({ owners, snoozed }: Item): boolean =>
    !snoozed && owners.people.includes(by);

/** What somebody owes on these workers. */
const ofWorkers = async (deps: RemindDeps, workers: readonly PersonId[], asOf: Instant): Promise<readonly Item[]> => {
  if (!hasWorkerDuties(deps.rulebook)) return [];
  const items: Item[] = [];
  for (const id of workers) {
    const cases: KeptCase[] = [];
    for await (const one of casesWith(deps.records, workerKey(id))) cases.push(one);
    items.push(...itemsOfWorker(deps, id, cases, asOf));
  }
  return items;
};

/** What somebody owes by their posts, and by the posts of those for whom they cover. */
export const itemsByPost = async (
  deps: RemindDeps,
  people: readonly Person[],
  by: PersonId,
  asOf: Instant,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for (const person of people) {
    if (hereFor(deps.directory, person.id, asOf) !== by) continue;
    for (const { duty } of await dutiesByPost(deps, person, asOf)) {
      if (duty.state === "later") continue;
      const post = duty.owedBy.find((each) => person.posts.includes(each)) ?? "";
      const why = person.id === by ? null : `${person.name} is away.`;
      items.push({ duty, now: null, owners: { people: [by], post, why, gap: null }, snoozed: false });
    }
  }
  return items;
};

const sorted = (items: readonly Item[]): readonly Item[] => {
  const once = new Map(items.map((item) => [item.duty.id, item]));
  return [...once.values()].toSorted((a, b) => worstFirst(a.duty, b.duty));
};

/** Everything that somebody owes by now or soon, worst first; what they put off is left out. */
export const itemsFor = async (deps: RemindDeps, by: PersonId, asOf: Instant): Promise<readonly Item[]> => {
  const people = standsFor(deps, by, asOf);
  const items: Item[] = [];
  for await (const one of candidates(deps, by, people, asOf)) items.push(...itemsOfCase(deps, one, asOf));
  const workers = workersUnder(deps, people).map(({ id }) => id);
  items.push(...(await ofWorkers(deps, workers, asOf)), ...(await itemsByPost(deps, people, by, asOf)));
  return sorted(items.filter(owes(by)));
};

/** The same where it is known which cases and workers to look at. */
export const itemsWithin = async (
  deps: RemindDeps,
  by: PersonId,
  { cases, workers }: { readonly cases: readonly string[]; readonly workers: readonly PersonId[] },
  asOf: Instant,
): Promise<readonly Item[]> => {
  const items: Item[] = [];
  for (const ref of cases) {
    const held = await readCase(deps.records, ref);
    if (held !== undefined) items.push(...itemsOfCase(deps, held.state, asOf));
  }
  items.push(...(await ofWorkers(deps, workers, asOf)));
  items.push(...(await itemsByPost(deps, standsFor(deps, by, asOf), by, asOf)));
  return sorted(items.filter(owes(by)));
};

/** What everybody under somebody owes, and what they owe themselves. */
export const itemsOfTeam = async (deps: RemindDeps, by: PersonId, asOf: Instant): Promise<readonly Item[]> => {
  const people = standsFor(deps, by, asOf);
  const under = people.flatMap(({ id }) => everyoneUnder(deps.directory, id));
  const items: Item[] = [];
  for (const { id } of new Map(under.map((one) => [one.id, one])).values())
    for await (const one of casesWith(deps.records, workerKey(id))) items.push(...itemsOfCase(deps, one, asOf));
  for (const team of teamsLed(deps, [...people, ...under]))
    for await (const one of casesWith(deps.records, teamKey(team)))
      if (one.facts["worker"] === undefined) items.push(...itemsOfCase(deps, one, asOf));
  return sorted(items);
};
