import { cardLimit } from "../../src/cards/kit.ts";
import { everyCard } from "./every-card.ts";
import { lintCard, nodesOf } from "./lint.ts";

const cards = Object.entries(everyCard);

describe.each(cards)("the card “%s”", (_, { card, spoken }) => {
  test("is one that the Adaptive Cards library takes without a murmur", () => {
    expect(lintCard(card)).toEqual([]);
  });

  test("fits into what Teams takes", () => {
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThanOrEqual(cardLimit);
  });

  test("can be heard as well as seen", () => {
    expect(spoken).toMatch(/[.?!]$/);
    expect(card.speak).toBe(spoken);
  });

  test("carries only ids in its data, and the same for clients that know no Action.Execute", () => {
    const ofReports = ["verb", "draft", "screen", "step", "answer", "report", "face", "cover", "doubt"];
    const ofCases = [
      "case",
      "duty",
      "list",
      "page",
      "happening",
      "circumstance",
      "sitting",
      "choose",
      "record",
      "ask",
      "decision",
    ];
    const ofMeetings = ["meeting", "from", "to", "part", "then"];
    const allowed = new Set([...ofReports, ...ofCases, ...ofMeetings]);
    for (const { type, data, fallback } of nodesOf(card)) {
      if (type !== "Action.Execute") continue;
      expect(fallback).toMatchObject({ type: "Action.Submit", data });
      expect(Object.keys({ ...(data as object) }).filter((key) => !allowed.has(key))).toEqual([]);
    }
  });

  test("leaves colour to Teams' own light, dark and high contrast", () => {
    expect(JSON.stringify(card)).not.toMatch(/#[0-9a-f]{3,8}"/i);
  });
});

test("the lint finds what it is there to find", () => {
  const input = { type: "Input.Text", id: "twice", label: "Twice" };
  expect(lintCard({ type: "AdaptiveCard", version: "1.5", body: [input, input, { type: "Nonsense" }] })).toEqual([
    expect.stringContaining("Nonsense"),
    expect.stringContaining("twice"),
  ]);
});
