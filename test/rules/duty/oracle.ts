import type { Case } from "../../../src/domain/case/case.ts";
import type { Answers } from "../../../src/domain/report/facts.ts";
import type { Clause } from "../../../src/rules/policy/clause.ts";
import type { DutySource } from "../../../src/rules/policy/duty-schema.ts";
import {
  dateOf,
  dayOf,
  dueAfter,
  lastWorkingDayOf,
  midnightEnd,
  monthsAfter,
  periodOf,
  wallAt,
  yearParts,
} from "./oracle-days.ts";
import type { Wall } from "./oracle-days.ts";
import { Known, many } from "./oracle-facts.ts";

interface Start {
  readonly happening: string;
  readonly at: Wall | null;
  readonly own: Answers | null;
  readonly of: Case;
}

/**
 * What is owed, found another way: from the clauses as they are written, on wall times, by walking back day by day for what was
 * last done and forward day by day for what is due. It shares nothing with the rules but the types of what it reads.
 */
export class Sight extends Known {
  /** When a clause that nothing starts counts from and was last done; null when it asks nothing. */
  private stands(clause: Clause, duty: DutySource): { readonly from: Wall | null; readonly last: Wall | null } | null {
    if (!this.inForce(clause, this.now)) return null;
    const recurs =
      duty.phases !== undefined ||
      /everyWeeks|everyMonths|timesAYear|lastWorkingDayOf/.test(JSON.stringify(duty.clock ?? {}));
    const named = many(duty.from);
    const names = named.length > 0 ? named : recurs ? ["statusSince", "planStart", "placementStart"] : [];
    const from = this.cases.flatMap(({ facts }) => this.latest(names, facts) ?? []).toSorted()[0] ?? null;
    const done = this.last(many(duty.metBy));
    const last = duty.phases && done !== null && from !== null && dayOf(done) < dayOf(from) ? null : done;
    const day = dayOf(last ?? from ?? this.now);
    if (duty.when && !this.cases.some(({ facts }) => this.true(duty.when, facts, null, day))) return null;
    const ended = this.last(many(duty.endedBy));
    return ended !== null && (from === null || dayOf(ended) >= dayOf(from)) ? null : { from, last };
  }

  private starts(clause: Clause, duty: DutySource): readonly Start[] {
    const found = this.cases.flatMap((of) => {
      const all = many(duty.on).flatMap((happening) => this.startsOn(happening, of));
      const sorted = all.toSorted((a, b) => ((a.at ?? "") < (b.at ?? "") ? -1 : (a.at ?? "") > (b.at ?? "") ? 1 : 0));
      if (duty.which === "first") return sorted.slice(0, 1);
      return duty.which === "last" ? sorted.slice(-1) : sorted;
    });
    return found.filter((start) => {
      const from = this.startFrom(duty, start);
      const ended = this.last(many(duty.endedBy), [start.of]);
      return (
        this.inForce(clause, start.at ?? this.now) &&
        (!duty.when || this.true(duty.when, start.of.facts, start.own, dayOf(from ?? this.now))) &&
        (ended === null || dayOf(ended) < this.since(from, start.at))
      );
    });
  }

  private startsOn(happening: string, of: Case): readonly Start[] {
    const { keeps, byItself } = this.oracle.vocabulary.happenings[happening] ?? {};
    const told: Start[] = of.happened
      .filter((each) => each.happening === happening && wallAt(each.on) <= this.now)
      .map((each) => ({ happening, at: wallAt(each.on), own: each.facts, of }));
    const add = (at: Wall | null): void => {
      const same = told.some((each) => at === null || (each.at !== null && dayOf(each.at) === dayOf(at)));
      if (!same && (at === null || at <= this.now)) told.push({ happening, at, own: null, of });
    };
    const kept = keeps === undefined ? null : this.moment(of.facts[keeps]);
    if (kept !== null) add(kept);
    if (byItself && "overdue" in byItself) {
      const overdue = this.overdue(byItself.overdue);
      if (overdue !== null) add(overdue);
    } else if (byItself && this.true(byItself.holds, of.facts, null, dayOf(this.now))) {
      add(this.latest(byItself.since, of.facts));
    }
    return told;
  }

  private overdue(happenings: readonly string[]): Wall | null {
    const waits = (name: string): boolean =>
      JSON.stringify(this.oracle.vocabulary.happenings[name]?.byItself ?? "").includes("overdue");
    const dues = this.oracle.clauses
      .filter(({ duty }) => duty?.each === "case" && !many(duty.on).some(waits))
      .filter(({ duty }) => many(duty?.metBy).some((name) => happenings.includes(name)))
      .flatMap((clause) => this.owed(clause).flatMap(({ due }) => (due !== null && due < this.now ? [due] : [])));
    return dues.toSorted()[0] ?? null;
  }

  private startFrom(duty: DutySource, { at, own, of }: Start): Wall | null {
    return this.latest(many(duty.from), of.facts, own) ?? at;
  }

  private since(from: Wall | null, at: Wall | null): number {
    const days = [from, at].flatMap((wall) => (wall === null ? [] : [dayOf(wall)]));
    return days.length === 0 ? -Infinity : Math.min(...days);
  }

  /** What one clause asks, whatever others say. */
  private alone(clause: Clause, duty: DutySource): readonly (Owed & { readonly start: Start | null })[] {
    if (duty.on !== undefined)
      return this.starts(clause, duty).flatMap((start) => {
        const from = this.startFrom(duty, start);
        return this.once(duty, from, this.since(from, start.at), [start.of]).map((each) => ({ ...each, start }));
      });
    const standing = this.stands(clause, duty);
    return standing === null
      ? []
      : this.again(duty, standing.from, standing.last).map((each) => ({ ...each, start: null }));
  }

  private once(duty: DutySource, from: Wall | null, since: number, of: readonly Case[]): readonly Owed[] {
    const clocks = duty.checkpoints?.map(({ clock }) => clock) ?? [duty.clock ?? { noLimit: true as const }];
    const done = [...this.timeline(many(duty.metBy), of)].flatMap(([day, walls]) => (day >= since ? walls : [])).length;
    return clocks.slice(done).map((clock) => ({ due: from === null ? null : dueAfter(clock, from), last: null }));
  }

  private again(duty: DutySource, from: Wall | null, last: Wall | null): readonly Owed[] {
    const anchor = last ?? from;
    if (duty.phases) {
      const day = dayOf(anchor ?? this.now);
      const phase = duty.phases.find(({ until, when }) => {
        if (when && !this.cases.some(({ facts }) => this.true(when, facts, null, day))) return false;
        if (until === undefined) return true;
        if (until === "first-done") return last === null;
        const name = typeof until === "string" ? until : until.after;
        const end = this.cases
          .flatMap(({ facts }) => this.moment(facts[name]) ?? [])
          .toSorted()
          .at(-1);
        if (end === undefined) return true;
        return day < (typeof until === "string" ? dayOf(end) : monthsAfter(dayOf(end), until.months));
      });
      return phase ? [{ due: anchor === null ? null : dueAfter(phase.clock, anchor), last }] : [];
    }
    const { clock } = duty;
    if (clock === undefined || !/everyWeeks|everyMonths|timesAYear|lastWorkingDayOf/.test(JSON.stringify(clock)))
      return this.once(duty, from, from === null ? -Infinity : dayOf(from), this.cases);
    if ("timesAYear" in clock) return [{ due: this.inYear(duty, clock.timesAYear, from, last), last }];
    if ("lastWorkingDayOf" in clock) return [{ due: this.inPeriod(clock.lastWorkingDayOf, from, last), last }];
    return [{ due: anchor === null ? null : dueAfter(clock, anchor), last }];
  }

  private inPeriod(period: "week" | "month" | "quarter", from: Wall | null, last: Wall | null): Wall {
    const now = periodOf(Math.max(dayOf(this.now), from === null ? -Infinity : dayOf(from)), period);
    const done = last !== null && dayOf(last) >= now.first;
    return lastWorkingDayOf(done ? now.last + 1 : now.first, period);
  }

  private inYear(duty: DutySource, times: number, from: Wall | null, last: Wall | null): Wall {
    const ends = yearParts(dayOf(last ?? from ?? this.now), times);
    const yearEnd = ends.at(-1) ?? 0;
    const skipped = from === null ? 0 : ends.filter((end) => end < dayOf(from)).length;
    const done = last === null ? 0 : this.doneIn(duty, ends, yearEnd);
    return midnightEnd(ends[Math.max(done, skipped)] ?? yearParts(yearEnd + 1, times)[0] ?? 0);
  }

  /** Walks through the year, counting; from a day that nobody told, but only the caseload keeps, the count is at least its part. */
  private doneIn(duty: DutySource, ends: readonly number[], yearEnd: number): number {
    const all = this.timeline(many(duty.metBy));
    const told = this.cases.flatMap(({ happened }) =>
      happened.flatMap(({ happening, on }) => (many(duty.metBy).includes(happening) ? [dayOf(wallAt(on))] : [])),
    );
    let day = yearEnd;
    while (dateOf(day).slice(5) !== "04-01") day -= 1;
    let count = 0;
    let lifted: number | null = null;
    for (; day <= yearEnd; day += 1) {
      if (!all.has(day)) continue;
      count += 1;
      if (lifted !== null) lifted += 1;
      else if (!told.includes(day)) lifted = ends.filter((end) => end < day).length + 1;
    }
    return Math.min(ends.length, Math.max(count, lifted ?? 0));
  }

  /** What a clause asks, unless one that takes its place applies. */
  owed(clause: Clause): readonly Owed[] {
    const { duty } = clause;
    if (duty === undefined) return [];
    return this.alone(clause, duty).filter(({ start }) => !this.givesWay(clause, start));
  }

  private givesWay({ unless = [], policy }: Clause, start: Start | null): boolean {
    return this.oracle.clauses.some((other) => {
      if (other.policy !== policy || !unless.includes(other.id) || other.duty === undefined) return false;
      if (other.duty.on === undefined) return this.stands(other, other.duty) !== null;
      if (start === null) return this.alone(other, other.duty).length > 0;
      return this.starts(other, other.duty).some((each) => each.of === start.of && each.at === start.at);
    });
  }

  state(due: Wall | null): string {
    if (due === null) return "today";
    if (this.now > due) return "overdue";
    const days = dayOf(due) - dayOf(this.now);
    return days === 0 ? "today" : days <= 7 ? "soon" : "later";
  }
}

export interface Owed {
  readonly due: Wall | null;
  readonly last: Wall | null;
}
