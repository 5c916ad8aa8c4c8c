import { createHash } from "node:crypto";
import type { Instant, LondonDate } from "../../domain/instants.ts";
import type { Busy } from "../../domain/meeting/busy.ts";
import type { Slot } from "../../domain/meeting/facts.ts";

export interface London {
  /** London wall time ("2026-12-24", "17:00") to an instant. */
  readonly at: (date: LondonDate, time: string) => Instant;
  readonly date: (at: Instant) => LondonDate;
}

/** Made-up engagements of a week; weekdays from 1 Monday. Each person has some of them. */
const week = [
  { weekday: 1, from: "09:30", to: "10:30", kind: "busy" },
  { weekday: 1, from: "14:00", to: "15:30", kind: "busy" },
  { weekday: 2, from: "10:00", to: "12:00", kind: "busy" },
  { weekday: 2, from: "15:00", to: "16:00", kind: "tentative" },
  { weekday: 3, from: "09:00", to: "10:00", kind: "busy" },
  { weekday: 3, from: "13:00", to: "15:00", kind: "busy" },
  { weekday: 4, from: "09:30", to: "12:30", kind: "busy" },
  { weekday: 4, from: "14:30", to: "15:30", kind: "tentative" },
  { weekday: 5, from: "10:00", to: "11:00", kind: "busy" },
  { weekday: 5, from: "13:30", to: "17:00", kind: "away" },
] as const;

const dayMs = 86_400_000;
const midnight = (date: LondonDate): number => Date.parse(`${date}T00:00:00Z`);
const weekdayOf = (date: LondonDate): number => ((midnight(date) / dayMs + 3) % 7) + 1;

/** The same for one person every week, and different from their colleagues', so that a common time has to be looked for. */
export const engagementsOf = (email: string, between: Slot, london: London): readonly Busy[] => {
  const has = createHash("sha256").update(email).digest();
  const mine = week.filter((_, index) => (has[index] ?? 0) % 5 < 3);
  return datesIn(between, london)
    .flatMap((date) => mine.filter(({ weekday }) => weekday === weekdayOf(date)).map((each) => ({ date, ...each })))
    .map(({ date, from, to, kind }) => ({ kind, from: london.at(date, from), to: london.at(date, to) }))
    .filter(({ from, to }) => from < between.to && to > between.from);
};

const datesIn = ({ from, to }: Slot, london: London): LondonDate[] => {
  const [first, last] = [midnight(london.date(from)), midnight(london.date(to))];
  return Array.from({ length: (last - first) / dayMs + 1 }, (_, index) =>
    new Date(first + index * dayMs).toISOString().slice(0, 10),
  );
};
