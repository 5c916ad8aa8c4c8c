import { managerStandards, owed } from "./manager-standards.ts";
import type { Facts } from "./manager-standards.ts";

/** Every numbered standard of the document, in its order. */
// prettier-ignore
const standards = [
  "WQ-B1",   "WQ-B2",   "WQ-B4",   "WQ-B5.1-8",   "WQ-B5.9",   "WQ-B6",   "WQ-B7",   "WQ-B8.1",   "WQ-B8.2",
  "WQ-B8.3a",   "WQ-B8.3b",   "WQ-B8.4",   "WQ-B8.5-8",   "WQ-B9",   "WQ-B10.1",   "WQ-B10.2",   "WQ-B10.3",
  "WQ-B10.4",   "WQ-B11.1",   "WQ-B11.2-5",   "WQ-1.4a",   "WQ-1.4b",   "WQ-1.4c",   "WQ-1.10",   "WQ-1.11",
  "WQ-1.12",   "WQ-1.13",   "WQ-1.16",   "WQ-1.17",   "WQ-1.18a",   "WQ-1.18b",   "WQ-1.19",   "WQ-2.1a",   "WQ-2.1b",
  "WQ-2.12",   "WQ-2.13a",   "WQ-2.13b",   "WQ-3.7",   "WQ-4.1a",   "WQ-4.1b",   "WQ-4.1c",   "WQ-4.1d",   "WQ-4.1e",
  "WQ-4.2 / 4.3",   "WQ-6.5",   "WQ-6.9",   "WQ-7.1a",   "WQ-7.1b",   "WQ-7.2",   "WQ-7.3a",   "WQ-7.3b",   "WQ-7.4",
  "WQ-7.5",   "WQ-8.1a",   "WQ-8.1b",   "WQ-8.1c",   "WQ-8.1d",   "WQ-8.1e",   "WQ-8.1f",   "WQ-8.1g",   "WQ-8.1h",
  "WQ-8.1i",   "WQ-8.1j",   "WQ-8.1k",   "WQ-8.1l",   "WQ-8.1m",   "WQ-8.1n",   "WQ-8.1o",   "WQ-9.2",   "WQ-9.8",
  "WQ-10.1a",   "WQ-10.1b",   "WQ-10.1c",   "WQ-10.1d",   "WQ-10.1e",   "WQ-10.1f",   "WQ-10.1g",   "WQ-10.2",
  "WQ-10.3",   "WQ-10.4",   "WQ-10.5",   "WQ-10.6",   "WQ-10.7",   "WQ-11.1",   "WQ-11.2",   "WQ-11.3a",   "WQ-11.3b",
  "WQ-11.7",   "WQ-12.1",   "WQ-12.2",   "WQ-12.10",   "WQ-12.3",   "WQ-12.5",   "WQ-12.6",   "WQ-12.7",   "WQ-12.16",
  "WQ-APX1",
];

const { clauses } = managerStandards;

test("every standard of the document is a clause, and nothing else is", () => {
  expect(clauses.map(({ id }) => id).toSorted()).toEqual(standards.toSorted());
});

test("every clause with a clock has at least two examples", () => {
  const few = clauses.filter(({ duty, examples }) => duty !== undefined && examples.length < 2);
  expect(few.map(({ id }) => id)).toEqual([]);
});

test("every clause says where the product shows it", () => {
  expect(clauses.filter(({ handledBy }) => handledBy === undefined).map(({ id }) => id)).toEqual([]);
});

test("every length without a unit is marked, with the reading that was chosen", () => {
  const assumed = clauses.filter((clause) => JSON.stringify(clause.duty ?? {}).includes('"assumed"'));
  expect(assumed.map(({ id }) => id)).toEqual(["WQ-B10.1", "WQ-1.18b", "WQ-4.1a", "WQ-11.1", "WQ-12.5"]);
  expect(clauses.filter(({ unit }) => unit === "assumed")).toEqual(assumed);
  expect(assumed.filter(({ houseRule }) => houseRule === undefined)).toEqual([]);
});

const cwd = { status: "cin", teamKind: "disability" };
const born = { dateOfBirth: "2025-06-15" };

describe("visits: each child has one standard, and short breaks one more", () => {
  test.each<readonly [says: string, facts: Facts, expected: readonly string[]]>([
    ["a child in need", { status: "cin" }, ["WQ-8.1b 2026-04-28T23:59:59"]],
    [
      "a child in need of no known age and team",
      { status: "cin", lastVisit: "2026-03-31" },
      ["WQ-8.1b 2026-04-28T23:59:59"],
    ],
    ["a baby in need", { status: "cin", ...born }, ["WQ-8.1c 2026-04-14T23:59:59"]],
    ["an unborn child in need", { status: "cin", unborn: true }, ["WQ-8.1c 2026-04-14T23:59:59"]],
    ["a child on a plan", { status: "cp" }, ["WQ-8.1d 2026-04-14T23:59:59"]],
    [
      "a baby on a plan, in the disability team",
      { status: "cp", teamKind: "disability", ...born },
      ["WQ-8.1d 2026-04-14T23:59:59"],
    ],
    ["looked after, no placement recorded", { status: "cla" }, ["WQ-8.1e 2026-04-07T23:59:59"]],
    ["in foster care", { status: "cla", placement: "foster" }, ["WQ-8.1e 2026-04-07T23:59:59"]],
    [
      "with parents under an interim order",
      { status: "cla", placement: "parents_ico" },
      ["WQ-8.1f 2026-04-07T23:59:59"],
    ],
    ["with a connected person", { status: "cla", placement: "connected_reg24" }, ["WQ-8.1f 2026-04-07T23:59:59"]],
    [
      "with parents under a care order",
      { status: "cla", placement: "parents_care_order" },
      ["WQ-8.1g 2026-05-12T23:59:59"],
    ],
    ["placed for adoption", { status: "cla", placement: "adoption" }, ["WQ-8.1h 2026-04-07T23:59:59"]],
    ["looked after for short breaks only", { status: "cla", shortBreaks: true }, ["WQ-8.1i 2026-09-30T23:59:59"]],
    [
      "in foster care, with short breaks",
      { status: "cla", placement: "foster", shortBreaks: true },
      ["WQ-8.1e 2026-04-07T23:59:59", "WQ-8.1i 2026-09-30T23:59:59"],
    ],
    [
      "in need, with short breaks",
      { status: "cin", shortBreaks: true },
      ["WQ-8.1b 2026-04-28T23:59:59", "WQ-8.1i 2026-09-30T23:59:59"],
    ],
    ["disability team, comparable", { ...cwd, disabilityCategory: "comparable" }, ["WQ-8.1k 2026-04-28T23:59:59"]],
    ["disability team, no category", cwd, ["WQ-8.1k 2026-04-28T23:59:59"]],
    [
      "disability team, a baby in the stable category",
      { ...cwd, disabilityCategory: "stable", ...born },
      ["WQ-8.1l 2026-04-14T23:59:59"],
    ],
    ["disability team, complex", { ...cwd, disabilityCategory: "complex" }, ["WQ-8.1m 2026-05-26T23:59:59"]],
    ["disability team, active", { ...cwd, disabilityCategory: "active" }, ["WQ-8.1n 2026-06-30T23:59:59"]],
    ["disability team, stable", { ...cwd, disabilityCategory: "stable" }, ["WQ-8.1o 2026-09-30T23:59:59"]],
    [
      "a category outside the disability team means nothing",
      { status: "cin", disabilityCategory: "stable" },
      ["WQ-8.1b 2026-04-28T23:59:59"],
    ],
    ["in assessment", { status: "assessment" }, []],
    ["a care leaver", { status: "care_leaver" }, []],
    ["closed", { status: "closed" }, []],
  ])("%s, visited on 31 March 2026", (_says, facts, expected) => {
    const since = { statusSince: "2026-03-01", placementStart: "2026-03-01" };
    expect(owed({ ...since, lastVisit: "2026-03-31", ...facts }, "2026-04-01T09:00", "visit-done")).toEqual(expected);
  });
});

describe("reviews and supervision", () => {
  const done = { lastReview: "2026-08-31", lastSupervision: "2026-08-31", statusSince: "2026-06-01" };

  test.each<readonly [says: string, facts: Facts, metBy: string, expected: readonly string[]]>([
    ["a child in need is reviewed every 3 months", { status: "cin" }, "review-held", ["WQ-4.1c 2026-11-30T23:59:59"]],
    ["and every 6 in the disability team", cwd, "review-held", ["WQ-8.1j 2027-02-28T23:59:59"]],
    [
      "a first review has a second one 6 weeks later",
      { status: "cin", firstReviewOn: "2026-08-31" },
      "review-held",
      ["WQ-4.1b 2026-10-12T23:59:59", "WQ-4.1c 2026-11-30T23:59:59"],
    ],
    [
      "but not in the disability team",
      { ...cwd, firstReviewOn: "2026-08-31" },
      "review-held",
      ["WQ-8.1j 2027-02-28T23:59:59"],
    ],
    [
      "short breaks have reviews of their own beside it",
      { status: "cin", shortBreaks: true },
      "review-held",
      ["WQ-4.1c 2026-11-30T23:59:59", "WQ-4.1d 2027-02-28T23:59:59"],
    ],
    [
      "a child in need is supervised every 3 months",
      { status: "cin" },
      "supervision-held",
      ["WQ-7.1a 2026-11-30T23:59:59"],
    ],
    ["a care leaver too", { status: "care_leaver" }, "supervision-held", ["WQ-7.1a 2026-11-30T23:59:59"]],
    ["a child on a plan every month", { status: "cp" }, "supervision-held", ["WQ-7.1b 2026-09-30T23:59:59"]],
    ["a closed case never", { status: "closed" }, "supervision-held", []],
  ])("%s", (_says, facts, metBy, expected) => {
    expect(owed({ ...done, ...facts }, "2026-09-01T09:00", metBy)).toEqual(expected);
  });
});
