import { aCase, duty, happened, holds, owed } from "./support.ts";

describe("a duty that something starts", () => {
  const transfer = duty("D-1", "on: transferred, clock: { withinWorkingDays: 2 }, metBy: recorded");
  const needed = duty(
    "D-1",
    "on: needed, when: { risk: true }, from: suspectedAt, clock: { withinHours: 24 }, metBy: held",
  );
  const last = duty("D-1", "on: needed, which: last, clock: { withinDays: 2 }, metBy: held, endedBy: closed");
  holds([
    [
      "counts from the day that the caseload keeps, over Easter",
      transfer,
      aCase({ transferredOn: "2026-04-02" }),
      "2026-04-08T16:59",
      ["D-1 AMB-1 today by 2026-04-08T17:00"],
    ],
    [
      "is met by a record of the same day",
      transfer,
      aCase({ transferredOn: "2026-04-02" }, happened("recorded 2026-04-02")),
      "2026-04-10T10:00",
      [],
    ],
    [
      "is not met by a record of the day before",
      transfer,
      aCase({ transferredOn: "2026-04-02" }, happened("recorded 2026-04-01T23:59")),
      "2026-04-10T10:00",
      ["D-1 AMB-1 overdue by 2026-04-08T17:00"],
    ],
    [
      "is one duty when it is both told and in the caseload",
      transfer,
      aCase({ transferredOn: "2026-04-02" }, happened("transferred 2026-04-02T15:00")),
      "2026-04-03T10:00",
      ["D-1 AMB-1 soon by 2026-04-08T17:00"],
    ],
    [
      "counts from the fact it names, in elapsed hours through the autumn night",
      needed,
      aCase({}, happened(["needed 2026-10-25T09:00", { suspectedAt: Date.parse("2026-10-24T22:30:00Z") }])),
      "2026-10-25T10:00",
      ["D-1 AMB-1 today by 2026-10-25T22:30"],
    ],
    [
      "takes what is assumed of a fact that nobody gave",
      needed,
      aCase({}, happened("needed 2026-03-28T12:00")),
      "2026-03-28T13:00",
      ["D-1 AMB-1 soon by 2026-03-29T13:00"],
    ],
    [
      "is not owed when its fact says otherwise",
      needed,
      aCase({}, happened(["needed 2026-03-28T12:00", { risk: false }])),
      "2026-03-28T13:00",
      [],
    ],
    [
      "the last of several counts where the clause says so",
      last,
      aCase({}, happened("needed 2026-03-02T09:00", "needed 2026-03-04T09:00")),
      "2026-03-05T10:00",
      ["D-1 AMB-1 soon by 2026-03-06T23:59:59"],
    ],
    [
      "ends without being met",
      last,
      aCase({}, happened("needed 2026-03-02T09:00", "closed 2026-03-03")),
      "2026-03-05T10:00",
      [],
    ],
    [
      "has no limit where none is stated, and is prompted at once",
      duty("D-1", "on: needed, clock: { noLimit: true }, metBy: recorded"),
      aCase({}, happened("needed 2026-03-02T09:00")),
      "2026-03-05T10:00",
      ["D-1 AMB-1 today by null"],
    ],
  ]);
  test("each of two starts a duty of its own, each with its own id", () => {
    const twice = aCase(
      {},
      happened("transferred 2026-04-01T09:00", "transferred 2026-04-01T15:00", "transferred 2026-04-02"),
    );
    expect(owed(transfer, [twice], "2026-04-02T10:00")).toEqual([
      "D-1 AMB-1 soon by 2026-04-07T17:00",
      "D-1 AMB-1 soon by 2026-04-07T17:00",
      "D-1 AMB-1 soon by 2026-04-08T17:00",
    ]);
  });
});
