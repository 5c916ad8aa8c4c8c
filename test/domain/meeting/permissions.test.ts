import type { MeetingFact } from "../../../src/domain/meeting/facts.ts";
import { coverChair, newReplies } from "../../../src/domain/meeting/decide.ts";
import {
  mayMeet,
  meetingActions,
  meetingPermissions,
  meetingRefusals,
  type MeetingAction,
} from "../../../src/domain/meeting/permissions.ts";
import { meetingFrom, rankOf, saidBy, standingOf } from "../../../src/domain/meeting/meeting.ts";
import { meetingStates } from "../../../src/domain/meeting/state.ts";
import { decided, ready, telephoneAsked } from "./decided.ts";
import {
  own,
  alex,
  asked,
  friday,
  health,
  hour,
  jo,
  meeting,
  police,
  priya,
  record,
  recorded,
  sam,
  slot,
  timed,
} from "./support.ts";

describe("who may do what", () => {
  const table = (action: MeetingAction): string =>
    meetingStates
      .map((state) => [state, meetingPermissions[state][action].join(" ")] as const)
      .filter(([, roles]) => roles !== "")
      .map(([state, roles]) => `${state}: ${roles}`)
      .join("; ");

  test.each<[MeetingAction, string]>([
    ["time", ["asked", "timed", "ready"].map((state) => `${state}: asker chair manager overseer`).join("; ")],
    ["authorise", "asked: authoriser; timed: authoriser; ready: authoriser"],
    ["cannotCome", "timed: chair attendee; ready: chair attendee"],
    ["record", "timed: chair; ready: chair; held: chair; recorded: chair"],
    ["circulate", "recorded: chair"],
    [
      "read",
      "held: chair; recorded: asker chair manager attendee overseer; circulated: asker chair manager attendee overseer",
    ],
  ])("%s", (action, expected) => {
    expect(table(action)).toBe(expected);
  });

  test("a colleague may do nothing at all, and is told whom it is for", () => {
    for (const state of meetingStates)
      for (const action of meetingActions) expect(mayMeet(["colleague"], action, state)).toBe(false);
    expect(decided([], { do: "time", by: jo, slot, reason: "" }, friday, ["colleague"])).toBe(
      `refused: ${meetingRefusals.see}`,
    );
  });

  test("an attendee does not write the record, and a chair does not authorise the telephone", () => {
    expect(decided([...ready], { do: "save", by: jo, record }, slot.from, ["attendee"])).toBe(
      `refused: ${meetingRefusals.record}`,
    );
    expect(decided([telephoneAsked], { do: "authorise", by: priya, reason: "Yes" }, friday, ["chair"])).toBe(
      `refused: ${meetingRefusals.authorise}`,
    );
  });
});

describe("what nobody commands", () => {
  test("a chair who is away is covered, once, and not when it is over", () => {
    const away = meeting(asked(), ...ready);
    expect(coverChair(away, alex, "On leave until 8 May.", friday)).toHaveLength(1);
    expect(coverChair(away, priya, "On leave until 8 May.", friday)).toEqual([]);
    expect(coverChair(meeting(asked(), ...ready, recorded()), alex, "On leave.", friday)).toEqual([]);
  });

  test("answers are kept when they are new, whatever capitals the calendar writes", () => {
    const first = newReplies(meeting(asked(), ...ready), { "Desk@Police.example": "accepted" }, friday);
    expect(first).toEqual([{ kind: "replied", at: friday, attendee: "desk@police.example", reply: "accepted" }]);
    expect(newReplies(meeting(asked(), ...ready, ...first), { "desk@police.example": "accepted" }, friday)).toEqual([]);
  });

  test("an agency stands as the most willing of its people", () => {
    const second: MeetingFact = {
      kind: "invited",
      at: friday,
      by: sam,
      attendees: [
        { ...police, kind: "agency", agency: "police", name: "Sergeant on duty", email: "duty@police.example" },
      ],
    };
    const with_ = (...answers: readonly (readonly [string, "accepted" | "declined"])[]) =>
      meeting(
        asked(),
        ...ready,
        second,
        ...answers.map(([attendee, reply]) => ({ kind: "replied", at: friday, attendee, reply }) as const),
      );
    const desk = "desk@police.example";
    const duty = "duty@police.example";
    expect(standingOf(with_([desk, "declined"]), "police")).toBe("unanswered");
    expect(standingOf(with_([desk, "declined"], [duty, "accepted"]), "police")).toBe("accepted");
    expect(standingOf(with_([desk, "declined"], [duty, "declined"]), "police")).toBe("declined");
    expect(standingOf(with_(), "education")).toBe("nobody");
    expect(standingOf(with_(), "health")).toBe(health.kind === "agency" ? "unanswered" : "nobody");
  });

  test("another time, or another chair, asks everybody anew", () => {
    const answered = [
      ...ready,
      { kind: "replied", at: friday, attendee: "desk@police.example", reply: "accepted" },
    ] as const;
    expect(meeting(asked(), ...answered, timed({ at: friday + hour })).replies.size).toBe(0);
    expect(
      meeting(asked(), ...answered, { kind: "chairChanged", at: friday, from: priya, to: alex, why: "On leave" })
        .replies.size,
    ).toBe(0);
  });

  test("what was answered to other times is remembered for the next search, the last answer last", () => {
    const replied = (reply: "accepted" | "declined"): MeetingFact => ({
      kind: "replied",
      at: friday,
      attendee: "desk@police.example",
      reply,
    });
    const later = { from: slot.from + hour, to: slot.to + hour };
    const moved = meeting(
      asked(),
      ...ready,
      replied("declined"),
      timed({ at: friday + hour, slot: later }),
      replied("accepted"),
    );
    expect(saidBy(moved, police)).toEqual([
      { slot, reply: "declined" },
      { slot: later, reply: "accepted" },
    ]);
    expect(saidBy(moved, health)).toEqual([]);
  });

  test("an agency without which it is no meeting counts before another, and before our own people", () => {
    expect([police, health, own].map((each) => rankOf(meeting(asked()), each))).toEqual([0, 1, 2]);
  });

  test("damaged facts are not read as anything else", () => {
    expect(() => meetingFrom("m1", [timed()])).toThrow("its facts are damaged");
    expect(() => meeting(asked(), asked())).toThrow("asked for twice");
  });
});
