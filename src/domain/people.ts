import { z } from "zod";
import type { LondonDate } from "./instants.ts";

/** A person's work email in lower case: the roster's key. */
export type PersonId = string;

/** A post that a clause can name, in kebab case ("assistant-director"). The council file lists those it has. */
export type Post = string;

/**
 * A post that nobody is given: whoever manages the person whom it is about, by the roster, and then up the line of
 * management. A clause that tells it means the reporter's.
 */
export const lineManagerPost: Post = "line-manager";

export const postSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]*$/, "a post is written in kebab case, like assistant-director");

export const personSchema = z.strictObject({
  id: z.email().toLowerCase(),
  name: z.string().min(1),
  posts: z.array(postSchema),
  team: z.string().nullable(),
  /** Line manager's id, or null at the top of the line. */
  manager: z.email().toLowerCase().nullable(),
  /** Entra ID object id: the only proof of who is speaking. */
  account: z.string().min(1),
  telephone: z.string().nullable(),
});
export type Person = z.infer<typeof personSchema>;

/** A post as the council file describes it. */
export interface PostHolders {
  readonly post: Post;
  readonly title: string;
  /** People who hold it now; empty is a gap that is shouted about. */
  readonly people: readonly Person[];
  /** Those of its holders who are away; `people` then has their cover in their place. Left out when nobody is. */
  readonly away?: readonly Absence[];
}

/** Somebody who is away. */
export interface Absence {
  readonly person: Person;
  /** Who is told instead and is here; null when nobody covers, or every cover is away too. */
  readonly instead: Person | null;
  /** Last London date away. */
  readonly until: LondonDate;
}
