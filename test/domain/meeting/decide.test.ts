import type { MeetingFact } from "../../../src/domain/meeting/facts.ts";
import { decideMeeting, type MeetingCommand } from "../../../src/domain/meeting/decide.ts";
import { meetingRefusals } from "../../../src/domain/meeting/permissions.ts";
import { everyRole, said, decided, asking, ready, telephoneAsked, authorised, cancelled, lateSlot } from "./decided.ts";
import {
  alex,
  asked,
  friday,
  hour,
  invited,
  jo,
  meeting,
  minute,
  police,
  priya,
  record,
  sam,
  slot,
  timed,
} from "./support.ts";

describe("what people do before a meeting", () => {
  test.each<[string, readonly MeetingFact[], MeetingCommand, string]>([
    ["a time within the deadline", [], { do: "time", by: sam, slot, reason: "" }, "timed"],
    [
      "a time that ends half an hour after it, without a reason",
      [],
      { do: "time", by: sam, slot: lateSlot, reason: " " },
      "unclear: That is after the deadline. Write why no earlier time is possible, then choose it again.",
    ],
    ["and with one", [], { do: "time", by: sam, slot: lateSlot, reason: "The chair is in court" }, "timed"],
    [
      "a time that ends at the deadline to the millisecond",
      [],
      { do: "time", by: sam, slot: { from: friday + 23 * hour, to: friday + 24 * hour }, reason: "" },
      "timed",
    ],
    [
      "a time that has passed",
      [],
      { do: "time", by: sam, slot: { from: friday, to: friday + hour }, reason: "" },
      "unclear: That time has passed. Choose one that lies ahead.",
    ],
    [
      "a year typed wrong",
      [],
      { do: "time", by: sam, slot: { from: slot.from + 9_000 * hour, to: slot.to + 9_000 * hour }, reason: "In court" },
      "unclear: That is more than a year ahead. Check the year.",
    ],
    [
      "a time without a length",
      [],
      { do: "time", by: sam, slot: { from: slot.from, to: slot.from }, reason: "" },
      "unclear: It ends before it begins. Choose a time that has a length.",
    ],
    [
      "the same time again",
      ready,
      { do: "time", by: sam, slot, reason: "" },
      "unclear: It is at that time already. Choose another one, or leave it as it is.",
    ],
    [
      "the same time again, because it could not be booked",
      [timed(), asking, { kind: "unbooked", at: friday, transaction: "m1:1", revision: 1, why: "No" }],
      { do: "time", by: sam, slot, reason: "" },
      "timed",
    ],
    ["somebody is invited", [], { do: "invite", by: sam, attendees: [police] }, "invited"],
    [
      "somebody who is invited already, whatever capitals the address has",
      [invited],
      {
        do: "invite",
        by: sam,
        attendees: [{ ...police, kind: "agency", agency: "police", name: "Desk", email: "Desk@Police.example" }],
      },
      "unclear: They are invited already. Choose somebody else, or leave it as it is.",
    ],
    ["somebody is taken off the list", [invited], { do: "uninvite", by: sam, keys: [jo] }, "uninvited"],
    [
      "the chair is not",
      [invited],
      { do: "uninvite", by: sam, keys: [priya] },
      "unclear: A meeting needs its chair. Hand the chair to somebody else first.",
    ],
    [
      "somebody who is not on it",
      [invited],
      { do: "uninvite", by: sam, keys: [alex] },
      "unclear: They are not invited. Choose somebody from the list.",
    ],
    ["one of ours can't come", ready, { do: "cannotCome", by: jo, reason: "In court" }, "cannotCome"],
    [
      "without saying why",
      ready,
      { do: "cannotCome", by: jo, reason: "" },
      "unclear: Why can't you come? Write a few words, so that the chair can find somebody else.",
    ],
    [
      "twice",
      [...ready, { kind: "cannotCome", at: friday, by: jo, reason: "In court" }],
      { do: "cannotCome", by: jo, reason: "In court" },
      "late: jo said so",
    ],
    ["another chair", ready, { do: "chair", by: priya, to: alex, why: "On leave" }, "chairChanged"],
    [
      "the same chair",
      ready,
      { do: "chair", by: priya, to: priya, why: "On leave" },
      "unclear: They chair it already. Choose somebody else.",
    ],
    ["cancelled", ready, { do: "cancel", by: sam, reason: "Held by the other council" }, "cancelled"],
    [
      "without a reason",
      ready,
      { do: "cancel", by: sam, reason: "" },
      "unclear: Why is it cancelled? Write a reason: the deadline runs on unless another meeting is held.",
    ],
    ["cancelled already", [cancelled], { do: "time", by: sam, slot, reason: "" }, "late: priya cancelled it"],
    [
      "its record before there is a time",
      [],
      { do: "save", by: priya, record },
      "refused: No time has been chosen for this meeting yet. Choose one first.",
    ],
  ])("%s", (_says, facts, command, outcome) => {
    expect(decided(facts, command)).toBe(outcome);
  });

  test("a late time is kept with its reason, and a time in time without", () => {
    const late = decideMeeting(
      meeting(asked()),
      everyRole,
      { do: "time", by: sam, slot: lateSlot, reason: " In court " },
      friday,
    );
    const inTime = decideMeeting(
      meeting(asked()),
      everyRole,
      { do: "time", by: sam, slot, reason: "In court" },
      friday,
    );
    expect(late).toMatchObject({ facts: [{ late: { reason: "In court" } }] });
    expect(inTime).toMatchObject({ facts: [{ late: null }] });
  });
});

describe("telephone discussions instead of a call (PS-07)", () => {
  const authorise: MeetingCommand = { do: "authorise", by: alex, reason: "The line is down" };
  test.each<[string, readonly MeetingFact[], MeetingCommand, string]>([
    ["asked for", [], { do: "telephone", by: sam, reason: "No line" }, "telephoneAsked"],
    [
      "without a reason",
      [],
      { do: "telephone", by: sam, reason: "" },
      "unclear: Why can't there be a call? Write a reason: whoever authorises it reads it.",
    ],
    ["asked for twice", [telephoneAsked], { do: "telephone", by: jo, reason: "No line" }, "late: sam asked for it"],
    ["authorised by another", [telephoneAsked], authorise, "telephoneAuthorised"],
    ["refused", [telephoneAsked], { do: "refuse", by: alex, reason: "There is a line" }, "telephoneRefused"],
    [
      "by the one who asked, whatever post they hold",
      [telephoneAsked],
      { do: "authorise", by: sam, reason: "Yes" },
      `refused: ${meetingRefusals.authorise}`,
    ],
    ["when nobody asked", [], authorise, "unclear: Nobody has asked to hold this meeting by telephone."],
    ["twice", [telephoneAsked, authorised], authorise, "late: alex authorised it"],
    [
      "asked for again after it was refused",
      [telephoneAsked, { kind: "telephoneRefused", at: friday + 2 * minute, by: alex, reason: "There is a line" }],
      { do: "telephone", by: sam, reason: "Still no line" },
      "telephoneAsked",
    ],
  ])("%s", (_says, facts, command, outcome) => {
    expect(decided(facts, command)).toBe(outcome);
  });

  test("where no clause lets anybody authorise it, nobody can ask", () => {
    const strict = meeting(asked({ withoutMeeting: null }));
    expect(said(decideMeeting(strict, everyRole, { do: "telephone", by: sam, reason: "No line" }, friday))).toContain(
      "let nobody hold this meeting by telephone",
    );
  });

  test("authorised, it needs no call to be ready", () => {
    expect(meeting(asked(), timed(), telephoneAsked, authorised).state).toBe("ready");
  });
});
