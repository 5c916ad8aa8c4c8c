import type { Case, Exception } from "../../../src/domain/case/case.ts";
import { duties } from "../../../src/rules/duty/duties.ts";
import { at } from "../support/rulebook.ts";
import { aCase, duty, happened, rulebookOf, said, type Row } from "./support.ts";

/** Less often than the standard, for a recorded reason that somebody else approved (MO-T11). */
const standard = duty("D-1", "clock: { everyWeeks: 8 }, metBy: supervised");
const law = duty("D-1", "clock: { everyWeeks: 8 }, metBy: supervised", "statutory: true,");
const workers = duty("D-1", "each: worker, clock: { everyWeeks: 8 }, metBy: supervised");

const allowed = (more: Partial<Exception> = {}): Exception => ({
  ...{ clause: "D-1", everyWeeks: 12, until: "2026-12-31", since: at("2026-03-01T10:00") },
  ...more,
});
const spaced = (more: Partial<Exception> = {}, last = "2026-02-02"): Case => ({
  ...aCase({ lastSupervision: last }),
  exceptions: [allowed(more)],
});
const withWorker = (): Case => ({
  ...aCase({ lastSupervision: "2026-02-02", worker: "w@x.example" }),
  exceptions: [allowed()],
});

const rows: readonly Row[] = [
  [
    "is due by the longer clock, over the night on which the clocks go forward",
    standard,
    spaced(),
    "2026-03-31T00:00",
    ["D-1 AMB-1 later by 2026-04-27T23:59:59, last 2026-02-02"],
  ],
  [
    "is overdue when the longer clock has run out",
    standard,
    spaced(),
    "2026-04-28T00:00",
    ["D-1 AMB-1 overdue by 2026-04-27T23:59:59, last 2026-02-02"],
  ],
  [
    "is due when the exception ends, if that is sooner",
    standard,
    spaced({ until: "2026-04-10" }),
    "2026-03-31T00:00",
    ["D-1 AMB-1 later by 2026-04-10T23:59:59, last 2026-02-02"],
  ],
  [
    "goes by the standard again for what was last done near the exception's end, or after it",
    standard,
    spaced({ until: "2026-04-10" }, "2026-03-30"),
    "2026-04-01T10:00",
    ["D-1 AMB-1 later by 2026-05-25T23:59:59, last 2026-03-30"],
  ],
  [
    "stays overdue when it was overdue before the exception was approved",
    standard,
    spaced({ since: at("2026-03-31T00:00") }),
    "2026-03-31T09:00",
    ["D-1 AMB-1 overdue by 2026-03-30T23:59:59, last 2026-02-02"],
  ],
  [
    "goes by the exception from the next time on, once what was overdue has been done",
    standard,
    { ...spaced({ since: at("2026-03-31T00:00") }), happened: happened("supervised 2026-04-01") },
    "2026-04-02T09:00",
    ["D-1 AMB-1 later by 2026-06-24T23:59:59, last 2026-04-01"],
  ],
  [
    "is not moved by an exception to another clause",
    standard,
    spaced({ clause: "D-2" }),
    "2026-03-31T00:00",
    ["D-1 AMB-1 overdue by 2026-03-30T23:59:59, last 2026-02-02"],
  ],
  [
    "never comes sooner than the standard",
    standard,
    spaced({ everyWeeks: 2 }),
    "2026-03-01T00:00",
    ["D-1 AMB-1 later by 2026-03-30T23:59:59, last 2026-02-02"],
  ],
  [
    "is never relaxed where the clause is in the law",
    law,
    spaced(),
    "2026-03-31T00:00",
    ["D-1 AMB-1 overdue by 2026-03-30T23:59:59, last 2026-02-02"],
  ],
  [
    "counts by the last exception that was approved",
    standard,
    { ...spaced(), exceptions: [allowed(), allowed({ everyWeeks: 10 })] },
    "2026-03-31T00:00",
    ["D-1 AMB-1 later by 2026-04-13T23:59:59, last 2026-02-02"],
  ],
  [
    "takes a leap day for the end of an exception",
    standard,
    spaced({ everyWeeks: 52, until: "2028-02-29", since: at("2028-01-01T10:00") }, "2027-12-20"),
    "2028-01-02T00:00",
    ["D-1 AMB-1 later by 2028-02-29T23:59:59, last 2027-12-20"],
  ],
];

describe("a duty that may be done less often", () => {
  test.each(rows)("%s", (_says, clauses, one, asOf, expected) => {
    expect(duties(rulebookOf(clauses), [one], at(asOf)).map(said)).toEqual(expected);
  });

  it("leaves a duty that a worker's cases owe together as it is", () => {
    const others = [withWorker(), { ...withWorker(), ref: "AMB-2" }];
    expect(duties(rulebookOf(workers), others, at("2026-03-31T00:00")).map(({ state }) => state)).toEqual(["overdue"]);
  });
});
