import { areIntervalsOverlapping } from "date-fns";
import { findSlots } from "../src/rules/meeting/slots.ts";
import type { Guest } from "../src/rules/meeting/types.ts";
import { defaultHouseRules } from "../src/rules/rulebook.ts";
import { createCalendar } from "../src/time/calendar.ts";
import { addDays, atLondon, hourMs, londonDate, minuteMs } from "../src/time/london.ts";
import { say, type Row } from "./support/rows.ts";

/**
 * Times for 40 people within 5 days, beside asking date-fns of every quarter of an hour and every entry of every diary whether
 * they overlap. The chair's diary is full, so that every try is made and a late time is looked for as well.
 */
const asOf = atLondon("2026-05-18", "08:00");
const dueAt = atLondon("2026-05-23", "08:00");
const calendar = createCalendar(defaultHouseRules);
const rules = defaultHouseRules.meetings;

/** Nine entries a day, for as many days as a search looks ahead. */
const diaryOf = (person: number): NonNullable<Guest["busy"]> =>
  Array.from({ length: 14 * 9 }, (_, entry) => {
    const date = addDays(londonDate(asOf), Math.floor(entry / 9));
    const from = atLondon(date, "08:00") + (((entry % 9) * 61 + person * 17) % 600) * minuteMs;
    return { from, to: from + 30 * minuteMs, kind: entry % 7 === 0 ? ("tentative" as const) : ("busy" as const) };
  }).sort((a, b) => a.from - b.from);

const guests = (chairIsFree: boolean): readonly Guest[] =>
  Array.from({ length: 40 }, (_, person) => ({
    id: `person-${String(person)}@ambershire.example`,
    must: person === 0,
    rank: person === 0 ? 2 : person < 4 ? 0 : person < 10 ? 1 : 2,
    busy:
      person === 0 && !chairIsFree
        ? [{ from: asOf, to: atLondon("2026-05-26", "08:00"), kind: "away" }]
        : diaryOf(person),
    said: [],
  }));

const open = guests(true);
const shut = guests(false);

/** Only what lies within the five days. */
const diaries = open.map(({ busy }) => (busy ?? []).filter(({ from }) => from < dueAt));
const naive = (): number => {
  let free = 0;
  for (let from = asOf; from + hourMs <= dueAt; from += 15 * minuteMs)
    for (const busy of diaries) {
      const hour = { start: from, end: from + hourMs };
      if (!busy.some((entry) => areIntervalsOverlapping({ start: entry.from, end: entry.to }, hour))) free += 1;
    }
  return free;
};

const milliseconds = (rounds: number, once: () => unknown): number => {
  let least = Infinity;
  for (let round = 0; round < rounds; round += 1) {
    const started = process.hrtime.bigint();
    once();
    least = Math.min(least, Number(process.hrtime.bigint() - started) / 1e6);
  }
  return least;
};

const once = (all: readonly Guest[], limit: number): unknown =>
  findSlots({ guests: all, dueAt: limit, now: null }, rules, calendar, asOf);
/** Before anything is warm, as the first person of the day meets it. */
const cold = milliseconds(1, () => once(open, dueAt));
const theirs = milliseconds(3, naive);
const row = (what: string, all: readonly Guest[], limit: number): Row => {
  const ours = milliseconds(40, () => once(all, limit));
  return {
    what,
    ours: `${ours.toFixed(2)} ms`,
    beside: `date-fns ${theirs.toFixed(0)} ms`,
    ratio: ours / theirs,
    bound: "20 ms",
  };
};

say("times for a meeting", [
  { what: "40 people, 5 days, the first time of all", ours: `${cold.toFixed(2)} ms`, bound: "20 ms" },
  row("40 people, 5 days, some time fits", open, dueAt),
  row("the same, and the chair has none in time", shut, dueAt),
]);
