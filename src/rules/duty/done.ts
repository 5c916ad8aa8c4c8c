import type { Case } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import { londonDay, momentOf } from "./days.ts";

/** What is looked for on a case: happenings, and the facts that keep when they last happened. */
export interface Wanted {
  readonly happenings: readonly string[];
  readonly keeps: readonly string[];
}

/** When one of these last happened on any of the cases, not later than `asOf`; null: never. */
export const latest = (
  cases: readonly Case[],
  happenings: readonly string[],
  keeps: readonly string[],
  asOf: Instant,
): Instant | null => {
  let best = -Infinity;
  for (const { facts, happened } of cases) {
    for (const name of keeps) {
      const at = momentOf(facts[name]);
      if (at !== null && at <= asOf && at > best) best = at;
    }
    for (const { happening, on } of happened) if (on <= asOf && on > best && happenings.includes(happening)) best = on;
  }
  return best === -Infinity ? null : best;
};

/** Each time that one of these happened, oldest first. A fact that keeps the day of a happening that is known counts once. */
export const allTimes = (cases: readonly Case[], { happenings, keeps }: Wanted, asOf: Instant): readonly Instant[] => {
  const told = cases.flatMap(({ happened }) =>
    happened.flatMap(({ happening, on }) => (on <= asOf && happenings.includes(happening) ? [on] : [])),
  );
  const days = new Set(told.map(londonDay));
  const times = [...told];
  for (const { facts } of cases)
    for (const name of keeps) {
      const at = momentOf(facts[name]);
      if (at === null || at > asOf || days.has(londonDay(at))) continue;
      days.add(londonDay(at));
      times.push(at);
    }
  return times.sort((a, b) => a - b);
};

/** Whether a report of this event was made on the case on that day or later. */
export const reported = (one: Case, event: string, sinceDay: number): boolean =>
  one.happened.some(({ facts, on }) => facts["event"] === event && londonDay(on) >= sinceDay);
