import type { Instant } from "../../../src/domain/instants.ts";
import type { MeetingRules } from "../../../src/domain/meeting/house-rules.ts";
import type { Can, Guest, HourBand, SlotAsk } from "../../../src/rules/meeting/types.ts";
import { bankHolidaysOf } from "../../../src/time/bank-holidays.ts";

/**
 * The same search by brute force: every quarter of an hour, every entry of every diary, London's clock by `Intl`. Nothing of
 * it is shared with what it judges but the words.
 */
const minute = 60_000;
const london = new Intl.DateTimeFormat("en-CA", {
  timeZone: "Europe/London",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  weekday: "short",
});
const holidays = new Set(Array.from({ length: 6 }, (_, index) => bankHolidaysOf(2025 + index)).flat());

interface Wall {
  readonly date: string;
  readonly time: string;
  readonly weekend: boolean;
}

const walls = new Map<Instant, Wall>();
export const wallAt = (at: Instant): Wall => {
  const known = walls.get(at);
  if (known) return known;
  const parts = Object.fromEntries(london.formatToParts(at).map(({ type, value }) => [type, value]));
  const { year = "", month = "", day = "", hour = "", minute: minutes = "", weekday = "" } = parts;
  const wall = {
    date: `${year}-${month}-${day}`,
    time: `${hour}:${minutes}`,
    weekend: ["Sat", "Sun"].includes(weekday),
  };
  walls.set(at, wall);
  return wall;
};

const bandOf = (from: Instant, to: Instant, closed: readonly string[], { evening }: MeetingRules): HourBand => {
  const [start, end] = [wallAt(from), wallAt(to)];
  const inside = (first: string, last: string): boolean =>
    start.date === end.date && start.time >= first && end.time <= last && to > from;
  const works = !start.weekend && !holidays.has(start.date) && !closed.includes(start.date);
  if (works && inside("09:00", "17:00")) return "working";
  return inside(evening.from, evening.to) ? "evening" : "night";
};

const canOf = (guest: Guest, from: Instant, to: Instant, now: SlotAsk["now"]): Can => {
  const touches = (slot: { from: Instant; to: Instant }): boolean => slot.from < to && from < slot.to;
  const answer = guest.said.findLast(({ slot, reply }) =>
    reply === "accepted" ? slot.from <= from && to <= slot.to : touches(slot),
  );
  if (answer) return ({ accepted: "yes", tentative: "tentative", declined: "no" } as const)[answer.reply];
  if (guest.busy === null) return "ask";
  const meets = guest.busy
    .filter((entry) => !(now && entry.from === now.from && entry.to === now.to))
    .filter(touches)
    .map(({ kind }) => kind);
  if (meets.some((kind) => kind !== "tentative")) return "no";
  return meets.length > 0 ? "tentative" : "yes";
};

export interface Found {
  readonly from: Instant;
  readonly to: Instant;
  readonly band: HourBand;
  readonly short: boolean;
  readonly cans: readonly Can[];
}

const worth = { yes: 0, tentative: 1, ask: 2, no: 3 } as const;

/** Every time that somebody could be offered, whatever the deadline. */
const all = (ask: SlotAsk, rules: MeetingRules, closed: readonly string[], asOf: Instant, short: boolean): Found[] => {
  const length = (short ? Math.min(rules.shortMinutes, rules.lengthMinutes) : rules.lengthMinutes) * minute;
  const found: Found[] = [];
  const end = asOf + rules.horizonDays * 24 * 60 * minute;
  for (let from = Math.ceil(asOf / (15 * minute)) * 15 * minute; from + length <= end; from += 15 * minute) {
    if (from < asOf + rules.leastNoticeMinutes * minute) continue;
    const cans = ask.guests.map((guest) => canOf(guest, from, from + length, ask.now));
    if (ask.guests.some(({ must }, index) => must && cans[index] === "no")) continue;
    found.push({ from, to: from + length, band: bandOf(from, from + length, closed, rules), short, cans });
  }
  return found;
};

const costs = (ask: SlotAsk, { cans }: Found): readonly number[] =>
  [0, 1, 2].map((rank) =>
    ask.guests.reduce((sum, guest, index) => sum + (guest.rank === rank ? worth[cans[index] ?? "ask"] : 0), 0),
  );

/** What has to come out: in which order, before overlapping times are put last; `late` when nothing is in time. */
export const bruteForce = (
  ask: SlotAsk,
  rules: MeetingRules,
  closed: readonly string[],
  asOf: Instant,
): { readonly outcome: "in-time" | "late" | "none"; readonly ordered: readonly Found[] } => {
  const every = [...all(ask, rules, closed, asOf, false), ...all(ask, rules, closed, asOf, true)];
  const inTime = every.filter(({ to }) => ask.dueAt === null || to <= ask.dueAt);
  const order = ["working", "evening", "working short", "evening short", "night", "night short"];
  const nameOf = ({ band, short }: Found): string => (short ? `${band} short` : band);
  const first = order.find((name) => inTime.some((each) => nameOf(each) === name));
  if (first !== undefined) {
    const soon = ({ from }: Found): number => (from - asOf >= rules.goodNoticeMinutes * minute ? 0 : 1);
    const keys = (each: Found): number[] => [...costs(ask, each), soon(each), each.from];
    return {
      outcome: "in-time",
      ordered: sorted(
        inTime.filter((each) => nameOf(each) === first),
        keys,
      ),
    };
  }
  const whole = every.filter(({ short }) => !short);
  const awake = whole.filter(({ band }) => band !== "night");
  const ordered = sorted(awake.length > 0 ? awake : whole, ({ from }) => [from]);
  return ask.dueAt === null || ordered.length === 0 ? { outcome: "none", ordered: [] } : { outcome: "late", ordered };
};

const sorted = (list: readonly Found[], keys: (each: Found) => readonly number[]): readonly Found[] =>
  list
    .map((each) => ({
      each,
      key: keys(each)
        .map((number) => String(number).padStart(15, "0"))
        .join(" "),
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ each }) => each);
