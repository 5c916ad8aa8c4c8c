import type { Case } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import { londonDay, momentOf } from "./days.ts";
import { latest, reported } from "./done.ts";
import { inForce } from "./finding.ts";
import type { Question, Sink } from "./finding.ts";
import { occurrencesOf } from "./occurrences.ts";
import type { Occurrence, Rule } from "./rule.ts";
import { findStages } from "./stages.ts";

/** The times that started the rule and for which it asks something: in force then, its facts hold, nothing ended it. */
export const applying = (rule: Rule, { cases, asOf, overdueSince }: Question): readonly Occurrence[] => {
  if (rule.onlyTold && !cases.some(({ happened }) => happened.length > 0)) return none;
  let found: Occurrence[] | null = null;
  for (const one of cases)
    for (const occurrence of occurrencesOf(rule, one, asOf, overdueSince))
      if (applies(rule, occurrence, asOf)) (found ??= []).push(occurrence);
  return found ?? none;
};

const none: readonly Occurrence[] = [];

const applies = (rule: Rule, occurrence: Occurrence, asOf: Instant): boolean => {
  const from = countsFrom(rule, occurrence);
  const own = occurrence.happened?.facts ?? null;
  if (!inForce(rule, londonDay(occurrence.at ?? asOf))) return false;
  if (rule.when !== null && !rule.when(occurrence.of.facts, own, londonDay(from ?? asOf))) return false;
  const ended = rule.endedBy.length === 0 ? null : latest([occurrence.of], rule.endedBy, rule.endKeeps, asOf);
  return ended === null || londonDay(ended) < sinceDay(from, occurrence.at);
};

/** The latest known of the facts that the clause names, the happening's before the case's; otherwise when it happened. */
const countsFrom = ({ from }: Rule, { at, happened, of }: Occurrence): Instant | null => {
  let best: Instant | null = null;
  for (const name of from) {
    const moment = momentOf(happened?.facts[name] ?? of.facts[name]);
    if (moment !== null && (best === null || moment > best)) best = moment;
  }
  return best ?? at;
};

/** What meets it counts from the day it happened, or from an earlier day from which the clock counts. */
const sinceDay = (from: Instant | null, at: Instant | null): number =>
  Math.min(
    from === null ? Infinity : londonDay(from),
    at === null ? Infinity : londonDay(at),
    from === null && at === null ? -Infinity : Infinity,
  );

/** Finds what one time that started the rule asks for. */
export const findStarted = (rule: Rule, occurrence: Occurrence, asOf: Instant, into: Sink): void => {
  if (rule.timing.kind !== "once") return;
  const from = countsFrom(rule, occurrence);
  const since = sinceDay(from, occurrence.at);
  if (rule.reports !== null && reported(occurrence.of, rule.reports, since)) return;
  const cases: readonly Case[] = [occurrence.of];
  findStages(rule, rule.timing.stages, { from, since, cases, asOf, occurrence }, into);
};
