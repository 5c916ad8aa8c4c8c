import type { Case } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import { londonDay, momentOf } from "./days.ts";
import type { Occurrence, Rule, Trigger } from "./rule.ts";

/** Since when a duty on the case that one of these happenings meets has been overdue; null: none is. */
export type OverdueSince = (happenings: readonly string[]) => Instant | null;

const none: readonly Occurrence[] = [];

/** Each time that what starts the rule happened on the case, not later than `asOf`, oldest first: all, the first or the last. */
export const occurrencesOf = (
  rule: Rule,
  one: Case,
  asOf: Instant,
  overdueSince: OverdueSince,
): readonly Occurrence[] => {
  let found: Occurrence[] | null = null;
  for (const trigger of rule.on)
    if (mayHaveHappened(trigger, one)) collect(trigger, one, asOf, overdueSince, (found ??= []));
  if (found === null || found.length === 0) return none;
  if (found.length === 1) return found;
  found.sort((a, b) => (a.at ?? -Infinity) - (b.at ?? -Infinity));
  if (rule.which === "first") return found.slice(0, 1);
  return rule.which === "last" ? found.slice(-1) : found;
};

/** Most of what could start a duty never happened on most cases: they are passed over before anything is made. */
const mayHaveHappened = ({ keeps, overdue, holds }: Trigger, { facts, happened }: Case): boolean =>
  happened.length > 0 || overdue !== null || holds !== null || (keeps !== null && facts[keeps] !== undefined);

/** What somebody said happened, what the caseload keeps, and what happened by itself; one of them for a day. */
const collect = (trigger: Trigger, one: Case, asOf: Instant, overdueSince: OverdueSince, into: Occurrence[]): void => {
  const { happening } = trigger;
  const first = into.length;
  for (const happened of one.happened)
    if (happened.happening === happening && happened.on <= asOf)
      into.push({ happening, at: happened.on, happened, of: one });
  const kept = trigger.keeps === null ? null : momentOf(one.facts[trigger.keeps]);
  if (kept !== null && kept <= asOf && !onDay(into, first, kept))
    into.push({ happening, at: kept, happened: null, of: one });
  const own = selfMade(trigger, one, asOf, overdueSince);
  if (own === undefined) return;
  if (own === null ? into.length === first : own <= asOf && !onDay(into, first, own))
    into.push({ happening, at: own, happened: null, of: one });
};

const onDay = (found: readonly Occurrence[], first: number, at: Instant): boolean => {
  for (let index = first; index < found.length; index += 1) {
    const other = found[index]?.at;
    if (typeof other === "number" && londonDay(other) === londonDay(at)) return true;
  }
  return false;
};

/** Undefined: it did not happen. Null: it did, and since when is not known. */
const selfMade = (
  { overdue, holds, since }: Trigger,
  { facts }: Case,
  asOf: Instant,
  overdueSince: OverdueSince,
): Instant | null | undefined => {
  if (overdue !== null) return overdueSince(overdue) ?? undefined;
  if (holds === null || !holds(facts, null, londonDay(asOf))) return undefined;
  let best: Instant | null = null;
  for (const name of since) {
    const at = momentOf(facts[name]);
    if (at !== null && (best === null || at > best)) best = at;
  }
  return best;
};
