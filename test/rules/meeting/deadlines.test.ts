import type { Answers } from "../../../src/domain/report/facts.ts";
import { calm, dueBy } from "./support.ts";

describe("each limb's deadline", () => {
  test.each<[string, string, Answers, string, string | null]>([
    // PS-01: 24 elapsed hours from the suspicion.
    [
      "PS-01",
      "suspected on the Friday before a bank holiday at 16:45: Saturday at 16:45, and it does not wait for Tuesday",
      { ...calm, suspectedAt: "2026-05-01T16:45" },
      "2026-05-01T16:50",
      "2026-05-02T16:45",
    ],
    [
      "PS-01",
      "suspected at noon before the clocks go forward: 24 hours are 13:00 on the wall",
      { ...calm, suspectedAt: "2026-03-28T12:00" },
      "2026-03-28T12:30",
      "2026-03-29T13:00",
    ],
    [
      "PS-01",
      "suspected in the night that has 23 hours, before the hour that is not there",
      { ...calm, suspectedAt: "2026-03-29T00:30" },
      "2026-03-29T08:00",
      "2026-03-30T01:30",
    ],
    [
      "PS-01",
      "suspected in the hour that comes twice, the first time",
      { ...calm, suspectedAt: "2026-10-25T01:30" },
      "2026-10-25T09:00",
      "2026-10-26T00:30",
    ],
    [
      "PS-01",
      "suspected in the last minute of New Year's Eve",
      { ...calm, suspectedAt: "2026-12-31T23:59" },
      "2027-01-01T00:05",
      "2027-01-01T23:59",
    ],
    [
      "PS-01",
      "suspected on the day before a leap day",
      { ...calm, suspectedAt: "2028-02-28T17:00" },
      "2028-02-28T17:10",
      "2028-02-29T17:00",
    ],
    ["PS-01", "nobody said when it was suspected: from the asking", calm, "2026-05-01T16:50", "2026-05-02T16:50"],
    // PS-09: five working days from the Head's receiving the request.
    [
      "PS-09",
      "received on the Friday before a bank holiday at 16:45: the Monday is not counted",
      { ...calm, complexCase: true, requestReceivedAt: "2026-05-01T16:45" },
      "2026-05-01T16:50",
      "2026-05-11T17:00",
    ],
    [
      "PS-09",
      "received on the Thursday before Easter",
      { ...calm, complexCase: true, requestReceivedAt: "2026-04-02T16:00" },
      "2026-04-02T16:30",
      "2026-04-13T17:00",
    ],
    [
      "PS-09",
      "received on the Friday before the clocks go forward",
      { ...calm, complexCase: true, requestReceivedAt: "2026-03-27T09:00" },
      "2026-03-27T09:10",
      "2026-04-07T17:00",
    ],
    [
      "PS-09",
      "received a week before Christmas",
      { ...calm, complexCase: true, requestReceivedAt: "2026-12-18T16:45" },
      "2026-12-18T16:50",
      "2026-12-29T17:00",
    ],
    ["PS-09", "not complex", { ...calm, requestReceivedAt: "2026-05-01T16:45" }, "2026-05-01T16:50", "does not apply"],
    // WQ-10.1a: three working days of the referral.
    [
      "WQ-10.1a",
      "referred on the Friday before a bank holiday at 16:45",
      { ...calm, referralReceivedAt: "2026-05-01T16:45" },
      "2026-05-01T16:50",
      "2026-05-07T17:00",
    ],
    [
      "WQ-10.1a",
      "referred on the Saturday before the clocks go back",
      { ...calm, referralReceivedAt: "2026-10-24T23:30" },
      "2026-10-25T08:00",
      "2026-10-28T17:00",
    ],
    [
      "WQ-10.1a",
      "referred on Christmas Eve, asked for after Christmas: counted from the referral, and over when it is asked",
      { ...calm, referralReceivedAt: "2026-12-24T11:00" },
      "2027-01-04T10:00",
      "2026-12-31T17:00",
    ],
    // WQ-10.1b: the day of the referral, whichever day it is.
    [
      "WQ-10.1b",
      "serious risk, referred on the Friday before a bank holiday at 16:45: that day",
      { seriousRisk: true, referralReceivedAt: "2026-05-01T16:45" },
      "2026-05-01T16:50",
      "2026-05-01T23:59:59",
    ],
    [
      "WQ-10.1b",
      "nobody has said that the risk is not serious, on the day that has 23 hours",
      { referralReceivedAt: "2026-03-29T00:10" },
      "2026-03-29T08:00",
      "2026-03-29T23:59:59",
    ],
    [
      "WQ-10.1b",
      "referred in the last minute of the day",
      { seriousRisk: true, referralReceivedAt: "2026-10-25T23:59" },
      "2026-10-25T23:59",
      "2026-10-25T23:59:59",
    ],
    [
      "WQ-10.1b",
      "no serious risk",
      { ...calm, referralReceivedAt: "2026-05-01T16:45" },
      "2026-05-01T16:50",
      "does not apply",
    ],
    // WQ-10.1c: the same, for forensic evidence.
    [
      "WQ-10.1c",
      "penetrative abuse alleged, referred on the Friday before a bank holiday at 16:45",
      { ...calm, penetrativeSexualAbuse: true, referralReceivedAt: "2026-05-01T16:45" },
      "2026-05-01T16:50",
      "2026-05-01T23:59:59",
    ],
    [
      "WQ-10.1c",
      "referred on the leap day, which the clocks do not change",
      { ...calm, penetrativeSexualAbuse: true, referralReceivedAt: "2028-02-29T09:30" },
      "2028-02-29T10:00",
      "2028-02-29T23:59:59",
    ],
    [
      "WQ-10.1c",
      "referred in the hour that comes twice",
      { ...calm, penetrativeSexualAbuse: true, referralReceivedAt: "2026-10-25T01:30" },
      "2026-10-25T09:00",
      "2026-10-25T23:59:59",
    ],
    // WQ-10.1d and e: one working day.
    [
      "WQ-10.1d",
      "immediate action, referred on the Friday before a bank holiday at 16:45: Tuesday",
      { ...calm, immediateAction: true, referralReceivedAt: "2026-05-01T16:45" },
      "2026-05-01T16:50",
      "2026-05-05T17:00",
    ],
    [
      "WQ-10.1d",
      "referred on the night on which the clocks go forward",
      { ...calm, immediateAction: true, referralReceivedAt: "2026-03-29T02:30" },
      "2026-03-29T08:00",
      "2026-03-30T17:00",
    ],
    [
      "WQ-10.1e",
      "an allegation against staff, on the Friday before a bank holiday at 16:45",
      { ...calm, staffAllegation: true, referralReceivedAt: "2026-05-01T16:45" },
      "2026-05-01T16:50",
      "2026-05-05T17:00",
    ],
    [
      "WQ-10.1e",
      "an allegation without a referral, on the Saturday on which the clocks will go back: from the asking",
      { ...calm, staffAllegation: true },
      "2026-10-24T12:00",
      "2026-10-26T17:00",
    ],
    // WQ-10.1f: never by itself.
    [
      "WQ-10.1f",
      "complex, and nobody has chosen the longer limit",
      { ...calm, complexCase: true, referralReceivedAt: "2026-05-01T16:45" },
      "2026-05-01T16:50",
      "does not apply",
    ],
  ])("%s: %s", (clause, _says, answers, asOf, due) => {
    expect(dueBy(clause, answers, asOf)).toBe(due);
  });
});
