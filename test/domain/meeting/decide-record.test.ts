import type { MeetingCommand } from "../../../src/domain/meeting/decide.ts";
import type { MeetingFact } from "../../../src/domain/meeting/facts.ts";
import { decided, ready, circulated, over } from "./decided.ts";
import { asked, hour, meeting, priya, record, recorded, sam, slot, timed } from "./support.ts";

describe("what the chair does afterwards", () => {
  const complete: MeetingCommand = { do: "record", by: priya, record, held: slot };
  test.each<[string, readonly MeetingFact[], MeetingCommand, number, string]>([
    ["it took place", ready, { do: "held", by: priya, held: slot }, over, "held"],
    [
      "it has not ended",
      ready,
      { do: "held", by: priya, held: slot },
      slot.from,
      "unclear: It isn't over yet. Come back when it has ended.",
    ],
    [
      "a draft while it goes on",
      ready,
      { do: "save", by: priya, record: { ...record, section47: null } },
      slot.from,
      "drafted",
    ],
    [
      "a date typed wrong",
      ready,
      { do: "held", by: priya, held: { from: slot.from - 9_000 * hour, to: slot.to - 9_000 * hour } },
      over,
      "unclear: That can't be when it was held. Check the date and the times.",
    ],
    [
      "a draft before it begins",
      ready,
      { do: "save", by: priya, record },
      slot.from - 1,
      "unclear: This meeting hasn't begun. Its record can be written from then on.",
    ],
    ["the record", ready, complete, over, "recorded"],
    ["the record, although the call was never booked", [timed()], complete, over, "recorded"],
    [
      "with nothing decided on section 47",
      ready,
      { ...complete, record: { ...record, section47: null } },
      over,
      "unclear: Do section 47 enquiries start? Say yes or no, then complete the record.",
    ],
    [
      "with nobody there",
      ready,
      { ...complete, record: { ...record, attended: [] } },
      over,
      "unclear: Who was there? Name at least one person, then complete the record.",
    ],
    ["mended before it is circulated", [...ready, recorded()], complete, over, "recorded"],
    [
      "taking back enquiries that it started",
      [...ready, recorded()],
      { ...complete, record: { ...record, section47: false } },
      over,
      "unclear: This record has started section 47 enquiries. Close them on the case instead of changing it here.",
    ],
    ["starting them after all", [...ready, recorded({ section47: false })], complete, over, "recorded"],
    [
      "another time after it was held",
      [...ready, recorded()],
      { do: "time", by: sam, slot, reason: "" },
      over,
      "late: priya recorded it",
    ],
    [
      "another time while its record is half written",
      [...ready, { kind: "drafted", at: over, by: priya, ...record, section47: null }],
      { do: "time", by: sam, slot, reason: "" },
      over,
      "refused: It has taken place, so it can't be changed any more. What is left is its record.",
    ],
    [
      "circulated before it is complete",
      ready,
      { do: "circulate", by: priya, to: [] },
      over,
      "refused: Its record is not complete yet. Complete it, then circulate it.",
    ],
    [
      "circulated to some",
      [...ready, recorded()],
      { do: "circulate", by: priya, to: [priya] },
      over,
      "unclear: It goes to all parties. These were there and don't have it yet: desk@police.example.",
    ],
    [
      "circulated to all",
      [...ready, recorded()],
      { do: "circulate", by: priya, to: record.attended },
      over,
      "circulated",
    ],
    [
      "twice",
      [...ready, recorded(), circulated],
      { do: "circulate", by: priya, to: [] },
      over,
      "late: priya circulated its record",
    ],
  ])("%s", (_says, facts, command, at, outcome) => {
    expect(decided(facts, command, at)).toBe(outcome);
  });

  test("what was written half way is not lost, and the meeting waits for the rest", () => {
    const half = meeting(asked(), ...ready, { kind: "drafted", at: over, by: priya, ...record, section47: null });
    expect([half.state, half.record?.headings, half.held?.slot]).toEqual(["held", record.headings, slot]);
  });
});
