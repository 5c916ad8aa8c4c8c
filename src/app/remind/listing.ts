import type { DigestView } from "../../domain/case/view.ts";
import type { Instant, LondonDate } from "../../domain/instants.ts";
import type { PersonId } from "../../domain/people.ts";
import type { RemindDeps } from "./deps.ts";
import type { Item } from "./items.ts";
import { historyOf, type Escalated } from "./escalated.ts";
import { dutyView } from "./shown.ts";

/** Rows of one page. */
export const pageSize = 8;

export interface Listing {
  readonly id: string;
  readonly person: PersonId;
  readonly on: LondonDate;
  readonly items: readonly Item[];
  /** Overdue duties of others that were passed on to this person. */
  readonly escalated: readonly Escalated[];
  /** Gaps that no row shows. */
  readonly gaps: readonly string[];
}

const gapsOf = (items: readonly Item[]): readonly string[] => [
  ...new Set(items.flatMap(({ owners }) => owners.gap ?? [])),
];

/** One page of what is due, as this viewer reads it. A page beyond the last is the last. */
export const digestView = (
  deps: RemindDeps,
  { id, person, on, items, escalated, gaps }: Listing,
  page: number,
  viewer: PersonId,
  asOf: Instant,
): DigestView => {
  const notes = new Map(escalated.map(({ item, reminder }) => [item.duty.id, historyOf(deps, reminder, asOf)]));
  const own = new Set(items.map(({ duty }) => duty.id));
  const all = [...escalated.map(({ item }) => item).filter(({ duty }) => !own.has(duty.id)), ...items];
  const count = (state: string): number => all.filter(({ duty }) => duty.state === state).length;
  const pages = Math.max(1, Math.ceil(all.length / pageSize));
  const shown = Math.min(Math.max(1, Math.trunc(page) || 1), pages);
  const rows = all.slice((shown - 1) * pageSize, shown * pageSize);
  return {
    ...{ id, person, on, page: shown, pages },
    whose: person === viewer ? null : (deps.directory.person(person)?.name ?? person),
    counts: { overdue: count("overdue"), today: count("today"), soon: count("soon") },
    duties: rows.map((item) => dutyView(deps, item, viewer, asOf, notes.get(item.duty.id) ?? null)),
    gaps: [...new Set([...gaps, ...gapsOf(all)])],
  };
};
