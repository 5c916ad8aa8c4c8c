import { TZDate } from "@date-fns/tz";
import { addBusinessDays, addDays, isWeekend } from "date-fns";
import { bankHolidaysOf } from "../src/time/bank-holidays.ts";
import { createCalendar } from "../src/time/calendar.ts";
import { addDays as addLondonDays, atLondon, atLondonDay, dayNumber } from "../src/time/london.ts";
import { say, type Row } from "./support/rows.ts";

/**
 * Nanoseconds an operation, beside the same question put to date-fns with a set of holidays.
 * The bounds are DESIGN's: 20 ns each. The best of several rounds is taken, so that a busy machine does not tell.
 */
const dates = Array.from({ length: 4096 }, (_, index) => addLondonDays("2018-01-01", (index * 37) % 5000));
const times = Array.from(
  { length: 64 },
  (_, index) => `${String(index % 24).padStart(2, "0")}:${String((index * 7) % 60).padStart(2, "0")}`,
);
const dateAt = (index: number): string => dates[index & 4095] ?? "2026-01-01";
const days = dates.map(dayNumber);
const dayAt = (index: number): number => days[index & 4095] ?? 0;
const timeAt = (index: number): string => times[index & 63] ?? "12:00";

/** Keeps the optimiser from dropping what is measured. */
let sink = 0;

const nanoseconds = (rounds: number, count: number, once: (index: number) => number): number => {
  let best = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const started = process.hrtime.bigint();
    for (let index = 0; index < count; index += 1) sink += once(index);
    best = Math.min(best, Number(process.hrtime.bigint() - started) / count);
  }
  return best;
};

const calendar = createCalendar({ closureDays: [], workingDay: { from: "09:00", to: "17:00" } });
const holidays = new Set(Array.from({ length: 20 }, (_, index) => bankHolidaysOf(2016 + index)).flat());

/** What one would write with date-fns: step by step, asking the set. */
const addWithDateFns = (date: string, n: number): number => {
  let at = new Date(`${date}T12:00:00Z`);
  for (let left = n; left > 0;) {
    at = addDays(at, 1);
    if (!isWeekend(at) && !holidays.has(at.toISOString().slice(0, 10))) left -= 1;
  }
  return at.getTime();
};

const londonWithDateFns = (date: string, time: string): number =>
  TZDate.tz(
    "Europe/London",
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8)),
    Number(time.slice(0, 2)),
    Number(time.slice(3)),
  ).getTime();

interface Line {
  readonly what: string;
  readonly ours: number;
  readonly theirs: number;
}

const measure = (): readonly Line[] => [
  {
    what: "add 5 working days",
    ours: nanoseconds(9, 1_000_000, (index) => calendar.addWorkingDays(dateAt(index), 5).length),
    theirs: nanoseconds(3, 10_000, (index) => addWithDateFns(dateAt(index), 5)),
  },
  {
    what: "add 5 business days (date-fns knows no holidays)",
    ours: nanoseconds(9, 1_000_000, (index) => calendar.addWorkingDays(dateAt(index), 5).length),
    theirs: nanoseconds(3, 50_000, (index) => addBusinessDays(new Date(`${dateAt(index)}T12:00:00Z`), 5).getTime()),
  },
  {
    what: "London wall time to instant, from numbers",
    ours: nanoseconds(9, 1_000_000, (index) => atLondonDay(dayAt(index), (index & 1023) * 60_000)),
    theirs: nanoseconds(3, 10_000, (index) => londonWithDateFns(dateAt(index), timeAt(index))),
  },
  {
    what: "London wall time to instant, read from text",
    ours: nanoseconds(9, 1_000_000, (index) => atLondon(dateAt(index), timeAt(index))),
    theirs: nanoseconds(3, 10_000, (index) => londonWithDateFns(dateAt(index), timeAt(index))),
  },
];

const row = ({ what, ours, theirs }: Line): Row => ({
  what,
  ours: `${ours.toFixed(1)} ns`,
  beside: `date-fns ${theirs.toFixed(0)} ns`,
  ratio: ours / theirs,
  bound: "20 ns",
});

say("calendar", measure().map(row));
if (Number.isNaN(sink)) console.log("a date was not a number");
