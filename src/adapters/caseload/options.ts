import type { LondonDate } from "../../domain/instants.ts";
import type { Vocabulary } from "../../domain/vocabulary.ts";

export interface ReadOptions {
  readonly vocabulary: Pick<Vocabulary, "caseFacts" | "happenings">;
  /** What has happened cannot lie after this day; left out: any day will do. */
  readonly today?: LondonDate;
  /** The work email of a member of staff by name, where exactly one goes by it. A name nobody knows is kept in Annex A and refused elsewhere. */
  readonly emailOf?: (name: string) => string | undefined;
}
