import type { Case } from "../../domain/case/case.ts";
import type { Instant } from "../../domain/instants.ts";
import { londonDay } from "./days.ts";
import { allTimes, latest } from "./done.ts";
import { undated } from "./finding.ts";
import type { Sink } from "./finding.ts";
import type { Rule, Stage } from "./rule.ts";

/** From when stages count, and from which London day on something that meets them counts. */
export interface Start {
  readonly from: Instant | null;
  readonly since: number;
  readonly cases: readonly Case[];
  readonly asOf: Instant;
  readonly occurrence: Parameters<Sink>[0]["occurrence"];
}

/** Every stage that is not met yet: the first time it was done met the first stage, the second time the second. */
export const findStages = (rule: Rule, stages: readonly Stage[], start: Start, into: Sink): void => {
  const { from, occurrence } = start;
  const [only] = stages;
  const maturesAt = from === null ? null : (only?.timer.maturesAt(from) ?? null);
  const since = maturesAt === null ? start.since : londonDay(maturesAt);
  const done = timesSince(rule, stages.length, start, since);
  for (const [index, { says, timer }] of stages.entries()) {
    if (index < done) continue;
    const base = { rule, from, lastDone: null, nth: index, occurrence };
    if (from === null) into({ ...base, dueAt: null, maturesAt: null, stage: timerless(rule, says) });
    else into({ ...base, dueAt: timer.dueAt(from), maturesAt: timer.maturesAt(from), stage: says });
  }
};

/** A duty that names nothing to count from lacks no date. */
const timerless = ({ from, on }: Rule, says: string | null): string | null =>
  from.length > 0 || on.length > 0 ? undated : says;

const timesSince = (rule: Rule, stages: number, { cases, asOf }: Start, since: number): number => {
  const { metBy, keeps } = rule;
  if (metBy.length === 0) return 0;
  const last = latest(cases, metBy, keeps, asOf);
  if (last === null || londonDay(last) < since) return 0;
  if (stages === 1) return 1;
  return allTimes(cases, { happenings: metBy, keeps }, asOf).filter((at) => londonDay(at) >= since).length;
};
