import type { Instant } from "../../domain/instants.ts";
import { lineManagerPost } from "../../domain/people.ts";
import type { Absence, Person, PersonId, Post } from "../../domain/people.ts";
import type { Telling } from "../../domain/report/facts.ts";
import { dayInWords } from "../../time/say.ts";
import type { ReportDeps } from "./deps.ts";
import { managerFor } from "./line.ts";

export type Resolution =
  | {
      readonly outcome: "found";
      readonly post: Post;
      readonly people: readonly PersonId[];
      readonly channel: string | null;
      /** The post that the clause names, when somebody else is told instead of it. */
      readonly insteadOf: Post | null;
      readonly why: string | null;
    }
  | { readonly outcome: "gap"; readonly why: string };

type World = Pick<ReportDeps, "council" | "directory">;

/** A post's title as the council writes it; the post itself when the council file does not list it. */
export const postTitle = ({ council }: Pick<World, "council">, post: Post): string =>
  council.posts[post]?.title ?? post;

/** The post, its stand-ins and theirs in order, and the last resort: each once. */
const chain = ({ council }: World, post: Post): readonly Post[] => {
  const seen: Post[] = [];
  const follow = (next: Post): void => {
    if (seen.includes(next)) return;
    seen.push(next);
    council.posts[next]?.otherwise.forEach(follow);
  };
  follow(post);
  follow(council.lastResort);
  return seen;
};

export interface Passed {
  /** They know already: whoever made the report is never told as a post. */
  readonly by: PersonId;
  /** Everybody addressed before, and what came of it. */
  readonly tried: readonly PersonId[];
  readonly because: "unreachable" | "silent";
  /** From whom it is withheld (LCP-3.7): never told, whatever post they hold or cover. */
  readonly never?: readonly PersonId[];
  /** Owed at once, by day or night: outside the working day whoever is on duty is told. */
  readonly atOnce?: boolean;
}

/** A telling that is due already, by message or by telephone, waits for nobody's working day. */
export const isAtOnce = ({ how, leaveAt, dueAt }: Pick<Telling, "how" | "leaveAt" | "dueAt">): boolean =>
  (how === "teams" || how === "phone" || how === "brief") && dueAt !== null && dueAt <= leaveAt;

interface Holding {
  readonly holders: readonly Person[];
  /** Why somebody else than the post's own holders, or in whose place. */
  readonly because: readonly string[];
}

/** Whoever manages the reporter; once tried, whoever manages them, and so on up. */
const managing = ({ directory }: World, asOf: Instant, { by, tried, never = [] }: Passed): Holding => {
  const manager = managerFor(directory, by, [...never, ...tried], asOf);
  const person = manager === null ? undefined : directory.person(manager);
  if (person === undefined) return { holders: [], because: [] };
  return { holders: [person], because: tried.length === 0 ? [] : [`${person.name} is next in the line of management`] };
};

/** Who answers for a post now. */
const answering = (world: World, post: Post, asOf: Instant, passed: Passed): Holding => {
  if (post === lineManagerPost) return managing(world, asOf, passed);
  const { directory, council } = world;
  const duty = passed.atOnce === true ? directory.onDuty(post, asOf) : [];
  const names = duty.map(({ name }) => name).join(", ");
  if (duty.length > 0)
    return { holders: duty, because: [`${names}: on duty tonight as ${postTitle({ council }, post)}`] };
  const { people, away = [] } = directory.holders(post, asOf);
  return { holders: people, because: away.map((absence) => coverInWords(absence, asOf)) };
};

/** "Priya Nair covers for Nadia Rahman until Friday 14 August". */
export const coverInWords = ({ person, instead, until }: Absence, asOf: Instant): string =>
  instead === null
    ? `${person.name} is away until ${dayInWords(until, asOf)} and nobody covers`
    : `${instead.name} covers for ${person.name} until ${dayInWords(until, asOf)}`;

const whyNot = (world: World, post: Post, asOf: Instant, { by, tried, because, never = [] }: Passed): string => {
  const title = postTitle(world, post);
  if (tried.length > 0)
    return because === "silent" ? `${title} has not answered` : `${title} could not be reached in Teams`;
  const { people: holders, away = [] } = world.directory.holders(post, asOf);
  const kept = holders.filter(({ id }) => never.includes(id)).map(({ name }) => name);
  if (kept.length > 0) return `This is withheld from ${kept.join(", ")}`;
  const uncovered = away.filter(({ instead }) => instead === null);
  if (uncovered.length > 0 && holders.length === 0)
    return uncovered.map((absence) => coverInWords(absence, asOf)).join("; ");
  return holders.some(({ id }) => id === by) ? `${title} made this report` : `Nobody holds the post ${title}`;
};

const mayBeTold = (id: PersonId, { by, tried, never = [] }: Passed): boolean =>
  id !== by && !tried.includes(id) && !never.includes(id);

/**
 * Who is told for a post at `asOf`: everybody who holds it, else the first stand-in that somebody holds, else the post of
 * last resort. The reporter, those tried before and those it is withheld from are passed over. A gap is an answer of its own, never an empty list.
 */
export const resolvePost = (world: World, post: Post, asOf: Instant, passed: Passed): Resolution => {
  for (const candidate of chain(world, post)) {
    const { holders, because } = answering(world, candidate, asOf, passed);
    const people = holders.map((person) => person.id).filter((id) => mayBeTold(id, passed));
    if (people.length === 0) continue;
    const channel = world.council.posts[candidate]?.channel ?? null;
    const own = candidate === post && passed.tried.length === 0;
    const other = own ? [] : [`${whyNot(world, post, asOf, passed)}: ${postTitle(world, candidate)} is told instead`];
    const why = [...other, ...because].join("; ") || null;
    return { outcome: "found", post: candidate, people, channel, insteadOf: own ? null : post, why };
  }
  const { label, number } = world.council.telephone;
  return {
    outcome: "gap",
    why: `${whyNot(world, post, asOf, passed)}, and nobody stands in. Telephone ${label}: ${number}`,
  };
};
