import { aCase, duty, holds } from "./support.ts";

describe("phases", () => {
  const visits = duty(
    "D-1",
    "when: { status: cla }, from: placementStart, metBy: visited, phases: [{ says: first, until: first-done, clock: { withinWorkingDays: 5 } }, { says: weekly, until: firstReviewOn, clock: { everyWeeks: 1 } }, { says: first year, until: { months: 12, after: placementStart }, clock: { everyWeeks: 6 } }, { says: settled, when: { long: true }, clock: { everyMonths: 3 } }, { says: after, clock: { everyWeeks: 6 } }]",
  );
  const placed = { status: "cla", placementStart: "2026-03-30" };
  holds([
    [
      "the first visit is due five working days from the placement, over Easter",
      visits,
      aCase(placed),
      "2026-04-01T10:00",
      ["D-1 AMB-1 soon by 2026-04-08T17:00 (first)"],
    ],
    [
      "a visit before this placement is no first visit",
      visits,
      aCase({ ...placed, lastVisit: "2026-03-29" }),
      "2026-04-01T10:00",
      ["D-1 AMB-1 soon by 2026-04-08T17:00 (first)"],
    ],
    [
      "a visit on the day of the placement is",
      visits,
      aCase({ ...placed, lastVisit: "2026-03-30" }),
      "2026-04-01T10:00",
      ["D-1 AMB-1 soon by 2026-04-06T23:59:59, last 2026-03-30 (weekly)"],
    ],
    [
      "weekly as long as no review is known",
      visits,
      aCase({ ...placed, lastVisit: "2026-05-11" }),
      "2026-05-12T10:00",
      ["D-1 AMB-1 soon by 2026-05-18T23:59:59, last 2026-05-11 (weekly)"],
    ],
    [
      "a visit before the review is followed a week later, though the review has been",
      visits,
      aCase({ ...placed, lastVisit: "2026-04-20", firstReviewOn: "2026-04-21" }),
      "2026-04-22T10:00",
      ["D-1 AMB-1 soon by 2026-04-27T23:59:59, last 2026-04-20 (weekly)"],
    ],
    [
      "a visit on the day of the review is followed six weeks later",
      visits,
      aCase({ ...placed, lastVisit: "2026-04-21", firstReviewOn: "2026-04-21" }),
      "2026-04-22T10:00",
      ["D-1 AMB-1 later by 2026-06-02T23:59:59, last 2026-04-21 (first year)"],
    ],
    [
      "after a year three months if agreed until 18",
      visits,
      aCase({ ...placed, long: true, lastVisit: "2027-03-30", firstReviewOn: "2026-04-21" }),
      "2027-04-01T10:00",
      ["D-1 AMB-1 later by 2027-06-30T23:59:59, last 2027-03-30 (settled)"],
    ],
    [
      "the day before the year is over still six weeks",
      visits,
      aCase({ ...placed, long: true, lastVisit: "2027-03-29", firstReviewOn: "2026-04-21" }),
      "2027-04-01T10:00",
      ["D-1 AMB-1 later by 2027-05-10T23:59:59, last 2027-03-29 (first year)"],
    ],
    [
      "and without the agreement six weeks",
      visits,
      aCase({ ...placed, lastVisit: "2027-03-30", firstReviewOn: "2026-04-21" }),
      "2027-04-01T10:00",
      ["D-1 AMB-1 later by 2027-05-11T23:59:59, last 2027-03-30 (after)"],
    ],
  ]);
});
