import type { Instant } from "../../domain/instants.ts";
import type { PersonId, Post } from "../../domain/people.ts";

/** One line of the duty rota: who holds a post from one instant up to another, exclusive. */
export interface Shift {
  readonly from: Instant;
  readonly to: Instant;
  readonly post: Post;
  readonly person: PersonId;
}
