import type { Instant } from "../../domain/instants.ts";
import type { MeetingRules } from "../../domain/meeting/house-rules.ts";
import type { Slot } from "../../domain/meeting/facts.ts";
import type { Calendar } from "../../time/calendar.ts";
import { addDays, atLondon, londonDate, minuteMs } from "../../time/london.ts";
import { cans, type Can, type Guest, type HourBand } from "./types.ts";

/** Times begin on the quarter of an hour. London is a whole number of hours ahead, so the clock on the wall agrees. */
export const stepMs = 15 * minuteMs;

/** Possible times of one length, every quarter of an hour. Half-open in its number, so it may be empty. */
export interface Grid {
  readonly first: Instant;
  readonly count: number;
  readonly lengthMs: number;
}

/** Every time that begins at `from` or later and is over by `until`. */
export const gridOf = (from: Instant, until: Instant, lengthMs: number): Grid => {
  const first = Math.ceil(from / stepMs) * stepMs;
  const last = Math.floor((until - lengthMs) / stepMs) * stepMs;
  return { first, count: Math.max(0, (last - first) / stepMs + 1), lengthMs };
};

export const slotAt = ({ first, lengthMs }: Grid, index: number): Slot => {
  const from = first + index * stepMs;
  return { from, to: from + lengthMs };
};

/** How willing: the place in `cans`. */
const place = { yes: 0, tentative: 1, ask: 2, no: 3 } as const satisfies Record<Can, number>;
const kinds = { busy: place.no, away: place.no, tentative: place.tentative } as const;

/** The first and the last time of the grid that has a moment in common with a stretch. */
const touching = ({ first, count, lengthMs }: Grid, { from, to }: Slot): readonly [number, number] => [
  Math.max(0, Math.floor((from - lengthMs - first) / stepMs) + 1),
  Math.min(count - 1, Math.ceil((to - first) / stepMs) - 1),
];

/** The first and the last time that lies wholly within a stretch. */
const within = ({ first, count, lengthMs }: Grid, { from, to }: Slot): readonly [number, number] => [
  Math.max(0, Math.ceil((from - first) / stepMs)),
  Math.min(count - 1, Math.floor((to - lengthMs - first) / stepMs)),
];

/**
 * Whether a guest can come at each time of the grid, as places in `cans`. A diary that nobody can read leaves it open. What they
 * answered to another time counts before the diary, the last answer first: declined and tentative where it touches that time,
 * accepted within it.
 */
export const cansOf = (grid: Grid, { busy, said }: Guest, now: Slot | null): Uint8Array => {
  const into = new Uint8Array(grid.count).fill(busy === null ? place.ask : place.yes);
  for (const stretch of busy ?? []) {
    if (stretch.from === now?.from && stretch.to === now.to) continue;
    const [first, last] = touching(grid, stretch);
    const kind = kinds[stretch.kind];
    for (let index = first; index <= last; index += 1) if ((into[index] ?? 0) < kind) into[index] = kind;
  }
  for (const { slot, reply } of said) {
    const [first, last] = reply === "accepted" ? within(grid, slot) : touching(grid, slot);
    const kind = { accepted: place.yes, tentative: place.tentative, declined: place.no }[reply];
    if (first <= last) into.fill(kind, first, last + 1);
  }
  return into;
};

export const canAt = (all: Uint8Array, index: number): Can => cans[all[index] ?? place.ask] ?? "ask";
export const cannot: number = place.no;

interface Day {
  readonly ends: Instant;
  readonly working: Slot | null;
  readonly evening: Slot;
}

const dayOf = (at: Instant, calendar: Calendar, { evening }: Pick<MeetingRules, "evening">): Day => {
  const date = londonDate(at);
  return {
    ends: atLondon(addDays(date, 1), "00:00"),
    working: calendar.isWorkingDay(date) ? { from: calendar.dayStart(date), to: calendar.dayEnd(date) } : null,
    evening: { from: atLondon(date, evening.from), to: atLondon(date, evening.to) },
  };
};

const holds = (outer: Slot | null, inner: Slot): boolean =>
  outer !== null && outer.from <= inner.from && inner.to <= outer.to;

/** The band of hours of each time, by the London day on which it begins. Throws `OutsideCalendar`. */
export const bandsOf = (grid: Grid, calendar: Calendar, rules: Pick<MeetingRules, "evening">): readonly HourBand[] => {
  let day: Day | null = null;
  return Array.from({ length: grid.count }, (_, index) => {
    const slot = slotAt(grid, index);
    if (day === null || slot.from >= day.ends) day = dayOf(slot.from, calendar, rules);
    if (holds(day.working, slot)) return "working";
    return holds(day.evening, slot) ? "evening" : "night";
  });
};
