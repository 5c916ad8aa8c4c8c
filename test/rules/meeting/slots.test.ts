import { meetingRulesSchema } from "../../../src/domain/meeting/house-rules.ts";
import { findSlots } from "../../../src/rules/meeting/slots.ts";
import type { Guest, SlotAsk, SlotSearch } from "../../../src/rules/meeting/types.ts";
import { defaultHouseRules } from "../../../src/rules/rulebook.ts";
import { createCalendar, OutsideCalendar } from "../../../src/time/calendar.ts";
import { at, wall } from "./support.ts";

const calendar = createCalendar(defaultHouseRules);
const rules = meetingRulesSchema.parse({});

const slot = (from: string, to: string) => ({ from: at(from), to: at(to) });
type Stretch = readonly [string, string, ("busy" | "tentative" | "away")?];
const guest = (
  id: string,
  rank: Guest["rank"],
  busy: readonly Stretch[] | null,
  other: Partial<Guest> = {},
): Guest => ({
  id,
  must: false,
  rank,
  busy: busy?.map(([from, to, kind = "busy"]) => ({ ...slot(from, to), kind })) ?? null,
  said: [],
  ...other,
});
const chair = (...busy: readonly Stretch[]): Guest => guest("chair", 2, busy, { must: true });
const police = (other: Partial<Guest> = {}): Guest => guest("police", 0, null, other);

const search = (asOf: string, dueAt: string | null, guests: readonly Guest[], now: SlotAsk["now"] = null): SlotSearch =>
  findSlots({ guests, dueAt: dueAt === null ? null : at(dueAt), now }, rules, calendar, at(asOf));

const firstOf = (found: SlotSearch): string => {
  if (found.outcome === "none") return "none";
  const [best] = found.offers;
  if (!best) return `${found.outcome}: nothing`;
  const words = [
    best.hours,
    best.short ? "short" : "",
    best.late ? `late, ${found.outcome === "late" ? found.why : ""}` : "",
  ];
  return `${wall(best.slot.from) ?? ""} ${words.filter((word) => word !== "").join(" ")}`;
};

describe("the time that is offered first", () => {
  test.each<[string, string, string | null, readonly Guest[], string]>([
    [
      "a free morning: good notice, on the quarter of an hour",
      "2026-05-19T09:07",
      "2026-05-20T09:00",
      [chair()],
      "2026-05-19T11:15 working",
    ],
    [
      "little time: short notice is better than none",
      "2026-05-19T15:10",
      "2026-05-19T23:59:59",
      [chair()],
      "2026-05-19T15:45 working",
    ],
    [
      "Friday 16:45 before a bank holiday, 24 hours: a meeting of the evening, because the working day has no room",
      "2026-05-01T16:45",
      "2026-05-02T16:45",
      [chair()],
      "2026-05-01T18:45 evening",
    ],
    [
      "Friday 16:45 before a bank holiday, one working day: Tuesday",
      "2026-05-01T16:45",
      "2026-05-05T17:00",
      [chair()],
      "2026-05-05T09:00 working",
    ],
    [
      "24 hours from 22:00 before the clocks go forward: Sunday morning, by the new clock",
      "2026-03-28T22:00",
      "2026-03-29T23:00",
      [chair()],
      "2026-03-29T07:00 evening",
    ],
    [
      "a deadline at 02:30 in the night on which the clocks go back, and a chair who is away until midnight",
      "2026-10-24T23:00",
      "2026-10-25T02:30",
      [chair(["2026-10-24T22:00", "2026-10-25T00:00", "away"])],
      "2026-10-25T01:00 night",
    ],
    [
      "half an hour between two meetings before the deadline: short, and in time",
      "2026-05-19T13:00",
      "2026-05-19T17:00",
      [chair(["2026-05-19T13:00", "2026-05-19T15:00"], ["2026-05-19T15:30", "2026-05-19T17:00"])],
      "2026-05-19T15:00 working short",
    ],
    [
      "the chair is away until after the deadline: late, and the earliest comes first",
      "2026-05-19T09:00",
      "2026-05-20T09:00",
      [chair(["2026-05-19T00:00", "2026-05-21T00:00", "away"])],
      "2026-05-21T07:00 evening late, chair",
    ],
    [
      "the deadline has passed",
      "2026-05-19T17:30",
      "2026-05-19T17:00",
      [chair()],
      "2026-05-19T18:00 evening late, passed",
    ],
    [
      "the deadline is an hour away: notice and length leave no room",
      "2026-05-19T10:00",
      "2026-05-19T10:45",
      [chair()],
      "2026-05-19T10:30 working late, notice",
    ],
    [
      "the chair is away for a month: somebody else has to chair",
      "2026-05-19T09:00",
      "2026-05-20T09:00",
      [chair(["2026-05-19T00:00", "2026-06-21T00:00", "away"])],
      "none",
    ],
    ["no limit stated: a working day all the same", "2026-05-22T16:50", null, [chair()], "2026-05-26T09:00 working"],
    [
      "the police declined that morning: another time comes first",
      "2026-05-19T08:00",
      "2026-05-19T17:00",
      [chair(), police({ said: [{ slot: slot("2026-05-19T10:00", "2026-05-19T12:00"), reply: "declined" }] })],
      "2026-05-19T12:00 working",
    ],
    [
      "the police can come at three: that counts more than an earlier time",
      "2026-05-19T08:00",
      "2026-05-19T17:00",
      [chair(), police({ said: [{ slot: slot("2026-05-19T15:00", "2026-05-19T16:00"), reply: "accepted" }] })],
      "2026-05-19T15:00 working",
    ],
    [
      "the police come before three of our own people",
      "2026-05-19T08:00",
      "2026-05-19T17:00",
      [
        chair(),
        ...["a", "b", "c"].map((id) => guest(id, 2, [["2026-05-19T15:00", "2026-05-19T17:00"]])),
        police({ said: [{ slot: slot("2026-05-19T15:00", "2026-05-19T16:00"), reply: "accepted" }] }),
      ],
      "2026-05-19T15:00 working",
    ],
    [
      "a chair whose diary nobody can read is asked, not ruled out",
      "2026-05-19T09:00",
      "2026-05-19T17:00",
      [guest("chair", 2, null, { must: true })],
      "2026-05-19T11:00 working",
    ],
    ["in the calendar's last days", "2026-12-24T16:30", "2026-12-25T16:30", [chair()], "2026-12-24T18:30 evening"],
  ])("%s", (_says, asOf, dueAt, guests, expected) => {
    expect(firstOf(search(asOf, dueAt, guests))).toBe(expected);
  });

  test("moving a meeting: what the diaries hold then is the meeting itself, so an hour that touches it is free", () => {
    const now = slot("2026-05-19T14:00", "2026-05-19T15:00");
    const own = chair(
      ["2026-05-19T09:00", "2026-05-19T14:00"],
      ["2026-05-19T14:00", "2026-05-19T15:00"],
      ["2026-05-19T15:15", "2026-05-19T17:00"],
    );
    expect(firstOf(search("2026-05-19T09:00", "2026-05-19T17:00", [own], now))).toBe("2026-05-19T14:00 working");
    expect(firstOf(search("2026-05-19T09:00", "2026-05-19T17:00", [own]))).toBe("2026-05-19T17:00 evening late, chair");
  });

  test("outside agencies are asked, never assumed", () => {
    const found = search("2026-05-19T08:00", "2026-05-19T17:00", [chair(), police()]);
    expect(found.outcome === "in-time" && found.offers[0]?.guests).toEqual([
      { id: "chair", can: "yes" },
      { id: "police", can: "ask" },
    ]);
  });

  test("times are offered apart, so that there is something to choose", () => {
    const found = search("2026-05-19T08:00", "2026-05-19T17:00", [chair()]);
    expect(found.outcome === "in-time" && found.offers.map(({ slot: { from } }) => wall(from)?.slice(11))).toEqual([
      "10:00",
      "11:00",
      "12:00",
      "13:00",
      "14:00",
    ]);
  });

  test("beyond the calendar it says so", () => {
    expect(() => search("2099-05-19T08:00", "2099-05-20T17:00", [chair()])).toThrow(OutsideCalendar);
  });
});
