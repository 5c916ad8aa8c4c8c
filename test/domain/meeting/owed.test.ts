import type { MeetingFact } from "../../../src/domain/meeting/facts.ts";
import { waitsFor } from "../../../src/domain/meeting/owed.ts";
import { tellings, happenings, replied, handed, cancelled } from "./owing.ts";
import {
  alex,
  asked,
  friday,
  hour,
  invited,
  jo,
  meeting,
  minute,
  priya,
  record,
  recorded,
  sam,
  slot,
  timed,
  booking,
  owed,
  keysOf,
} from "./support.ts";

describe("who is told what, how many minutes after it was asked for", () => {
  const [asking, made] = booking();
  const ready = [asked(), invited, timed(), asking, made] as const;

  test.each<[string, readonly MeetingFact[], readonly string[]]>([
    [
      "no time yet: the chair hears, who asked is reminded, and at the deadline more people",
      [asked()],
      ["untimed 30 sam", "untimed 120 sam", "untimed 1440 sam", "untimed 1440 service-manager", "chairs 0 priya"],
    ],
    [
      "who takes the chair themselves is not told so",
      [asked({ chair: sam })],
      ["untimed 30 sam", "untimed 120 sam", "untimed 1440 sam", "untimed 1440 service-manager"],
    ],
    [
      "booked and unanswered: warnings as the time comes near, a reminder, then the record",
      ready,
      [
        "chairs 0 priya",
        "warning 60 priya,sam",
        "reminder 105 priya,jo",
        "record 180 priya",
        "record-due 240 priya",
        "record-due 420 priya",
        "record-due 1260 priya",
        "record-overdue 1380 priya",
        "record-overdue 1380 service-manager",
      ],
    ],
    [
      "police and health come: no warning",
      [...ready, replied("desk@police.example", "accepted"), replied("Nurses@Health.example", "tentative")],
      [
        "chairs 0 priya",
        "reminder 105 priya,jo",
        "record 180 priya",
        "record-due 240 priya",
        "record-due 420 priya",
        "record-due 1260 priya",
        "record-overdue 1380 priya",
        "record-overdue 1380 service-manager",
      ],
    ],
  ])("%s", (_says, facts, expected) => {
    expect(tellings(...facts)).toEqual(expected);
  });

  test.each<[string, readonly MeetingFact[], readonly string[]]>([
    [
      "the police decline: at once",
      [...ready, replied("desk@police.example", "declined", 12)],
      ["warning 12 priya,sam"],
    ],
    [
      "they declined another time: no warning of this one before its time",
      [...ready, replied("desk@police.example", "declined", 12), timed({ at: friday + 20 * minute })],
      ["warning 60 priya,sam", "moved 20 priya,jo"],
    ],
    [
      "a late time: the service manager",
      [asked(), timed({ late: { reason: "The chair is away" } })],
      ["late 5 service-manager"],
    ],
    [
      "it could not be booked: whoever can do it by hand",
      [
        asked(),
        timed(),
        asking,
        { kind: "unbooked", at: friday + 6 * minute, transaction: "m1:1", revision: 1, why: "No" },
      ],
      ["unbooked 6 priya,sam"],
    ],
    [
      "by telephone: whoever may authorise it",
      [asked(), { kind: "telephoneAsked", at: friday + minute, by: sam, reason: "No line" }],
      ["authorise 1 team-manager"],
    ],
    [
      "and whoever asked for it, of the answer",
      [
        asked(),
        { kind: "telephoneAsked", at: friday + minute, by: sam, reason: "No line" },
        { kind: "telephoneRefused", at: friday + 2 * minute, by: alex, reason: "There is one" },
      ],
      ["refused 2 sam"],
    ],
    [
      "one of ours can't come",
      [...ready, { kind: "cannotCome", at: friday + 9 * minute, by: jo, reason: "In court" }],
      ["cannot-come 9 priya,sam"],
    ],
    ["another chair", [...ready, handed], ["chairs 20 alex"]],
  ])("%s", (_says, facts, expected) => {
    expect(tellings(...facts)).toEqual(expect.arrayContaining([...expected]));
  });

  test("cancelled: those who would have come, and nothing else any more", () => {
    expect(tellings(...ready, cancelled)).toEqual(["cancelled 30 priya,jo"]);
  });

  test("at an hour's notice, for which every time to warn has passed, half-way to its beginning", () => {
    const soon = timed({ slot: { from: friday + 45 * minute, to: friday + 105 * minute } });
    expect(tellings(asked(), invited, soon)).toContain("warning 25 priya,sam");
  });

  test("what was told is not owed again", () => {
    const told: MeetingFact = { kind: "told", at: friday, what: "tell:chairs:0", to: [priya] };
    expect(keysOf(owed(asked(), told))).not.toContain("tell:chairs:0");
  });
});

describe("after it was held", () => {
  const draft: MeetingFact = { kind: "drafted", at: slot.to, by: priya, ...record, section47: null };
  const circulated: MeetingFact = { kind: "circulated", at: slot.to + 2 * hour, by: priya, to: record.attended };

  test.each<[string, readonly MeetingFact[], readonly string[]]>([
    ["asked for: the case hears that it is needed", [], ["strategy-discussion-needed 0"]],
    [
      "a record is begun: so it was held, whether or not the record is ever complete",
      [timed(), draft],
      ["strategy-discussion-needed 0", "strategy-discussion-held 120"],
    ],
    [
      "section 47 enquiries start",
      [timed(), recorded()],
      ["strategy-discussion-needed 0", "strategy-discussion-held 120", "section-47-started 180"],
    ],
    [
      "they don't",
      [timed(), recorded({ section47: false })],
      ["strategy-discussion-needed 0", "strategy-discussion-held 120"],
    ],
    [
      "circulated",
      [timed(), recorded(), circulated],
      [
        "strategy-discussion-needed 0",
        "strategy-discussion-held 120",
        "section-47-started 180",
        "strategy-discussion-recorded 300",
      ],
    ],
  ])("%s", (_says, facts, expected) => {
    expect(happenings(asked(), ...facts)).toEqual(expected);
  });

  test("the conference counts from the discussion that commenced the enquiries", () => {
    const started = owed(asked(), timed(), recorded()).find(({ key }) => key === "happen:section-47");
    expect(started).toMatchObject({ id: "meeting:m1:section-47", dates: { commencingDiscussionOn: slot.from } });
  });

  test("a second meeting of one asking does not say again that it was needed", () => {
    expect(happenings(asked({ need: null }))).toEqual([]);
  });

  test("recorded: it goes to those of ours, and the chair is reminded until all have it", () => {
    expect(tellings(asked(), invited, timed(), recorded())).toEqual([
      "record-due 240 priya",
      "record-due 420 priya",
      "record-due 1260 priya",
      "record-overdue 1380 priya",
      "record-overdue 1380 service-manager",
      "circulate 240 priya,jo",
    ]);
    expect(tellings(asked(), invited, timed(), recorded(), circulated)).toEqual(["circulate 240 priya,jo"]);
  });

  test("it is clear what each state waits for", () => {
    const states = [[], [timed()], [timed(), ...booking()], [timed(), draft], [timed(), recorded()]] as const;
    expect(states.map((facts) => waitsFor(meeting(asked(), ...facts)))).toEqual([
      "SM-2026-0007 waits for a time.",
      "SM-2026-0007 has a time and no call: it is booked by hand.",
      "SM-2026-0007 waits for its time.",
      "SM-2026-0007 waits for its record.",
      "SM-2026-0007 waits for its record to be circulated.",
    ]);
    expect(waitsFor(meeting(asked(), cancelled))).toBe("SM-2026-0007 was cancelled.");
    expect(waitsFor(meeting(asked(), timed(), recorded(), circulated))).toBe("SM-2026-0007 is circulated.");
  });
});
