import type { Instant } from "../../domain/instants.ts";
import { addDays, dateOfDay, dayNumber } from "../../time/london.ts";
import { partOfYear } from "../year-parts.ts";
import { endOfDay, londonDay, startOfDay } from "./days.ts";
import { allTimes } from "./done.ts";
import type { Question, Sink, Standing } from "./finding.ts";
import type { Rule } from "./rule.ts";

/**
 * The kth time is due at the end of the kth part of the year in which it was last done; when all of that year's are done, at the
 * end of the first part of the next. Before the first time it is the part that holds the day it counts from, else the first
 * part of this year. What is missing when a year ends stays overdue.
 */
export const inYear = (
  rule: Rule,
  times: number,
  { from, lastDone }: Standing,
  question: Question,
  into: Sink,
): void => {
  const month = question.houseRules.yearStarts.month;
  const parts = partsOf(londonDay(lastDone ?? from ?? question.asOf), times, month);
  const skipped = from === null ? 0 : parts.filter(({ last }) => last < londonDay(from)).length;
  const done = lastDone === null ? skipped : Math.max(skipped, doneIn(rule, parts, question));
  const part = parts[done] ?? partsOf((parts.at(-1)?.last ?? 0) + 1, times, month)[0];
  if (part === undefined) return;
  const stage = times === 1 ? null : `${String((done % times) + 1)} of ${String(times)} in the year`;
  const start = startOfDay(part.first);
  into({ rule, from: start, lastDone, dueAt: endOfDay(part.last), maturesAt: null, stage, nth: 0, occurrence: null });
};

interface Part {
  readonly first: number;
  readonly last: number;
}

/** The parts of the year that holds the day, in order. */
const partsOf = (day: number, times: number, month: number): readonly Part[] => {
  let { part, firstDay } = partOfYear(dateOfDay(day), times, month);
  for (; part > 1;) ({ part, firstDay } = partOfYear(addDays(firstDay, -1), times, month));
  const parts: Part[] = [];
  for (let next = firstDay; parts.length < times;) {
    const { lastDay } = partOfYear(next, times, month);
    parts.push({ first: dayNumber(next), last: dayNumber(lastDay) });
    next = addDays(lastDay, 1);
  }
  return parts;
};

/**
 * How many of one year's times are done. Each day on which it happened is one. A day that only the caseload keeps says
 * nothing of the times before it, so it stands for its own part and all before.
 */
const doneIn = (rule: Rule, parts: readonly Part[], { cases, asOf }: Question): number => {
  const first = parts[0]?.first ?? 0;
  const last = parts.at(-1)?.last ?? 0;
  const inThese = (all: readonly Instant[]): readonly number[] =>
    [...new Set(all.map(londonDay))].filter((day) => day >= first && day <= last).sort((a, b) => a - b);
  const all = inThese(allTimes(cases, { happenings: rule.metBy, keeps: rule.keeps }, asOf));
  const told = new Set(inThese(allTimes(cases, { happenings: rule.metBy, keeps: [] }, asOf)));
  const keptOnly = all.findIndex((day) => !told.has(day));
  const day = all[keptOnly];
  if (day === undefined) return Math.min(all.length, parts.length);
  const part = parts.findIndex((each) => day <= each.last);
  return Math.min(parts.length, Math.max(all.length, part + all.length - keptOnly));
};
