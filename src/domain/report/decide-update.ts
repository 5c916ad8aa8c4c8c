import type { Instant } from "../instants.ts";
import type { PersonId } from "../people.ts";
import { facts, unclear, type Decision } from "./decision.ts";
import type { ReportFact } from "./facts.ts";

/** When an update is expected (LCP-P3d), and when its lateness goes to the author's manager. */
export interface Promised {
  readonly dueAt: Instant;
  readonly managerAt: Instant;
}

export type UpdateCommand = {
  readonly by: PersonId;
  readonly do: "update";
  readonly text: string;
  /** The next one; null when no more is to come. "unclear" when what was typed could not be read. */
  readonly next: Promised | null | "unclear";
};

/** The promise as a fact, or nothing. */
export const promised = (by: PersonId, promise: Promised | null, at: Instant): readonly ReportFact[] =>
  promise === null ? [] : [{ kind: "promised", at, by, ...promise }];

/** An update from the report's author: it meets the promise that stands, and may make the next. */
export const onUpdate = ({ by, text, next }: UpdateCommand, at: Instant): Decision => {
  if (text === "") return unclear("Nothing was written. Write the update, then send it.");
  if (next === "unclear")
    return unclear("I couldn't read when the next update comes. Try: tomorrow midday, or leave it empty.");
  return facts({ kind: "updated", at, by, text }, ...promised(by, next, at));
};
