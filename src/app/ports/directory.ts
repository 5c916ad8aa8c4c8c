import type { Instant } from "../../domain/instants.ts";
import type { Absence, Person, PersonId, Post, PostHolders } from "../../domain/people.ts";

/** Who works here and which posts they hold, as the roster says. */
export interface Directory {
  person(id: PersonId): Person | undefined;
  /** By Entra ID object id. Undefined for somebody the roster does not know. */
  byAccount(account: string): Person | undefined;
  /** Who holds a post at `asOf`; `people` is empty when nobody does. */
  holders(post: Post, asOf: Instant): PostHolders;
  people(): readonly Person[];
  /** Who is on the duty rota for a post at `asOf`, outside the working day; empty within it, and where there is no rota. */
  onDuty(post: Post, asOf: Instant): readonly Person[];
  /** Whether somebody is away at `asOf`, and who covers; null when they are here. */
  absence(id: PersonId, asOf: Instant): Absence | null;
}
