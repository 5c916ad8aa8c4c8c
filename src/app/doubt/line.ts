import type { Council } from "../../domain/council.ts";
import type { DoubtFactOf } from "../../domain/doubt/facts.ts";
import type { Instant } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { Calendar } from "../../time/calendar.ts";
import { addWorkingMinutes } from "../../time/working-time.ts";
import type { Directory } from "../ports/directory.ts";
import { lineAbove } from "../report/line.ts";
import { coverInWords, resolvePost } from "../report/resolve.ts";

export interface LineDeps {
  readonly directory: Directory;
  readonly council: Council;
  readonly calendar: Calendar;
}

/** Asked for somebody who has no line manager, and where the line of management ends without an answer. */
const post = "service-manager";

type Next = { readonly to: readonly PersonId[]; readonly why: string | null };

/** Who is asked next: the nearest manager who is here, or covers, and was not asked; else the post. Null: nobody is left. */
const next = (deps: LineDeps, by: PersonId, tried: readonly PersonId[], asOf: Instant): Next | null => {
  const gone: string[] = [];
  for (const manager of lineAbove(deps.directory, by)) {
    const away = deps.directory.absence(manager, asOf);
    const id = away === null ? manager : (away.instead?.id ?? null);
    if (away !== null && !tried.includes(manager)) gone.push(coverInWords(away, asOf));
    if (id !== null && id !== by && !tried.includes(id)) return { to: [id], why: gone.join("; ") || null };
  }
  const found = resolvePost(deps, post, asOf, { by, tried, because: "silent" });
  return found.outcome === "gap"
    ? null
    : { to: found.people, why: [...gone, found.why ?? []].flat().join("; ") || null };
};

/** The next people to ask, as a fact with its house-rule times (`acknowledgement.otherwise`, working time); null when nobody is left. */
export const askNext = (
  deps: LineDeps,
  by: PersonId,
  tried: readonly PersonId[],
  asOf: Instant,
): DoubtFactOf<"addressed"> | null => {
  const found = next(deps, by, tried, asOf);
  if (found === null) return null;
  const { repeatAfterMinutes, passOnAfterMinutes } = deps.council.houseRules.acknowledgement.otherwise;
  const after = (minutes: number): Instant => addWorkingMinutes(deps.calendar, asOf, minutes);
  return {
    kind: "addressed",
    at: asOf,
    to: [...found.to],
    why: found.why,
    repeatAt: repeatAfterMinutes.map(after),
    passOnAt: after(passOnAfterMinutes),
  };
};
