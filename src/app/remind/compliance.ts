import type { CaseEntry } from "../../domain/case/facts.ts";
import type { Happened } from "../../domain/case/case.ts";
import { caseFrom, type KeptCase } from "../../domain/case/fold.ts";
import type { Instant } from "../../domain/instants.ts";
import type { Vocabulary } from "../../domain/vocabulary.ts";
import { dutiesOf, nextChange } from "../../rules/duty/duties.ts";
import type { Duty } from "../../rules/duty/types.ts";
import type { Rulebook } from "../../rules/rulebook.ts";
import { atLondon, isLondonDate } from "../../time/london.ts";
import { caseStateOf } from "./found.ts";

/** How a duty that fell due came out. ended: it was owed no more, by a change of the facts and not by being done. */
export const outcomes = ["metOnTime", "metLate", "overdue", "ended"] as const;
export type Outcome = (typeof outcomes)[number];

/** One duty of a case that was due within a time. */
export interface CameDue {
  readonly clause: string;
  readonly dueAt: Instant;
  readonly outcome: Outcome;
}

/** When it was due, both ends included; and how that stands at `asOf`, which may be long after. */
export interface Within {
  readonly from: Instant;
  readonly to: Instant;
  readonly asOf: Instant;
}

/** What a caseload said at one time or another, as the happenings that these facts keep: a later load replaces the fact. */
const keptDays = ({ happenings }: Vocabulary, entries: readonly CaseEntry[]): readonly Happened[] =>
  entries.flatMap((entry, index) => {
    if (entry.kind !== "loaded") return [];
    return Object.entries(happenings).flatMap(([happening, { keeps }]) => {
      const day = keeps === undefined ? undefined : entry.facts[keeps];
      if (typeof day !== "string" || !isLondonDate(day)) return [];
      const id = `kept:${String(index)}:${happening}`;
      return [{ id, happening, on: atLondon(day, "00:00"), dateOnly: true, facts: {}, by: null }];
    });
  });

/** The case by what was true at an instant, whenever it became known; facts are those that were known. */
const caseAt = (ref: string, entries: readonly CaseEntry[], days: readonly Happened[], asOf: Instant): KeptCase => {
  const now = caseFrom(
    ref,
    entries.filter((entry, index) => index === 0 || entry.kind === "happened" || entry.at <= asOf),
  );
  return { ...now, happened: [...now.happened, ...days] };
};

type Dated = Duty & { readonly dueAt: Instant };
const isDated = (duty: Duty): duty is Dated => duty.dueAt !== null;
const keyOf = ({ clause, dueAt, stage }: Dated): string => `${clause} ${String(dueAt)} ${stage ?? ""}`;

const outcomeOf = ({ metBy, dueAt }: Dated, { happened }: KeptCase, at: Instant): Outcome => {
  if (!happened.some(({ happening, on }) => on === at && metBy.includes(happening))) return "ended";
  return at <= dueAt ? "metOnTime" : "metLate";
};

/** More steps than any case takes: what goes past it is a fault of the rules, and must not run for ever. */
const mostSteps = 5_000;

/**
 * Which duties of a case were due within a time, and how each came out: what was owed is derived anew at every instant at
 * which it can have changed. Nothing is judged before the case was known, because nobody knows what was done then. Throws
 * `OutsideCalendar`, and when the entries are damaged. Clause: MO-Q1.
 */
export const cameDue = (
  rulebook: Rulebook,
  ref: string,
  entries: readonly CaseEntry[],
  { from, to, asOf }: Within,
): readonly CameDue[] => {
  const days = keptDays(rulebook.vocabulary, entries);
  const told = entries.flatMap((entry) => (entry.kind === "happened" ? [entry.happened.on] : [entry.at]));
  const events = [...new Set([...told, ...days.map(({ on }) => on)])].sort((a, b) => a - b);
  const ended: CameDue[] = [];
  let open = new Map<string, Dated>();
  // Nothing that was due before the time is asked for, but what is due within it may have been done long before.
  let at = entries[0]?.at ?? asOf;
  for (let step = 0; step < mostSteps; step += 1) {
    const now = caseAt(ref, entries, days, at);
    const owed = caseStateOf(now) === "closed" ? [] : dutiesOf(rulebook, now, at).filter(isDated);
    const next = new Map(owed.map((duty) => [keyOf(duty), duty]));
    for (const [key, duty] of open)
      if (!next.has(key)) ended.push({ clause: duty.clause, dueAt: duty.dueAt, outcome: outcomeOf(duty, now, at) });
    open = next;
    if (at >= asOf) break;
    const known = events.find((instant) => instant > at) ?? asOf;
    at = Math.min(known, nextChange(rulebook, now, at) ?? asOf, asOf);
  }
  const late = [...open.values()].map(({ clause, dueAt }): CameDue => ({ clause, dueAt, outcome: "overdue" }));
  return [...ended, ...late.filter(({ dueAt }) => dueAt < asOf)].filter(({ dueAt }) => from <= dueAt && dueAt <= to);
};
