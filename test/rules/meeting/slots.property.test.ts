import fc from "fast-check";
import { meetingRulesSchema } from "../../../src/domain/meeting/house-rules.ts";
import { findSlots } from "../../../src/rules/meeting/slots.ts";
import type { Guest, SlotAsk, SlotOffer } from "../../../src/rules/meeting/types.ts";
import { createCalendar } from "../../../src/time/calendar.ts";
import { atLondon } from "../../../src/time/london.ts";
import { bruteForce, type Found } from "./slot-oracle.ts";

/** Random diaries. All 5,000: RUNS=5000 npx jest test/rules/meeting/slots.property */
const runs = Number(process.env["RUNS"] ?? 500);

const minute = 60_000;
/** A day on which the council is closed, in one week of the calendar below. */
const closed = ["2026-05-06"];
const calendar = createCalendar({ closureDays: closed, workingDay: { from: "09:00", to: "17:00" } });

/** Before the nights on which the clocks change, Easter, Christmas, a bank holiday, a leap day; and on plain days. */
const moments = [
  atLondon("2026-03-27", "16:45"),
  atLondon("2026-03-28", "22:00"),
  atLondon("2026-03-29", "00:59"),
  atLondon("2026-10-24", "12:00"),
  atLondon("2026-10-25", "00:30"),
  atLondon("2026-04-02", "16:45"),
  atLondon("2026-05-01", "16:45"),
  atLondon("2026-12-23", "10:00"),
  atLondon("2026-12-31", "23:59"),
  atLondon("2028-02-28", "15:00"),
  atLondon("2026-05-19", "09:07"),
];

/** Stretches of a diary, in minutes after the beginning; leave takes whole days. */
const stretch = fc.oneof(
  fc.record({
    after: fc.integer({ min: -600, max: 6_000 }),
    minutes: fc.integer({ min: 1, max: 240 }),
    kind: fc.constantFrom("busy" as const, "tentative" as const),
  }),
  fc.record({
    after: fc.integer({ min: -600, max: 3_000 }),
    minutes: fc.integer({ min: 1_440, max: 12_000 }),
    kind: fc.constant("away" as const),
  }),
);

const guest = fc.record({
  rank: fc.constantFrom(0 as const, 1 as const, 2 as const),
  diary: fc.option(fc.array(stretch, { maxLength: 14 }), { freq: 4 }),
  said: fc.array(
    fc.record({
      after: fc.integer({ min: 0, max: 2_000 }),
      minutes: fc.integer({ min: 30, max: 300 }),
      reply: fc.constantFrom("accepted" as const, "tentative" as const, "declined" as const),
    }),
    { maxLength: 2 },
  ),
});

const house = fc
  .record({
    lengthMinutes: fc.constantFrom(30, 45, 60, 90),
    shortMinutes: fc.constantFrom(30, 60),
    leastNoticeMinutes: fc.constantFrom(0, 30, 90),
    goodNoticeMinutes: fc.constantFrom(0, 120),
    horizonDays: fc.constantFrom(2, 5),
    offers: fc.constantFrom(1, 3, 5),
  })
  .map((own) => meetingRulesSchema.parse(own));

const searches = fc
  .record({
    base: fc.constantFrom(...moments),
    jitter: fc.integer({ min: 0, max: 90 }),
    rules: house,
    people: fc.array(guest, { minLength: 1, maxLength: 6 }),
    /** Minutes until the deadline; null: no limit. */
    limit: fc.option(fc.oneof(fc.integer({ min: -60, max: 240 }), fc.integer({ min: 0, max: 9_000 })), { freq: 9 }),
    now: fc.option(fc.integer({ min: 0, max: 2_000 }), { freq: 2 }),
  })
  .map(({ base, jitter, rules, people, limit, now }) => {
    const asOf = base + jitter * minute;
    const at = (after: number, minutes: number) => ({
      from: asOf + after * minute,
      to: asOf + (after + minutes) * minute,
    });
    const guests = people.map(({ rank, diary, said }, index): Guest => ({
      id: String(index),
      must: index === 0,
      rank,
      busy: diary?.map(({ after, minutes, kind }) => ({ ...at(after, minutes), kind })) ?? null,
      said: said.map(({ after, minutes, reply }) => ({ slot: at(after, minutes), reply })),
    }));
    const standing = now === null ? null : at(now, 60);
    const own: SlotAsk = {
      guests: guests.map((each) =>
        standing === null || each.busy === null
          ? each
          : { ...each, busy: [...each.busy, { ...standing, kind: "busy" as const }] },
      ),
      dueAt: limit === null ? null : asOf + limit * minute,
      now: standing,
    };
    return { ask: own, rules, asOf };
  });

const plain = ({ slot, hours, short, guests }: SlotOffer): Found => ({
  ...slot,
  band: hours,
  short,
  cans: guests.map(({ can }) => can),
});

/** Those that overlap a better one are put last, by a second way of saying it. */
const spread = (ordered: readonly Found[], wanted: number): readonly Found[] => {
  const chosen: Found[] = [];
  for (const one of ordered)
    if (chosen.length < wanted && !chosen.some(({ from, to }) => from < one.to && one.from < to)) chosen.push(one);
  const rest = ordered.filter((one) => !chosen.includes(one));
  return [...chosen, ...rest.slice(0, wanted - chosen.length)];
};

describe("times for a meeting", () => {
  const seen = new Map<string, number>();

  test("are those that trying every quarter of an hour finds, in the same order", () => {
    fc.assert(
      fc.property(searches, ({ ask, rules, asOf }) => {
        const found = findSlots(ask, rules, calendar, asOf);
        const { outcome, ordered } = bruteForce(ask, rules, closed, asOf);
        seen.set(outcome, (seen.get(outcome) ?? 0) + 1);
        for (const { band } of ordered.slice(0, 1)) seen.set(band, (seen.get(band) ?? 0) + 1);
        expect(found.outcome).toBe(outcome);
        expect(found.outcome === "none" ? [] : found.offers.map(plain)).toEqual(spread(ordered, rules.offers));
      }),
      { numRuns: runs },
    );
  });

  test("are never past the deadline but on the late path, and never with a chair who is busy", () => {
    fc.assert(
      fc.property(searches, ({ ask, rules, asOf }) => {
        const found = findSlots(ask, rules, calendar, asOf);
        for (const { slot, late, guests } of found.outcome === "none" ? [] : found.offers) {
          expect(late).toBe(found.outcome === "late");
          expect(ask.dueAt !== null && slot.to > ask.dueAt).toBe(late);
          expect(guests[0]?.can).not.toBe("no");
          expect(slot.from).toBeGreaterThanOrEqual(asOf + rules.leastNoticeMinutes * minute);
        }
      }),
      { numRuns: runs },
    );
  });

  test("and these diaries came to every outcome and every band of hours", () => {
    expect([...seen.keys()].toSorted()).toEqual(
      expect.arrayContaining(["evening", "in-time", "late", "night", "none", "working"]),
    );
  });
});
