import type { SummaryTally, SummaryView } from "../../src/domain/remind/summary-view.ts";
import { addDays } from "../../src/time/london.ts";

const tally = (standing: number, overdue: number): SummaryTally => ({ standing, overdue });

const teamNames = [
  "Safeguarding North",
  "Safeguarding South",
  "Family Safeguarding",
  "Referral and Assessment",
  "Adolescent",
  "Children in Care",
  "Disabled Children",
  "Leaving Care",
] as const;

const teamOf = (team: string, index: number): SummaryView["teams"][number] => ({
  team,
  ...tally(160, 40 - index * 5),
  kinds: {
    supervision: tally(40, 16 - index * 2),
    oversight: tally(40, 12 - index),
    visits: tally(40, 9 - index),
    ...(index % 3 === 0 ? {} : { reviews: tally(20, 1) }),
    other: tally(20, 2),
  },
});

const weeks = Array.from({ length: 12 }, (_, index) => addDays("2026-09-14", 7 * index));

/** A whole council's week, with everything there is to say: the fifth and sixth weeks were never counted. */
export const fullSummary: SummaryView = {
  week: "2026-W49",
  on: "2026-11-30",
  whose: null,
  cases: 2512,
  beyond: 2,
  all: tally(1280, 180),
  kinds: [
    { id: "supervision", title: "Supervision", ...tally(320, 72) },
    { id: "oversight", title: "Management oversight", ...tally(320, 68) },
    { id: "visits", title: "Visits", ...tally(320, 44) },
    { id: "reviews", title: "Reviews", ...tally(100, 5) },
    { id: "other", title: "Other duties", ...tally(160, 16) },
  ],
  teams: [...teamNames, "Fostering", "Adoption"].map(teamOf),
  trend: weeks.map((from, index) => ({
    week: `2026-W${String(38 + index)}`,
    from,
    all: index < 1 || index === 5 || index === 6 ? null : tally(1200, 300 - index * 11),
  })),
  oldest: Array.from({ length: 10 }, (_, index) => ({
    caseRef: `AMB-${String(1040 + index * 7)}`,
    clause: ["PS-13", "MO-T05", "WQ-7.1b", "WQ-8.1e"][index % 4] ?? "PS-13",
    title: ["Supervision of the case", "Oversight after a late supervision", "Visit of the child"][index % 3] ?? "",
    team: teamNames[index % 8] ?? "",
    due: addDays("2026-07-06", index * 5),
    daysLate: 147 - index * 5,
  })),
  gaps: [
    { gap: "unallocated", team: "Referral and Assessment", count: 13, refs: ["AMB-1101", "AMB-1102", "AMB-1103"] },
    { gap: "nobody", team: "Leaving Care", count: 1, refs: ["AMB-1200"] },
  ],
};

/** A service manager's first week, with nothing overdue. */
export const calmSummary: SummaryView = {
  ...fullSummary,
  whose: "Priya Nair",
  beyond: 0,
  all: tally(18, 0),
  kinds: [{ id: "supervision", title: "Supervision", ...tally(18, 0) }],
  teams: [{ team: "Safeguarding North", ...tally(18, 0), kinds: { supervision: tally(18, 0) } }],
  trend: fullSummary.trend.map((week, index) => ({ ...week, all: index === 11 ? tally(18, 0) : null })),
  oldest: [],
  gaps: [],
};

export const emptySummary: SummaryView = { ...calmSummary, all: tally(0, 0), kinds: [], teams: [] };
