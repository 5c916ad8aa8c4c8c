import { changeCase } from "../../src/app/cases/change.ts";
import { recordHappened } from "../../src/app/cases/cases.ts";
import type { Answers } from "../../src/domain/report/facts.ts";
import type { Instant } from "../../src/domain/instants.ts";
import type { Watchful } from "./watchful.ts";

/** A child in need of Safeguarding North, seen and supervised on 30 March 2026: at Easter nothing is due but what a test changes. */
export const quietCase = (worker: string): Answers => ({
  status: "cin",
  team: "Safeguarding North",
  teamKind: "safeguarding",
  dateOfBirth: "2015-05-05",
  ...{
    statusSince: "2026-03-02",
    planStart: "2026-03-02",
    lastAssessment: "2026-03-02",
    lastObservation: "2026-03-30",
  },
  ...{ lastSupervision: "2026-03-30", lastOversight: "2026-03-30", lastVisit: "2026-03-30", lastReview: "2026-03-30" },
  worker: `${worker}@ambershire.example`,
});

const depsOf = ({ service: { records, clock, caseRules } }: Watchful) => ({ records, clock, rules: caseRules });

/** Puts cases into the store as a caseload would. */
export const loadCases = async (house: Watchful, cases: Readonly<Record<string, Answers>>): Promise<void> => {
  const deps = depsOf(house);
  for (const [ref, facts] of Object.entries(cases)) {
    const command = { kind: "load", source: "caseload.csv", facts, happened: [] } as const;
    await changeCase(deps, ref, command, deps.clock.now(), "make");
  }
};

/** Something happens on a case, now unless it says when. */
export const happens = async (
  house: Watchful,
  ref: string,
  happening: string,
  by: string | null = null,
  on: Instant = house.now(),
): Promise<void> => {
  const happened = { id: `test:${happening}:${String(on)}`, happening, on, dateOnly: false, facts: {}, by };
  await recordHappened(depsOf(house), ref, happened);
};
