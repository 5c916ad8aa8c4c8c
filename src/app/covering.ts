import type { CoverView } from "../domain/cover/cover.ts";
import type { LondonDate } from "../domain/instants.ts";
import type { PersonId } from "../domain/people.ts";

/** What somebody gets back about a time away. */
export type CoverAnswer =
  | { readonly outcome: "done"; readonly cover: CoverView }
  /** Nothing was changed; `why` in a sentence. */
  | { readonly outcome: "refused"; readonly why: string };

/** A time away as it was read from what somebody typed. */
export interface Away {
  readonly from: LondonDate;
  readonly until: LondonDate;
  readonly instead: PersonId | null;
}

/** The use cases of cover as the doors call them. All that write reject with `NotDurable` when nothing could be saved. */
export interface Covering {
  /** Keeps what was read, to be shown and confirmed. `key` makes a repeated activity harmless. */
  plan(by: PersonId, key: string, away: Away): Promise<CoverAnswer>;
  /** From now on it counts, on its dates. An earlier time away that overlaps it is ended. */
  confirm(id: string, by: PersonId): Promise<CoverAnswer>;
  /** Ends one of this person's times away. */
  end(id: string, by: PersonId): Promise<CoverAnswer>;
  /** "I'm back": ends the one that runs today. */
  back(by: PersonId): Promise<CoverAnswer>;
  /** Who is away now or will be, the soonest first. */
  list(viewer: PersonId): readonly CoverView[];
}
