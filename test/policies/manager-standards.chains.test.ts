import { duties } from "../../src/rules/duty/duties.ts";
import { sayInstant } from "../../src/rules/engine/instants.ts";
import { plainRulebook } from "../../src/rules/rulebook.ts";
import { at } from "../rules/support/rulebook.ts";
import { caseOf, managerStandards, owed, shipped } from "./manager-standards.ts";
import type { Facts, Told } from "./manager-standards.ts";

describe("one thing starts another", () => {
  const seen = { status: "cp", statusSince: "2026-03-02", lastVisit: "2026-03-23" };

  test("a visit that is overdue is brought to the team manager, from the first second", () => {
    expect(owed(seen, "2026-04-06T23:59:59", "missed-visit-recorded")).toEqual([]);
    expect(owed(seen, "2026-04-07T00:00", "missed-visit-recorded")).toEqual(["WQ-6.5 null"]);
  });

  test("recording what was agreed ends that, and the visit stays owed", () => {
    const told: Told = [["missed-visit-recorded", "2026-04-07T10:00"]];
    expect(owed(seen, "2026-04-07T11:00", "missed-visit-recorded", told)).toEqual([]);
    expect(owed(seen, "2026-04-07T11:00", "visit-done", told)).toEqual(["WQ-8.1d 2026-04-06T23:59:59"]);
  });

  test("a case that is in assessment has all its dates from the day its status began", () => {
    const assessed = { status: "assessment", statusSince: "2026-03-19" };
    const all = duties(managerStandards, [caseOf(assessed)], at("2026-03-20T09:00"));
    expect(Object.fromEntries(all.map(({ clause, dueAt }) => [clause, sayInstant(dueAt)]))).toMatchObject({
      "WQ-1.18b": "2026-03-26T23:59:59",
      "WQ-2.1a": "2026-05-19T17:00",
      "WQ-4.1a": "2026-04-03T23:59:59",
      "WQ-7.1a": "2026-06-19T23:59:59",
    });
  });

  test("section 47 enquiries make an assessment, two dates of their own and a conference due", () => {
    const told: Told = [["section-47-started", "2026-04-02T17:30", { commencingDiscussionOn: "2026-04-02" }]];
    const all = duties(managerStandards, [caseOf({ status: "cin" }, told)], at("2026-04-03T09:00"));
    const started = all.filter(({ startedBy }) => startedBy === "section-47-started");
    expect(started.map(({ clause, stage, dueAt }) => [clause, stage, sayInstant(dueAt)]).toSorted()).toEqual([
      ["WQ-11.1", "completed", "2026-04-05T23:59:59"],
      ["WQ-11.1", "written up", "2026-04-07T23:59:59"],
      ["WQ-12.2", null, "2026-04-27T17:00"],
      ["WQ-2.13a", null, "null"],
    ]);
  });

  test("of the limbs of a strategy meeting the earliest that applies is the one that is late first", () => {
    const told: Told = [
      [
        "strategy-discussion-needed",
        "2026-05-01T16:50",
        {
          referralReceivedAt: at("2026-05-01T16:45"),
          immediateAction: true,
          penetrativeSexualAbuse: true,
          complexCase: true,
        },
      ],
    ];
    expect(owed({ status: "cin" }, "2026-05-01T17:00", "strategy-discussion-held", told)).toEqual([
      "WQ-10.1a 2026-05-07T17:00",
      "WQ-10.1b 2026-05-01T23:59:59",
      "WQ-10.1c 2026-05-01T23:59:59",
      "WQ-10.1d 2026-05-05T17:00",
      "WQ-10.1f 2026-05-11T17:00",
    ]);
  });
});

describe("what goes wrong under the standards calls for a report to the Assistant Director", () => {
  const both = plainRulebook(shipped);
  const called = (facts: Facts, asOf: string, told: Told = []): readonly string[] =>
    duties(both, [caseOf(facts, told)], at(asOf))
      .filter(({ policy }) => policy === "ad-need-to-know")
      .filter(({ caseRef }) => caseRef !== null)
      .map(({ clause, dueAt }) => `${clause} ${sayInstant(dueAt)}`);

  test("a conference that is late, on the day it became so", () => {
    const told: Told = [["section-47-started", "2026-04-02T17:30", { commencingDiscussionOn: "2026-04-02" }]];
    expect(called({ status: "cin" }, "2026-04-27T17:00", told)).toEqual([]);
    expect(called({ status: "cin" }, "2026-04-27T17:01", told)).toEqual(["W-N2K-19 2026-04-27T23:59:59"]);
  });

  test("a child on a plan without a worker, and no other child", () => {
    const since = { statusSince: "2026-04-02" };
    expect(called({ status: "cp", ...since }, "2026-04-03T09:00")).toContain("W-N2K-10 2026-04-07T17:00");
    expect(called({ status: "cin", ...since }, "2026-04-03T09:00")).toEqual([]);
    expect(called({ status: "cp", worker: "a@ambershire.example", ...since }, "2026-04-03T09:00")).toEqual([]);
  });
});
