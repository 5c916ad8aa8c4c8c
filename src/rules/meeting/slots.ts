import type { Instant } from "../../domain/instants.ts";
import type { MeetingRules } from "../../domain/meeting/house-rules.ts";
import type { Calendar } from "../../time/calendar.ts";
import { dayMs, minuteMs } from "../../time/london.ts";
import { bandsOf, canAt, cannot, cansOf, gridOf, slotAt, type Grid } from "./slot-grid.ts";
import type { HourBand, SlotAsk, SlotOffer, SlotSearch, WhyLate } from "./types.ts";

type Rules = Pick<
  MeetingRules,
  "lengthMinutes" | "shortMinutes" | "leastNoticeMinutes" | "goodNoticeMinutes" | "evening" | "offers" | "horizonDays"
>;

/** Everything that is known of one length of time. */
interface Table {
  readonly grid: Grid;
  readonly bands: readonly HourBand[];
  /** By guest, by time. */
  readonly cans: readonly Uint8Array[];
  readonly short: boolean;
}

/** What is tried, in this order: shorter is better than the night, and anything in time better than late. */
const tries = [
  { band: "working", short: false },
  { band: "evening", short: false },
  { band: "working", short: true },
  { band: "evening", short: true },
  { band: "night", short: false },
  { band: "night", short: true },
] as const satisfies readonly { readonly band: HourBand; readonly short: boolean }[];

/**
 * Times for a meeting, from the diaries of the chair and our own people and from what outside agencies have answered. Pure.
 *
 * In time is over by the deadline. Working hours come first; evenings, weekends, a shorter meeting and the night only when nothing
 * before them fits. Within these hours: the agencies that must come, then the others, then our own people, each by how surely
 * they can; then good notice; then the earliest. No time is offered that somebody who must be there cannot make, and none
 * after the deadline unless none fits before it: then the earliest comes first, working hours or not, the night last.
 * Throws `OutsideCalendar` beyond the calendar's years.
 */
export const findSlots = (ask: SlotAsk, rules: Rules, calendar: Calendar, asOf: Instant): SlotSearch => {
  const from = asOf + rules.leastNoticeMinutes * minuteMs;
  const horizon = asOf + rules.horizonDays * dayMs;
  const until = ask.dueAt === null ? horizon : Math.min(ask.dueAt, horizon);
  const tableOf = (short: boolean, end: Instant): Table => table(ask, rules, calendar, from, end, short);
  const tables = { full: tableOf(false, until), short: tableOf(true, until) };
  for (const { band, short } of tries) {
    const one = short ? tables.short : tables.full;
    const found = timesIn(one, ask, [band]);
    if (found.length > 0)
      return { outcome: "in-time", offers: offered(best(found, one, ask, rules, asOf), one, ask, rules) };
  }
  if (ask.dueAt === null) return { outcome: "none" };
  return late(tableOf(false, horizon), ask, rules, whyLate(ask.dueAt, from, asOf, rules));
};

const table = (
  { guests, now }: SlotAsk,
  rules: Rules,
  calendar: Calendar,
  from: Instant,
  until: Instant,
  short: boolean,
): Table => {
  const minutes = short ? Math.min(rules.shortMinutes, rules.lengthMinutes) : rules.lengthMinutes;
  const grid = gridOf(from, until, minutes * minuteMs);
  return { grid, bands: bandsOf(grid, calendar, rules), cans: guests.map((guest) => cansOf(grid, guest, now)), short };
};

/** Times within these bands that everybody who must be there can make, in order. */
const timesIn = ({ grid, bands, cans }: Table, { guests }: SlotAsk, wanted: readonly HourBand[]): readonly number[] => {
  const needed = cans.filter((_, index) => guests[index]?.must === true);
  const found: number[] = [];
  for (let index = 0; index < grid.count; index += 1) {
    const band = bands[index];
    if (band === undefined || !wanted.includes(band)) continue;
    if (needed.every((all) => all[index] !== cannot)) found.push(index);
  }
  return found;
};

const ranks = [0, 1, 2] as const;

/** Agencies that must come first of all, and within each rank how surely all of them can: lower is better. */
const best = (
  found: readonly number[],
  { grid, cans }: Table,
  { guests }: SlotAsk,
  rules: Rules,
  asOf: Instant,
): readonly number[] => {
  const theirs = ranks.map((rank) => cans.filter((_, index) => guests[index]?.rank === rank));
  const keyOf = (index: number): readonly number[] => [
    ...theirs.map((all) => all.reduce((sum, one) => sum + (one[index] ?? 0), 0)),
    slotAt(grid, index).from - asOf >= rules.goodNoticeMinutes * minuteMs ? 0 : 1,
    index,
  ];
  return found
    .map((index) => ({ index, key: keyOf(index) }))
    .sort((a, b) => compared(a.key, b.key))
    .map(({ index }) => index);
};

const compared = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
};

/** Times that overlap a better one say little: they come only when there are no others. */
const spread = (ordered: readonly number[], { grid }: Table, wanted: number): readonly number[] => {
  const apart: number[] = [];
  for (const index of ordered) {
    if (apart.length === wanted) break;
    const { from } = slotAt(grid, index);
    if (apart.every((other) => Math.abs(slotAt(grid, other).from - from) >= grid.lengthMs)) apart.push(index);
  }
  const others = ordered.filter((index) => !apart.includes(index)).slice(0, wanted - apart.length);
  return [...apart, ...others];
};

const offered = (
  ordered: readonly number[],
  one: Table,
  { guests, dueAt }: SlotAsk,
  { offers }: Rules,
): readonly SlotOffer[] =>
  spread(ordered, one, offers).map((index) => {
    const slot = slotAt(one.grid, index);
    return {
      slot,
      hours: one.bands[index] ?? "night",
      late: dueAt !== null && slot.to > dueAt,
      short: one.short,
      guests: guests.map(({ id }, guest) => ({ id, can: canAt(one.cans[guest] ?? new Uint8Array(), index) })),
    };
  });

const late = (one: Table, ask: SlotAsk, rules: Rules, why: WhyLate): SlotSearch => {
  const awake = timesIn(one, ask, ["working", "evening"]);
  const found = awake.length > 0 ? awake : timesIn(one, ask, ["night"]);
  return found.length === 0 ? { outcome: "none" } : { outcome: "late", why, offers: offered(found, one, ask, rules) };
};

const whyLate = (dueAt: Instant, from: Instant, asOf: Instant, { shortMinutes, lengthMinutes }: Rules): WhyLate => {
  if (dueAt <= asOf) return "passed";
  const least = Math.min(shortMinutes, lengthMinutes) * minuteMs;
  return gridOf(from, dueAt, least).count === 0 ? "notice" : "chair";
};
