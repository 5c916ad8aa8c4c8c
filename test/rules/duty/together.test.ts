import { aCase, duty, happened, holds, owed } from "./support.ts";

describe("clauses that look at each other", () => {
  const exception =
    duty("D-1", "clock: { everyWeeks: 4 }, metBy: recorded", "unless: [D-2],") +
    duty("D-2", "when: { kind: hard }, clock: { everyWeeks: 6 }, metBy: recorded");
  const late =
    duty("D-1", "clock: { everyWeeks: 8 }, metBy: supervised") +
    duty("D-2", "on: late, clock: { noLimit: true }, metBy: recorded");
  const limbs =
    duty("D-1", "on: needed, clock: { withinWorkingDays: 3 }, metBy: held", "unless: [D-2],") +
    duty("D-2", "on: needed, when: { risk: true }, clock: { withinWorkingDays: 5 }, metBy: held, chosen: true");
  holds([
    [
      "a clause gives way to its exception",
      exception,
      aCase({ kind: "hard", statusSince: "2026-03-02" }),
      "2026-03-02T10:00",
      ["D-2 AMB-1 later by 2026-04-13T23:59:59"],
    ],
    [
      "and holds where the exception does not",
      exception,
      aCase({ kind: "easy", statusSince: "2026-03-02" }),
      "2026-03-02T10:00",
      ["D-1 AMB-1 later by 2026-03-30T23:59:59"],
    ],
    [
      "what one time started gives way for that time only",
      limbs,
      aCase({}, happened(["needed 2026-03-02T10:00", { risk: true }], ["needed 2026-03-03T10:00", { risk: false }])),
      "2026-03-03T12:00",
      ["D-1 AMB-1 soon by 2026-03-06T17:00", "D-2 AMB-1 soon by 2026-03-09T17:00"],
    ],
    [
      "an overdue duty starts another at that instant",
      late,
      aCase({ lastSupervision: "2026-02-02" }),
      "2026-03-31T00:00",
      ["D-1 AMB-1 overdue by 2026-03-30T23:59:59, last 2026-02-02", "D-2 AMB-1 today by null"],
    ],
    [
      "which a record since then meets",
      late,
      aCase({ lastSupervision: "2026-02-02" }, happened("recorded 2026-03-31")),
      "2026-04-01T00:00",
      ["D-1 AMB-1 overdue by 2026-03-30T23:59:59, last 2026-02-02"],
    ],
    [
      "a second before it is overdue nothing is started",
      late,
      aCase({ lastSupervision: "2026-02-02" }),
      "2026-03-30T23:59:59",
      ["D-1 AMB-1 today by 2026-03-30T23:59:59, last 2026-02-02"],
    ],
  ]);

  const report =
    "  - { id: N-1, title: Press, words: Words, source: Row, kind: notify, on: press, anchor: awareAt, clock: { withinWorkingDays: 1 }, tell: [{ post: director }], reportedBy: [service-manager] }\n";
  holds([
    [
      "a case without a worker calls for a report",
      report,
      aCase({ status: "cp", statusSince: "2026-04-02" }),
      "2026-04-03T10:00",
      ["N-1 AMB-1 soon by 2026-04-07T17:00"],
    ],
    [
      "a worker is enough",
      report,
      aCase({ status: "cp", statusSince: "2026-04-02", worker: "a@example.org" }),
      "2026-04-03T10:00",
      [],
    ],
    [
      "and so is the report",
      report,
      aCase({ status: "cp", statusSince: "2026-04-02" }, happened(["recorded 2026-04-02T11:00", { event: "press" }])),
      "2026-04-03T10:00",
      [],
    ],
  ]);
});

describe("duties on a worker", () => {
  const worker = duty("D-1", "each: worker, clock: { everyWeeks: 2 }, metBy: supervised, from: statusSince");
  test("the latest over all their cases counts, and nobody's cases are nobody's duty", () => {
    const all = [
      aCase({ worker: "a@example.org", lastSupervision: "2026-03-02" }, [], "AMB-2"),
      aCase({ worker: "a@example.org", lastSupervision: "2026-03-16" }, [], "AMB-1"),
      aCase({ worker: "b@example.org", statusSince: "2026-03-09" }, [], "AMB-9"),
      aCase({ worker: "b@example.org", statusSince: "2026-03-16" }, [], "AMB-4"),
      aCase({ lastSupervision: "2026-03-16" }, [], "AMB-5"),
    ];
    expect(owed(worker, all, "2026-03-24T10:00")).toEqual([
      "D-1 AMB-4 overdue by 2026-03-23T23:59:59",
      "D-1 AMB-1 soon by 2026-03-30T23:59:59, last 2026-03-16",
    ]);
  });
});

test("worst first: overdue with the earliest due first, then what is prompted at once, today, soon and later", () => {
  const clauses =
    duty("D-1", "clock: { everyWeeks: 1 }, metBy: visited") +
    duty("D-2", "on: needed, clock: { noLimit: true }, metBy: held");
  const all = ["2026-03-31", "2026-03-10", "2026-03-17", "2026-03-24", "2026-03-25"].map((lastVisit, index) =>
    aCase({ lastVisit }, index === 4 ? happened("needed 2026-03-30") : [], `AMB-${String(index)}`),
  );
  expect(owed(clauses, all, "2026-03-31T10:00").map((line) => line.slice(0, 19))).toEqual([
    "D-1 AMB-1 overdue b",
    "D-1 AMB-2 overdue b",
    "D-2 AMB-4 today by ",
    "D-1 AMB-3 today by ",
    "D-1 AMB-4 soon by 2",
    "D-1 AMB-0 soon by 2",
  ]);
});
