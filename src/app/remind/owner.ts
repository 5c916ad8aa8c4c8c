import type { KeptCase } from "../../domain/case/fold.ts";
import type { CaseRole } from "../../domain/case/permissions.ts";
import type { Instant } from "../../domain/instants.ts";
import { lineManagerPost, type Person, type PersonId, type Post } from "../../domain/people.ts";
import type { Duty } from "../../rules/duty/types.ts";
import type { Directory } from "../ports/directory.ts";
import { hereFor, lineAbove as namedAbove } from "../report/line.ts";
import type { RemindDeps } from "./deps.ts";
import { leadersOf, leadsOwnTeam } from "./team.ts";
import { heldBy } from "./work.ts";

/** Who owes a duty now. */
export interface Owners {
  /** Never the worker of the case; their covers in the place of those who are away. Empty where nobody is found. */
  readonly people: readonly PersonId[];
  /** The post by which they owe it. */
  readonly post: Post;
  /** Why they are asked and not the post that the clause names; null when they hold it on the worker's line. */
  readonly why: string | null;
  /** What a person must mend, in a sentence: a worker who left, a worker without a manager. `people` then hears of it. */
  readonly gap: string | null;
}

export type OwnerDeps = Pick<RemindDeps, "directory" | "council">;

/** What finding an owner needs of a case. */
export type Owned = Pick<KeptCase, "ref" | "facts" | "work">;

const here = ({ directory }: OwnerDeps, people: readonly PersonId[], worker: PersonId | null, asOf: Instant) => {
  const present = people.map((id) => hereFor(directory, id, asOf)).filter((id) => id !== worker);
  return [...new Set(present)];
};

/** Up the line of management, as far as the staff list knows it. */
const lineAbove = (directory: Directory, from: PersonId): readonly PersonId[] => {
  const line = namedAbove(directory, from);
  const left = line.findIndex((id) => directory.person(id) === undefined);
  return left < 0 ? line : line.slice(0, left);
};

const text = (value: unknown): string | null =>
  typeof value === "string" && value.trim() !== "" ? value.trim() : null;

/** The worker of a case as the staff list has them; undefined for one who is not on it. */
export const workerOf = (directory: Directory, facts: Owned["facts"]): Person | undefined => {
  const worker = text(facts["worker"]);
  return worker === null ? undefined : directory.person(worker);
};

interface Found {
  readonly people: readonly PersonId[];
  readonly post: Post;
  readonly why: string | null;
}

/** By the line of management of the worker: the first of the posts that somebody up the line holds. */
const onLine = ({ directory }: OwnerDeps, worker: Person, posts: readonly Post[]): Found | null => {
  const line = lineAbove(directory, worker.id);
  const [manager] = line;
  for (const post of posts) {
    const direct = post === lineManagerPost || worker.posts.includes(post);
    const holder = direct ? manager : line.find((id) => directory.person(id)?.posts.includes(post) === true);
    if (holder !== undefined) return { people: [holder], post, why: null };
  }
  return null;
};

const inTeam = ({ directory }: OwnerDeps, team: string | null, posts: readonly Post[], not: PersonId | null) => {
  if (team === null) return null;
  for (const post of posts) {
    const holders = directory.people().filter((one) => one.team === team && one.posts.includes(post) && one.id !== not);
    if (holders.length > 0) return { people: holders.map(({ id }) => id), post, why: null };
  }
  return null;
};

/** One post that is nobody's own team's: the head of safeguarding owes it whoever the worker is. */
const serviceWide = ({ directory }: OwnerDeps, posts: readonly Post[], asOf: Instant): Found | null => {
  const [post, ...others] = posts;
  if (post === undefined || post === lineManagerPost || others.length > 0) return null;
  const people = directory.holders(post, asOf).people;
  if (people.length === 0 || people.some((one) => leadsOwnTeam(directory, one))) return null;
  return { people: people.map(({ id }) => id), post, why: null };
};

const byManager = ({ directory }: OwnerDeps, worker: Person): Found | null => {
  const [manager] = lineAbove(directory, worker.id);
  return manager === undefined ? null : { people: [manager], post: lineManagerPost, why: null };
};

/** Whoever mends gaps, or covers for them: on the line above the team, else everybody who holds that post. */
export const mending = (deps: OwnerDeps, team: string | null, asOf: Instant): readonly PersonId[] => {
  const { directory, council } = deps;
  const post = council.houseRules.reminders.gapsTo;
  const leaders = team === null ? [] : leadersOf(directory, team).map(({ id }) => id);
  const line = leaders.flatMap((id) => [id, ...lineAbove(directory, id)]);
  const near = line.find((id) => directory.person(id)?.posts.includes(post) === true);
  const people = near === undefined ? directory.holders(post, asOf).people.map(({ id }) => id) : [near];
  return here(deps, people, null, asOf);
};

const gapOf = (deps: OwnerDeps, one: Owned, gap: string, asOf: Instant): Owners => ({
  people: mending(deps, text(one.facts["team"]), asOf),
  post: deps.council.houseRules.reminders.gapsTo,
  why: null,
  gap,
});

const withoutWorker = (deps: OwnerDeps, one: Owned, posts: readonly Post[], asOf: Instant): Owners => {
  const team = text(one.facts["team"]);
  const wide = serviceWide(deps, posts, asOf);
  const leaders = team === null ? [] : leadersOf(deps.directory, team);
  const found = wide ?? { people: leaders.map(({ id }) => id), post: leaders[0]?.posts[0] ?? "" };
  const people = here(deps, found.people, null, asOf);
  if (people.length === 0) return gapOf(deps, one, `${one.ref} has no worker, and nobody leads its team.`, asOf);
  return { people, post: found.post, why: `${one.ref} has no worker, so the manager of its team is asked.`, gap: null };
};

/**
 * Who owes a duty on a case at `asOf`: whoever it was handed to and accepted; else by the worker's line of management, the
 * first of the clause's posts that is held on it; else in the worker's team; else one post of the whole service; else the
 * line manager. Never the worker. A worker who left, or has no manager, is a gap for whoever mends gaps (house rule).
 */
export const ownersOf = (deps: OwnerDeps, duty: Pick<Duty, "id" | "owedBy">, one: Owned, asOf: Instant): Owners => {
  const taken = heldBy(one.work, duty.id);
  if (taken !== null && deps.directory.person(taken) !== undefined)
    return {
      people: here(deps, [taken], null, asOf),
      post: duty.owedBy[0] ?? "",
      why: "It was handed over.",
      gap: null,
    };
  const named = text(one.facts["worker"]);
  if (named === null) return withoutWorker(deps, one, duty.owedBy, asOf);
  const worker = deps.directory.person(named);
  if (worker === undefined)
    return gapOf(deps, one, `${one.ref} is allocated to ${named}, who is not on the staff list.`, asOf);
  if (lineAbove(deps.directory, worker.id).length === 0)
    return gapOf(deps, one, `${worker.name}, who has ${one.ref}, has no line manager on the staff list.`, asOf);
  const found =
    onLine(deps, worker, duty.owedBy) ??
    inTeam(deps, worker.team, duty.owedBy, worker.id) ??
    serviceWide(deps, duty.owedBy, asOf) ??
    byManager(deps, worker);
  if (found === null) return gapOf(deps, one, `Nobody is found who owes ${duty.id}.`, asOf);
  const people = here(deps, found.people, worker.id, asOf);
  if (people.length > 0) return { people, post: found.post, why: found.why, gap: null };
  // The only cover is the worker: the manager's own manager is asked.
  const next = lineAbove(deps.directory, worker.id).slice(1, 2);
  return { people: here(deps, next, worker.id, asOf), post: found.post, why: "The cover is the worker.", gap: null };
};

/** Whether somebody is this person, or covers for them at `asOf`. */
const stands = ({ directory }: OwnerDeps, by: PersonId, id: PersonId, asOf: Instant): boolean =>
  by === id || hereFor(directory, id, asOf) === by;

/** What somebody is to a case, and to one duty on it, at `asOf`: the one answer that every door's rights hang on. */
export const rolesOn = (
  deps: OwnerDeps,
  by: PersonId,
  one: Owned,
  duty: Pick<Duty, "id" | "owedBy"> | null,
  asOf: Instant,
): readonly CaseRole[] => {
  const { directory, council } = deps;
  const worker = workerOf(directory, one.facts);
  const team = text(one.facts["team"]);
  const leaders = worker === undefined && team !== null ? leadersOf(directory, team).map(({ id }) => id) : [];
  const line =
    worker === undefined ? leaders.flatMap((id) => lineAbove(directory, id)) : lineAbove(directory, worker.id);
  const first = worker === undefined ? leaders : line.slice(0, 1);
  const owners = duty === null ? [] : ownersOf(deps, duty, one, asOf).people;
  const overseeing = Object.keys(council.posts).filter((post) => council.posts[post]?.oversees === true);
  const is = (ids: readonly PersonId[]): boolean => ids.some((id) => stands(deps, by, id, asOf));
  const roles: CaseRole[] = [];
  if (worker?.id === by) roles.push("worker");
  if (is(first) || owners.includes(by)) roles.push("manager");
  if (is(worker === undefined ? line : line.slice(1))) roles.push("senior");
  if (overseeing.some((post) => directory.holders(post, asOf).people.some(({ id }) => id === by)))
    roles.push("overseer");
  if (duty !== null && isHelper(one.work, duty.id, by)) roles.push("helper");
  return roles.length > 0 ? roles : ["colleague"];
};

const isHelper = (work: Owned["work"], duty: string, by: PersonId): boolean =>
  work.some(
    (fact) =>
      fact.kind === "given" &&
      fact.duty === duty &&
      fact.to === by &&
      !work.some((later) => later.kind === "handedBack" && later.id === fact.id),
  );
