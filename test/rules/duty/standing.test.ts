import type { Case } from "../../../src/domain/case/case.ts";
import { dutiesOf, nextChange, standingAfter } from "../../../src/rules/duty/duties.ts";
import { sayInstant } from "../../../src/rules/engine/instants.ts";
import { at } from "../support/rulebook.ts";
import { aCase, duty, happened, rulebookOf, said } from "./support.ts";

const rulebook = rulebookOf(
  duty("D-CP", "when: { status: cp }, clock: { everyMonths: 1 }, metBy: supervised") +
    duty("D-CIN", "when: { status: cin }, clock: { everyMonths: 3 }, metBy: supervised") +
    duty("D-VISIT", "when: { status: cp }, clock: { everyWeeks: 2 }, metBy: visited"),
);
const standing = (before: Case, after: Case["facts"], when: string) => standingAfter(rulebook, before, after, at(when));
const owed = (one: Case, asOf: string): readonly string[] =>
  dutiesOf(rulebook, one, at(asOf)).map((each) => `${said(each)}${each.standing ? " stands" : ""}`);

const onPlan = { status: "cp", lastSupervision: "2026-02-02", lastVisit: "2026-03-09" };
const inNeed = { ...onPlan, status: "cin" };
const stood = standing(aCase(onPlan), inNeed, "2026-03-10T10:00");

describe("when the status of a child changes", () => {
  test("what was overdue stands, and what was not does not", () => {
    expect(stood.map(({ clause, dueAt }) => `${clause} ${sayInstant(dueAt)}`)).toEqual(["D-CP 2026-03-02T23:59:59"]);
  });

  test("the passed due date takes the place of the new clause's", () => {
    expect(owed(aCase(inNeed, [], "AMB-1", stood), "2026-03-10T10:00")).toEqual([
      "D-CIN AMB-1 overdue by 2026-03-02T23:59:59, last 2026-02-02 stands",
    ]);
  });

  test("until it is done: then the new clause's clock runs", () => {
    const done = aCase(inNeed, happened("supervised 2026-03-10T11:00"), "AMB-1", stood);
    expect(owed(done, "2026-03-10T12:00")).toEqual(["D-CIN AMB-1 later by 2026-06-10T23:59:59, last 2026-03-10"]);
  });

  test("a caseload that says later that it was done the day after it was missed ends it too", () => {
    const done = aCase({ ...inNeed, lastSupervision: "2026-03-03" }, [], "AMB-1", stood);
    expect(owed(done, "2026-03-20T12:00")).toEqual(["D-CIN AMB-1 later by 2026-06-03T23:59:59, last 2026-03-03"]);
  });

  test("a change that makes the new date earlier leaves nothing to stand", () => {
    const late = aCase({ status: "cin", lastSupervision: "2025-11-02" });
    expect(standing(late, { status: "cp", lastSupervision: "2025-11-02" }, "2026-03-10T10:00")).toEqual([]);
  });

  test("facts that say it was done after all leave nothing to stand", () => {
    expect(standing(aCase(onPlan), { ...inNeed, lastSupervision: "2026-03-09" }, "2026-03-10T10:00")).toEqual([]);
  });

  test("a second change keeps what still stands, with the instant of the first", () => {
    const again = standing(aCase(inNeed, [], "AMB-1", stood), { ...inNeed, kind: "hard" }, "2026-03-20T10:00");
    expect(again).toEqual(stood);
  });

  test("a duty that no clause asks for any more stands by itself", () => {
    const missed = aCase({ ...onPlan, lastVisit: "2026-02-02" });
    const visits = standing(missed, { ...missed.facts, status: "cin" }, "2026-03-10T10:00");
    const now = aCase({ ...missed.facts, status: "cin" }, [], "AMB-1", visits);
    expect(owed(now, "2026-03-10T10:00")).toEqual([
      "D-VISIT AMB-1 overdue by 2026-02-16T23:59:59 stands",
      "D-CIN AMB-1 overdue by 2026-03-02T23:59:59, last 2026-02-02 stands",
    ]);
  });

  test("a case that nothing is asked of any more owes nothing", () => {
    expect(owed(aCase({ ...onPlan, status: "closed" }, [], "AMB-1", stood), "2026-03-10T10:00")).toEqual([]);
  });
});

describe("the next instant at which anything changes", () => {
  test("is the millisecond after what is due next", () => {
    expect(nextChange(rulebook, aCase(onPlan), at("2026-03-01T10:00"))).toBe(at("2026-03-02T23:59:59") + 1);
    expect(nextChange(rulebook, aCase(onPlan), at("2026-03-10T10:00"))).toBe(at("2026-03-23T23:59:59") + 1);
  });

  test("is the first moment of a date that lies ahead, because what counts from it is not found before", () => {
    const planned = aCase({ ...onPlan, reallocatedOn: "2026-03-02" });
    expect(nextChange(rulebook, planned, at("2026-03-01T10:00"))).toBe(at("2026-03-02T00:00"));
  });

  test("is none when all is overdue", () => {
    expect(nextChange(rulebook, aCase(onPlan), at("2026-05-01T10:00"))).toBeNull();
  });
});
