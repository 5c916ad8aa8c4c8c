import type { MeetingFact } from "../../../src/domain/meeting/facts.ts";
import { call, calendarKeys, handed, cancelled } from "./owing.ts";
import {
  alex,
  asked,
  friday,
  hour,
  invited,
  meeting,
  priya,
  recorded,
  sam,
  slot,
  timed,
  booking,
  owed,
} from "./support.ts";

describe("what a calendar has to be asked", () => {
  const [asking, made] = booking();
  const [, secondMade] = call("m1:2", alex, "event-2", 2);
  const second: MeetingFact = { kind: "booking", at: friday, transaction: "m1:2", calendar: alex, revision: 2 };

  test.each<[string, readonly MeetingFact[], readonly string[]]>([
    ["nothing before a time is chosen", [invited], []],
    ["a time is chosen: an asking begins", [timed()], ["begin:m1:1"]],
    ["the asking is written down: it is booked", [timed(), asking], ["book:m1:1"]],
    ["it is booked", [timed(), asking, made], []],
    ["somebody is invited before the time is chosen: the first event carries it", [invited, timed(), asking, made], []],
    ["somebody is invited after it: the same event is changed", [timed(), asking, made, invited], ["change:event-1:2"]],
    [
      "another time: the same event is changed",
      [timed(), asking, made, timed({ at: friday + hour })],
      ["change:event-1:2"],
    ],
    [
      "another time while it is not known whether it was made: it is found first",
      [timed(), asking, timed({ at: friday + hour })],
      ["book:m1:1"],
    ],
    ["another chair: an event of their own", [timed(), asking, made, handed], ["begin:m1:2"]],
    ["and the old one stays until it is there", [timed(), asking, made, handed, second], ["book:m1:2"]],
    [
      "then the old one goes",
      [timed(), asking, made, handed, second, ...(secondMade ? [secondMade] : [])],
      ["withdraw:event-1"],
    ],
    [
      "another chair while it is not known whether it was made: it is found, so that it can be withdrawn",
      [timed(), asking, handed],
      ["book:m1:1"],
    ],
    ["cancelled: the event goes", [timed(), asking, made, cancelled], ["withdraw:event-1"]],
    ["cancelled before it was asked for", [timed(), cancelled], []],
    ["cancelled while it is not known whether it was made", [timed(), asking, cancelled], ["book:m1:1"]],
    [
      "it could not be booked: nobody tries again by themselves",
      [timed(), asking, { kind: "unbooked", at: friday, transaction: "m1:1", revision: 1, why: "No licence" }],
      [],
    ],
    [
      "until another time is chosen",
      [
        timed(),
        asking,
        { kind: "unbooked", at: friday, transaction: "m1:1", revision: 1, why: "No licence" },
        timed({ at: friday + hour }),
      ],
      ["begin:m1:2"],
    ],
    [
      "by telephone: no call",
      [
        timed(),
        asking,
        made,
        { kind: "telephoneAsked", at: friday, by: sam, reason: "No line" },
        { kind: "telephoneAuthorised", at: friday, by: alex, reason: "Yes" },
      ],
      ["withdraw:event-1"],
    ],
    ["held: what took place stays in the calendar", [timed(), asking, made, invited, recorded()], []],
  ])("%s", (_says, facts, keys) => {
    expect(calendarKeys(asked(), ...facts)).toEqual(keys);
  });

  test("an asking is repeated with its own transaction, with the time that stands now", () => {
    const later = { from: slot.from + hour, to: slot.to + hour };
    const found = owed(asked(), timed(), asking, timed({ at: friday + hour, slot: later })).find(
      ({ kind }) => kind === "book",
    );
    expect(found).toMatchObject({ transaction: "m1:1", slot: later, revision: 1, wanted: true });
  });

  test("an event that comes back after it was withdrawn stays withdrawn", () => {
    const withdrawn: MeetingFact = { kind: "withdrawn", at: friday, event: "event-1", calendar: priya };
    expect(meeting(asked(), timed(), asking, made, cancelled, withdrawn, made).calls[0]?.state).toBe("withdrawn");
  });

  test("answers are looked up a few times, all before it begins", () => {
    const polls = owed(asked(), invited, timed(), ...booking()).filter(({ kind }) => kind === "poll");
    expect(polls.length).toBeGreaterThan(1);
    expect(polls.length).toBeLessThanOrEqual(8);
    for (const { leaveAt } of polls) expect(leaveAt).toBeLessThan(slot.from);
  });
});
