import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import { addDays, atLondon, hourMs, londonDate } from "../../time/london.ts";
import { readWhen } from "../../time/read.ts";
import type { Answered } from "../reporting.ts";
import type { ReportDeps } from "./deps.ts";
import { respond } from "./respond.ts";

/** What the card offers; anything else is read as it was typed. */
const offered = {
  "two-hours": (asOf) => asOf + 2 * hourMs,
  tomorrow: (asOf) => atLondon(addDays(londonDate(asOf), 1), "09:00"),
} as const satisfies Record<string, (asOf: Instant) => Instant>;

const isOffered = (choice: string): choice is keyof typeof offered => Object.hasOwn(offered, choice);

const readTyped = (typed: string, asOf: Instant): Instant | null => {
  const read = readWhen(typed, asOf, "ahead");
  return read.ok ? read.at : null;
};

/** Asks for a reminder. A time that was typed goes before what was chosen: it took more trouble. */
export const remind = (
  deps: ReportDeps,
  id: string,
  by: PersonId,
  choice: string,
  typed: string,
): Promise<Answered> => {
  const asOf = deps.clock.now();
  const remindAt = typed === "" && isOffered(choice) ? offered[choice](asOf) : readTyped(typed, asOf);
  return respond(deps, id, { do: "remind", by, remindAt });
};
