import type { Case } from "../../src/domain/case/case.ts";
import { addDays } from "../../src/time/london.ts";

/** Made-up children, always the same: as many of each status as an English council has, roughly, and dates in the last year. */
export const children = (count: number, today: string): readonly Case[] =>
  Array.from({ length: count }, (_, index) => child(index, today));

const statuses = ["cin", "cin", "cin", "cin", "cp", "cla", "cla", "assessment", "care_leaver", "closed"] as const;
const teams = ["safeguarding", "family_safeguarding", "disability", "children_in_care", "referral_assessment"] as const;

const child = (index: number, today: string): Case => {
  const ago = (days: number): string => addDays(today, -days);
  const status = statuses[index % 10] ?? "cin";
  const inCare = status === "cla";
  return {
    ref: `AMB-${String(index)}`,
    facts: {
      status,
      dateOfBirth: ago(100 + ((index * 37) % 6000)),
      team: `team-${String(index % 400)}`,
      teamKind: teams[index % 5] ?? "safeguarding",
      worker: `w${String(index % 25_000)}@example.org`,
      statusSince: ago(30 + ((index * 11) % 700)),
      ...(inCare
        ? { placement: "foster", placementStart: ago(20 + ((index * 13) % 900)), placedUntil18: index % 3 === 0 }
        : {}),
      ...(status === "cin" || status === "cp" ? { planStart: ago((index * 17) % 400) } : {}),
      lastSupervision: ago((index * 7) % 80),
      lastOversight: ago((index * 5) % 40),
      lastVisit: ago((index * 3) % 45),
      lastReview: ago((index * 19) % 200),
      ...(index % 20 === 0 ? { transferredOn: ago(index % 60) } : {}),
    },
    happened: [],
    standing: [],
  };
};
