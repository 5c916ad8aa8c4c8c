import type { Instant } from "../../domain/instants.ts";
import type { PersonId, Post } from "../../domain/people.ts";
import type { ReportDeps } from "./deps.ts";

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

const whyNot = (world: World, post: Post, tried: readonly PersonId[]): string =>
  tried.length === 0
    ? `Nobody holds the post ${postTitle(world, post)}`
    : `${postTitle(world, post)} could not be reached in Teams`;

/**
 * Who is told for a post at `asOf`: everybody who holds it, else the first stand-in that somebody holds, else the post of
 * last resort. People in `tried` are passed over. A gap is an answer of its own, never an empty list.
 */
export const resolvePost = (world: World, post: Post, asOf: Instant, tried: readonly PersonId[] = []): Resolution => {
  for (const candidate of chain(world, post)) {
    const people = world.directory
      .holders(candidate, asOf)
      .people.map((person) => person.id)
      .filter((id) => !tried.includes(id));
    if (people.length === 0) continue;
    const channel = world.council.posts[candidate]?.channel ?? null;
    const own = candidate === post;
    const why = own ? null : `${whyNot(world, post, tried)}: ${postTitle(world, candidate)} is told instead`;
    return { outcome: "found", post: candidate, people, channel, insteadOf: own ? null : post, why };
  }
  const { label, number } = world.council.telephone;
  return { outcome: "gap", why: `${whyNot(world, post, tried)}, and nobody stands in. Telephone ${label}: ${number}` };
};
