import { readFacts } from "../../src/rules/engine/facts.ts";
import { readInstant, sayInstant } from "../../src/rules/engine/instants.ts";
import { at } from "./support/rulebook.ts";
import { loadSmall } from "./support/small-policy.ts";

const { vocabulary } = loadSmall();
const read = (facts: Record<string, unknown>, event = "child-missing") => readFacts(vocabulary, event, facts);

describe("reading facts at the door", () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ["a wall time is London's", { missingSince: "2026-07-01T18:00" }, { missingSince: Date.UTC(2026, 6, 1, 17) }],
    ["an offset is kept to", { missingSince: "2026-07-01T18:00:00-05:00" }, { missingSince: Date.UTC(2026, 6, 1, 23) }],
    ["Z is UTC", { missingSince: "2026-07-01T18:00Z" }, { missingSince: Date.UTC(2026, 6, 1, 18) }],
    ["one string stands for a list", { status: "cla" }, { status: ["cla"] }],
    ["a list stays one", { status: ["cla", "cp"] }, { status: ["cla", "cp"] }],
    ["a date", { offSince: "2026-07-01" }, { offSince: "2026-07-01" }],
    ["yes in words", { risk: "yes" }, { risk: true }],
    ["a number in words", { age: "14" }, { age: 14 }],
    ["null is as good as missing", { status: null, age: 3 }, { age: 3 }],
    ["a fact that the event does not ask is taken", { risk: false }, { risk: false }],
  ])("%s", (_says, raw, facts) => {
    expect(read(raw)).toEqual({ outcome: "read", facts });
  });

  test.each<[string, Record<string, unknown>, string[]]>([
    ["an unknown fact", { stauts: "cla" }, ["stauts is not a known fact: write status"]],
    ["an unknown option", { status: ["cla", "lac"] }, ['status is "lac": write cin, cp or cla']],
    [
      "a date that does not exist",
      { offSince: "2026-02-30" },
      ['offSince is "2026-02-30": write a date like 2026-04-01'],
    ],
    [
      "several at once",
      { age: "old", risk: "perhaps", whereabouts: 3 },
      [
        'age is "old": write a number',
        'risk is "perhaps": write true or false',
        "whereabouts is 3: write known or unknown",
      ],
    ],
    [
      "a number for an instant",
      { missingSince: 1775062800000 },
      ["missingSince is 1775062800000: write a date and time like 2026-04-01T18:00 or 2026-04-01T18:00:00+01:00"],
    ],
    ["a name of every object", { constructor: 1 }, [expect.stringContaining("constructor is not a known fact")]],
  ])("refuses %s", (_says, raw, faults) => {
    expect(read(raw)).toEqual({ outcome: "refused", faults });
  });

  test("refuses an unknown event, naming the one that was meant", () => {
    expect(read({}, "child-misisng")).toEqual({
      outcome: "refused",
      faults: ["child-misisng is not a known event: write child-missing"],
    });
  });
});

describe("instants in text", () => {
  test.each([
    "2026-13-01T10:00",
    "2026-02-29T10:00",
    "2026-04-01T24:00",
    "2026-04-01T10:60",
    "2026-04-01T10:00+25:00",
    "2026-4-1T10:00",
    "tomorrow",
    "",
    "2026-04-01T10",
  ])("%j is none", (text) => {
    expect(readInstant(text)).toBeUndefined();
  });

  test.each([
    ["in summer", "2026-07-01T09:30"],
    ["in winter", "2026-01-01T23:59:59"],
    ["on the night the clocks go forward", "2026-03-29T03:00"],
    ["in the hour that comes twice", "2026-10-25T01:30"],
  ])("one %s is said as it is read", (_says, wall) => {
    expect(sayInstant(at(wall))).toBe(wall);
  });

  test("fractions of a second are dropped", () => {
    expect(readInstant("2026-04-01T10:00:00.999Z")).toBe(Date.UTC(2026, 3, 1, 10));
  });
});
